import { Refusal } from '../refusal.ts';
import type { Archive } from '../zip-gate.ts';

const ZIP_START = [0x50, 0x4b, 0x03, 0x04];
/** The container of old .xls workbooks and of .xlsx workbooks with a password ([MS-CFB] 2.2). */
const COMPOUND_START = [0xd0, 0xcf, 0x11, 0xe0];

/** Says plainly what a file is when it is no workbook at all. */
export function checkWorkbookStart(bytes: Uint8Array): void {
  const starts = (signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (bytes.length === 0 || starts(ZIP_START)) return;
  if (starts(COMPOUND_START)) {
    throw new Refusal(
      'The file is protected by a password, or is in the old Excel format (.xls).',
      'Remove the password and save it as an Excel workbook (.xlsx).',
    );
  }
  throw new Refusal(
    'The file is not an Excel workbook, although its name says so.',
    'Save it as an Excel workbook (.xlsx) or as CSV.',
  );
}

const FORBIDDEN: readonly { readonly part: RegExp; readonly what: string; readonly remedy: string }[] = [
  {
    part: /vbaProject|vbaData|macrosheets?\/|\/activeX\//i,
    what: 'The workbook holds macros, which are never accepted.',
    remedy: 'Save it as an Excel workbook without macros (.xlsx).',
  },
  {
    part: /externalLinks?\//i,
    what: 'The workbook holds links to other workbooks, which are never followed.',
    remedy: 'In Excel choose Data, Edit Links, Break Link, then save it again.',
  },
  {
    part: /\/embeddings\//i,
    what: 'The workbook holds other files inside it.',
    remedy: 'Copy the rows to import into a new workbook and save that.',
  },
];

/** The same, told by declared content type: a part may carry any name. */
const FORBIDDEN_TYPES: readonly { readonly type: RegExp; readonly index: number }[] = [
  { type: /macroEnabled|vbaProject|macrosheet|activeX/i, index: 0 },
  { type: /externalLink\+xml/i, index: 1 },
  { type: /oleObject/i, index: 2 },
];

/** @throws Refusal for a workbook without its main part, or with parts that act or reach outside. */
export async function checkWorkbookParts(archive: Archive): Promise<void> {
  for (const needed of ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels']) {
    if (archive.has(needed)) continue;
    throw new Refusal(
      'The file is packed like an Excel workbook but holds none.',
      'Save the table as an Excel workbook (.xlsx) or as CSV.',
      { value: `missing ${needed}` },
    );
  }
  const types = await archive.text('[Content_Types].xml');
  for (const [index, forbidden] of FORBIDDEN.entries()) {
    const name = archive.names.find((candidate) => forbidden.part.test(candidate));
    const declared = FORBIDDEN_TYPES.some((row) => row.index === index && row.type.test(types));
    if (name !== undefined || declared) {
      throw new Refusal(forbidden.what, forbidden.remedy, name === undefined ? {} : { value: name });
    }
  }
}
