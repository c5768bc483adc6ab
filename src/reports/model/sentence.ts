import type { ScorecardTally } from '../../domain/scorecard/tally.ts';

/** `1 measure`, `25 measures` */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** `15 Red and 7 Amber`; empty when there are none. */
export function listed(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/**
 * What the reader of an improvement report must know, in a few sentences.
 * @param whole the tally of all measures that the report is about; null where only the exceptions are held
 * @param whose ` of People Services`, where that is not the whole scorecard
 * @example "At 30-Sep-2018, 22 measures are off target: 15 Red and 7 Amber. 3 more are on target now but forecast to
 *   miss the year-end target. Of the 22 off target, 8 are forecast to be on target by the year end."
 */
export function improvementSentence(
  tally: ScorecardTally,
  periodEnd: string,
  whole: ScorecardTally | null,
  whose = '',
): string {
  const said = [
    offTargetNow(tally, periodEnd, whose),
    slipping(tally.slipping, 'on target now but', tally),
    slipping(tally.slippingUnjudged, 'without a status now and', tally),
    recovering(tally),
    otherExceptions(tally),
    notJudged(tally, whole, whose),
  ];
  return said.filter((each) => each !== '').join(' ');
}

function offTargetNow(tally: ScorecardTally, periodEnd: string, whose: string): string {
  const { offTargetNow: off, offTargetForecast } = tally;
  if (off === 0) {
    const forecast = offTargetForecast === 0 ? ', and none is forecast to miss its year-end target' : '';
    return `At ${periodEnd} no measure${whose} is off target${forecast}.`;
  }
  const statuses = tally.now
    .filter(({ outcome, count }) => outcome.isException && !outcome.countsAsOnTarget && count > 0)
    .sort((a, b) => b.outcome.rank - a.outcome.rank);
  const [only] = statuses;
  const which =
    statuses.length === 1 && off > 1
      ? `, all ${only?.outcome.label}`
      : `: ${listed(statuses.map((line) => `${line.count} ${line.outcome.label}`))}`;
  return `At ${periodEnd}, ${counted(off, 'measure')}${whose} ${off === 1 ? 'is' : 'are'} off target${which}.`;
}

function slipping(count: number, how: string, tally: ScorecardTally): string {
  if (count === 0) return '';
  const more = tally.offTargetNow > 0 ? 'more ' : '';
  const subject = count === 1 ? `1 ${more}is` : `${count} ${more}are`;
  return `${subject} ${how} forecast to miss the year-end target.`;
}

function recovering({ offTargetNow: off, recovering: back }: ScorecardTally): string {
  if (off === 0) return '';
  if (off === 1)
    return `The one off target is ${back === 1 ? 'forecast to be on target' : 'not forecast to recover'} by the year end.`;
  if (back === 0) return 'None of those off target is forecast to recover by the year end.';
  return `Of the ${off} off target, ${back} ${back === 1 ? 'is' : 'are'} forecast to be on target by the year end.`;
}

/** Some schemes report what is far above target too. */
function otherExceptions({ otherExceptions: others, now, forecast }: ScorecardTally): string {
  if (others === 0) return '';
  const labels = new Set(
    [...now, ...forecast].flatMap(({ outcome, count }) =>
      outcome.isException && outcome.countsAsOnTarget && count > 0 ? [outcome.label] : [],
    ),
  );
  return `${others === 1 ? '1 more is' : `${others} more are`} reported because of ${listed([...labels])}.`;
}

/** "No measure is off target" says little where few could be judged. */
function notJudged(
  { offTargetNow: off }: ScorecardTally,
  whole: ScorecardTally | null,
  whose: string,
): string {
  if (off > 0 || whole === null || whole.judged === whole.measures) return '';
  if (whole.judged === 0) return `None of the ${counted(whole.measures, 'measure')}${whose} could be judged.`;
  return `${whole.measures - whole.judged} of the ${counted(whole.measures, 'measure')}${whose} could not be judged.`;
}

/** What the reader of a whole scorecard must know: both denominators, then the exceptions. */
export function scorecardSentence(tally: ScorecardTally, periodEnd: string, whose = ''): string {
  if (tally.measures === 0) {
    return `There are no measures${whose === '' ? ' on this scorecard' : whose} in this period.`;
  }
  if (tally.judged === 0) {
    return `At ${periodEnd} none of the ${counted(tally.measures, 'measure')}${whose} has both a figure and a target.`;
  }
  const share = `${tally.onTarget} of ${counted(tally.judged, 'measure')}${whose} ${judgedInWords(tally)}`;
  const verb = tally.onTarget === 1 ? 'is' : 'are';
  return (
    `At ${periodEnd}, ${share} ${verb} on target or better: ${percentage(tally.onTarget, tally.judged)}, ` +
    `or ${percentage(tally.onTarget, tally.measures)} of all ${tally.measures}. ` +
    `${measuresThat(tally.offTargetNow, 'off target')}, and ` +
    `${measuresThat(tally.offTargetForecast, 'forecast to miss the year-end target').toLowerCase()}.`
  );
}

/** `No measure is off target`, `22 measures are off target` */
const measuresThat = (count: number, are: string): string =>
  count === 0 ? `No measure is ${are}` : `${counted(count, 'measure')} ${count === 1 ? 'is' : 'are'} ${are}`;

/** What the measures of the second denominator have; some schemes need more than a figure and a target. */
export function judgedInWords({ now }: ScorecardTally): string {
  const lacking = now.some(({ outcome, count }) => outcome.id === 'unjudgeable' && count > 0);
  return lacking ? 'that could be judged' : 'with a figure and a target';
}

/** A share as a whole percentage, half away from zero, in whole numbers only. */
export function percentage(part: number, whole: number): string {
  if (whole === 0) return 'not calculated';
  return `${(BigInt(part) * 200n + BigInt(whole)) / (2n * BigInt(whole))}%`;
}
