import { type Mark, rule, tenths } from './drawn.ts';
import { fitted, widthOf } from './text-room.ts';

/** A name for the right end of a line, with the figure there. */
export interface EndLabel {
  name: string;
  /** Where there is little room. */
  shortName: string;
  display: string;
  bold?: true;
}

/**
 * Names at the ends of lines, so that nobody has to look a colour up in a legend. They are moved apart where they would
 * overlap, and a thin line leads from each to its own. A figure is never cut; a name is, where it must.
 */
export function endLabels(labels: readonly EndLabel[], width: number, fontSize: number, narrow: boolean) {
  const named = labels.map(({ name, shortName, display }) => ({ name: narrow ? shortName : name, display }));
  const one = Math.max(0, ...named.map((each) => widthOf(said(each), fontSize)));
  const isOne = one <= width * (narrow ? 0.34 : 0.26);
  const two = Math.max(
    0,
    ...named.map(({ name, display }) => Math.max(widthOf(name, fontSize), widthOf(display, fontSize))),
  );
  const room = labels.length === 0 ? 10 : LEAD + 4 + (isOne ? one : Math.min(two, width * 0.48));
  const lines = isOne ? 1 : 2;
  return {
    room,
    /** `ends` are the heights of the lines' ends, in the order of the labels. */
    marks: (right: number, ends: readonly number[], top: number, bottom: number): Mark[] => {
      const step = fontSize * 1.15;
      const places = apart(ends, step * lines + 2, top, bottom);
      const leads = places.map((y, at) => rule(right + 2, ends[at] ?? y, right + LEAD - 3, y)).join('');
      const words = named.flatMap(({ name, display }, at): Mark[] => {
        const y = places[at] ?? 0;
        const x = tenths(right + LEAD);
        const bold = labels[at]?.bold ? { bold: true as const } : {};
        if (isOne || display === '') {
          return [{ is: 'words', x, y: tenths(y + fontSize * 0.35), text: said({ name, display }), ...bold }];
        }
        const cut = fitted(name, room - LEAD, fontSize);
        const base = y - step / 2 + fontSize * 0.35;
        return [
          { is: 'words', x, y: tenths(base), text: cut, ...bold },
          { is: 'words', x, y: tenths(base + step), text: display, ...bold },
        ];
      });
      return [{ is: 'stroke', d: leads, width: 1, faint: 0.5 }, ...words];
    },
  };
}

const said = ({ name, display }: { name: string; display: string }): string => `${name} ${display}`.trimEnd();

/** From the end of a line to its name. */
const LEAD = 16;

/** The same heights in the same order, at least `least` apart and within the plot as far as that goes. */
export function apart(heights: readonly number[], least: number, top: number, bottom: number): number[] {
  const order = heights.map((_, at) => at).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0) || a - b);
  // Neighbours that overlap become one group around the middle of where its members would be.
  const groups: { members: number[]; middle: number }[] = [];
  for (const at of order) {
    groups.push({ members: [at], middle: within(heights[at] ?? 0, 1, least, top, bottom) });
    for (
      let last = groups.at(-1), before = groups.at(-2);
      last && before;
      last = groups.at(-1), before = groups.at(-2)
    ) {
      const reach = ((last.members.length + before.members.length) * least) / 2;
      if (last.middle - before.middle >= reach - 1e-9) break;
      const members = [...before.members, ...last.members];
      const mean = members.reduce((sum, member) => sum + (heights[member] ?? 0), 0) / members.length;
      groups.splice(-2, 2, { members, middle: within(mean, members.length, least, top, bottom) });
    }
  }
  const places = heights.map(() => 0);
  for (const { members, middle } of groups)
    members.forEach((member, at) => {
      places[member] = tenths(middle + (at - (members.length - 1) / 2) * least);
    });
  return places;
}

function within(middle: number, count: number, least: number, top: number, bottom: number): number {
  const half = ((count - 1) * least) / 2;
  return Math.max(top + half, Math.min(bottom - half, middle));
}
