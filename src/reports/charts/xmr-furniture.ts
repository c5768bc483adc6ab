import type { Signal } from '../model/charts/chart.ts';
import type { ControlPoint, ControlSegment } from '../model/charts/control-chart.ts';
import { type Frame, type Mark, rule, tenths } from './drawn.ts';
import { signalShape, signalWords } from './point-shapes.ts';
import { fitted, widthOf } from './text-room.ts';

const SIZE = 5.5;

/** The shapes that stand among the points, each with what it says: there is no room for words at every point. */
export function signalKey(points: readonly ControlPoint[], { fontSize, narrow }: Frame) {
  const all: readonly Signal[] = ['concern', 'improvement', 'neutral'];
  const kinds = all.filter((kind) => points.some(({ signal }) => signal === kind));
  const line = fontSize * 1.4;
  return {
    room: kinds.length === 0 ? 0 : (narrow ? kinds.length : 1) * line + 4,
    marks: (left: number, y: number): Mark[] => {
      let x = left + SIZE;
      return kinds.flatMap((kind, at): Mark[] => {
        const place = narrow ? { x: left + SIZE, y: y + at * line } : { x, y };
        x += widthOf(signalWords[kind], fontSize) + 40;
        return [
          { is: 'fill', d: signalShape(kind, place.x, place.y - 5, SIZE), tone: kind },
          { is: 'words', x: tenths(place.x + 12), y: tenths(place.y), text: signalWords[kind] },
        ];
      });
    },
  };
}

/** An upright line where limits were worked out anew, named above: to the right of it, or to its left at the edge. */
export function rebaseMarks(
  segments: readonly ControlSegment[],
  edge: (index: number) => number,
  { left, right, top, bottom }: { left: number; right: number; top: number; bottom: number },
  fontSize: number,
): Mark[] {
  const cuts = segments.flatMap(({ rebase, from }) =>
    rebase === null || from < 0 ? [] : [{ rebase, x: edge(from) }],
  );
  return cuts.flatMap(({ rebase, x }, at): Mark[] => {
    const next = cuts[at + 1]?.x ?? right;
    const before = at === 0 ? left : (cuts[at - 1]?.x ?? left);
    const isBehind = widthOf(rebase, fontSize) > next - x - 8 && x - before > next - x;
    const text = fitted(rebase, (isBehind ? x - before : Math.max(60, next - x)) - 8, fontSize);
    return [
      { is: 'stroke', d: rule(x, top - 18, x, bottom), width: 1.5, dash: '2 3' },
      {
        is: 'words',
        x: tenths(isBehind ? x - 5 : x + 5),
        y: tenths(top - 7),
        text,
        ...(isBehind ? { anchor: 'end' as const } : {}),
      },
    ];
  });
}
