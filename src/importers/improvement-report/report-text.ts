import { Refusal } from '../../formats/refusal.ts';
import { decodeText } from '../../formats/text-encoding.ts';
import type { Findings } from './findings.ts';

const NOT_TEXT: readonly { starts: readonly number[]; name: string }[] = [
  { starts: [0x50, 0x4b, 0x03, 0x04], name: 'a Word, Excel or zip file' },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], name: 'an older Word or Excel file' },
  { starts: [0x25, 0x50, 0x44, 0x46], name: 'a PDF file' },
  { starts: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'a rich text (RTF) file' },
];

/**
 * The text of the file, or null where it is none. Bytes that are not UTF-8 are read as Windows-1252, in which
 * every byte means something, so a person is told to look.
 */
export function reportText(bytes: Uint8Array, findings: Findings): string | null {
  const kind = NOT_TEXT.find(({ starts }) => starts.every((byte, at) => bytes[at] === byte));
  if (kind !== undefined) return refuse(findings, `This is ${kind.name}, not a text file.`);
  try {
    const { text, encoding } = decodeText(bytes);
    if (encoding === 'windows-1252') {
      findings.warning(0, {
        message:
          'The file is not UTF-8. It was read as Windows-1252, the usual encoding of older Windows programs.',
        remedy: 'Check pound signs, dashes and quotation marks; if they are wrong, save the file as UTF-8.',
      });
    }
    return text;
  } catch (error) {
    if (error instanceof Refusal) return refuse(findings, error.message);
    throw error;
  }
}

function refuse(findings: Findings, message: string): null {
  findings.error(0, {
    message,
    remedy: 'Save the report as plain text with tabs between the columns, in UTF-8.',
  });
  return null;
}
