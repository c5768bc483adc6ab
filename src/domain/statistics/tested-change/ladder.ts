import { compare, type Decimal } from '../../number/decimal.ts';
import { type BoundedValue, recentTrend } from '../trend/recent-trend.ts';
import { FEWEST_POINTS } from '../xmr/settings.ts';
import { changeTest, type TwoPeriods } from './two-periods.ts';

/** What is held of a measure; each rung of the ladder speaks where what it needs is there. */
export interface ChangeInputs {
  readonly better: 'higher' | 'lower' | 'none';
  /** What the XmR chart says of the latest point, with the points in its segment; null for cumulative or seasonal. */
  readonly chart: { readonly points: number; readonly signal: 'high' | 'low' | 'none' } | null;
  readonly periods: TwoPeriods | null;
  /** The least change that matters, in the unit of `periods` (shares, or events for each of exposure). */
  readonly enoughOfPeriods?: number;
  /** Annual values with 95% intervals, oldest first. */
  readonly annual: readonly BoundedValue[] | null;
  /** The two figures themselves, exact. */
  readonly now: Decimal | null;
  readonly before: Decimal | null;
  readonly enough: Decimal;
}

/** The tests of a change, in the order in which they are tried: an arrow's words name the one that spoke. */
export const LADDER = ['chart', 'twoPeriods', 'recentTrend', 'notTested'] as const;

export type SpokenBy = (typeof LADDER)[number];

export interface TestedChange {
  readonly change: 'better' | 'worse' | Still | 'up' | 'down';
  readonly by: SpokenBy;
  readonly oneCaseDecides: boolean;
}

type Still = 'noSignificantChange' | 'noChangeThatMatters';

/** Which way a figure moved, as one rung has it; null where what the rung needs is not there. */
type Moved = { readonly moved: 'up' | 'down' | Still; readonly oneCaseDecides?: boolean } | null;

const SPEAK: Readonly<Record<SpokenBy, (inputs: ChangeInputs & { readonly now: Decimal }) => Moved>> = {
  chart({ chart }) {
    if (chart === null || chart.points < FEWEST_POINTS) return null;
    const moved = { high: 'up', low: 'down', none: 'noSignificantChange' } as const;
    return { moved: moved[chart.signal] };
  },
  twoPeriods: ({ periods, enoughOfPeriods }) =>
    periods === null ? null : changeTest(periods, enoughOfPeriods),
  recentTrend({ annual }) {
    const trend = annual === null ? null : recentTrend(annual);
    if (trend === null || trend.marker === 'cannotBeCalculated') return null;
    const moved = {
      increasing: 'up',
      decreasing: 'down',
      noSignificantChange: 'noSignificantChange',
    } as const;
    return { moved: moved[trend.marker] };
  },
  notTested({ now, before, enough }) {
    if (before === null) return null;
    const side = compare(now, before);
    const isEnough = side !== 0 && compare(now.minus(before).abs(), enough) >= 0;
    return { moved: isEnough ? (side > 0 ? 'up' : 'down') : 'noChangeThatMatters' };
  },
};

/**
 * The direction of travel by the ladder: the control chart where it has 13 points, then the test of two periods, then
 * the recent trend of annual values, then a change that was not tested and says so. Which way is good is applied
 * last. `null` where the latest figure, or anything to compare it with, is missing: no arrow.
 *
 * @example // 10 of 20 then 10 of 20: { change: 'noSignificantChange', by: 'twoPeriods', oneCaseDecides: false }
 */
export function testedChange(inputs: ChangeInputs): TestedChange | null {
  const { now, better } = inputs;
  if (now === null) return null;
  for (const by of LADDER) {
    const spoken = SPEAK[by]({ ...inputs, now });
    if (spoken === null) continue;
    const { moved, oneCaseDecides = false } = spoken;
    const way = moved === 'up' ? 'higher' : moved === 'down' ? 'lower' : null;
    const change = way === null || better === 'none' ? moved : way === better ? 'better' : 'worse';
    return { change, by, oneCaseDecides };
  }
  return null;
}
