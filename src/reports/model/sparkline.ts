import { toText } from '../../domain/number/decimal.ts';
import { formatFigure } from '../../domain/number/format.ts';
import type { Unit } from '../../domain/number/unit.ts';
import { periodLabel, shortPeriodLabel } from '../../domain/period/label.ts';
import type { MeasureSnapshot } from '../../domain/snapshot.ts';
import type { Sparkline } from './report.ts';

/** Recent periods as a small line with its sentence. */
export function sparkline({ version, history, periodTargets }: MeasureSnapshot): Sparkline {
  const target = periodTargets.target?.figure;
  return {
    ...lineOf(history, version.unit),
    target:
      target?.kind === 'number'
        ? { exact: toText(target.value), display: formatFigure(target, version.unit) }
        : null,
    better: version.polarity === 'higher' ? 'up' : version.polarity === 'lower' ? 'down' : 'neither',
  };
}

/** The points and the sentence of a line through some periods. */
export function lineOf(
  history: readonly Pick<MeasureSnapshot['history'][number], 'period' | 'position'>[],
  unit: Unit,
): Pick<Sparkline, 'description' | 'points'> {
  // A period in which nothing is due is no gap: the line of an annual measure goes from year to year.
  const due = history.filter(
    ({ position: { figure } }) => figure.kind !== 'missing' || figure.reason !== 'notDue',
  );
  const points = due.map(({ period, position }) => ({
    period: period.code,
    label: shortPeriodLabel(period),
    exact: position.figure.kind === 'number' ? toText(position.figure.value) : null,
    display: formatFigure(position.figure, unit),
  }));
  const held = history.filter(({ position }) => position.figure.kind === 'number');
  const first = held[0];
  const last = held.at(-1);
  const description =
    first === undefined || last === undefined
      ? 'No figures to draw.'
      : first === last
        ? `One figure: ${formatFigure(last.position.figure, unit)} in ${periodLabel(last.period)}.`
        : `From ${formatFigure(first.position.figure, unit)} in ${periodLabel(first.period)} to ` +
          `${formatFigure(last.position.figure, unit)} in ${periodLabel(last.period)}.`;
  return { description, points };
}
