import { addsUp } from '../measure/adds-up.ts';
import { sameTargetAllYear } from '../measure/average.ts';
import type { MeasureVersion } from '../measure/measure.ts';
import type { FindObservation } from '../measure/position.ts';
import { compare, type Decimal, decimal, divideTo, toText, zero } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import type { ReportingPeriod } from '../period/period.ts';
import { isYearEnd, periodsIn } from '../period/relate.ts';
import { FORECAST_PLACES } from '../statistics/forecast/share-of-year.ts';
import { amountsIn, periodsInYear, periodsSoFar, yearsBefore } from './year-figures.ts';

/** Why nothing can be said of the pace; the words are chosen where they are shown. */
export type NoPace =
  | 'percentage'
  | 'stock'
  | 'rolling12'
  | 'annual'
  | 'doesNotAddUp' // rates, days, averages, milestones
  | 'sameTargetEachPeriod' // each period has the target of the whole year: an average, whatever its unit says
  | 'noBetter'
  | 'noTarget'
  | 'missingFigure'
  | 'yearOver';

/** The most, or of what should be low the least, that as many periods in a row as are left ever came to. */
export interface BestRun {
  /** Sum of the run, exact. */
  total: string;
  from: ReportingPeriod;
  to: ReportingPeriod;
}

export interface Pace {
  kind: 'pace';
  better: 'higher' | 'lower';
  target: string;
  toDate: string;
  /** Periods of the measure's own that are over, and that are to come. */
  soFar: number;
  remaining: number;
  perYear: 4 | 12;
  /** What each period to come must be on average (of what should be low: may be at most), 12 places. */
  required: string;
  /** null where no run of that length is held. */
  best: BestRun | null;
  /**
   * `reached`: the target is there already. `spent`: of what should be low there is more than the target already.
   * `beyondBest`: more is asked than any run as long has ever come to.
   */
  verdict: 'reached' | 'spent' | 'beyondBest' | 'withinBest' | 'noHistory';
}

export interface PaceSource {
  version: MeasureVersion;
  find: FindObservation;
  period: ReportingPeriod;
  /** Target of the period and of the year, as in force. */
  periodTarget: Figure | null;
  yearTarget: Figure | null;
  /** The first year with figures: how far back to look. */
  firstYear: string;
  /** Figures of periods that ended before this day are not comparable; null where all are. */
  brokenOn: string | null;
}

/**
 * What is asked of the rest of the year, beside the best that was ever done in as many periods in a row. Arithmetic only: of
 * counts and amounts, of a period or to date, by month or quarter.
 *
 * @example
 * // 366 checks to the second quarter of 1,000: 317 in each quarter left; the best two in a row ever were 533 together
 */
export function paceOf(source: PaceSource): Pace | { kind: 'none'; why: NoPace } {
  const why = whyNot(source);
  if (why !== null) return { kind: 'none', why };
  const { version, find, period, yearTarget } = source;
  const perYear = periodsInYear(version);
  if (perYear === null || yearTarget?.kind !== 'number') return { kind: 'none', why: 'noTarget' };
  const soFar = periodsSoFar(version, period);
  const remaining = perYear - soFar;
  const amounts = amountsIn(find, version, period.year).slice(0, soFar);
  const held = amounts.flatMap((amount) => (amount === null ? [] : [decimal(amount)]));
  if (held.length < soFar || soFar === 0) return { kind: 'none', why: 'missingFigure' };
  const toDate = held.reduce((total, each) => total.plus(each), zero);
  const target = yearTarget.value;
  const better = version.polarity === 'lower' ? 'lower' : 'higher';
  const short = target.minus(toDate);
  const best = bestRun(source, soFar, remaining, better);
  return {
    kind: 'pace',
    better,
    target: toText(target),
    toDate: toText(toDate),
    soFar,
    remaining,
    perYear,
    required: toText(divideTo(short, decimal(String(remaining)), FORECAST_PLACES)),
    best,
    verdict: verdictOf(better, short, best),
  };
}

function verdictOf(better: Pace['better'], short: Decimal, best: BestRun | null): Pace['verdict'] {
  const side = compare(short, zero);
  if (better === 'higher' && side <= 0) return 'reached';
  if (better === 'lower' && side < 0) return 'spent';
  if (best === null) return 'noHistory';
  // Both are sums over as many periods: nothing is divided before it is compared.
  const over = compare(short, decimal(best.total));
  return (better === 'higher' ? over > 0 : over < 0) ? 'beyondBest' : 'withinBest';
}

function whyNot(source: PaceSource): NoPace | null {
  const { version, period, periodTarget, yearTarget } = source;
  const { unit, periodBasis, frequency, polarity } = version;
  if (periodBasis === 'annual' || frequency === 'year') return 'annual';
  if (periodBasis === 'rolling12') return 'rolling12';
  if (unit.kind === 'percentage') return 'percentage';
  if (periodBasis === 'snapshot') return 'stock';
  if (!addsUp(version) || periodsInYear(version) === null) return 'doesNotAddUp';
  if (polarity !== 'higher' && polarity !== 'lower') return 'noBetter';
  if (isYearEnd(period)) return 'yearOver';
  if (yearTarget?.kind !== 'number') return 'noTarget';
  return sameTargetAllYear(periodTarget, yearTarget) ? 'sameTargetEachPeriod' : null;
}

/** The latest of several that are as good. */
function bestRun(
  { version, find, period, firstYear, brokenOn }: PaceSource,
  soFar: number,
  length: number,
  better: Pace['better'],
): BestRun | null {
  const all = [...yearsBefore(period, firstYear), period.year].flatMap((year) => {
    const amounts = amountsIn(find, version, year).slice(0, year === period.year ? soFar : undefined);
    const periods = periodsIn(year, version.frequency);
    return amounts.map((amount, index) => {
      const each = periods[index] as ReportingPeriod;
      const isTheirs = brokenOn !== null && each.end < brokenOn;
      return { period: each, amount: amount === null || isTheirs ? null : decimal(amount) };
    });
  });
  let best: { total: Decimal; from: ReportingPeriod; to: ReportingPeriod } | null = null;
  for (let start = 0; start + length <= all.length; start += 1) {
    const run = all.slice(start, start + length);
    const amounts = run.flatMap(({ amount }) => (amount === null ? [] : [amount]));
    const [first, last] = [run[0], run.at(-1)];
    if (amounts.length < length || first === undefined || last === undefined) continue;
    const total = amounts.reduce((sum, each) => sum.plus(each), zero);
    const side = best === null ? 0 : compare(total, best.total);
    if (better === 'higher' ? side >= 0 : side <= 0) best = { total, from: first.period, to: last.period };
  }
  return best && { ...best, total: toText(best.total) };
}
