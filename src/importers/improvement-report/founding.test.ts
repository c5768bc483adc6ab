import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../domain/commentary/plain-text.ts';
import { textTreeSchema } from '../../domain/commentary/schema.ts';
import { derby } from '../../domain/status/presets/derby.ts';
import { readImprovementReport } from './read-improvement-report.ts';
import { toFacts } from './to-facts.ts';

const PATH = new URL('../../../../shared/data/improvement-report-2018-09-30.txt', import.meta.url);
const held = existsSync(PATH);

/** Polarities by meaning, from the appendix of the domain notes; the milestone measure has none. */
const LOWER = [
  'CM PM24',
  'CM PM24a',
  'CP 08f',
  'L&D PM07b',
  'AHH Local 2A (i)',
  'EIIS PM04',
  'SS PM07',
  'SS PM23b',
];

const counts = (words: readonly string[]) =>
  words.reduce<Record<string, number>>((all, word) => {
    all[word] = (all[word] ?? 0) + 1;
    return all;
  }, {});

/** Words as a reader counts them: list marks (a dash, `1.`, `1)`) are layout. */
const words = (text: string) =>
  text
    .replace(/<\/?(?:p|ul)(?: [^>]*)?>/g, ' ')
    .replace(/(^|\s)\d\)/g, '$1')
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '-' && !/^\d\.$/.test(word));

describe.skipIf(!held)(
  'the founding document (needs ../shared/data, which is not part of this repository)',
  () => {
    const read = () => readImprovementReport(readFileSync(PATH), { fileName: 'report.txt' });
    const { document, problems } = held ? read() : { document: null, problems: [] };
    const measures = document?.measures ?? [];
    const result = () =>
      toFacts(document as NonNullable<typeof document>, {
        fileName: 'report.txt',
        scheme: derby,
        recordedAt: '2018-11-01T09:00:00Z',
        yearKind: 'financial',
      });

    it('has its title, authority, date, headings and directorates', () => {
      expect(document).toMatchObject({
        title: 'Improvement Report',
        scopeLine: 'Council Scorecard',
        authorityName: 'Derby City Council',
        periodEnd: '2018-09-30',
        directorates: ['Communities & Place', 'Corporate Resources', 'People Services'],
      });
      expect(Object.values(document?.headings ?? {})).toEqual([
        'Measure Details',
        'Quarterly Target Status',
        'Forecast Year End Status',
        'Performance VS Target',
        'Context for Current Performance',
        'Improvement Actions Taken',
        'Intervention / Review',
      ]);
    });

    it('has 25 measures with their stated statuses and directions', () => {
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(measures).toHaveLength(25);
      expect(counts(measures.map(({ directorate }) => directorate))).toEqual({
        'Communities & Place': 3,
        'Corporate Resources': 7,
        'People Services': 15,
      });
      expect(counts(measures.map(({ status }) => status))).toEqual({ Red: 15, Amber: 7, Blue: 2, Green: 1 });
      expect(counts(measures.map(({ forecastStatus }) => forecastStatus))).toEqual({
        Red: 13,
        Green: 7,
        Amber: 3,
        Blue: 1,
        'N/A': 1,
      });
      expect(counts(measures.map(({ direction }) => direction))).toEqual({
        Improving: 13,
        Deteriorating: 8,
        Stabilised: 2,
        'N/A': 2,
      });
    });

    it('splits every code without doubt', () => {
      expect(measures.filter(({ splitDoubtful }) => splitDoubtful)).toEqual([]);
      expect(measures.map(({ code }) => code)).toEqual([
        ...['L&C PM28', 'YA&H PM08', 'Regen PM21', 'CM PM15', 'CM PM24', 'CM PM24a', 'CP 08f', 'FPA PM22b'],
        ...[
          'EARS PM53',
          'L&D PM07b',
          'EI 12/EI 3',
          'AHH 02D',
          'AHH Local 2A (i)',
          'C PM02a',
          'C PM21',
          'EIIS PM04',
        ],
        ...[
          'L&I PM02a',
          'L&I PM23c',
          'L&I PM23e',
          'SEND 6',
          'AHH 02B',
          'SS PM07',
          'SS PM23b',
          'SS PM25',
          'SS PM28',
        ],
      ]);
      expect(
        measures.flatMap(({ code, aliases }) => (aliases.length === 0 ? [] : [[code, ...aliases]])),
      ).toEqual([
        ['YA&H PM08', 'NI 155'],
        ['EI 12/EI 3', 'EI 12', 'EI 3'],
        ['SEND 6', 'L&I PM26a'],
        ['AHH 02B', 'NI 125'],
        ['SS PM07', 'EIIS PM05'],
      ]);
      expect(measures.find(({ code }) => code === 'SS PM07')?.title).toBe(
        'Children in Care per 10,000 population aged under 18',
      );
    });

    it('keeps every word of every commentary, and its raw text', () => {
      const lines = readFileSync(PATH, 'utf8').split('\n');
      for (const measure of measures) {
        const cells = (lines[measure.line - 1] as string).split('\t').slice(4);
        (['context', 'actions', 'intervention'] as const).forEach((part, at) => {
          const { tree, raw } = measure.commentary[part];
          expect(raw).toBe(cells[at]);
          expect(words(plainText(textTreeSchema.parse(tree)))).toEqual(words(raw));
        });
      }
    });

    it('makes real lists of those whose items are not marked', () => {
      const blocks = (code: string, part: 'context' | 'actions' | 'intervention') =>
        measures
          .find((measure) => measure.code === code)
          ?.commentary[part].tree.map((block) =>
            block.type === 'p' ? 'p' : `${block.type}${block.items.length}`,
          );
      expect(blocks('CM PM24', 'context')).toEqual(['p', 'p', 'ul3', 'p']);
      expect(blocks('L&I PM23c', 'actions')).toEqual(['p', 'p', 'ul8']);
      expect(blocks('AHH Local 2A (i)', 'actions')).toEqual(['p', 'ul6']);
      expect(blocks('C PM02a', 'actions')).toEqual(['ol4']);
      expect(blocks('SS PM07', 'intervention')).toEqual(['ul3', 'p']);
      expect(blocks('SS PM25', 'intervention')).toEqual(['p', 'ul1']);
      expect(blocks('EIIS PM04', 'context')).toEqual(['p', 'p', 'p']);
    });

    it('warns of the off-scale forecast and of lists, and of nothing else', () => {
      expect(problems.map(({ severity, row, column }) => [severity, row, column])).toEqual([
        ['warning', 57, 'Context for Current Performance'],
        ['warning', 72, 'Performance VS Target'],
        ['warning', 102, 'Context for Current Performance'],
        ['warning', 102, 'Improvement Actions Taken'],
        ['warning', 143, 'Improvement Actions Taken'],
      ]);
      expect(measures.find(({ code }) => code === 'FPA PM22b')?.forecast.actual).toEqual({
        kind: 'missing',
        reason: 'unusable',
        typed: '2.0',
      });
    });

    it('infers 24 polarities, each the one that its meaning has, and finds no disagreement', () => {
      const { facts, warnings } = result();
      for (const { code, polarity, confidence } of facts.measures) {
        const expected = code === 'FPA PM22b' ? null : LOWER.includes(code) ? 'lower' : 'higher';
        expect([code, polarity]).toEqual([code, expected]);
        expect(confidence.polarity).toBe(expected === null ? 'unconfirmed' : 'inferred');
      }
      expect(warnings.map(({ message }) => message)).toEqual([
        'FPA PM22b: 1 of 4 texts are not written in this unit.',
      ]);
    });

    it('becomes facts of Derby in 2018-19/Q2', () => {
      const { facts, period, notes } = result();
      expect(period.code).toBe('2018-19/Q2');
      expect(facts.authority).toMatchObject({
        code: 'derby',
        name: 'Derby City Council',
        statusScheme: 'derby',
      });
      expect(facts.scorecards).toEqual([
        {
          code: 'council-scorecard',
          name: 'Council Scorecard',
          validFrom: '2018-07-01',
          measures: measures.map(({ code }) => code),
          exceptionsOnly: true,
          overrides: [],
        },
      ]);
      expect(facts.targets).toHaveLength(50);
      expect(facts.observations).toHaveLength(50);
      expect(facts.commentaries).toHaveLength(75);
      expect(facts.statements).toHaveLength(75);
      expect(notes).toHaveLength(2 + 3 + 25);
    });

    it('reads the same from Windows-1252 and from CRLF with a mark', () => {
      const text = readFileSync(PATH, 'utf8');
      const crlf = readImprovementReport(Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`), {
        fileName: 'x',
      });
      expect(crlf.document).toEqual(document);
      const old = Buffer.from(text.replaceAll('–', '\x96'), 'latin1');
      const cp1252 = readImprovementReport(old, { fileName: 'x' });
      expect(cp1252.document).toEqual(document);
      expect(cp1252.problems[0]?.message).toContain('Windows-1252');
    });
  },
);
