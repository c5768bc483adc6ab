import type { Rebase } from '../statistics/xmr/chart.ts';
import { type ChartSetting, usualChart } from './chart-setting.ts';

type Drawn = Omit<ChartSetting, 'measure'>;

/**
 * What a decision changed about how a chart is drawn, a sentence for each thing; none where nothing changed.
 *
 * @param before null where nobody had decided anything
 * @param named says a day as the period that begins with it: `Quarter 1, 2018-19`
 * @example chartChanges(null, { ...usualChart, seasonal: true }, named) // ['Said to have a season.']
 */
export function chartChanges(before: Drawn | null, after: Drawn, named: (day: string) => string): string[] {
  const was = before ?? usualChart;
  const changes: string[] = [];
  if (was.seasonal !== after.seasonal) {
    changes.push(after.seasonal ? 'Said to have a season.' : 'Said to have no season.');
  }
  if (was.baseline !== after.baseline) {
    changes.push(
      after.baseline === null
        ? 'Mean and limits from all figures again.'
        : `Mean and limits held from the first ${after.baseline} periods.`,
    );
  }
  const added = lacking(was.rebases, after.rebases);
  const withdrawn = lacking(after.rebases, was.rebases);
  return [
    ...changes,
    ...added.map(({ from }) => `Mean and limits worked out anew from ${named(from)}.`),
    ...withdrawn.map(({ from }) => `No longer worked out anew from ${named(from)}.`),
    ...(after.begins === null || after.begins === was.begins
      ? []
      : [`The chart begins with ${named(after.begins)} from now on.`]),
  ];
}

/** Those of the second list that the first does not hold. */
const lacking = (held: readonly Rebase[], all: readonly Rebase[]): Rebase[] =>
  all.filter(({ from }) => !held.some((one) => one.from === from));
