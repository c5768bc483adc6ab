import { type Mark, tenths } from './drawn.ts';
import { fitted, widthOf } from './text-room.ts';

interface Below {
  left: number;
  right: number;
  /** Right edge of the picture: the last name may stand below the names of the lines. */
  edge: number;
  y: number;
  fontSize: number;
}

/** The names of periods below a plot: as many as there is room for, the latest always; the first where none but that has. */
export function periodMarks(
  labels: readonly string[],
  x: (index: number) => number,
  { left, right, edge, y, fontSize }: Below,
): Mark[] {
  const widest = Math.max(1, ...labels.map((label) => widthOf(label, fontSize)));
  const shown = Math.min(widest, edge * 0.45) + 14;
  const every = Math.max(1, Math.ceil(labels.length / Math.max(1, Math.floor((right - left) / shown))));
  const marks: Mark[] = [];
  let free = edge;
  for (let index = labels.length - 1; index >= 0; index -= every) {
    const text = fitted(labels[index] ?? '', shown - 14, fontSize);
    if (text === '') continue;
    const half = widthOf(text, fontSize) / 2;
    const at = Math.min(Math.max(half + 2, x(index)), edge - half - 2);
    if (at + half > free) continue;
    free = at - half - 10;
    marks.unshift({ is: 'words', x: tenths(at), y, text, anchor: 'middle' });
  }
  if (marks.length > 1 || labels.length < 2) return marks;
  const text = fitted(labels[0] ?? '', shown - 14, fontSize);
  const half = widthOf(text, fontSize) / 2;
  const at = Math.max(half + 2, x(0));
  if (text === '' || at + half > free) return marks;
  return [{ is: 'words', x: tenths(at), y, text, anchor: 'middle' }, ...marks];
}
