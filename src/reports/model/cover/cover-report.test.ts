import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { authority, measure, observation, target } from '../../../../test/fixtures/small-authority.ts';
import { written } from '../../../../test/tools/poppler/poppler.ts';
import { checkPdfUa, missingTool } from '../../../../test/tools/verapdf/check-pdf-ua.ts';
import { evaluateDemo } from '../../../demo/evaluate-demo.ts';
import { noCoverWords } from '../../../domain/commentary/cover.ts';
import { presetDirection } from '../../../domain/direction/presets.ts';
import { evaluate } from '../../../domain/evaluate.ts';
import { periodOf } from '../../../domain/period/parse.ts';
import { snapshotOf } from '../../../domain/snapshot.ts';
import { derby } from '../../../domain/status/presets/derby.ts';
import { renderPdf } from '../../render/pdf/render-pdf.ts';
import { stopTypesetting } from '../../render/pdf/typesetting-worker.ts';
import type { Cell, Report, ReportBlock, Table } from '../report.ts';
import { scorecardReport } from '../scorecard-report.ts';
import { percentage } from '../sentence.ts';
import { standardWording } from '../wording.ts';
import { type CoverInputs, coverReport } from './cover-report.ts';

const missing = await missingTool();
if (missing && process.env.CI) throw new Error(missing);
afterAll(stopTypesetting);

const evaluation = evaluateDemo();
const inputs: CoverInputs = {
  evaluation,
  before: evaluateDemo('2018-19/Q1'),
  lastYear: evaluateDemo('2017-18/Q2'),
  words: noCoverWords,
  due: null,
};
const cover = (changes: Partial<CoverInputs> = {}): Report =>
  coverReport({ ...inputs, ...changes }, standardWording);

const tableOf = ({ blocks }: Report, id: string): Table => {
  const found = blocks.find((block) => block.type === 'table' && block.table.id === id);
  if (found?.type !== 'table') throw new Error(`no table ${id}`);
  return found.table;
};
const shown = (cell: Cell): string => {
  switch (cell.type) {
    case 'count':
      return String(cell.count);
    case 'text':
      return cell.text;
    case 'status':
      return cell.status.label;
    case 'figure':
      return cell.figure.display;
    default:
      return cell.type;
  }
};
const linesOf = (table: Table): string[][] => table.rows.map(({ cells }) => cells.map(shown));
const textOf = (blocks: readonly ReportBlock[]): string => JSON.stringify(blocks);

describe('the figures of a cover report', () => {
  it('are those of the scorecard, to the last count and share', () => {
    const scorecard = scorecardReport(evaluation, standardWording);
    const report = cover();
    expect(report.summary.sentence).toBe(scorecard.summary.sentence);
    expect(report.summary.counts).toEqual(scorecard.summary.counts);
    expect(report.measures).toEqual(scorecard.measures);
    for (const id of ['counts-now', 'counts-forecast'])
      expect(tableOf(report, id)).toEqual(tableOf(scorecard, id));
    const lines = linesOf(tableOf(report, 'shares'));
    for (const { outcome, label, now, forecast } of scorecard.summary.counts.filter(
      ({ directorate }) => directorate === null,
    )) {
      const line = lines.find(([name]) => name === label);
      expect([outcome, line?.[1], line?.[4]]).toEqual([outcome, String(now), String(forecast)]);
    }
  });

  it('give the status of every measure, by direction and by forecast, and sum up', () => {
    for (const id of ['status-direction', 'status-forecast']) {
      const table = tableOf(cover(), id);
      const numbers = table.rows.map(({ cells }) =>
        cells.slice(1).map((cell) => (cell.type === 'count' ? cell.count : Number.NaN)),
      );
      const total = numbers.pop()!;
      expect(total.at(-1)).toBe(evaluation.measures.length);
      expect(total).toEqual(total.map((_, column) => numbers.reduce((sum, line) => sum + line[column]!, 0)));
    }
  });

  it('name every mover with both statuses and both figures', () => {
    const lines = linesOf(tableOf(cover(), 'movers-before'));
    expect(lines).toHaveLength(13);
    expect(lines[0]).toEqual([
      'L&C PM28 Livewell: NHS Health Checks',
      'Worse',
      'Green',
      'Amber',
      '182.0',
      '366.0',
      '375.0',
    ]);
    for (const [name, moved, then, now] of lines) {
      expect(then, name).not.toBe(now);
      expect(['Better', 'Worse']).toContain(moved);
    }
  });

  it('disclose every amended target', () => {
    const { blocks } = cover();
    const at = blocks.findIndex((block) => block.type === 'heading' && block.id === 'disclosed');
    const list = blocks[at + 1];
    const items = list?.type === 'list' ? list.items : [];
    const amended = evaluation.measures.filter(({ snapshot }) =>
      snapshot.amended.some(({ role }) => role === 'target'),
    );
    expect(amended.length).toBeGreaterThan(0);
    for (const { snapshot } of amended) {
      const { code, title } = snapshot.version;
      expect(items.some((item) => item.startsWith(`${code} ${title}: `))).toBe(true);
    }
    expect(items).toContainEqual(expect.stringMatching(/£14,400,000, changed by Cabinet .*[^.]\.$/));
  });
});

describe('whatever the figures are', () => {
  const figure = fc.oneof(
    fc.constant(null),
    fc.integer({ min: 80, max: 120 }).map((each) => String(each)),
  );
  const some = fc.array(
    fc.record({ q1: figure, q2: figure, forecast: figure, unit: fc.constantFrom('people', 'place') }),
    { minLength: 1, maxLength: 10 },
  );

  it('no count and no share differs from the scorecard of the same figures', () => {
    fc.assert(
      fc.property(some, (rows) => {
        const now = judgedSmall(rows, '2018-19/Q2');
        const report = coverReport(
          {
            evaluation: now,
            before: judgedSmall(rows, '2018-19/Q1'),
            lastYear: null,
            words: noCoverWords,
            due: null,
          },
          standardWording,
        );
        const scorecard = scorecardReport(now, standardWording);
        expect(report.summary.sentence).toBe(scorecard.summary.sentence);
        expect(report.summary.counts).toEqual(scorecard.summary.counts);
        expect(tableOf(report, 'counts-now')).toEqual(tableOf(scorecard, 'counts-now'));
        const lines = linesOf(tableOf(report, 'shares'));
        const judged = now.measures.filter(({ status }) => status.outcome.inDenominator);
        for (const outcome of now.scheme.outcomes.filter(({ inDenominator }) => inDenominator)) {
          const own = judged.filter(({ status }) => status.outcome.id === outcome.id).length;
          const line = lines.find(([name]) => name === outcome.label);
          expect(line?.slice(1, 4)).toEqual([
            String(own),
            percentage(own, judged.length),
            percentage(own, rows.length),
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Measures with a target of 100 in both quarters and at the year end. */
function judgedSmall(
  rows: readonly { q1: string | null; q2: string | null; forecast: string | null; unit: string }[],
  period: string,
) {
  const facts = authority(
    rows.map(({ unit }, index) => measure(`M${index}`, { directorate: unit })),
    {
      observations: rows.flatMap(({ q1, q2, forecast }, index) => [
        ...(q1 === null ? [] : [observation(`M${index}`, '2018-19/Q1', 'actual', q1)]),
        ...(q2 === null ? [] : [observation(`M${index}`, '2018-19/Q2', 'actual', q2)]),
        ...(forecast === null ? [] : [observation(`M${index}`, '2018-19/Q2', 'forecast', forecast)]),
      ]),
      targets: rows.flatMap((_, index) =>
        ['2018-19/Q1', '2018-19/Q2', '2018-19'].map((code) => target(`M${index}`, code, '100')),
      ),
    },
  );
  const question = { period: periodOf(period), scorecard: null, asAt: null };
  return evaluate(snapshotOf(facts, question), derby, presetDirection('derby'));
}

describe('the words of a cover report', () => {
  it('are suggested from the figures until the author writes their own', () => {
    expect(textOf(cover().blocks)).toContain('To note the 22 measures off target');
    const tree = [
      { type: 'p' as const, children: [{ type: 'text' as const, text: 'That Cabinet agrees.' }] },
    ];
    const words = {
      ...noCoverWords,
      meeting: 'Cabinet',
      meetsOn: '2018-11-14',
      author: 'Head of Policy',
      texts: { recommendations: { tree, raw: 'That Cabinet agrees.', format: 'markdown' as const } },
    };
    const written = textOf(cover({ words }).blocks);
    expect(written).toContain('To: Cabinet, 14 November 2018');
    expect(written).toContain('That Cabinet agrees.');
    expect(written).not.toContain('To note the 22 measures off target');
  });

  it('say so where there is nothing to compare with', () => {
    const alone = textOf(cover({ before: null, lastYear: null }).blocks);
    expect(alone).toContain('holds no measures for Quarter 1, 2018-19, so there is nothing to compare with.');
    expect(alone).not.toContain('whose status has become worse since');
  });

  it('refuse to take a share of exceptions alone', () => {
    const { snapshot } = evaluation;
    const only = { ...snapshot, scorecard: { ...snapshot.scorecard, exceptionsOnly: true } };
    expect(() => cover({ evaluation: { ...evaluation, snapshot: only } })).toThrow(RangeError);
  });
});

describe.skipIf(missing)(`as PDF/UA-1${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it('holds, with and without earlier periods and with written texts', async () => {
    const tree = [
      {
        type: 'ol' as const,
        items: [[{ type: 'p' as const, children: [{ type: 'text' as const, text: 'One' }] }]],
      },
    ];
    const words = { ...noCoverWords, texts: { legal: { tree, raw: '1. One', format: 'markdown' as const } } };
    const files = await Promise.all(
      [cover({ words }), cover({ before: null, lastYear: null })].map(renderPdf),
    );
    const results = await written(
      files.map(({ bytes }) => bytes),
      async (...paths) => checkPdfUa(paths),
    );
    if ('unavailable' in results) throw new Error(results.unavailable);
    expect(results.map(({ compliant, failures }) => ({ compliant, failures }))).toEqual(
      files.map(() => ({ compliant: true, failures: [] })),
    );
  });
});

describe('the commitments of a cover report', () => {
  const promised = {
    measure: 'SEND 6',
    measureTitle: 'New plans issued within 20 weeks',
    what: 'Fill the four vacant posts in the SEND team',
    forumName: null,
    ownerPost: 'Head of SEND',
  };
  const blocksOf = (due: CoverInputs['due']) => textOf(cover({ due }).blocks);

  it('are named with their day, overdue said plainly, by the post of whoever answers for them', () => {
    const said = blocksOf([
      { ...promised, due: '2018-08-31', overdue: true },
      { ...promised, due: '2018-11-30', overdue: false, forumName: 'Executive Scrutiny Board' },
    ]);
    expect(said).toContain('2 commitments are open and due before the next report; 1 is overdue.');
    expect(said).toContain('31-Aug-2018, overdue');
    expect(said).toContain('Executive Scrutiny Board');
    expect(said).toContain('Head of SEND');
  });

  it('are said to be none, or left out where the authority keeps none', () => {
    expect(blocksOf([])).toContain('No commitment is overdue or due before the next report.');
    expect(blocksOf(null)).not.toContain('Commitments due');
  });
});
