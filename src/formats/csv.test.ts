import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv.ts';
import { guarded, unguarded } from './csv-guard.ts';
import { writeCsv } from './csv-writer.ts';
import { DEFAULT_LIMITS } from './limits.ts';

function read(text: string | Uint8Array, limits = DEFAULT_LIMITS) {
  const records: { row: number; record: readonly string[] }[] = [];
  const file = readCsv(
    typeof text === 'string' ? Buffer.from(text) : text,
    (record, row) => records.push({ row, record }),
    limits,
  );
  return { ...file, records };
}

describe('reading', () => {
  it('takes a byte order mark, Windows-1252, and UTF-16 with its mark', () => {
    expect(read('\ufeffa,b\r\n1,2').records[0]?.record).toEqual(['a', 'b']);
    expect(read(Buffer.from([0xa3, 0x31, 0x2c, 0x96]))).toMatchObject({
      encoding: 'windows-1252',
      records: [{ record: ['£1', '–'] }],
    });
    expect(read(Buffer.from('\ufeffa\t£', 'utf16le'))).toMatchObject({
      encoding: 'utf-16',
      delimiter: '\t',
      records: [{ record: ['a', '£'] }],
    });
  });

  it.each([
    ['a,b;c,d\n', ','],
    ['a;b;"c,,,,"\n', ';'],
    ['a\tb\n1,2,3', '\t'],
    ['one\n1;2', ','],
  ])('finds the separator of %j', (text, delimiter) => {
    expect(read(text).delimiter).toBe(delimiter);
  });

  it('counts rows as a spreadsheet does, blank ones and texts of several lines included', () => {
    const { records } = read('a,b\r\n\r\n"x\ny",2\n , \n3,4');
    expect(records.map(({ row }) => row)).toEqual([1, 3, 5]);
    expect(records[1]?.record).toEqual(['x\ny', '2']);
  });

  it('keeps headings such as __proto__ as texts', () => {
    expect(read('__proto__,constructor\n1,2').records[0]?.record).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it.each([
    ['a,"b\n1,2\n', /never closes/],
    ['a,b\n1,x"y\n', /quotation mark stands inside/],
    ['a,b\n1,"x"y\n', /quotation mark stands inside/],
    ['a\0b', /zero bytes/],
    [Array.from({ length: 65 }, (_, index) => `c${index}`).join(), /65 columns/],
    [`a\n${'x'.repeat(40_000)}`, /32,767 characters/],
    ['', /empty/],
  ])('refuses what cannot be read (%#)', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('refuses row 200,001 quickly', () => {
    expect(() => read('1\n'.repeat(200_001))).toThrow(/200,000 rows/);
  });
});

describe('a file longer than what is parsed at once', () => {
  const texts = Array.from({ length: 20_000 }, (_, index) =>
    index % 7 === 0 ? `one "${index}"\r\ntwo,\n` : `£${index} plain`,
  );
  const lines = texts.map((text, index) => `${index},"${text.replaceAll('"', '""')}",${index % 5}`);

  it.each(['\n', '\r\n'])('is read whole, whatever its texts hold (%j)', (end) => {
    const { records } = read(lines.join(end));
    expect(records.map(({ row, record }) => [row, record[1]])).toEqual(
      texts.map((text, index) => [index + 1, text]),
    );
  });

  it('is one long record at most', () => {
    const long = 'a\nb,"c"\n'.repeat(3_000).replaceAll('"', '""');
    const rest = lines.map((line) => `${line}\n`).join('');
    const { records } = read(`1,"${long}",2\n${rest}`);
    expect([records.length, records[0]?.record[1]]).toEqual([20_001, 'a\nb,"c"\n'.repeat(3_000)]);
  });

  it('says where it stops being CSV, after every record before', () => {
    const seen: number[] = [];
    const broken = Buffer.from([...lines.slice(0, 15_000), 'a,b"c"', ...lines.slice(15_000)].join('\n'));
    expect(() => readCsv(broken, (_record, row) => seen.push(row))).toThrow(
      expect.objectContaining({ place: { row: 15_001 } }),
    );
    expect(seen).toHaveLength(15_000);
  });
});

describe('writing', () => {
  const RISKY = [
    '=1+1',
    '+1',
    '-1+2',
    '@SUM(1)',
    '\tx',
    '\rx',
    '\nx',
    ' =1',
    '\u00a0=1',
    '  \u00a0@x',
    '＝1',
    "'=1",
    "''-x",
  ];

  it.each(RISKY)('makes %j harmless and gives it back', (text) => {
    expect(guarded(text)).toBe(`'${text}`);
    expect(unguarded(guarded(text))).toBe(text);
  });

  it.each(['plain', "it's", "'tis", '5-3', 'a=b', '', "'"])('leaves %j alone', (text) => {
    expect(guarded(text)).toBe(text);
    expect(unguarded(text)).toBe(text);
  });

  it('takes off exactly what it put on, for any text', () => {
    const text = fc.string({ unit: fc.constantFrom("'", '=', '-', ' ', '\t', '\u00a0', '\n', 'a', '1') });
    fc.assert(fc.property(text, (value) => unguarded(guarded(value)) === value));
  });

  it('keeps numbers numbers for people, and everything exact for machines', () => {
    const rows = [[{ number: '-5.2' }, '-5.2', null, 'a "b", c']];
    expect(Buffer.from(writeCsv(['n', 't', 'x', 'q'], rows, 'people')).toString()).toBe(
      '\ufeffn,t,x,q\r\n-5.2,\'-5.2,,"a ""b"", c"\r\n',
    );
    expect(Buffer.from(writeCsv(['n', 't', 'x', 'q'], rows, 'machine')).toString()).toBe(
      'n,t,x,q\r\n-5.2,-5.2,,"a ""b"", c"\r\n',
    );
    expect(() => writeCsv(['n'], [[{ number: '=1' }]], 'people')).toThrow(/plain decimal/);
  });

  it('reads back every text it writes', () => {
    const texts = fc.array(
      fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ' ', 'a', '=', "'", ';') }),
      { minLength: 2, maxLength: 4 },
    );
    fc.assert(
      fc.property(texts, (record) => {
        fc.pre(record.some((value) => value.trim() !== ''));
        const bytes = writeCsv(
          record.map((_, index) => `h${index}`),
          [record],
          'people',
        );
        expect(read(bytes).records[1]?.record.map(unguarded)).toEqual(record);
      }),
    );
  });
});
