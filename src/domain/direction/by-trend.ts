import { formatFigure } from '../number/format.ts';
import { recentTrend, TREND_POINTS } from '../statistics/trend/recent-trend.ts';
import { bounded, countable } from './cases.ts';
import type { NotComparable } from './comparison.ts';
import { isAnnual } from './evidence.ts';
import type { Asked, Verdict } from './verdict.ts';

const silent = (reason: string): NotComparable => ({ reasonCode: 'noCases', reason });

/** The recent trend of the latest five annual figures, weighted by their intervals, as Fingertips has it. */
export function byTrend({ inputs, evidence }: Asked): Verdict | NotComparable {
  const { polarity, unit, now, lastYear } = inputs;
  if (!isAnnual(evidence)) return silent('A recent trend is of figures that come once a year.');
  if (polarity !== 'higher' && polarity !== 'lower') {
    return silent('A trend rises or falls, and of this measure neither is always the better.');
  }
  const years = evidence.years().slice(-TREND_POINTS);
  const held = years.flatMap((year) => {
    const cases = year === null ? null : countable(year.cases, unit, year.figure);
    return cases === null || 'why' in cases ? [] : [bounded(cases)];
  });
  if (held.length < TREND_POINTS) {
    return {
      reasonCode: 'tooFewPoints',
      reason: `Too few figures with the cases behind them: ${held.length} of the ${TREND_POINTS} latest years, and all are needed.`,
    };
  }
  const trend = recentTrend(held);
  if (trend.marker === 'cannotBeCalculated')
    return silent('The trend of its five years cannot be worked out.');
  const rises = trend.marker === 'increasing';
  const outcome =
    trend.marker === 'noSignificantChange'
      ? 'stabilised'
      : rises === (polarity === 'higher')
        ? 'improving'
        : 'deteriorating';
  const words =
    outcome === 'stabilised'
      ? 'neither rises nor falls by more than chance explains'
      : `${rises ? 'rises' : 'falls'} by more than chance explains`;
  return {
    outcome,
    before: lastYear ?? { kind: 'missing', reason: 'blank' },
    change: null,
    oneCaseDecides: false,
    sentence: `the trend of the five years to the latest figure (${formatFigure(now, unit)}) ${words}${outcome === 'stabilised' ? '' : `, and ${polarity} is better`}.`,
    brief: `Recent trend of five years: ${words}`,
  };
}
