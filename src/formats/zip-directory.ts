import { Refusal } from './refusal.ts';

/** One member of an archive as its central directory and local header agree that it is. */
export interface ZipEntry {
  readonly name: string;
  readonly stored: boolean;
  readonly crc: number;
  readonly unpackedBytes: number;
  readonly packed: Uint8Array;
}

// Record signatures and sizes: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const ZIP64_MARK = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

/**
 * Reads the list of members and checks that the archive tells one story: every local header repeats the
 * directory's name, no two members share bytes or a name, and nothing is encrypted.
 */
export function readZipDirectory(bytes: Uint8Array, mostEntries: number): ZipEntry[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = endRecord(file);
  const count = file.readUInt16LE(end + 10);
  const start = file.readUInt32LE(end + 16);
  if (start === ZIP64_MARK || count === 0xffff) throw damaged('it uses the ZIP64 layout');
  if (file.readUInt16LE(end + 4) !== 0 || file.readUInt16LE(end + 8) !== count)
    throw damaged('it is one part of several');
  if (count > mostEntries) {
    throw new Refusal(
      `The archive holds ${count} parts; the most allowed is ${mostEntries}.`,
      'Save a copy with only the sheets to import.',
    );
  }
  const entries: ZipEntry[] = [];
  const ranges: { from: number; to: number }[] = [];
  const names = new Set<string>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || file.readUInt32LE(at) !== CENTRAL) throw damaged('its list of parts is broken');
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    checkName(name);
    // Part names differ by more than case (ECMA-376 part 2, 6.2.2.3): readers disagree about which one wins.
    const key = name.toLowerCase();
    if (names.has(key)) throw duplicated(name);
    names.add(key);
    if ((file.readUInt16LE(at + 8) & 1) === 1) throw encrypted();
    const method = file.readUInt16LE(at + 10);
    if (method !== STORED && method !== DEFLATED)
      throw damaged(`"${name}" is packed by a method that is not used in workbooks`);
    const packedBytes = file.readUInt32LE(at + 20);
    const local = file.readUInt32LE(at + 42);
    const from = dataStart(file, local, name);
    if (from + packedBytes > start) throw damaged(`"${name}" runs past the end of its place`);
    ranges.push({ from: local, to: from + packedBytes });
    entries.push({
      name,
      stored: method === STORED,
      crc: file.readUInt32LE(at + 16),
      unpackedBytes: file.readUInt32LE(at + 24),
      packed: bytes.subarray(from, from + packedBytes),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  ranges.sort((a, b) => a.from - b.from);
  for (let index = 1; index < ranges.length; index += 1) {
    if ((ranges[index]?.from ?? 0) < (ranges[index - 1]?.to ?? 0))
      throw damaged('two of its parts share the same bytes');
  }
  return entries;
}

function endRecord(file: Buffer): number {
  const lowest = Math.max(0, file.length - END_SIZE - LONGEST_COMMENT);
  for (let at = file.length - END_SIZE; at >= lowest; at -= 1) {
    if (file.readUInt32LE(at) === END && at + END_SIZE + file.readUInt16LE(at + 20) === file.length)
      return at;
  }
  throw damaged('its end is missing, as when a download stopped early');
}

function dataStart(file: Buffer, local: number, name: string): number {
  if (local + 30 > file.length || file.readUInt32LE(local) !== LOCAL)
    throw damaged(`"${name}" is not where the list of parts says`);
  if ((file.readUInt16LE(local + 6) & 1) === 1) throw encrypted();
  const nameLength = file.readUInt16LE(local + 26);
  if (file.toString('utf8', local + 30, local + 30 + nameLength) !== name)
    throw damaged(`"${name}" has two different names`);
  return local + 30 + nameLength + file.readUInt16LE(local + 28);
}

/** Nothing is ever unpacked to disk, yet a name that tries to leave its folder shows what the file is for. */
function checkName(name: string): void {
  const outside =
    name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.includes('\\') || name.split('/').includes('..');
  if (name === '' || outside || /[\u0000-\u001f\u007f\ufffd]/.test(name)) {
    throw new Refusal(
      'The archive holds a part whose name points outside the workbook.',
      'Open the file in Excel or LibreOffice and save it again as an Excel workbook (.xlsx).',
      { value: name },
    );
  }
}

const duplicated = (name: string) =>
  new Refusal(
    'The archive holds two parts with the same name, so it is not certain which one is meant.',
    'Open the file in Excel or LibreOffice and save it again as an Excel workbook (.xlsx).',
    { value: name },
  );

const encrypted = () =>
  new Refusal('The file is protected by a password.', 'Remove the password and save it again.');

/** The archive cannot be what it says it is. */
export const damaged = (why: string) =>
  new Refusal(`The file is damaged: ${why}.`, 'Open it in Excel or LibreOffice, save it again and retry.');
