import type { ControlChart } from '../model/charts/control-chart.ts';
import type { EndLabel } from './end-labels.ts';
import type { Levels } from './xmr-geometry.ts';

/** What stands at the right end of a control chart: its latest figure, target, mean and limits, each at its height. */
export function namesOf(
  { points, segments }: ControlChart,
  values: readonly (number | null)[],
  targets: readonly (number | null)[],
  lines: Levels | undefined,
): (EndLabel & { level: number })[] {
  const segment = segments.at(-1);
  const trial = segment?.state === 'trial' ? 'trial ' : '';
  const latest = values.findLastIndex((value) => value !== null);
  const promised = targets.length - 1;
  const middle = segment?.mean ?? segment?.median ?? null;
  const named = (
    name: string,
    shortName: string,
    display: string | undefined,
    level: number | null | undefined,
    bold?: true,
  ) =>
    display === undefined || level == null
      ? []
      : [{ name, shortName, display, level, ...(bold === undefined ? {} : { bold }) }];
  return [
    ...named('Latest', 'Latest', points[latest]?.display, values[latest], true),
    ...named('Target', 'Target', points[promised]?.target?.display, targets[promised]),
    ...named(
      segment?.mean ? 'Mean' : 'Median',
      segment?.mean ? 'Mean' : 'Median',
      middle?.display,
      lines?.mean,
    ),
    ...named(
      `Upper ${trial}limit`,
      trial === '' ? 'Upper' : 'Upper trial',
      segment?.limits?.upper.display,
      lines?.upper,
    ),
    ...named(
      `Lower ${trial}limit`,
      trial === '' ? 'Lower' : 'Lower trial',
      segment?.limits?.lower.display,
      lines?.lower,
    ),
  ];
}
