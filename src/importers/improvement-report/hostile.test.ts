import { beforeAll, describe, expect, it } from 'vitest';
import { importInWorker } from '../in-worker.ts';
import { workerFile } from '../worker-file.ts';

const HEAD = 'Improvement Report - Plan\nNorthby Council\n30-Jun-2019\n';
const HEADINGS =
  'Measure Details\tQuarterly Target Status\tForecast Year End Status\tPerformance VS Target\tContext for Current Performance\tImprovement Actions Taken\tIntervention / Review\n';
const CELLS = [
  'KPI 1 Homes',
  'Red',
  'Amber',
  'Quarterly data Target 10 Actual 9',
  'Context',
  'Actions',
  'Review',
];
const row = (column: number, text: string) =>
  CELLS.map((cell, at) => (at === column ? text : cell)).join('\t');
const body = (text: string) => `${HEAD}${HEADINGS}Directorate : People\n${text}\n`;
const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');
const MANY = 190_000;
const WIDE = 2_000_000;
const fill = (unit: string, length = WIDE) => unit.repeat(Math.ceil(length / unit.length));

/** Documents that are meant to do harm; what is read of them must be read soon, or be refused. */
const HOSTILE: readonly (readonly [string, () => string])[] = [
  ...CELLS.map(
    (_, column) =>
      [`a cell of 2 MB in column ${column + 1}`, () => body(row(column, fill('word ')))] as const,
  ),
  ['tags in a cell', () => body(row(4, fill('<b><i><p>')))],
  ['deep lists', () => body(row(4, fill('<ul><li>', 19_000)))],
  ['entities in a cell', () => body(row(4, fill('&amp;&lt;')))],
  ['labels in the figures', () => body(lines(4_900, () => row(3, fill('Target Actual Forecast ', 1_990))))],
  [
    'words before a direction',
    () => body(lines(4_900, () => row(3, `Target 5 Actual 5${fill(' \u2191', 1_950)}x`))),
  ],
  [
    'directions of travel',
    () => body(lines(4_900, () => row(3, `Target 5 Actual ${fill('direction of travel ', 1_900)}`))),
  ],
  [
    'section headings in the figures',
    () => body(lines(4_900, () => row(3, `Target 5 Actual ${fill('Forecast Year End ', 1_900)}Q`))),
  ],
  ['codes that never end', () => body(lines(4_900, () => row(0, fill('A&B/C. ', 990))))],
  ['codes with brackets', () => body(lines(4_900, (at) => row(0, `KPI ${at} ${fill('(', 980)}`)))],
  ['codes of one kind', () => body(lines(4_900, (at) => row(0, `PM10 Homes ${at}`)))],
  ['quotation marks alone', () => fill('"', 5_000_000)],
  ['quotation marks and line ends', () => body(fill('"\n', 380_000))],
  ['quotation marks two by two', () => body(fill('""\t', 3_000))],
  ['a quoted cell that never ends', () => body(`${row(0, 'x')}\t"${fill('a ""b"" ', 5_000_000)}`)],
  ['quoted cells in every line', () => body(lines(MANY, (at) => `"a ""${at}"" b"`))],
  ['lines above the table', () => lines(MANY, (at) => `1 July 2018 to ${at} June`) + body(row(0, 'KPI 1'))],
  [
    'dates above the table',
    () => lines(MANY, (at) => `As at Quarter ${at % 4} 20${at % 90}`) + body(row(0, 'KPI 1')),
  ],
  [
    'the title on every line',
    () => body(`${row(0, 'KPI 1')}\n${lines(MANY, () => 'Improvement Report - Plan')}`),
  ],
  ['the headings on every line', () => body(lines(4_900, () => HEADINGS))],
  [
    'a page header for every line',
    () =>
      body(lines(38_000, (at) => `foot ${at}\nImprovement Report - Plan\nNorthby Council\n30-Jun-2019\n`)),
  ],
  [
    'pages without rows',
    () => body(lines(4_900, (at) => `foot ${at}\n${lines(35, () => 'x y z')}\n${HEADINGS}`)),
  ],
  ['names of directorates', () => body(lines(MANY, () => `Directorate : ${fill('A b ', 150)}continued`))],
  ['rows that go on and on', () => body(`KPI 1 Homes\tRed\tAmber\tx\n${lines(MANY, (at) => `and ${at}`)}`)],
  [
    'a row that goes on over every page',
    () =>
      body(
        `${row(0, 'KPI 1 Homes')}\n${lines(38_000, (at) => `Improvement Report - Plan\nNorthby Council\n30-Jun-2019\nand ${at}`)}`,
      ),
  ],
  [
    'rows that go on in their columns',
    () => body(`${row(0, 'KPI 1 Homes')}\n${lines(4_900, () => `\t\t\t\t${fill('x ', 4_000)}\t\t`)}`),
  ],
];

// Bundling the worker is a cost of running from the sources, not of reading a file.
beforeAll(async () => {
  await workerFile();
});

describe('a hostile report, read in its own thread', () => {
  it.each(HOSTILE)('%s: answered in 5 seconds of work and 256 MB', async (_what, make) => {
    const bytes = new Uint8Array(Buffer.from(make()));
    const before = process.memoryUsage().rss;
    let most = before;
    const tick = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 10);
    const used = process.cpuUsage();
    const { rows, problems } = await importInWorker({
      kind: 'improvement-report',
      file: { name: 'hostile.txt', bytes },
      options: {},
    }).finally(() => clearInterval(tick));
    const { user, system } = process.cpuUsage(used);
    expect((user + system) / 1_000).toBeLessThan(5_000);
    expect((most - before) / 1_048_576).toBeLessThan(256);
    expect(rows.length + problems.length).toBeGreaterThan(0);
    expect(
      problems.every(({ remedy, message }) => remedy !== '' && !message.includes('could not be read within')),
    ).toBe(true);
  });
});
