import { isUtf8 } from 'node:buffer';
import { damaged } from '../zip-directory.ts';
import type { Archive } from '../zip-gate.ts';
import { INCOMPLETE, type Lane, PADDING } from './lane.ts';
import type { MarkupReader } from './markup.ts';

/** More than this waiting for the end of one element is left to the tokeniser, which knows when to give up. */
const MOST_WAITING = 1_000_000;

/** Feeds a part to a tokeniser as it inflates, and to its lane whatever the lane takes. */
export async function feed(archive: Archive, part: string, reader: MarkupReader, lane: Lane): Promise<void> {
  let bytes = Buffer.alloc(0);
  let held = 0;
  for await (const piece of archive.pieces(part)) {
    const end = held + piece.length;
    if (end + PADDING > bytes.length) bytes = grown(bytes, held, end + PADDING);
    bytes.set(piece, held);
    bytes.fill(0, end, end + PADDING);
    const whole = end - unfinished(bytes, end);
    if (!isUtf8(bytes.subarray(0, whole))) throw notText(part);
    const done = read(bytes, whole, reader, lane);
    bytes.copyWithin(0, done, end);
    held = end - done;
  }
  const rest = bytes.subarray(0, held);
  if (!isUtf8(rest)) throw notText(part);
  reader.push(rest.toString('utf8'));
  reader.end();
}

function grown(bytes: Buffer, held: number, needed: number): Buffer<ArrayBuffer> {
  const larger = Buffer.alloc(needed * 2);
  bytes.copy(larger, 0, 0, held);
  return larger;
}

const notText = (part: string) => damaged(`its part "${part}" is not UTF-8 text`);

/** Reads what has come; answers how many bytes of it are done with. */
function read(bytes: Buffer, length: number, reader: MarkupReader, lane: Lane): number {
  // Beyond the last end of an element there is none that the lane could take: it waits for more bytes.
  const last = bytes.lastIndexOf(lane.closing, length - lane.closing.length, 'latin1');
  let at = 0;
  while (at < length) {
    if (reader.depth === lane.depth && reader.isIdle && lane.isOpen) {
      at = pastSpace(bytes, at);
      if (at > last && length - at < MOST_WAITING) return at;
      const next = lane.take(bytes, at, length);
      if (next > 0) {
        at = next;
        continue;
      }
      if (next === INCOMPLETE && length - at < MOST_WAITING) return at;
    }
    const closing = bytes.indexOf(lane.closing, at, 'latin1');
    const end =
      closing === -1 || closing + lane.closing.length > length ? length : closing + lane.closing.length;
    reader.push(bytes.toString('utf8', at, end));
    at = end;
  }
  return at;
}

/** White space between elements means nothing to a spreadsheet. */
function pastSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let code = bytes[at]; code === 10 || code === 13 || code === 32 || code === 9; code = bytes[at])
    at += 1;
  return at;
}

/** How many bytes at the end belong to a character that continues in the next piece. */
function unfinished(bytes: Uint8Array, end: number): number {
  for (let back = 1; back <= 3 && back <= end; back += 1) {
    const byte = bytes[end - back] ?? 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}
