import { isUtf8 } from 'node:buffer';
import { Refusal } from './refusal.ts';

export type TextEncodingName = 'utf-8' | 'utf-16' | 'windows-1252';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncodingName;
}

/**
 * The text of a file: by its byte order mark where it has one, else UTF-8 where every byte fits, else Windows-1252,
 * which is what Excel writes as "CSV (comma delimited)" on a British machine.
 *
 * @throws Refusal for zero bytes, which no text has.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (wide !== undefined)
    return { text: withoutZero(new TextDecoder(wide).decode(bytes)), encoding: 'utf-16' };
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (isUtf8(file)) {
    const text = file.toString('utf8');
    return { text: withoutZero(text.startsWith('\ufeff') ? text.slice(1) : text), encoding: 'utf-8' };
  }
  return { text: withoutZero(decodeWindows1252(bytes)), encoding: 'windows-1252' };
}

/** What Windows-1252 has at 0x80 to 0x9f; five of them are unused and stay the controls they are (WHATWG Encoding). */
const UPPER_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Windows-1252 text. Not by `TextDecoder`: Node 20.20 decodes that label as Latin-1, which loses the dashes, the
 * curly quotation marks and the euro sign (tested beside this file).
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return latin.replace(
    /[\u0080-\u009f]/g,
    (control) => UPPER_CONTROLS[control.charCodeAt(0) - 0x80] ?? control,
  );
}

function withoutZero(text: string): string {
  const at = text.indexOf('\0');
  if (at === -1) return text;
  const row = text.slice(0, at).split('\n').length;
  throw new Refusal(
    'The file holds zero bytes, so it is not text.',
    'Save it again as CSV (UTF-8) and retry.',
    { row },
  );
}
