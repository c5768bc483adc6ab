import { breakInWords, careBetween } from './comparability.ts';
import type { Direction } from './direction/direction.ts';
import { directionOf } from './direction/direction-of.ts';
import type { Evidence } from './direction/evidence.ts';
import type { DirectionInputs, DirectionTargets } from './direction/inputs.ts';
import type { DirectionScheme } from './direction/scheme.ts';
import { directionAsStated } from './direction/stated.ts';
import type { Position } from './measure/position.ts';
import type { ReportingPeriod } from './period/period.ts';
import type { MeasureSignal } from './signal/signal.ts';
import type { MeasureSnapshot, Targets } from './snapshot.ts';
import type { SmallNumbersNote } from './statistics/small-cases.ts';

/** Ours where it can be worked out; else what a published document stated, marked; else ours with its reason. */
export function shownDirection(
  measure: MeasureSnapshot,
  scheme: DirectionScheme,
  period: ReportingPeriod,
  { signal, smallNumbers }: { signal: () => MeasureSignal; smallNumbers: SmallNumbersNote | null },
): Direction {
  const evidence = evidenceOf(measure, period, signal);
  const computed = directionOf({ ...directionInputs(measure, period), evidence }, scheme);
  const { stated, breaks } = measure;
  if (computed.kind === 'available') {
    const notes: string[] = [];
    const change = careBetween(breaks, computed.tested?.against ?? computed.basis, period);
    if (change !== null) notes.push(`Compare with care: ${breakInWords(change, period)}.`);
    // A forecast does not rest on the cases of the period.
    const onFigure = computed.basis !== 'forecastAgainstLastOutturn';
    if (onFigure && smallNumbers !== null) notes.push(smallNumbers.sentence);
    if (notes.length === 0) return computed;
    return {
      ...computed,
      sentence: [computed.sentence, ...notes].join(' '),
      brief: `${computed.brief}. ${notes.join(' ')}`,
    };
  }
  return stated.direction === null ? computed : directionAsStated(stated.direction, scheme);
}

function directionInputs(measure: MeasureSnapshot, period: ReportingPeriod): DirectionInputs {
  const { version, history, breaks } = measure;
  const broken = breaks.findLast(({ comparable }) => comparable === 'no');
  return {
    polarity: version.polarity,
    unit: version.unit,
    now: measure.position.figure,
    forecast: measure.forecast?.figure ?? null,
    previous: measure.previous.figure,
    lastYear: measure.lastYear.figure,
    lastOutturn: measure.lastOutturn,
    baseline: measure.periodTargets.baseline?.figure ?? null,
    history: history.slice(0, -1).map((point) => point.position.figure),
    targets: directionTargets(measure.periodTargets),
    yearTargets: directionTargets(measure.yearTargets),
    targetsProfiled: measure.targetsProfiled,
    brokenBy: broken === undefined ? undefined : breakInWords(broken, period),
  };
}

/** What a change can be tested by. Figures that a changed definition cuts off have no cases to be tested. */
function evidenceOf(
  { version, chart, series, position, previous, lastYear }: MeasureSnapshot,
  { span }: ReportingPeriod,
  signal: () => MeasureSignal,
): Evidence {
  const casesOf = ({ figure, cases }: Position) => (figure.kind === 'number' ? cases : null);
  return {
    signal,
    cases: { now: casesOf(position), previous: casesOf(previous), lastYear: casesOf(lastYear) },
    years: () =>
      series().flatMap(({ position: each }) => {
        if (each.figure.kind === 'missing') return each.figure.reason === 'notDue' ? [] : [null];
        return [each];
      }),
    seasonal: chart?.seasonal ?? false,
    periodBasis: version.periodBasis,
    frequency: version.frequency,
    span,
  };
}

function directionTargets({ target, low, high }: Targets): DirectionTargets {
  return { target: target?.figure ?? null, low: low?.figure ?? null, high: high?.figure ?? null };
}
