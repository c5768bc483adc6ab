import { inflateRawSync } from 'node:zlib';
import { unpackWithin } from './wire.ts';

/** About this many rows are made at a time. */
const AT_ONCE = 1_000;

/**
 * The rows of a file as the packed text in which they came from their thread, made into rows again each time they
 * are asked for, some at a time: rows are many times as large as their text, and a large file has many.
 */
export class HeldRows<Row> implements Iterable<readonly Row[]> {
  readonly #pieces: Uint8Array[] = [];

  add(piece: Uint8Array): void {
    this.#pieces.push(piece);
  }

  clear(): void {
    this.#pieces.length = 0;
  }

  *[Symbol.iterator](): Generator<readonly Row[]> {
    let rows: Row[] = [];
    for (const piece of this.#pieces) {
      rows.push(...rowsOf<Row>(piece));
      if (rows.length < AT_ONCE) continue;
      yield rows;
      rows = [];
    }
    if (rows.length > 0) yield rows;
  }
}

/** The rows of one message, which is packed text: a tenth of its size, and it changes hands without a copy. */
export function rowsOf<Row>(piece: Uint8Array): Row[] {
  const rows = JSON.parse(inflateRawSync(piece).toString('utf8')) as Row[];
  unpackWithin(rows);
  return rows;
}
