import { formatFigure } from '../number/format.ts';
import type { XmrChart } from '../statistics/xmr/chart.ts';
import { FEWEST_POINTS } from '../statistics/xmr/settings.ts';
import type { NotComparable } from './comparison.ts';
import type { DirectionOutcome } from './direction.ts';
import type { Asked, Verdict } from './verdict.ts';

const silent = (reason: string): NotComparable => ({ reasonCode: 'noChart', reason });

/**
 * The state of the latest point of the control chart: higher or lower than usual variation explains, or within it.
 * On the ladder a measure with a season is left to the next way: its chart is of changes, and a change as large as
 * that of the year before would look like none.
 */
export function byChart({ inputs, evidence, isLadder }: Asked): Verdict | NotComparable {
  const { polarity } = inputs;
  if (polarity !== 'higher' && polarity !== 'lower') {
    return silent(
      'A control chart tells higher from lower, and of this measure neither is always the better.',
    );
  }
  if (isLadder && evidence.seasonal) return silent('The measure has a season.');
  const { chart, variation, points } = evidence.signal();
  const latest = chart?.points.at(-1);
  const segment = chart?.segments[latest?.segment ?? 0];
  if (!chart || latest === undefined || segment === undefined) return silent(variation.words);
  if (latest.value === null) return silent('The latest point of its control chart is missing.');
  if (segment.count < FEWEST_POINTS) {
    return {
      reasonCode: 'tooFewPoints',
      reason: `Too few figures on its control chart: ${segment.count} of the ${FEWEST_POINTS} needed, this one counted.`,
    };
  }
  const state = stateOf(chart, segment.state === 'constant');
  if (state === null) return silent(variation.words);
  const { outcome, words } = state;
  const { now, previous, unit } = inputs;
  // Where the points are not the figures themselves, the figure printed is not what was looked at.
  const subject = points === null ? `the latest figure (${formatFigure(now, unit)})` : 'the latest point';
  const good = outcome === 'stabilised' ? '' : `, and ${polarity} is better`;
  return {
    outcome,
    before: previous ?? { kind: 'missing', reason: 'blank' },
    change: null,
    oneCaseDecides: false,
    sentence: `on its control chart of ${segment.count} figures, ${subject} is ${words}${good}.${points === null ? '' : ` ${points}`}`,
    brief: `Control chart: ${words}`,
  };
}

function stateOf(
  { variation: { icon } }: XmrChart,
  isConstant: boolean,
): { outcome: DirectionOutcome; words: string } | null {
  if (isConstant) return { outcome: 'stabilised', words: 'the same as every one before' };
  if (icon === null) return null;
  if (icon === 'common_cause') return { outcome: 'stabilised', words: 'within usual variation' };
  return {
    outcome: icon.startsWith('improvement') ? 'improving' : 'deteriorating',
    words: `${icon.endsWith('high') ? 'higher' : 'lower'} than usual variation explains`,
  };
}
