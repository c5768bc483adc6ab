import { describe, expect, it } from 'vitest';
import { cpuTime } from '../../../test/tools/cpu-time.ts';
import { formatProblem } from '../problem.ts';
import { readImprovementReport } from './read-improvement-report.ts';

const HEAD = ['Improvement Report - Plan', 'Northby Council', '30-Jun-2019'];
const HEADINGS = [
  'Measure Details',
  'Quarterly Target Status',
  'Forecast Year End Status',
  'Performance VS Target',
  'Context for Current Performance',
  'Improvement Actions Taken',
  'Intervention / Review',
].join('\t');
const PERFORMANCE = 'Quarterly data Target 10 Actual 9 Forecast data Target 20 Actual 19 Improving';
const row = (change: Partial<Record<number, string>> = {}) =>
  ['KPI 1 Homes', 'Red', 'Amber', PERFORMANCE, 'Context', 'Actions', 'Review']
    .map((cell, at) => change[at] ?? cell)
    .join('\t');
const file = (...rows: string[]) => fileOf(rows);
const fileOf = (rows: string[]) => [...HEAD, HEADINGS, 'Directorate : People'].concat(rows).join('\n');

function errorsOf(text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const { document, problems } = readImprovementReport(bytes, { fileName: 'a.txt' });
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(document === null).toBe(errors.length > 0);
  return errors.map(formatProblem);
}

describe('a document with a mistake is refused whole, with its address', () => {
  it('accepts the one these are made from', () => {
    expect(errorsOf(file(row()))).toEqual([]);
  });

  it.each<[name: string, text: string, expected: RegExp]>([
    ['no date', file(row()).replace('30-Jun-2019', ''), /row 1: There is no date above the table/],
    [
      'a date that is none',
      file(row()).replace('30-Jun-2019', '31/06/2019'),
      /row 3:.*not a day in the calendar/,
    ],
    [
      'a date within a month',
      file(row()).replace('30-Jun-2019', '15-Jun-2019'),
      /15-Jun-2019.*last day of the reporting/,
    ],
    ['no title', file(row()).replace(/^.*\n.*\n/, ''), /There is no title/],
    ['no headings', file(row()).replace(`${HEADINGS}\n`, ''), /There is no row of column headings/],
    [
      'a column too few in the headings',
      file(row()).replace('\tImprovement Actions Taken', ''),
      /There are 6 column headings/,
    ],
    ['no measures', file(), /There is no measure/],
    ['a row with six columns', file(row().replace('\tActions', '')), /row 6: This row has 6 columns/],
    ['a row with eight columns', file(`${row()}\tmore`), /row 6: This row has 8 columns/],
    [
      'a measure before any directorate',
      file(row()).replace('Directorate : People\n', ''),
      /row 5, column "Measure Details": This measure stands before/,
    ],
    [
      'an unknown status',
      file(row({ 1: 'Purple' })),
      /column "Quarterly Target Status": "Purple" is not a status of the scheme Derby 2018, which has Blue, Green, Amber, Red, N\/A/,
    ],
    [
      'a decimal comma',
      file(row({ 3: PERFORMANCE.replace('Actual 9', 'Actual 1.000,0') })),
      /row 6, column "Performance VS Target": The quarterly actual cannot be read.*Found: "1.000,0"/,
    ],
    [
      'two units',
      file(row({ 3: PERFORMANCE.replace('Actual 9', 'Actual 9%').replace('Target 10', 'Target 10 days') })),
      /different units/,
    ],
    ['a cell without figures', file(row({ 3: 'Not measured' })), /does not give a Target and an Actual/],
    ['a code twice', file(row(), row()), /row 7.*The code KPI 1 was used before, on line 6/],
    ['no measure in a row', file(row({ 0: '' })), /This row has no measure/],
    [
      'two dates',
      [file(row()), ...HEAD.slice(0, 2), '30-Sep-2019', HEADINGS, row({ 0: 'KPI 2 B' })].join('\n'),
      /row 9: This page has another date/,
    ],
    [
      'text outside the table',
      [...HEAD, HEADINGS, 'People', row()].join('\n'),
      /row 5: This line is outside the table/,
    ],
    [
      'a long commentary',
      file(row({ 4: 'x'.repeat(20_001) })),
      /column "Context for Current Performance": This cell has 20001 characters/,
    ],
    ['deep nesting', file(row({ 4: '<div>'.repeat(60) })), /nested more than 50 levels/],
    ['a spreadsheet', 'PK\u0003\u0004rest', /This is a Word, Excel or zip file/],
    ['zero bytes', 'abc\0def', /zero bytes/],
    ['nothing', '', /There is no row of column headings/],
  ])('%s', (_name, text, expected) => {
    expect(errorsOf(text).join('\n')).toMatch(expected);
  });

  it('lists all of them at once', () => {
    const text = file(
      row({ 1: 'Purple', 3: PERFORMANCE.replace('9', '1,00,0') }),
      row({ 0: 'KPI 2 B', 2: 'Pink' }),
      'a\tb',
    ).replace('30-Jun-2019', '');
    expect(errorsOf(text).map((line) => /row (\d+)/.exec(line)?.[1])).toEqual(['1', '6', '6', '7', '8']);
  });

  it('keeps what is doubtful as a warning', () => {
    const text = file(
      row({ 1: '', 3: 'Quarterly data Target 10 Actual 9' }),
      row({ 0: 'Homes built', 3: PERFORMANCE }),
    );
    const { document, problems } = readImprovementReport(Buffer.from(text), { fileName: 'a.txt' });
    expect(document?.measures).toHaveLength(2);
    expect(problems.map(({ row: line, column }) => `${line} ${column}`)).toEqual([
      '6 Quarterly Target Status',
      '6 Performance VS Target',
      '7 Measure Details',
    ]);
  });
});

describe('a hostile document is answered fast', () => {
  const timed = (make: () => string | Uint8Array, least = 1) => {
    const text = make();
    const spent = cpuTime();
    const errors = errorsOf(text);
    expect(spent()).toBeLessThan(2_000);
    expect(errors.length).toBeGreaterThanOrEqual(least);
  };

  it.each<[string, () => string | Uint8Array]>([
    ['more than 20 MB', () => Buffer.alloc(21 * 1024 * 1024, 65)],
    ['20 MB of line ends', () => '\n'.repeat(19_000_000)],
    ['20 MB on one line', () => 'a '.repeat(9_500_000)],
    ['a row of tabs', () => file('\t'.repeat(10_000_000))],
    ['a cell of 2 MB', () => file(row({ 4: 'word '.repeat(400_000) }))],
    ['a code of 2 MB', () => file(row({ 0: 'A&'.repeat(1_000_000) }))],
    ['figures of 2 MB', () => file(row({ 3: 'Target Actual '.repeat(150_000) }))],
    ['a status of 2 MB', () => file(row({ 1: '<p>'.repeat(700_000) }))],
    ['tags in a title', () => file(row({ 0: '<b><i>'.repeat(160) }))],
    ['a directorate of 2 MB', () => file(`Directorate ${': '.repeat(1_000_000)}`)],
    ['100,000 nested div', () => file(row({ 5: '<div>'.repeat(100_000) }))],
    ['spaces before a figure', () => file(row({ 3: `Target${' '.repeat(1_900)}Actual` }), row({ 1: 'x' }))],
  ])('%s', (_name, make) => {
    timed(make);
  });

  it.each<[string, () => string]>([
    [
      '200,000 short lines with tags',
      () => fileOf([row()].concat(Array.from({ length: 190_000 }, (_, at) => `<p>${at}</p>`))),
    ],
    [
      '200,000 directorates',
      () => fileOf(Array.from({ length: 190_000 }, (_, at) => `Directorate : <b>${at}</b>`)),
    ],
    [
      '200,000 lines above the table',
      () =>
        Array.from({ length: 190_000 }, (_, at) => `<p>${at}&amp;</p>`)
          .concat(file(row()))
          .join('\n'),
    ],
    ['200,000 rows', () => fileOf(Array.from({ length: 190_000 }, (_, at) => row({ 0: `K ${at}` })))],
    [
      '5,000 rows with a tag in every cell',
      () =>
        fileOf(
          Array.from({ length: 4_990 }, (_, at) =>
            row({ 0: `K ${at}`, 1: 'Purple' }).replace(/(?<=^|\t)|(?=\t|$)/g, '<p>'),
          ),
        ),
    ],
    [
      '5,000 rows that look like headings',
      () => file(...Array.from({ length: 4_990 }, (_, at) => `<b>status ${at}</b>\t`.repeat(6))),
    ],
  ])('%s', (_name, make) => {
    const text = make();
    const spent = cpuTime();
    expect(errorsOf(text).length).toBeGreaterThan(0);
    expect(spent()).toBeLessThan(5_000);
  });

  it('many bad rows are counted, not all listed', () => {
    const rows = Array.from({ length: 4_990 }, (_, at) => row({ 0: `KPI ${at} Homes`, 1: 'Purple' }));
    const errors = errorsOf(file(...rows));
    expect(errors).toHaveLength(1_001);
    expect(errors.at(-1)).toContain('There are 3990 more problems');
  });
});
