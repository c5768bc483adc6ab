import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FOUNDING_STYLE,
  type MeasureModel,
  writeDocument,
} from '../../../test/fixtures/legacy/document-writer.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { derby } from '../../domain/status/presets/derby.ts';
import { formatProblem } from '../problem.ts';
import { mergedWith } from './merge.ts';
import { readImprovementReport } from './read-improvement-report.ts';
import { toFacts } from './to-facts.ts';

interface Row {
  status: string;
  forecastStatus: string;
  /** Quarterly target and actual, forecast target and actual. */
  figures: readonly [string, string, string, string];
  code?: string;
}

function imported(rows: readonly Row[], heldMeasures: readonly MeasureVersion[] = []) {
  const measures = rows.map(
    ({ status, forecastStatus, figures, code }, at): MeasureModel => ({
      details: `${code ?? `KPI ${at + 1}`} Homes`,
      status,
      forecastStatus,
      quarterly: { target: figures[0], actual: figures[1] },
      forecast: { target: figures[2], actual: figures[3] },
      direction: 'Improving',
      texts: [['Because.'], [], []],
    }),
  );
  const text = writeDocument(
    {
      title: 'Improvement Report',
      authority: 'Northby Council',
      date: '30-Sep-2018',
      directorates: [{ name: 'People', measures }],
    },
    FOUNDING_STYLE,
  );
  const { document, problems } = readImprovementReport(Buffer.from(text), { fileName: 'a.txt' });
  if (document === null) throw new Error(problems.map(formatProblem).join('\n'));
  const made = toFacts(document, {
    fileName: 'a.txt',
    scheme: derby,
    recordedAt: '2018-11-01T09:00:00Z',
    yearKind: 'financial',
    heldMeasures,
  });
  return { ...made, document, problems, said: [...problems, ...made.warnings].map(formatProblem).join('\n') };
}

const polarityOf = (row: Row) => imported([row]).facts.measures[0]?.polarity;

/** Derby's rule in whole numbers, written a second time: variance of the target, signed, against 2% and -5%. */
function derbyStatus(target: bigint, actual: bigint, sign: bigint): string {
  const gap = (actual - target) * sign * 100n;
  const size = target < 0n ? -target : target;
  if (gap >= 2n * size) return 'Blue';
  if (gap >= 0n) return 'Green';
  return gap >= -5n * size ? 'Amber' : 'Red';
}

describe('polarity', () => {
  it('is inferred where exactly one reproduces every stated status, and nowhere else', () => {
    const figure = fc.integer({ min: 1, max: 120 });
    const status = fc.constantFrom('Blue', 'Green', 'Amber', 'Red');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(figure, figure, figure, figure, status, status, fc.nat(3)), {
          minLength: 5,
          maxLength: 30,
        }),
        (all) => {
          const rows = all.map(([a, b, c, d, stated, forecast, honest]): Row => {
            // Most documents follow their rule: for those, take its answer instead of the random word.
            const sign = honest === 1 ? 1n : honest === 2 ? -1n : 0n;
            const word = (target: number, actual: number, otherwise: string) =>
              sign === 0n ? otherwise : derbyStatus(BigInt(target), BigInt(actual), sign);
            return {
              status: word(a, b, stated),
              forecastStatus: word(c, d, forecast),
              figures: [a, b, c, d].map(String) as unknown as Row['figures'],
            };
          });
          const expected = rows.map(({ status: now, forecastStatus, figures }) => {
            const [a, b, c, d] = figures.map(BigInt) as [bigint, bigint, bigint, bigint];
            const fits = (sign: bigint) =>
              derbyStatus(a, b, sign) === now && derbyStatus(c, d, sign) === forecastStatus;
            return fits(1n) === fits(-1n) ? null : fits(1n) ? 'higher' : 'lower';
          });
          const { facts } = imported(rows);
          expect(facts.measures.map(({ polarity }) => polarity)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each<[what: string, row: Row, polarity: 'higher' | 'lower' | null]>([
    [
      'a Red above a zero target',
      { status: 'Red', forecastStatus: 'N/A', figures: ['0', '3', 'N/A', 'N/A'] },
      'lower',
    ],
    [
      'a Blue above a zero target',
      { status: 'Blue', forecastStatus: 'N/A', figures: ['0', '3', 'N/A', 'N/A'] },
      'higher',
    ],
    [
      'a Green at a zero target',
      { status: 'Green', forecastStatus: 'Green', figures: ['0', '0', '0', '0'] },
      null,
    ],
    ['both on target', { status: 'Green', forecastStatus: 'Green', figures: ['5', '5', '9', '9'] }, null],
    [
      'one on target, one not',
      { status: 'Green', forecastStatus: 'Red', figures: ['5', '5', '9', '10'] },
      'lower',
    ],
    [
      'pairs that contradict each other',
      { status: 'Red', forecastStatus: 'Red', figures: ['10', '12', '10', '8'] },
      null,
    ],
    [
      'a negative target missed',
      { status: 'Red', forecastStatus: 'N/A', figures: ['-10', '-12', 'N/A', 'N/A'] },
      'higher',
    ],
    [
      'a status without figures',
      { status: 'Red', forecastStatus: 'Red', figures: ['10', 'N/A', '10', '8'] },
      null,
    ],
    ['nothing stated', { status: 'N/A', forecastStatus: 'N/A', figures: ['10', '12', '10', '8'] }, null],
  ])('%s', (_what, row, polarity) => {
    expect(polarityOf(row)).toBe(polarity);
  });

  it('that no figure can have is said with both pairs', () => {
    const { said } = imported([{ status: 'Red', forecastStatus: 'Red', figures: ['10', '12', '10', '8'] }]);
    expect(said).toContain(
      'If higher is better they give Blue where the document states Red (actual 12 against target 10)',
    );
    expect(said).toContain(
      'if lower is better, Blue where the document states Red (forecast 8 against target 10)',
    );
  });

  it('is not asked for where a status has no figures to prove it', () => {
    const { said } = imported([{ status: 'Red', forecastStatus: 'Red', figures: ['10', 'N/A', '10', '8'] }]);
    expect(said).toContain(
      'the document states Red (actual N/A against target 10), which our rules cannot work out',
    );
  });

  it('that is held judges the statuses, and what differs is said with the reason', () => {
    const first = imported([{ status: 'Red', forecastStatus: 'Red', figures: ['10', '12', '10', '12'] }]);
    const held = first.facts.measures;
    expect(held[0]?.polarity).toBe('lower');
    const again = imported(
      [{ status: 'Green', forecastStatus: 'Green', figures: ['10', '12', '10', '10'] }],
      held,
    );
    expect(again.said).toMatch(
      /states Green, and the rules of Derby 2018 give Red\. Actual 12 is 20\.0% above the target of 10/,
    );
    expect(again.said).not.toContain('higher or lower is better');
  });
});

describe('what an authority already holds', () => {
  const known = imported([
    { status: 'Green', forecastStatus: 'Green', figures: ['10', '10', '10', '10'] },
  ]).facts;
  const heldMeasure = known.measures[0] as MeasureVersion;

  it('keeps the title and unit a person gave when only the polarity is new', () => {
    const settled: MeasureVersion = {
      ...heldMeasure,
      title: 'Homes completed',
      unit: { kind: 'number', decimals: 1, noun: 'homes' },
      confidence: { ...heldMeasure.confidence, unit: 'confirmed' },
    };
    const held = { ...known, measures: [settled] };
    const read = imported(
      [{ status: 'Red', forecastStatus: 'Red', figures: ['10', '12', '10', '12'] }],
      held.measures,
    );
    expect(mergedWith(held, read.facts).measures).toEqual([
      { ...settled, polarity: 'lower', confidence: { ...settled.confidence, polarity: 'inferred' } },
    ]);
  });

  it('finds a measure whatever the case of its code, and by its other code', () => {
    const both: MeasureVersion = { ...heldMeasure, code: 'EI 12/EI 3', aliases: ['EI 12', 'EI 3'] };
    const row = { status: 'Red', forecastStatus: 'Red', figures: ['10', '12', '10', '12'] } as const;
    expect(
      imported([{ ...row, code: 'EI 3' }], [both]).facts.observations.map(({ measure }) => measure),
    ).toEqual(['EI 12/EI 3', 'EI 12/EI 3']);
    expect(
      imported([{ ...row, code: 'KPI 7' }], [{ ...heldMeasure, code: 'kpi 7' }]).facts.measures[0]?.code,
    ).toBe('kpi 7');
    const two = imported(
      [
        { ...row, code: 'EI 12' },
        { ...row, code: 'EI 3' },
      ],
      [both],
    );
    expect(two.facts.measures.map(({ code }) => code)).toEqual(['EI 12/EI 3', 'EI 3']);
  });
});

describe('units', () => {
  const unitOf = (figures: Row['figures']) => {
    const { document, said } = imported([{ status: 'Amber', forecastStatus: 'Amber', figures }]);
    return { unit: document.measures[0]?.unit, figures: document.measures[0], said };
  };

  it.each<[Row['figures'], unknown]>([
    [['95%', '94.25%', '95%', 'N/A'], { kind: 'percentage', decimals: 2 }],
    [['£1.25m', '£1.2m', '-£0.5m', '£2m'], { kind: 'currency', decimals: 0, symbol: '£' }],
    [['1 day', '10.5 days', '9 days', '9 days'], { kind: 'duration', decimals: 1, noun: 'days' }],
    [
      ['Delivered', 'Stalled', 'Delivered', 'Under way'],
      { kind: 'milestone', scale: { steps: ['Delivered', 'Stalled', 'Under way'] } },
    ],
    [['Yes', 'No', 'Yes', 'Yes'], { kind: 'yesNo' }],
    [['Baseline', '45.0', 'Baseline', 'N/A'], { kind: 'number', decimals: 1 }],
    [['95.0%', 'Annual measure', '95.0%', '94.0%'], { kind: 'percentage', decimals: 1 }],
    [['95.0%', 'Annual measure', '95.0%', 'Annual measure'], { kind: 'percentage', decimals: 1 }],
    [['Completed', 'Major Slippage', 'Completed', '2.0'], expect.objectContaining({ kind: 'milestone' })],
    [['Completed', '3.0', 'Completed', '2.0'], expect.objectContaining({ kind: 'milestone' })],
  ])('%s', (figures, unit) => {
    expect(unitOf(figures).unit).toEqual(unit);
  });

  it('keeps words beside numbers as unusable, with the raw text and a warning', () => {
    const { figures, said } = unitOf(['95.0%', 'Annual measure', '95.0%', '94.0%']);
    expect(figures?.quarterly.actual).toEqual({
      kind: 'missing',
      reason: 'unusable',
      typed: 'Annual measure',
    });
    expect(said).toContain('The quarterly actual is in words, but this measure is counted in numbers.');
  });
});
