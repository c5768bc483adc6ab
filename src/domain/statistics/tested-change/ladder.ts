import { compare, type Decimal } from '../../number/decimal.ts';
import { type BoundedValue, recentTrend } from '../trend/recent-trend.ts';
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

export type SpokenBy = 'chart' | 'twoPeriods' | 'recentTrend' | 'notTested';

export interface TestedChange {
  readonly change: 'better' | 'worse' | 'up' | 'down' | 'noSignificantChange' | 'noChangeThatMatters';
  /** Which rung of the ladder spoke: an arrow's words name it. */
  readonly by: SpokenBy;
  readonly oneCaseDecides: boolean;
}

/** Fewest points in a segment with which a control chart speaks (Making Data Count). */
export const CHART_POINTS = 13;

/**
 * The direction of travel by the ladder: the control chart where it has 13 points, then the test of two periods, then
 * the recent trend of annual values, then a change that was not tested and says so. Which way is good is applied
 * last. `null` where the latest figure, or anything to compare it with, is missing: no arrow.
 *
 * @example // 10 of 20 then 10 of 20: { change: 'noSignificantChange', by: 'twoPeriods', oneCaseDecides: false }
 */
export function testedChange(inputs: ChangeInputs): TestedChange | null {
  const { chart, periods, annual } = inputs;
  if (inputs.now === null) return null;
  if (chart !== null && chart.points >= CHART_POINTS) {
    const moved = { high: 'up', low: 'down', none: 'noSignificantChange' } as const;
    return told(moved[chart.signal], 'chart', inputs);
  }
  if (periods !== null) {
    const { moved, oneCaseDecides } = changeTest(periods, inputs.enoughOfPeriods);
    return { ...told(moved, 'twoPeriods', inputs), oneCaseDecides };
  }
  const trend = annual === null ? null : recentTrend(annual);
  if (trend !== null && trend.marker !== 'cannotBeCalculated') {
    const moved = {
      increasing: 'up',
      decreasing: 'down',
      noSignificantChange: 'noSignificantChange',
    } as const;
    return told(moved[trend.marker], 'recentTrend', inputs);
  }
  if (inputs.before === null) return null;
  const side = compare(inputs.now, inputs.before);
  const apart = inputs.now.minus(inputs.before).abs();
  if (side === 0 || compare(apart, inputs.enough) < 0)
    return told('noChangeThatMatters', 'notTested', inputs);
  return told(side > 0 ? 'up' : 'down', 'notTested', inputs);
}

function told(
  moved: 'up' | 'down' | 'noSignificantChange' | 'noChangeThatMatters',
  by: SpokenBy,
  { better }: ChangeInputs,
): TestedChange {
  const untold = { by, oneCaseDecides: false };
  if (moved === 'noSignificantChange' || moved === 'noChangeThatMatters' || better === 'none') {
    return { change: moved, ...untold };
  }
  return { change: (moved === 'up') === (better === 'higher') ? 'better' : 'worse', ...untold };
}
