import type { FigureCell, PartRecord } from './report.ts';

/** Three directorates or four libraries stand under a figure; twenty wards stand in the files for analysts. */
const LONGEST_ON_A_PAGE = 100;

/** The parts of a figure short enough to stand under it, a line for each kind. */
export const shortPartNotes = (parts: readonly PartRecord[]): string[] =>
  partNotes(parts).filter((note) => note.length <= LONGEST_ON_A_PAGE);

/** Those that would crowd a page: for the formats that have room. */
export const longPartNotes = (parts: readonly PartRecord[]): string[] =>
  partNotes(parts).filter((note) => note.length > LONGEST_ON_A_PAGE);

/** @example ['by directorate: Communities & Place 5.4; Corporate Resources 5.1; People Services 6.0'] */
function partNotes(parts: readonly PartRecord[]): string[] {
  const kinds = [...new Set(parts.map(({ partOf }) => partOf))];
  return kinds.map((kind) => {
    const own = parts.filter(({ partOf }) => partOf === kind);
    return `by ${kind}: ${own.map(({ name, figure }) => `${name} ${withoutNoun(figure)}`).join('; ')}`;
  });
}

/** The unit stands beside the figure itself; a sign such as % stays. */
function withoutNoun({ display, format }: FigureCell): string {
  const suffix = format?.suffix ?? '';
  return suffix.startsWith(' ') && display.endsWith(suffix) ? display.slice(0, -suffix.length) : display;
}
