import type { CommentaryPart, TextTree } from '../../domain/commentary/text-tree.ts';
import type { ForecastQuestion } from '../../domain/forecast-questions.ts';
import type { Corrections } from '../../domain/restatement/corrections.ts';
import type { Shape as StatusShape } from '../../domain/status/outcome.ts';
import type { SignalRecord } from './charts/signal-marks.ts';
import type { DocumentKind } from './document-kind.ts';
import type { EditionMark } from './edition-mark.ts';
import type { PredecessorRecord, Sparkline } from './recent-periods.ts';

export type {
  Block as TextBlock,
  CommentaryPart,
  Inline,
  TextTree,
} from '../../domain/commentary/text-tree.ts';
export type { Shape as StatusShape } from '../../domain/status/outcome.ts';
export type { EditionMark } from './edition-mark.ts';
export type { PredecessorRecord, Sparkline } from './recent-periods.ts';
export type { RenderedFile, Renderer } from './renderer.ts';

/**
 * A report before it has a format. Every renderer formats this and decides nothing: each cell carries the
 * text to show, the exact value and how to print it, so that all formats agree by construction.
 */
export interface Report {
  kind: DocumentKind;
  /** File name without extension: `derby-improvement-report-2018-19-Q2`. */
  fileStem: string;
  /** `Improvement Report - Council Scorecard`, as the authority words it. */
  title: string;
  authority: { code: string; name: string };
  /** BCP 47 tag, `en-GB`. */
  language: string;
  period: ReportPeriod;
  /** Printed at the head of every page with the title and the authority. */
  runningHead: { authority: string; title: string; periodEnd: string };
  /** Instant the facts were read as known at, or null for "now known". */
  asAt: string | null;
  /** Which issue of the report this is; null for one that is only looked at. */
  edition: EditionMark | null;
  /** Of a page that belongs to others: the way back to them. */
  back?: { text: string; href: string };
  /** Front matter and body in reading order. */
  blocks: readonly ReportBlock[];
  /** The same measures and figures as the tables, one record a measure, for data formats. */
  measures: readonly MeasureRecord[];
  /** Rows that are no measures, for data formats: what comes to which meeting, what was promised. */
  listing?: Table;
  /** Headings of the seven columns, as the authority words them. */
  columns: ColumnHeadings;
  summary: ReportSummary;
  scheme: { id: string; name: string; version: number; key: readonly KeyLine[] };
  direction: { scheme: string; basisInWords: string };
  /** Whom to ask about it, a line for each way; absent where nobody is set. */
  contact?: readonly string[];
  /** Where the figures came from, and where the status rule was published. */
  sources: readonly string[];
  /** Figures that an earlier edition published and that stand otherwise now; absent where there was none. */
  corrections?: Corrections;
  /** Forecasts that somebody should ask about; absent where the report is without that section. */
  questions?: readonly ForecastQuestion[];
}

export interface ReportPeriod {
  code: string;
  /** `Quarter 2, 2018-19` */
  label: string;
  /** ISO date. */
  end: string;
  /** `30-Sep-2018` */
  endLabel: string;
}

export interface ColumnHeadings {
  measure: string;
  status: string;
  forecastStatus: string;
  performance: string;
  context: string;
  actions: string;
  intervention: string;
}

/** One line of the published key: what the status looks like and what earns it, in plain English. */
export interface KeyLine {
  status: StatusMark;
  sentence: string;
}

export interface ReportSummary {
  /** What the reader must know, in a sentence or two. */
  sentence: string;
  /** Of a report of a scorecard: which measures are shown, in which order, and how many are not. */
  shows?: string;
  /** `of 25 exceptions reported` or `of 61 measures`. */
  denominators: readonly string[];
  counts: readonly StatusCount[];
}

/** Measures of one status, now and in forecast, in one directorate or (null) in all. */
export interface StatusCount {
  directorate: string | null;
  outcome: string;
  label: string;
  now: number;
  forecast: number;
}

export type ReportBlock =
  | { type: 'heading'; level: 2 | 3 | 4; text: string; id: string }
  /** Where each part and section of a long document begins. */
  | { type: 'contents'; entries: readonly ContentsEntry[] }
  | { type: 'paragraph'; text: string; role: 'lead' | 'plain' | 'note' }
  | { type: 'list'; items: readonly string[] }
  /** What a person wrote, as paragraphs and lists. */
  | { type: 'text'; tree: TextTree }
  | { type: 'table'; table: Table }
  | { type: 'chart'; chart: Sparkline };

/** A heading of level 2 or 3, to be found by its id. */
export interface ContentsEntry {
  level: 2 | 3;
  text: string;
  id: string;
}

/**
 * A table. The first cell of a row names the row. `layout` tells a narrow screen what to do:
 * `measures` becomes one article a row, `plain` stays a small table.
 */
export interface Table {
  id: string;
  caption: string;
  layout: 'measures' | 'plain';
  /** True of a small table whose columns need the whole width: nothing stands beside it. */
  isWide?: true;
  columns: readonly Column[];
  rows: readonly Row[];
  /** Shown instead of the table when there are no rows. */
  empty: string;
}

export interface Column {
  key: string;
  heading: string;
  /** Share of the width; the shares of a table sum to 100. */
  width: number;
  align: 'start' | 'end' | 'centre';
  /** Of a column of counts: the status that it counts, to head it by word, shape and colour. */
  status?: StatusMark;
}

export interface Row {
  id: string;
  /** True of the last row of a table of counts, which sums up the others. */
  isTotal?: true;
  cells: readonly Cell[];
}

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

/** `Quarterly data` with its Target and Actual. */
export interface FigureGroup {
  heading: string;
  entries: readonly { label: string; figure: FigureCell }[];
}

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

/** Everything a report says about one measure. */
export interface MeasureRecord {
  code: string;
  aliases: readonly string[];
  title: string;
  directorate: string;
  service: string | null;
  unit: string;
  decimals: number | null;
  polarity: string | null;
  periodBasis: string | null;
  target: FigureCell;
  actual: FigureCell;
  status: StatusMark;
  /** Signed by polarity: above zero is better than target. Percentage of the target, two decimals; null where none. */
  variance: string | null;
  forecastTarget: FigureCell;
  forecast: FigureCell;
  forecastStatus: StatusMark;
  /** What was promised first and what the figures would be judged against it; absent where that is still in force. */
  original?: { now: OriginalRecord | null; forecast: OriginalRecord | null };
  direction: DirectionMark;
  /** null where no control chart can be drawn, or it has too few figures to say anything. */
  signal: SignalRecord | null;
  flags: readonly string[];
  notes: readonly string[];
  commentary: Record<CommentaryPart, TextTree>;
  recent: Sparkline;
  /** The measures that it was made from, with their figures before; absent where it was made from none. */
  predecessors?: readonly PredecessorRecord[];
  /** What the actual is made of, by directorate, ward or town; empty where it is not divided. */
  parts: readonly PartRecord[];
  /** Why the report shows it: `Red now; forecast Amber`. */
  selectedBecause: string;
}

/** The year's first approved target, where it was changed. */
export interface OriginalRecord {
  target: FigureCell;
  status: StatusMark;
  /** Both statuses, both targets, and the decision. */
  sentence: string;
}

/** One part of an actual: what one directorate, ward or town has of it. */
export interface PartRecord {
  /** What the actual is divided by: `directorate`. */
  partOf: string;
  name: string;
  figure: FigureCell;
}
