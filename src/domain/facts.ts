import type { TestedFigure } from './assurance/assurance.ts';
import type { CommentaryPart, CommentaryText } from './commentary/text-tree.ts';
import type { MeasureVersion } from './measure/measure.ts';
import type { TypedFigure } from './number/figure.ts';
import type { Authority, OrganisationUnit } from './organisation/organisation.ts';
import type { PeerValue } from './peers/peer-value.ts';
import type { ChartRules, ChartSetting } from './signal/chart-setting.ts';
import type { TargetVersion } from './target/target.ts';

/**
 * Facts are what is recorded: importers and the demonstration authority produce them, the store keeps them,
 * and `snapshotOf` chooses among them. All of an authority's, one shape from file to database to evaluation.
 * A later fact about the same thing replaces an earlier one for what is now known; none is ever overwritten.
 */
export interface Facts {
  authority: Authority;
  organisation: readonly OrganisationUnit[];
  measures: readonly MeasureVersion[];
  targets: readonly Recorded<TargetVersion>[];
  observations: readonly Recorded<Observation>[];
  commentaries: readonly Recorded<Commentary>[];
  statements: readonly Recorded<Statement>[];
  scorecards: readonly Scorecard[];
  /** Figures that internal audit has tested; left out where none was. */
  tested?: readonly TestedFigure[];
  /** How control charts are drawn, where somebody has decided that: one for each measure. */
  charts?: readonly ChartSetting[];
  /** How the authority draws them all; left out where as usual. */
  chartRules?: ChartRules;
}

/** What comes in beside facts of one's own: what others have of the same measures, which no evaluation looks at. */
export interface Delivered extends Partial<Facts> {
  peerValues?: readonly PeerValue[];
}

/** When a fact became known (ISO instant). Facts of one write share it; ties keep the order of writing. */
export type Recorded<T> = T & { recordedAt: string };

/** What an observation says: the in-period figure, the to-date figure, or the service's year-end forecast. */
export type ObservationRole = 'actual' | 'toDate' | 'forecast' | 'outturn';

export type ObservationFlag = 'provisional' | 'estimated' | 'incomplete' | 'late';

/** One figure for a measure and reporting period, with what it was worked out from. */
export interface Observation {
  measure: string;
  period: string;
  role: ObservationRole;
  figure: TypedFigure;
  numerator: string | null;
  denominator: string | null;
  /** The period the figure is about, where it is not the reporting period. */
  dataPeriod: string | null;
  flags: readonly ObservationFlag[];
  /** Parts by directorate, ward or town: kept, and checked against the whole by `checkParts`. */
  parts: readonly ObservationPart[];
  /** Person or file it came from. */
  source: string;
  note: string | null;
}

/** One part of a figure: what one directorate, ward or town has of it. */
export interface ObservationPart {
  /** What the figure is divided by: `directorate`, `ward`, `town`. */
  kind: string;
  name: string;
  /** Plain decimal text in the unit of the measure, or the code of the reason why there is none: `suppressed`. */
  value: string;
  /** The cases it rests on, plain decimal text; left out where they are not held. */
  numerator?: string;
  denominator?: string;
}

export interface Commentary {
  measure: string;
  period: string;
  part: CommentaryPart;
  text: CommentaryText;
  source: string;
}

/** What a published document stated, kept as stated beside what our rules compute. */
export interface Statement {
  measure: string;
  period: string;
  subject: 'status' | 'forecastStatus' | 'direction';
  /** The word as printed: `Amber`, `Deteriorating`, `N/A`. */
  stated: string;
  source: string;
}

/** A named, ordered choice of measures. */
export interface Scorecard {
  code: string;
  name: string;
  validFrom: string;
  /** Measure codes in declared order. */
  measures: readonly string[];
  /** True where only an exception report is held: the rest of the scorecard is not known. */
  exceptionsOnly: boolean;
  /** Settings of the status scheme that were decided differently for this scorecard; empty where none was. */
  overrides: readonly ScorecardOverride[];
}

/** A parameter of the status scheme (`tolerance` is the scheme's tolerance, whatever its name) with its own value. */
export interface ScorecardOverride {
  parameter: string;
  /** Plain decimal text, in the unit of the parameter. */
  value: string;
  /** Who agreed it and why: printed after "because". */
  reason: string;
}
