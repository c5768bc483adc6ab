/** One file of a tar archive, small enough to be held whole. */
export interface Entry {
  name: string;
  body: Buffer;
}

const BLOCK = 512;
/** More than we ever write: a header that asks for more is damaged. */
const LARGEST_ENTRY = 64 * 1024 * 1024;

/** The blocks of one entry. Times and owners are zero, so that the same data gives the same bytes. */
export function tarEntry({ name, body }: Entry): Buffer[] {
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, length: number) => value.toString(8).padStart(length - 1, '0');
  header.write(name, 0, 100, 'utf8');
  header.write(octal(0o644, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(body.length, 12), 124);
  header.write(octal(0, 12), 136);
  header.write(' '.repeat(8), 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  header.write(`${octal(sum(header), 7)}\0 `, 148);
  return [header, body, Buffer.alloc((BLOCK - (body.length % BLOCK)) % BLOCK)];
}

export const tarEnd = () => Buffer.alloc(2 * BLOCK);

/** The entries of an archive as it streams in. @throws RangeError for bytes that are not what `tarEntry` makes. */
export async function* tarEntries(bytes: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  let held: Buffer[] = [];
  let size = 0;
  const source = bytes[Symbol.asyncIterator]();
  const take = async (wanted: number): Promise<Buffer> => {
    while (size < wanted) {
      const next = await source.next();
      if (next.done) throw new RangeError('it ends too early');
      held.push(next.value);
      size += next.value.length;
    }
    const all = Buffer.concat(held, size);
    held = [all.subarray(wanted)];
    size -= wanted;
    return all.subarray(0, wanted);
  };
  for (;;) {
    const header = await take(BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const stated = Number.parseInt(header.toString('latin1', 148, 154), 8);
    const copy = Buffer.from(header);
    copy.write(' '.repeat(8), 148);
    const length = Number.parseInt(header.toString('latin1', 124, 135), 8);
    if (stated !== sum(copy) || !(length <= LARGEST_ENTRY))
      throw new RangeError('one of its headers is damaged');
    const name = header.toString('utf8', 0, 100).replace(/\0.*$/s, '');
    const body = await take(length);
    await take((BLOCK - (length % BLOCK)) % BLOCK);
    yield { name, body };
  }
  // The rest is read too: the checksum of the compression comes last.
  for (;;) if ((await source.next()).done) return;
}

const sum = (header: Buffer) => header.reduce((total, byte) => total + byte, 0);
