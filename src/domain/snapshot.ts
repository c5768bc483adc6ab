import { type StandingTest, standingTest, type TestedFigure } from './assurance/assurance.ts';
import { grouped, newestByKey } from './by-key.ts';
import type { CommentaryPart, CommentaryText } from './commentary/text-tree.ts';
import { seriesLife } from './comparability.ts';
import type { Facts, Observation, Recorded, Scorecard, Statement } from './facts.ts';
import type { MeasureVersion } from './measure/measure.ts';
import type { Position } from './measure/position.ts';
import type { SeriesBreak } from './measure/series-change.ts';
import type { TypedFigure } from './number/figure.ts';
import { once } from './once/once.ts';
import type { Authority, OrganisationUnit } from './organisation/organisation.ts';
import type { ReportingPeriod } from './period/period.ts';
import { lastPeriods, samePeriodLastYear } from './period/relate.ts';
import { type Predecessor, predecessorsIn } from './predecessors.ts';
import { type ChartRules, type ChartSetting, usualRules } from './signal/chart-setting.ts';
import { CHART_PERIODS } from './signal/chart-window.ts';
import { figuresOf, type HeldFigures, HISTORY, heldFigures, seriesAgain } from './snapshot-figures.ts';
import type { PeriodAndYear, Targets } from './target/promises.ts';
import type { TargetVersion } from './target/target.ts';

export type { Targets } from './target/promises.ts';

/** Which facts are wanted: a period, a scorecard (null: the one with the most measures) and, where given, a past moment. */
export interface Question {
  period: ReportingPeriod;
  scorecard: string | null;
  asAt: string | null;
}

/** Everything the rules need to judge one scorecard in one period; plain data, nothing left to look up. */
export interface Snapshot {
  authority: Authority;
  period: ReportingPeriod;
  asAt: string | null;
  scorecard: Scorecard;
  /** Directorates valid on the last day of the period, in declared order. */
  directorates: readonly OrganisationUnit[];
  measures: readonly MeasureSnapshot[];
  /** How the authority draws its control charts. */
  chartRules: ChartRules;
}

export interface MeasureSnapshot {
  version: MeasureVersion;
  directorate: OrganisationUnit;
  service: OrganisationUnit | null;
  position: Position;
  forecast: Observation | null;
  /** Promises for the period and for the year end, newest version of each role. */
  periodTargets: Targets;
  yearTargets: Targets;
  /** What the year's first approved targets were, where others are in force now; null where those still are. */
  original: PeriodAndYear | null;
  /** Earlier versions of the promises that are in force now, oldest first. */
  amended: readonly Recorded<TargetVersion>[];
  /** Earlier positions, oldest first, the period itself last; missing ones included. */
  history: readonly PastPosition[];
  /** The same for as long as a control chart looks back; worked out when first asked for, and once. */
  series(): readonly PastPosition[];
  /** How its control chart is drawn, where somebody has decided that; null for as usual. */
  chart: ChartSetting | null;
  previous: Position;
  lastYear: Position;
  lastOutturn: TypedFigure | null;
  /** True where the target rises or falls from one period of the year to the next. */
  targetsProfiled: boolean;
  /** What has changed about the series, oldest first. */
  breaks: readonly SeriesBreak[];
  /** The measures that it was made from, with what they stood at before. */
  predecessors: readonly Predecessor[];
  commentary: Record<CommentaryPart, CommentaryText | null>;
  /** What a published document stated, where one was imported. */
  stated: Record<Statement['subject'], string | null>;
  /** What internal audit's last test of the figure showed; null where it was not tested. */
  tested: StandingTest | null;
}

/** Where a measure stood in an earlier period, with what was promised for it then. */
export interface PastPosition {
  period: ReportingPeriod;
  position: Position;
  /** What happened in the period itself, where the position is a figure to date and that is held too. */
  inPeriod: Observation | null;
  target: TypedFigure | null;
  /** What was promised for the whole of its year. */
  yearTarget: TypedFigure | null;
  /** Recorded for the year, and for the period itself, where they were. */
  tolerances: readonly TargetVersion[];
}

/**
 * The years whose periods a snapshot can look at: its chart, and last year's outturn.
 *
 * @param back how many periods are looked back; a status whose direction does not look at the chart rests on `HISTORY`
 */
export function yearsOfInterest(period: ReportingPeriod, back = CHART_PERIODS): string[] {
  const looked = [...lastPeriods(period, back), samePeriodLastYear(period)];
  return [...new Set(looked.map((each) => each.year))];
}

/**
 * Chooses, among all recorded facts, those in force for a period as known at a moment.
 *
 * @throws RangeError when the scorecard does not exist (the message lists those that do), or a measure's directorate
 *   is not there in the period.
 * @example snapshotOf(facts, { period: parsePeriod('2018-19/Q2'), scorecard: null, asAt: null })
 */
export const snapshotOf = (facts: Facts, { asAt, ...question }: Question): Snapshot =>
  snapshotsOf(facts, asAt)(question);

/** The same for any number of periods: what they share is put together once. */
export function snapshotsOf(
  facts: Facts,
  asAt: string | null,
): (question: Omit<Question, 'asAt'>) => Snapshot {
  const known = <T extends { recordedAt: string }>(all: readonly T[]) =>
    asAt === null ? all : all.filter((each) => each.recordedAt <= asAt);
  const byMeasure = {
    versions: grouped(facts.measures, (each) => each.code),
    observations: grouped(known(facts.observations), (each) => each.measure),
    targets: grouped(known(facts.targets), (each) => each.measure),
    commentaries: grouped(known(facts.commentaries), (each) => each.measure),
    statements: grouped(known(facts.statements), (each) => each.measure),
    tested: grouped(known(facts.tested ?? []), (each) => each.measure),
  };
  const charts = new Map((facts.charts ?? []).map((each) => [each.measure, each]));
  const figures = new Map<string, HeldFigures>();
  const figuresHeld = (code: string): HeldFigures => {
    const { observations, targets } = byMeasure;
    const held = figures.get(code) ?? heldFigures(observations.get(code) ?? [], targets.get(code) ?? []);
    figures.set(code, held);
    return held;
  };
  /** Where another measure stood while it was reported. */
  const standingOf = (code: string, each: ReportingPeriod) => {
    const version = versionOn(byMeasure.versions.get(code) ?? [], each.end);
    if (version === null || isRetired(version, each)) return null;
    const { title, unit } = version;
    return { title, unit, position: figuresHeld(code).positionIn(version, each) };
  };
  return (question) => {
    const { period } = question;
    const scorecard = chosenScorecard(facts, question);
    const units = facts.organisation.filter((unit) => isValidOn(unit, period.end));
    const directorates = units.filter((unit) => unit.parent === null).sort((a, b) => a.order - b.order);
    const measures: MeasureSnapshot[] = [];
    for (const code of scorecard.measures) {
      const version = versionOn(byMeasure.versions.get(code) ?? [], period.end);
      if (version === null || isRetired(version, period)) continue;
      const unitOf = (unitCode: string | null) => units.find((unit) => unit.code === unitCode) ?? null;
      const directorate = unitOf(version.directorate);
      if (directorate === null) throw new RangeError(withoutDirectorate(version, period));
      const life = seriesLife(byMeasure.versions.get(code) ?? [], period);
      const chart = charts.get(code) ?? null;
      measures.push({
        version,
        directorate,
        service: unitOf(version.service),
        predecessors: predecessorsIn(code, life.breaks, lastPeriods(period, HISTORY), standingOf),
        ...figuresOf(version, period, life, figuresHeld(code), chart),
        commentary: commentaryOf(byMeasure.commentaries.get(code) ?? [], period),
        chart,
        stated: statedOf(byMeasure.statements.get(code) ?? [], period),
        tested: testOf(byMeasure.tested.get(code) ?? [], byMeasure.observations.get(code) ?? [], period),
      });
    }
    const chartRules = facts.chartRules ?? usualRules;
    return { authority: facts.authority, period, asAt, scorecard, directorates, measures, chartRules };
  };
}

function testOf(
  tests: readonly TestedFigure[],
  observations: readonly Recorded<Observation>[],
  { code }: ReportingPeriod,
): StandingTest | null {
  const tested = tests.findLast((each) => each.period === code);
  if (tested === undefined) return null;
  const figures = observations.filter(({ period, role }) => period === code && role !== 'forecast');
  return standingTest(
    tested,
    figures.map(({ recordedAt }) => recordedAt),
  );
}

/**
 * What the control chart of a measure looks at after figures came in that its status does not depend on.
 *
 * @param years in which they may be others now
 * @param facts of the measure alone: all its versions, and the figures of those years
 */
export function seriesWith(
  { version, series }: MeasureSnapshot,
  period: ReportingPeriod,
  years: ReadonlySet<string>,
  { measures, observations }: Pick<Facts, 'measures' | 'observations'>,
): MeasureSnapshot['series'] {
  const before = series();
  return once(() => seriesAgain(version, seriesLife(measures, period), before, years, observations));
}

/** Said aloud: a measure left out in silence would change every count of the report. */
function withoutDirectorate({ code, directorate }: MeasureVersion, period: ReportingPeriod): string {
  return (
    `${code} belongs to the directorate "${directorate}", which is not there on ${period.end}, so the report cannot ` +
    'say where the measure stands. Import the measure with the directorate that has it now.'
  );
}

/** The version of the named scorecard that is in force in a period; of the widest one where none is named. */
export function chosenScorecard(facts: Pick<Facts, 'scorecards'>, asked: Omit<Question, 'asAt'>): Scorecard {
  const current = new Map<string, Scorecard>();
  for (const each of facts.scorecards) {
    if (each.validFrom > asked.period.end) continue;
    const held = current.get(each.code);
    if (held === undefined || each.validFrom >= held.validFrom) current.set(each.code, each);
  }
  const wanted = asked.scorecard?.toLowerCase();
  // Where none is named, the one with the most measures: the authority's own, rather than a directorate's.
  const widestFirst = [...current.values()].sort((a, b) => b.measures.length - a.measures.length);
  for (const each of widestFirst) {
    if (wanted === undefined || each.code.toLowerCase() === wanted || each.name.toLowerCase() === wanted)
      return each;
  }
  const names = [...current.values()].map((each) => each.code).join(', ') || 'none';
  const which = asked.scorecard === null ? 'No scorecard' : `No scorecard "${asked.scorecard}"`;
  throw new RangeError(`${which} in ${asked.period.code}. There is: ${names}.`);
}

const isValidOn = (unit: OrganisationUnit, day: string) =>
  unit.validFrom <= day && (unit.validTo === null || day <= unit.validTo);

/** The version in force on a day: the newest that had begun; of two with one beginning, the later written. */
function versionOn(versions: readonly MeasureVersion[], day: string): MeasureVersion | null {
  let chosen: MeasureVersion | null = null;
  for (const each of versions) {
    if (each.validFrom <= day && (chosen === null || each.validFrom >= chosen.validFrom)) chosen = each;
  }
  return chosen;
}

const isRetired = (version: MeasureVersion, period: ReportingPeriod) =>
  version.retiredAfter !== null && version.retiredAfter < period.end;

function commentaryOf(all: readonly Recorded<Facts['commentaries'][number]>[], period: ReportingPeriod) {
  const newest = newestByKey(all, (each) => `${each.period}|${each.part}`);
  const part = (name: CommentaryPart) => newest.get(`${period.code}|${name}`)?.text ?? null;
  return { context: part('context'), actions: part('actions'), intervention: part('intervention') };
}

function statedOf(all: readonly Recorded<Statement>[], period: ReportingPeriod) {
  const newest = newestByKey(all, (each) => `${each.period}|${each.subject}`);
  const stated = (subject: Statement['subject']) => newest.get(`${period.code}|${subject}`)?.stated ?? null;
  return {
    status: stated('status'),
    forecastStatus: stated('forecastStatus'),
    direction: stated('direction'),
  };
}
