import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A member of an archive built byte by byte, so that it can lie. */
export interface RawEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Already deflated bytes, in place of the content's own. */
  readonly packed?: Uint8Array;
  readonly declaredBytes?: number;
  readonly declaredCrc?: number;
  readonly encrypted?: boolean;
  readonly localName?: string;
}

/** An archive of the entries in order, duplicates and all. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = typeof entry.content === 'string' ? Buffer.from(entry.content) : entry.content;
    const packed = entry.packed ?? deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(entry.encrypted === true ? 1 : 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(entry.declaredCrc ?? crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(entry.declaredBytes ?? content.length, 18);
    const named = (name: string) => {
      const copy = Buffer.from(fields);
      copy.writeUInt16LE(Buffer.byteLength(name), 22);
      return copy;
    };
    const localName = entry.localName ?? entry.name;
    const local = Buffer.concat([signature(0x04034b50), named(localName), Buffer.from(localName), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(
      Buffer.concat([
        signature(0x02014b50),
        Buffer.from([20, 0]),
        named(entry.name),
        tail,
        Buffer.from(entry.name),
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...locals, directory, signature(0x06054b50), end]));
}

/** A deflate stream that unpacks to the unit over and over: 900 MB of zeros in under 1 MB, made at once. */
export function repeated(unit: Uint8Array, times: number): Uint8Array {
  const block = deflateRawSync(unit, { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: times }, () => block), Buffer.from([3, 0])]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}
