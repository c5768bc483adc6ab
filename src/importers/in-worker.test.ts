import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { toText } from '../domain/number/decimal.ts';
import { derby } from '../domain/status/presets/derby.ts';
import { rawWorkbook, textRow } from '../formats/testing/raw-workbook.ts';
import { repeated } from '../formats/testing/raw-zip.ts';
import { DEFAULT_WORKER_LIMITS, holdFromWorker, importInWorker, streamFromWorker } from './in-worker.ts';
import { hasErrors, type Problem } from './problem.ts';
import { knownMeasures } from './table/known.ts';
import { SAMPLE_MEASURES } from './table/sample-measures.ts';
import { workerFile } from './worker-file.ts';

const options = { known: { measures: knownMeasures(SAMPLE_MEASURES) }, period: '2018-19/Q2' };
const updates = (name: string, bytes: Uint8Array) =>
  importInWorker({ kind: 'updates', file: { name, bytes }, options });

// Bundling the worker is a cost of running from the sources, not of reading a file.
beforeAll(async () => {
  await workerFile();
});

describe('an import in its own thread', () => {
  it('gives rows with exact decimals, and problems with addresses', async () => {
    const good = await updates('a.csv', Buffer.from('Code,Actual,Context\nCP 1,0.1,"- one\n- two"\n'));
    expect(good.problems).toEqual([]);
    const actual = good.rows[0]?.actual;
    expect(actual?.kind === 'number' ? toText(actual.value.plus('0.2')) : null).toBe('0.3');
    const bad = await updates('b.csv', Buffer.from('Code,Actual\nCP 1,1\nCP 9,1\n'));
    expect(bad).toMatchObject({ rows: [], problems: [{ row: 3, column: 'Code', file: 'b.csv' }] });
  });

  it('reads every kind', async () => {
    const file = (text: string) => ({ name: 'a.csv', bytes: new Uint8Array(Buffer.from(text)) });
    const targets = await importInWorker({
      kind: 'targets',
      file: file('Code,Period,Value,Role,Reason\nCP 1,2018-19,5,,\nCP 1,2018-19,10%,Tolerance,why\n'),
      options: { ...options, scheme: derby },
    });
    const series = await importInWorker({
      kind: 'series',
      file: file('Code,Period,Value\nCP 1,2018-19,5\n'),
      options,
    });
    const measures = await importInWorker({
      kind: 'measures',
      file: file('Code,Title,Directorate,Unit\nA,T,D,%\n'),
      options: { validFrom: '2018-04-01' },
    });
    expect([targets.rows.length, series.rows.length, measures.rows.length]).toEqual([2, 1, 1]);
    const peers = await importInWorker({
      kind: 'peers',
      file: file(
        'Code,Period,Area code,Area,Value,Source,Source date\nCP 1,2018-19,E1,Ashby,5,LG table,2019-06-01\n',
      ),
      options: { ...options, versions: new Map([['CP 1', ['2016-04-01', '2018-10-01']]]) },
    });
    expect(peers.rows).toMatchObject([{ area: { code: 'E1', name: 'Ashby' }, follows: '2018-10-01' }]);
    const report = await importInWorker({
      kind: 'improvement-report',
      file: file('not a report'),
      options: {},
    });
    expect(hasErrors(report.problems)).toBe(true);
  });

  const founding = new URL('../../../shared/data/improvement-report-2018-09-30.txt', import.meta.url);
  it.skipIf(!existsSync(founding))(
    'reads the founding document (skipped by name where it is not at hand)',
    async () => {
      const bytes = new Uint8Array(readFileSync(founding));
      const { rows } = await importInWorker({
        kind: 'improvement-report',
        file: { name: 'report.txt', bytes },
        options: {},
      });
      expect(rows[0]?.measures).toHaveLength(25);
    },
  );

  it('hands over many rows as they come', async () => {
    const lines = Array.from(
      { length: 2_600 },
      (_, index) =>
        `CP 1,${1900 + Math.floor(index / 12)}/M${String((index % 12) + 1).padStart(2, '0')},${index}.5`,
    );
    let count = 0;
    const file = {
      name: 'a.csv',
      bytes: new Uint8Array(Buffer.from(`Code,Period,Value\n${lines.join('\n')}`)),
    };
    const problems = await streamFromWorker({ kind: 'series', file, options }, () => {
      count += 1;
    });
    expect([problems.length, count]).toEqual([0, 2_600]);
  });

  it('holds more rows than may wait unread, as often as they are asked for', async () => {
    const many = (last: string) => {
      const lines = Array.from({ length: 6_000 }, (_, index) => {
        const period = `${1900 + Math.floor(index / 24)}/M${String((index % 12) + 1).padStart(2, '0')}`;
        return `${Math.floor(index / 12) % 2 === 0 ? 'CP 1' : 'EI 12/EI 3'},${period},${index}.5`;
      });
      const text = `Code,Period,Actual\n${lines.join('\n')}\n${last}`;
      return { name: 'a.csv', bytes: new Uint8Array(Buffer.from(text)) };
    };
    let seen = 0;
    const watch = () => {
      seen += 1;
    };
    const { rows, problems } = await holdFromWorker({ kind: 'updates', file: many(''), options }, watch);
    const typed = () =>
      [...rows].flat().map(({ actual }) => actual?.kind === 'number' && toText(actual.value));
    expect([problems.length, seen]).toEqual([0, 6_000]);
    expect(typed()).toEqual(Array.from({ length: 6_000 }, (_, index) => `${index}.5`));
    expect(typed()).toHaveLength(6_000);
    const refused = await holdFromWorker({ kind: 'updates', file: many('CP 9,2018,1'), options }, watch);
    expect([hasErrors(refused.problems), [...refused.rows]]).toEqual([true, []]);
  });

  it('ends a thread that takes too long or too much', async () => {
    const file = {
      name: 'slow.csv',
      bytes: new Uint8Array(Buffer.from(`Code,Actual\n${'CP 1,1\n'.repeat(150_000)}`)),
    };
    const job = { kind: 'updates' as const, file, options };
    const slow = await importInWorker(job, {
      ...DEFAULT_WORKER_LIMITS,
      seconds: 0.05,
      secondsEachMegabyte: 0,
    });
    expect(slow.problems[0]?.message).toContain('could not be read within');
    const large = await importInWorker(job, { ...DEFAULT_WORKER_LIMITS, memoryMegabytes: 8 });
    expect(large.problems[0]?.message).toContain('memory');
  });
});

const zeros = new Uint8Array(1024 * 1024);
const sheet = (name: string, rows: string) =>
  [name, rawWorkbook({ rows: textRow(1, ['Code', 'Actual']) + rows })] as const;
const many = (count: number, unit: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => unit(index)).join('');

/** Files that are meant to do harm, made here so that none has to be kept. */
const HOSTILE: readonly (readonly [string, Uint8Array, RegExp])[] = [
  [
    'zip bomb of 900 MB',
    rawWorkbook({
      extra: [
        {
          name: 'xl/worksheets/sheet2.xml',
          content: '',
          packed: repeated(zeros, 900),
          declaredBytes: 50_000_000,
          declaredCrc: 0,
        },
      ],
    }),
    /not UTF-8|unpacks to more/,
  ],
  [
    'bomb in a shared string',
    rawWorkbook({
      rows: '<row/>',
      extra: [
        {
          name: 'xl/sharedStrings.xml',
          content: '',
          packed: repeated(Buffer.from('<si><t>aaaa</t></si>'.repeat(50_000)), 90),
          declaredBytes: 90_000_000,
          declaredCrc: 0,
        },
      ],
    }),
    /two roots|100 times its size/,
  ],
  [
    'six million shared strings',
    rawWorkbook({
      rows: '<row><c t="s"><v>0</v></c></row>',
      sharedStrings: '<si><t/></si>'.repeat(6_000_000),
    }),
    /100 times its size|more than 2000000 texts/,
  ],
  [
    'one cell at XFD1048576',
    sheet('far', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')[1],
    /most rows allowed is 200,000/,
  ],
  [
    '65 columns',
    sheet('wide', `<row r="2">${many(65, () => '<c><v>1</v></c>')}</row>`)[1],
    /most columns allowed is 64/,
  ],
  [
    'a row 200,001',
    sheet('long', '<row r="200001"><c t="inlineStr"><is><t>CP 1</t></is></c></row>')[1],
    /most rows allowed is 200,000/,
  ],
  [
    'a formula in every cell',
    sheet(
      'formulas',
      many(1_500, () => '<row><c><f>HYPERLINK("http://x")</f></c></row>'),
    )[1],
    /formula/,
  ],
  [
    'an entity bomb',
    rawWorkbook({
      worksheet:
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>',
    }),
    /document type/,
  ],
  ['deep markup', rawWorkbook({ worksheet: '<a>'.repeat(500_000) }), /nests too deeply/],
  ['a tag without end', rawWorkbook({ worksheet: `<worksheet ${'a="b" '.repeat(400_000)}` }), /never ends/],
  [
    'NaN and 1E+400',
    sheet('numbers', '<row><c t="inlineStr"><is><t>CP 1</t></is></c><c><v>NaN</v></c></row>')[1],
    /no number/,
  ],
  [
    '190,000 unknown codes',
    Buffer.from(`Code,Actual\n${many(190_000, (index) => `CP ${index + 10},1\n`)}`),
    /more than 20000 errors/,
  ],
  [
    'an unclosed quotation mark',
    Buffer.from(`Code,Actual\n"${'CP 1,1\n'.repeat(1_000_000)}`),
    /too long|never closes/,
  ],
  ['a million separators', Buffer.from(`Code,Actual${','.repeat(1_000_000)}x\n`), /columns/],
  [
    'a cell of ten million spaces',
    Buffer.from(`Code,Actual\nCP 1,"${' '.repeat(10_000_000)}1"\n`),
    /32,767|too long/,
  ],
  ['zero bytes', Buffer.from('Code,Actual\nCP\0 1,1\n'), /zero bytes/],
  ['not a workbook', Buffer.from('PK but not really'), /not an Excel workbook|no column called/],
];

describe('a hostile file', () => {
  it.each(HOSTILE)(
    '%s: refused clearly, in 5 seconds and 256 MB, while others are answered',
    async (what, bytes, message) => {
      const name =
        /bomb|string|cell at|columns|row|formula|markup|tag|NaN|workbook/.test(what) && bytes[0] === 0x50
          ? 'file.xlsx'
          : 'file.csv';
      const before = process.memoryUsage().rss;
      let most = before;
      let longest = 0;
      let last = performance.now();
      const tick = setInterval(() => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
        most = Math.max(most, process.memoryUsage().rss);
      }, 10);
      const started = performance.now();
      let problems: readonly Problem[];
      try {
        ({ problems } = await updates(name, bytes));
      } finally {
        clearInterval(tick);
      }
      expect(hasErrors(problems)).toBe(true);
      expect(
        problems.some((problem) => message.test(problem.message)),
        problems[0]?.message,
      ).toBe(true);
      expect(problems.every((problem) => problem.remedy !== '' && problem.file === name)).toBe(true);
      expect(performance.now() - started).toBeLessThan(5_000);
      expect(most - before).toBeLessThan(256 * 1024 * 1024);
      expect(longest).toBeLessThan(500);
    },
  );
});
