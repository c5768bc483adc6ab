import type { Facts, Recorded } from '../../domain/facts.ts';
import { decimal, roundTo, toText } from '../../domain/number/decimal.ts';
import type { TargetVersion } from '../../domain/target/target.ts';
import { recordedOn, targetsAgreedOn } from '../calendar.ts';

const YEAR = '2018-19';

/** Three quarters of the way through the year. */
const SHARE = decimal('0.75');

/**
 * What was promised for the third quarter, of each measure that was promised something for the second: the year's
 * target; of a count that runs from April three quarters of it; of one that stands alone what was promised for the second.
 */
export function presentTargets({ targets, measures }: Facts): Recorded<TargetVersion>[] {
  const promised = new Map<string, Recorded<TargetVersion>>();
  for (const each of targets)
    if (each.period === YEAR && each.role === 'target') promised.set(each.measure, each);
  const quarterly = new Map(
    targets
      .filter((each) => each.period === `${YEAR}/Q2` && each.role === 'target')
      .map((each) => [each.measure, each]),
  );
  return [...promised.values()].flatMap((year) => {
    const version = measures.findLast((each) => each.code === year.measure);
    const second = quarterly.get(year.measure);
    if (version === undefined || second === undefined) return [];
    const alone = version.periodBasis === 'discrete' && version.unit.kind === 'number';
    const { figure } = alone ? second : year;
    const counted = version.periodBasis === 'toDate' && version.unit.kind === 'number';
    const share = figure.kind === 'number' && counted ? roundTo(figure.value.times(SHARE), 0) : null;
    const part = share === null ? figure : { kind: 'number' as const, value: share, typed: toText(share) };
    return [
      {
        ...year,
        period: `${YEAR}/Q3`,
        figure: part,
        recordedAt: recordedOn(targetsAgreedOn(YEAR)),
        version: 1,
      },
    ];
  });
}
