import type { AssuranceResult } from '../../domain/assurance/assurance.ts';
import { resultNamed } from '../../domain/assurance/assurance.ts';
import { slug } from './ids.ts';
import type { Cell, Report, ReportBlock, Row } from './report.ts';
import { counted } from './sentence.ts';

/** One figure of the pack, in words that are ready to print. */
export interface PackedFigure {
  code: string;
  title: string;
  /** Name and value: figure as it stands and as typed, numerator, denominator, definition, source, target, status. */
  facts: readonly (readonly [name: string, value: string])[];
  /** What stands behind it, a line each: with the hash of the file. */
  evidence: readonly string[];
  /** What happened to it, oldest first. */
  trail: readonly { when: string; who: string; what: string }[];
  result: {
    result: AssuranceResult;
    found: string | null;
    note: string;
    by: string;
    on: string;
    /** True where the figure has been recorded again since the test. */
    isOfEarlierFigure: boolean;
  } | null;
}

export interface SamplePack {
  /** Of the report that the figures are of: authority, period, key and basis. */
  base: Omit<Report, 'kind' | 'fileStem' | 'title' | 'blocks' | 'measures' | 'summary' | 'runningHead'>;
  /** How the sample came about, and what fixes it. */
  drawn: string;
  figures: readonly PackedFigure[];
}

/**
 * Internal audit's sample as a document: for each figure all that it rests on, and a form to work it out again, filled in
 * where the result is known.
 */
export function samplePack({ base, drawn, figures }: SamplePack): Report {
  const title = `Internal audit sample: ${counted(figures.length, 'figure')}`;
  const tested = figures.filter(({ result }) => result !== null);
  const agreed = tested.filter(({ result }) => result?.result === 'agreed').length;
  const sentence =
    tested.length === 0
      ? `${counted(figures.length, 'figure')} to be tested; none has been yet.`
      : `${tested.length} of ${counted(figures.length, 'figure')} tested: ${agreed} agreed with ${agreed === 1 ? 'its' : 'their'} source, ${tested.length - agreed} did not or could not be tested.`;
  return {
    ...base,
    kind: 'sample-pack',
    fileStem: `${base.authority.code}-audit-sample-${base.period.code.replaceAll('/', '-')}`,
    title,
    runningHead: { authority: base.authority.name, title, periodEnd: base.period.endLabel },
    measures: [],
    summary: { sentence, denominators: [], counts: [] },
    blocks: [
      { type: 'paragraph', role: 'lead', text: sentence },
      { type: 'paragraph', role: 'note', text: drawn },
      { type: 'heading', level: 2, text: 'Results', id: 'results' },
      resultsTable(figures),
      ...figures.flatMap(figureBlocks),
    ],
  };
}

const text = (words: string): Cell => ({ type: 'text', text: words });

function resultsTable(figures: readonly PackedFigure[]): ReportBlock {
  return {
    type: 'table',
    table: {
      id: 'results-table',
      caption: 'What each test showed',
      layout: 'plain',
      isWide: true,
      columns: [
        { key: 'measure', heading: 'Measure', width: 40, align: 'start' },
        { key: 'result', heading: 'Result', width: 15, align: 'start' },
        { key: 'found', heading: 'Figure worked out', width: 15, align: 'end' },
        { key: 'tested', heading: 'Tested', width: 30, align: 'start' },
      ],
      rows: figures.map(({ code, title, result }, index) => ({
        id: `result-${index + 1}`,
        cells: [
          text(`${code} ${title}`),
          text(result === null ? 'Not tested yet' : resultInWords(result)),
          text(result?.found ?? ''),
          text(result === null ? '' : `${result.on}, ${result.by}`),
        ],
      })),
      empty: 'The sample holds no figures.',
    },
  };
}

function figureBlocks(figure: PackedFigure, index: number): ReportBlock[] {
  const { code, title, facts, evidence, trail } = figure;
  const id = `figure-${index + 1}-${slug(code)}`;
  return [
    { type: 'heading', level: 2, text: `${code} ${title}`, id },
    twoColumns(`${id}-facts`, 'What the figure rests on', ['What', 'As recorded'], facts),
    { type: 'heading', level: 3, text: 'Evidence', id: `${id}-evidence` },
    evidence.length === 0
      ? { type: 'paragraph', role: 'plain', text: 'No evidence was given.' }
      : { type: 'list', items: evidence },
    { type: 'heading', level: 3, text: 'Trail', id: `${id}-trail` },
    {
      type: 'table',
      table: {
        id: `${id}-trail-table`,
        caption: 'What happened to it, oldest first',
        layout: 'plain',
        isWide: true,
        columns: [
          { key: 'when', heading: 'When', width: 22, align: 'start' },
          { key: 'who', heading: 'Who', width: 23, align: 'start' },
          { key: 'what', heading: 'What', width: 55, align: 'start' },
        ],
        rows: trail.map(({ when, who, what }, order) => ({
          id: `${id}-trail-${order + 1}`,
          cells: [text(when), text(who), text(what)],
        })),
        empty: 'Nothing is recorded but the figure itself.',
      },
    },
    { type: 'heading', level: 3, text: 'Worked out again', id: `${id}-form` },
    performedAgain(`${id}-again`, figure),
  ];
}

const resultInWords = ({ result, isOfEarlierFigure }: NonNullable<PackedFigure['result']>): string =>
  `${resultNamed(result).label}${isOfEarlierFigure ? '. The figure has been recorded again since' : ''}`;

/** The form of the test: blank lines to fill in by hand until the result is recorded. */
function performedAgain(id: string, { result }: PackedFigure): ReportBlock {
  const blank = '................................';
  const lines: [string, string][] = [
    ['Source that was looked at', result === null ? blank : 'See the note'],
    ['Numerator found', result === null ? blank : 'See the note'],
    ['Denominator found', result === null ? blank : 'See the note'],
    ['Figure worked out', result === null ? blank : (result.found ?? 'None')],
    ['Result', result === null ? blank : resultInWords(result)],
    ['Note', result === null ? blank : result.note === '' ? 'None' : result.note],
    ['By, on', result === null ? blank : `${result.by}, ${result.on}`],
  ];
  const shown = result === null ? lines : lines.filter(([, value]) => value !== 'See the note');
  return twoColumns(id, 'The test', ['Step', 'What was found'], shown);
}

function twoColumns(
  id: string,
  caption: string,
  [first, second]: readonly [string, string],
  lines: readonly (readonly [string, string])[],
): ReportBlock {
  return {
    type: 'table',
    table: {
      id,
      caption,
      layout: 'plain',
      isWide: true,
      columns: [
        { key: 'name', heading: first, width: 28, align: 'start' },
        { key: 'value', heading: second, width: 72, align: 'start' },
      ],
      rows: lines.map(
        ([name, value], index): Row => ({
          id: `${id}-${index + 1}`,
          cells: [text(name), text(value)],
        }),
      ),
      empty: 'Nothing is recorded.',
    },
  };
}
