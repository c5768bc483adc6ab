import { tableOf } from './code-points.ts';

/** The font under another family name of the same length: names are written over where they stand. */
export function withFamily(font: Buffer, family: string, name: string): Buffer {
  if (family.length !== name.length) throw new Error(`${name} must be as long as ${family}.`);
  const renamed = Buffer.from(font);
  const { start, end } = tableOf(renamed, 'name');
  const table = renamed.subarray(start, end);
  // Names for Windows and Unicode are UTF-16, for old Macintosh systems single bytes.
  for (const encode of [utf16, (text: string) => Buffer.from(text, 'latin1')]) {
    const old = encode(family);
    for (let at = table.indexOf(old); at >= 0; at = table.indexOf(old, at + old.length))
      encode(name).copy(table, at);
  }
  return renamed;
}

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}
