import type { EvaluatedMeasure } from '../evaluate.ts';

/** A measure that is on the scorecard in both periods. */
export interface Mover {
  now: EvaluatedMeasure;
  before: EvaluatedMeasure;
}

/**
 * How the statuses of a scorecard moved between two periods. Every measure of either is in exactly one of these lists,
 * in the order of the scorecard.
 */
export interface Movement {
  better: readonly Mover[];
  worse: readonly Mover[];
  alike: readonly Mover[];
  /** Judged now, not judged before. */
  newlyJudged: readonly Mover[];
  /** Judged before, not judged now. */
  noLongerJudged: readonly Mover[];
  /** Judged in neither period. */
  notJudged: readonly Mover[];
  /** Its definition changed between the two, so that neither can be held against the other. */
  notComparable: readonly Mover[];
  joined: readonly EvaluatedMeasure[];
  left: readonly EvaluatedMeasure[];
}

/**
 * Holds the statuses of two periods against each other, measure by measure (by code). Better and worse follow the
 * scheme's own order of its statuses, so both must be judged by one scheme: a change of rules is no performance.
 * Source: cover reports of councils name their movers (reference/domain.md, section 6, idea 10).
 *
 * @param now measures of the later period, judged
 * @param before measures of the earlier one, judged by the same scheme
 * @example movementBetween(quarter2.measures, quarter1.measures).worse[0].now.snapshot.version.code // 'HOM 2.4'
 */
export function movementBetween(
  now: readonly EvaluatedMeasure[],
  before: readonly EvaluatedMeasure[],
): Movement {
  const earlier = new Map(before.map((each) => [codeOf(each), each]));
  const lists: Record<Exclude<keyof Movement, 'joined' | 'left'>, Mover[]> = {
    better: [],
    worse: [],
    alike: [],
    newlyJudged: [],
    noLongerJudged: [],
    notJudged: [],
    notComparable: [],
  };
  const joined: EvaluatedMeasure[] = [];
  for (const measure of now) {
    const was = earlier.get(codeOf(measure));
    earlier.delete(codeOf(measure));
    if (was === undefined) joined.push(measure);
    else lists[kindOf(measure, was)].push({ now: measure, before: was });
  }
  return { ...lists, joined, left: before.filter((each) => earlier.has(codeOf(each))) };
}

const codeOf = (measure: EvaluatedMeasure): string => measure.snapshot.version.code;

function kindOf(now: EvaluatedMeasure, before: EvaluatedMeasure) {
  if (seriesBreaks(now, before)) return 'notComparable';
  const [is, was] = [now.status.outcome, before.status.outcome];
  if (is.inDenominator && was.inDenominator) {
    if (is.id === was.id || is.rank === was.rank) return 'alike';
    return is.rank < was.rank ? 'better' : 'worse';
  }
  if (is.inDenominator) return 'newlyJudged';
  return was.inDenominator ? 'noLongerJudged' : 'notJudged';
}

/** A version that began after the earlier figure, and says that it breaks the series. */
function seriesBreaks(now: EvaluatedMeasure, before: EvaluatedMeasure): boolean {
  const [is, was] = [now.snapshot.version, before.snapshot.version];
  return is.validFrom > was.validFrom && is.definition.breaksSeries === true;
}
