import { expect, it } from 'vitest';
import { type Entry, tarEnd, tarEntries, tarEntry } from './tar.ts';

const entries: Entry[] = [
  { name: 'tables/a/00001.copy', body: Buffer.from('one\n') },
  { name: 'empty', body: Buffer.alloc(0) },
  { name: 'exact', body: Buffer.alloc(1024, 'x') },
];
const archive = Buffer.concat([...entries.flatMap(tarEntry), tarEnd()]);

async function read(bytes: Buffer, step: number): Promise<Entry[]> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
  }
  const found: Entry[] = [];
  for await (const entry of tarEntries(pieces())) found.push(entry);
  return found;
}

it('reads back what it wrote, however the bytes arrive', async () => {
  for (const step of [1, 100, 512, 100_000]) expect(await read(archive, step)).toEqual(entries);
});

it('refuses a damaged header and an archive that ends too early', async () => {
  const damaged = Buffer.from(archive);
  damaged[130] = 0x39;
  await expect(read(damaged, 512)).rejects.toThrow(/headers is damaged/);
  await expect(read(archive.subarray(0, 700), 512)).rejects.toThrow(/ends too early/);
});
