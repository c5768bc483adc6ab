import type { TextTree } from '../../domain/commentary/text-tree.ts';
import type { Shape as StatusShape } from '../../domain/status/outcome.ts';
import type { Sparkline } from './recent-periods.ts';

export type Cell =
  | { type: 'text'; text: string }
  | { type: 'count'; count: number }
  | { type: 'measure'; code: string; aliases: readonly string[]; title: string; notes: readonly string[] }
  | { type: 'figure'; figure: FigureCell }
  /** `brief` is said of the direction of travel. */
  | {
      type: 'performance';
      groups: readonly FigureGroup[];
      direction: DirectionMark;
      detail?: 'brief';
    }
  /** `brief` where there is little room: on paper a few words, the sentence where it can be folded away. */
  | { type: 'status'; status: StatusMark; detail?: 'brief' }
  | { type: 'direction'; direction: DirectionMark; detail?: 'brief' }
  | { type: 'commentary'; tree: TextTree; missing: string }
  | { type: 'chart'; chart: Sparkline };

/** A figure ready to print, with the exact value behind it. */
export interface FigureCell {
  /** As printed: `81.10 per 10,000 population`, `Awaited`. */
  display: string;
  kind: 'number' | 'text' | 'date' | 'missing';
  /** Exact canonical decimal text (`81.1`), ISO date or step; null when missing. */
  exact: string | null;
  /** How a spreadsheet prints the number; null unless `kind` is `number`. */
  format: { decimals: number; prefix: string; suffix: string; grouping: boolean } | null;
  /** Code of the reason there is none (`awaited`, `notDue`, …); null when there is one. */
  missing: string | null;
  /** `provisional`, `no usable forecast (source: 2.0)`; empty when there is nothing to say. */
  notes: readonly string[];
}

/** `Quarterly data` with its Target and Actual. */
export interface FigureGroup {
  heading: string;
  entries: readonly { label: string; figure: FigureCell }[];
}

/** A status to show: always word + shape + colour. */
export interface StatusMark {
  outcome: string;
  label: string;
  letter: string;
  shape: StatusShape;
  /** Colours as `#rrggbb`; their contrast is 4.5:1 or better. */
  background: string;
  foreground: string;
  /** False for a state that is not a status (awaited, no target…). */
  isStatus: boolean;
  /** True where it is shown as the source published it, because ours cannot be computed. */
  asPublished: boolean;
  /** Why it has this colour, in a sentence; empty in a key. */
  explanation: string;
  /** The same in a few words, for a cell beside its figures: `2.4% worse than target`; may be empty. */
  brief: string;
  /** What would change it: `9.0 more would make it Green.`; empty where nothing is near or known. */
  distance: string;
  /** Where the target was changed during the year: `Red against the original target of 8.4`. */
  original?: string;
}

export interface DirectionMark {
  /** `Improving`, `N/A` */
  label: string;
  symbol: 'up' | 'level' | 'down' | 'none';
  /** `Year-end forecast compared with last year's outturn`, `as published; basis not stated` */
  basis: string;
  /** The comparison in a sentence, or why there is none. */
  explanation: string;
  /** What it was compared with, beside the figure: `Last year's outturn: 1,663`; empty where that says nothing. */
  brief: string;
  asPublished: boolean;
  /** What the measure's control chart says, for the line below; absent where it says nothing. */
  signal?: string;
}
