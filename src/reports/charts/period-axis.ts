import { type Mark, tenths } from './drawn.ts';
import { fitted, widthOf } from './text-room.ts';

/** The names of periods below a plot: as many as there is room for, the latest always. */
export function periodMarks(
  labels: readonly string[],
  x: (index: number) => number,
  { left, right, y, fontSize }: { left: number; right: number; y: number; fontSize: number },
): Mark[] {
  const room = right - left;
  const widest = Math.max(1, ...labels.map((label) => widthOf(label, fontSize)));
  const shown = Math.min(widest, Math.max(room / 2, 90)) + 14;
  const every = Math.max(1, Math.ceil(labels.length / Math.max(1, Math.floor(room / shown))));
  return labels.flatMap((label, index): Mark[] => {
    if ((labels.length - 1 - index) % every !== 0) return [];
    const text = fitted(label, shown - 14, fontSize);
    const half = widthOf(text, fontSize) / 2;
    // Kept within the picture: the last name may stand under the names of the lines.
    const at = Math.max(half + 2, x(index));
    return [{ is: 'words', x: tenths(at), y, text, anchor: 'middle' }];
  });
}
