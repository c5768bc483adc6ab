import { inputsOf, NO_FIGURE, yearEndInputs } from './as-year-end.ts';
import type { Direction } from './direction/direction.ts';
import type { BasisKind, DirectionScheme } from './direction/scheme.ts';
import type { Scorecard } from './facts.ts';
import { sameWords } from './number/typed-text.ts';
import { once } from './once/once.ts';
import { shownDirection } from './shown-direction.ts';
import { type ChartRules, usualRules } from './signal/chart-setting.ts';
import { type MeasureSignal, type SignalInputs, signalOf } from './signal/signal.ts';
import type { MeasureSnapshot, Snapshot } from './snapshot.ts';
import { type SmallNumbersNote, smallNumbersNote } from './statistics/small-cases.ts';
import { assessStatus } from './status/assess.ts';
import { type Explanation, explain } from './status/explain.ts';
import type { Side, StatusInputs } from './status/inputs.ts';
import type { Outcome } from './status/outcome.ts';
import { allOutcomes, type StatusScheme } from './status/scheme.ts';
import { sideOf, toleranceOf } from './status/side-of.ts';
import { isAnother, type PeriodAndYear } from './target/promises.ts';
import { overridesFor } from './tolerances.ts';

/** A status with its reasons: the one computed, the one a document stated, and which of them is shown. */
export interface JudgedStatus {
  /** What is shown. */
  outcome: Outcome;
  /** `asPublished`: ours cannot be computed, so the stated one stands, marked. */
  shown: 'computed' | 'asPublished';
  computed: Outcome;
  /** The word a published document stated; null where none was imported. */
  stated: string | null;
  /** False where both exist and differ. */
  agrees: boolean;
  inputs: StatusInputs;
  /** Built when asked for: a scorecard of 1,000 measures rarely shows every sentence. */
  explain(): Explanation;
}

export interface EvaluatedMeasure {
  snapshot: MeasureSnapshot;
  status: JudgedStatus;
  forecastStatus: JudgedStatus;
  direction: Direction;
  /** That its figure rests on few cases; null where it does not, or they are not held. */
  smallNumbers: SmallNumbersNote | null;
  /** What the figures would be judged against the year's first approved targets; null where those are in force. */
  original: OriginalStatuses | null;
  /** What its control chart says; worked out when first asked for, and once. */
  signal(): MeasureSignal;
}

/** Each is null where the promise it is judged by was not changed. */
export interface OriginalStatuses {
  targets: PeriodAndYear;
  status: JudgedStatus | null;
  forecastStatus: JudgedStatus | null;
}

/** A scorecard judged: what every report is made from. */
export interface Evaluation {
  snapshot: Snapshot;
  scheme: StatusScheme;
  directionScheme: DirectionScheme;
  measures: readonly EvaluatedMeasure[];
}

/**
 * Judges every measure of a snapshot: the one place where the rules meet. Pure: the same snapshot and schemes
 * always give the same evaluation, so another scheme can be replayed over history.
 *
 * @example evaluate(snapshotOf(facts, question), presetScheme('derby'), presetDirection('derby'))
 */
export function evaluate(
  snapshot: Snapshot,
  scheme: StatusScheme,
  directionScheme: DirectionScheme,
): Evaluation {
  const measures = snapshot.measures.map((measure) =>
    evaluateMeasure(measure, snapshot, scheme, directionScheme),
  );
  return { snapshot, scheme, directionScheme, measures };
}

function evaluateMeasure(
  measure: MeasureSnapshot,
  { scorecard, period, chartRules }: Snapshot,
  scheme: StatusScheme,
  directionScheme: DirectionScheme,
): EvaluatedMeasure {
  const signal = signalFrom(measure, chartRules);
  const { position, version } = measure;
  const smallNumbers = smallNumbersNote(position.cases, version.unit, directionScheme.smallNumbers);
  const direction = shownDirection(measure, directionScheme, period, { signal, smallNumbers });
  const rules = { scorecard, scheme, direction, smallNumbers };
  return {
    snapshot: measure,
    ...statusesOf(measure, rules, measure.stated),
    direction,
    smallNumbers,
    original: originalStatuses(measure, rules),
    signal,
  };
}

const signalFrom = (measure: MeasureSnapshot, rules: ChartRules): (() => MeasureSignal) =>
  once(() => signalDrawn(measure, measure.chart, rules));

/** What the control chart of a measure would say if it were drawn as given, of the same series. */
export const signalDrawn = (
  measure: MeasureSnapshot,
  chart: SignalInputs['chart'],
  rules = usualRules,
): MeasureSignal =>
  signalOf({
    version: measure.version,
    series: measure.series(),
    target: (measure.periodTargets.target ?? yearTargetFor(measure))?.figure ?? null,
    chart,
    rules,
  });

/**
 * The same evaluation with another control chart: for figures that no status depends on, and no direction that does
 * not look at the chart.
 */
export function withSeries(
  measure: EvaluatedMeasure,
  series: MeasureSnapshot['series'],
  rules: ChartRules,
): EvaluatedMeasure {
  const snapshot = { ...measure.snapshot, series };
  return { ...measure, snapshot, signal: signalFrom(snapshot, rules) };
}

/** Of what does not add up through the year, the promise for its end is one for every period of it. */
const yearTargetFor = ({ version: { unit, periodBasis }, yearTargets }: MeasureSnapshot) =>
  periodBasis !== 'snapshot' && (unit.kind === 'number' || unit.kind === 'currency')
    ? undefined
    : yearTargets.target;

interface Rules {
  scorecard: Scorecard;
  scheme: StatusScheme;
  direction: Direction;
  smallNumbers: SmallNumbersNote | null;
}

function statusesOf(
  measure: MeasureSnapshot,
  { scorecard, scheme, direction, smallNumbers }: Rules,
  stated: Pick<MeasureSnapshot['stated'], 'status' | 'forecastStatus'>,
): Pick<EvaluatedMeasure, 'status' | 'forecastStatus'> {
  const { periodTargets, yearTargets } = measure;
  const forecastInputs = yearEndInputs(measure, scorecard, measure.forecast?.figure ?? NO_FIGURE);
  const forecastStatus = judged(forecastInputs, scheme, stated.forecastStatus);
  const status = judged(
    {
      ...inputsOf(measure, periodTargets),
      subject: 'actual',
      overrides: overridesFor(scorecard, [yearTargets.tolerance, periodTargets.tolerance]),
      actual: measure.position.figure,
      forecastOutcome: forecastStatus.computed.id,
      directions: directionsOf(direction),
      smallNumbers: smallNumbers ?? undefined,
      cases: measure.position.cases ?? undefined,
      // Few rules ask how long it has been so.
      get previousSides() {
        return previousSides(measure, scorecard, scheme);
      },
    },
    scheme,
    stated.status,
  );
  return { status, forecastStatus };
}

/** The same figures under the same rules, held against what was promised first; a document stated nothing of that. */
function originalStatuses(measure: MeasureSnapshot, rules: Rules): OriginalStatuses | null {
  const { original } = measure;
  if (original === null) return null;
  const asPromised = { ...measure, ...original };
  const { status, forecastStatus } = statusesOf(asPromised, rules, { status: null, forecastStatus: null });
  return {
    targets: original,
    status: isAnother(measure.periodTargets, original.periodTargets) ? status : null,
    forecastStatus: isAnother(measure.yearTargets, original.yearTargets) ? forecastStatus : null,
  };
}

/** What a basis of direction is called where a status rule asks for it. */
const DIRECTION_NAMES: Partial<Record<BasisKind, string>> = {
  previousPeriod: 'previous',
  samePeriodLastYear: 'lastYear',
  lastOutturn: 'lastOutturn',
  baseline: 'baseline',
};

function directionsOf(direction: Direction): StatusInputs['directions'] {
  if (direction.kind !== 'available') return undefined;
  const name = DIRECTION_NAMES[direction.tested?.against ?? direction.basis];
  return name === undefined ? undefined : { [name]: direction.outcome };
}

/** The sides of the periods before, latest first, up to the first that has none: a gap ends a run. */
function previousSides(
  { history, version }: MeasureSnapshot,
  scorecard: Scorecard,
  scheme: StatusScheme,
): Side[] {
  const sides: Side[] = [];
  for (const { position, target, tolerances } of history.slice(0, -1).reverse()) {
    if (position.figure.kind !== 'number' || target?.kind !== 'number') break;
    const tolerance = toleranceOf(scheme, overridesFor(scorecard, tolerances));
    const side = sideOf(position.figure.value, target.value, version.polarity, tolerance);
    if (side === null) break;
    sides.push(side);
  }
  return sides;
}

function judged(inputs: StatusInputs, scheme: StatusScheme, stated: string | null): JudgedStatus {
  const assessment = assessStatus(inputs, scheme);
  const computed = assessment.outcome;
  let explained: Explanation | null = null;
  const statedOutcome = stated === null ? null : outcomeNamed(stated, scheme);
  // Nothing of ours to show (no confirmed polarity, for example): what was published stands, marked.
  const asPublished =
    statedOutcome !== null && assessment.kind === 'state' && statedOutcome.id !== computed.id;
  return {
    outcome: asPublished ? statedOutcome : computed,
    shown: asPublished ? 'asPublished' : 'computed',
    computed,
    stated,
    agrees: statedOutcome === null || asPublished || statedOutcome.id === computed.id,
    inputs,
    explain: () => {
      explained ??= explain(inputs, scheme, assessment);
      return explained;
    },
  };
}

/** The outcome that a document's word names, in any case and spacing; null for a word the scheme does not have. */
export function outcomeNamed(word: string, scheme: StatusScheme): Outcome | null {
  const wanted = sameWords(word);
  return allOutcomes(scheme).find((outcome) => sameWords(outcome.label) === wanted) ?? null;
}
