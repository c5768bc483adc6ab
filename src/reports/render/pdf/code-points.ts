/** The code points that a TrueType font has a glyph for, from its `cmap` table (formats 4 and 12). */
export function codePointsOf(font: Buffer): Set<number> {
  const cmap = tableOf(font, 'cmap').start;
  const points = new Set<number>();
  const subtables = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < subtables; index++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 4) addFormat4(font, at, points);
    if (format === 12) addFormat12(font, at, points);
  }
  return points;
}

/** Where a table of a TrueType font begins and ends. */
export function tableOf(font: Buffer, tag: string): { start: number; end: number } {
  const tables = font.readUInt16BE(4);
  for (let index = 0; index < tables; index++) {
    const at = 12 + index * 16;
    if (font.toString('latin1', at, at + 4) !== tag) continue;
    const start = font.readUInt32BE(at + 8);
    return { start, end: start + font.readUInt32BE(at + 12) };
  }
  throw new Error(`The font has no ${tag} table.`);
}

/** Segments of the Basic Multilingual Plane; a glyph of 0 is "missing". */
function addFormat4(font: Buffer, at: number, points: Set<number>): void {
  const doubled = font.readUInt16BE(at + 6);
  const ends = at + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const offsets = deltas + doubled;
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = font.readUInt16BE(ends + segment);
    const start = font.readUInt16BE(starts + segment);
    const delta = font.readUInt16BE(deltas + segment);
    const offset = font.readUInt16BE(offsets + segment);
    for (let point = start; point <= end && point < 0xffff; point++) {
      const glyph =
        offset === 0 ? point + delta : font.readUInt16BE(offsets + segment + offset + (point - start) * 2);
      if ((glyph & 0xffff) !== 0) points.add(point);
    }
  }
}

function addFormat12(font: Buffer, at: number, points: Set<number>): void {
  const groups = font.readUInt32BE(at + 12);
  for (let group = 0; group < groups; group++) {
    const entry = at + 16 + group * 12;
    const end = font.readUInt32BE(entry + 4);
    for (let point = font.readUInt32BE(entry); point <= end; point++) points.add(point);
  }
}
