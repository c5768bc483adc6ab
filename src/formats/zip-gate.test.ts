import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from './limits.ts';
import { rawWorkbook, textRow } from './testing/raw-workbook.ts';
import { rawZip, repeated } from './testing/raw-zip.ts';
import { openXlsx } from './xlsx/xlsx-reader.ts';
import { openArchive } from './zip-gate.ts';

const good = { rows: textRow(1, ['a']) };
/** Opens and reads the first sheet: the gate closes with the last byte. */
async function open(bytes: Uint8Array) {
  const workbook = await openXlsx(bytes);
  await workbook.readRows(workbook.sheets[0]?.name ?? '', () => {});
  return workbook;
}
const zeros = new Uint8Array(1024 * 1024);

describe('the gate', () => {
  it('passes an ordinary workbook', async () => {
    expect((await open(rawWorkbook(good))).sheets).toMatchObject([{ name: 'Updates', hidden: false }]);
  });

  const bomb = (declaredBytes: number) =>
    rawWorkbook({
      extra: [
        {
          name: 'xl/media/image1.png',
          content: '',
          packed: repeated(zeros, 900),
          declaredBytes,
          declaredCrc: 0,
        },
      ],
    });

  it.each([
    ['an honest bomb of 900 MB', bomb(900 * 1024 * 1024), /more than 100\.0 MB/],
    ['a bomb that says it is small', bomb(1_000), /unpacks to more than it declares/],
    [
      'a bomb under the limit',
      rawWorkbook({
        extra: [
          {
            name: 'x.bin',
            content: '',
            packed: repeated(zeros, 90),
            declaredBytes: 90 * 1024 * 1024,
            declaredCrc: 0,
          },
        ],
      }),
      /more than 100 times its size/,
    ],
    [
      'the same name twice',
      rawWorkbook({ extra: [{ name: 'xl/worksheets/Sheet1.xml', content: '<x/>' }] }),
      /same name/,
    ],
    [
      'a path that climbs',
      rawWorkbook({ extra: [{ name: 'xl/../../etc/passwd', content: 'x' }] }),
      /points outside/,
    ],
    ['an absolute path', rawWorkbook({ extra: [{ name: '/etc/passwd', content: 'x' }] }), /points outside/],
    ['a Windows path', rawWorkbook({ extra: [{ name: 'C:\\x', content: 'x' }] }), /points outside/],
    [
      'a part with two names',
      rawWorkbook({ extra: [{ name: 'a.xml', localName: 'b.xml', content: '<x/>' }] }),
      /two different names/,
    ],
    [
      'an encrypted part',
      rawWorkbook({ extra: [{ name: 'a.xml', content: '<x/>', encrypted: true }] }),
      /password/,
    ],
    [
      'a wrong checksum',
      rawWorkbook({ extra: [{ name: 'a.xml', content: '<x/>', declaredCrc: 1 }] }),
      /not complete/,
    ],
    [
      'bytes that do not inflate',
      rawWorkbook({ extra: [{ name: 'a.xml', content: '<x/>', packed: Buffer.from('garbage!') }] }),
      /cannot be unpacked|declares|not complete/,
    ],
    [
      '1,001 parts',
      rawWorkbook({
        extra: Array.from({ length: 1_001 }, (_, index) => ({ name: `p${index}`, content: '' })),
      }),
      /holds 100\d parts/,
    ],
    ['macros', rawWorkbook({ extra: [{ name: 'xl/vbaProject.bin', content: 'x' }] }), /macros/],
    [
      'macros by content type',
      rawWorkbook({
        contentTypes:
          '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      }),
      /macros/,
    ],
    [
      'links to other workbooks',
      rawWorkbook({ extra: [{ name: 'xl/externalLinks/externalLink1.xml', content: '<x/>' }] }),
      /links to other workbooks/,
    ],
    [
      'embedded files',
      rawWorkbook({ extra: [{ name: 'xl/embeddings/oleObject1.bin', content: 'x' }] }),
      /other files inside/,
    ],
    [
      'a document type',
      rawWorkbook({
        worksheet: '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>',
      }),
      /document type/,
    ],
    [
      'a document type in a part that is not read',
      rawWorkbook({
        extra: [
          {
            name: 'xl/theme/theme1.xml',
            content: `${' '.repeat(65_530)}<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>`,
          },
        ],
      }),
      /document type/,
    ],
    ['UTF-16 markup', rawWorkbook({ worksheet: Buffer.from('\ufeff<worksheet/>', 'utf16le') }), /not UTF-8/],
    ['no workbook inside', rawWorkbook({ leaveOut: ['xl/workbook.xml'] }), /holds none/],
    [
      'the old Excel format',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      /password, or is in the old Excel format/,
    ],
    ['a text file', Buffer.from('Code,Actual\r\n'), /not an Excel workbook/],
    ['an empty file', new Uint8Array(0), /empty/],
    ['half a file', rawWorkbook(good).subarray(0, 400), /end is missing/],
  ])('refuses %s', async (_what, bytes, message) => {
    await expect(open(bytes)).rejects.toThrow(message);
  });

  it('refuses members that share bytes', async () => {
    const bytes = Buffer.from(
      rawZip([
        { name: 'a', content: 'same' },
        { name: 'b', content: 'same' },
      ]),
    );
    const second = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(0, second + 42);
    bytes.write('a', second + 46);
    await expect(openArchive(bytes, DEFAULT_LIMITS)).rejects.toThrow(/same name|same bytes/);
  });

  it('refuses a file over the size limit before looking inside', async () => {
    await expect(openXlsx(new Uint8Array(2_000), { ...DEFAULT_LIMITS, fileBytes: 1_000 })).rejects.toThrow(
      /not an Excel|most allowed/,
    );
    await expect(openArchive(rawWorkbook(good), { ...DEFAULT_LIMITS, fileBytes: 100 })).rejects.toThrow(
      /most allowed/,
    );
  });
});
