import type { CommentaryPart, TextTree } from '../../domain/commentary/text-tree.ts';
import type { ForecastQuestion } from '../../domain/forecast-questions.ts';
import type { Corrections } from '../../domain/restatement/corrections.ts';
import type { ReportBlock, Table } from './block.ts';
import type { DirectionMark, FigureCell, StatusMark } from './cell.ts';
import type { DrawnChart } from './charts/drawn-chart.ts';
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
export type { Column, ContentsEntry, ReportBlock, ReportChart, Row, Table } from './block.ts';
export type { Cell, DirectionMark, FigureCell, FigureGroup, StatusMark } from './cell.ts';
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
  /** Its last periods drawn with all that belongs to them; null where there are not two figures to draw. */
  chart: DrawnChart | null;
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
