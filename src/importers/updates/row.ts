import type { CommentaryText } from '../../domain/commentary/text-tree.ts';
import type { ObservationFlag } from '../../domain/facts.ts';
import type { TypedFigure } from '../../domain/number/figure.ts';

/** One measure's update for one period, or one part of its figure; null where the file states nothing. */
export interface UpdateRow {
  /** Its row in the file. */
  readonly row: number;
  /** The measure's own code, whichever alias the file uses. */
  readonly measure: string;
  readonly period: string;
  /** What the figure is a part by (`ward`) and which part it is; null for the whole. */
  readonly part: { readonly kind: string; readonly name: string } | null;
  readonly actual: TypedFigure | null;
  readonly toDate: TypedFigure | null;
  readonly forecast: TypedFigure | null;
  readonly outturn: TypedFigure | null;
  /** Plain decimal text. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly dataPeriod: string | null;
  readonly flags: readonly ObservationFlag[];
  readonly note: string | null;
  readonly context: CommentaryText | null;
  readonly actions: CommentaryText | null;
  readonly intervention: CommentaryText | null;
}
