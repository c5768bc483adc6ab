import { toText } from '../../domain/number/decimal.ts';
import type { Figure, TypedFigure } from '../../domain/number/figure.ts';
import { formatFigure } from '../../domain/number/format.ts';
import type { Unit } from '../../domain/number/unit.ts';
import type { TemplateCell } from './sheet-plan.ts';

/** A figure for people to read beside the cell they fill in, as the reports print it. */
export function shownFigure(figure: Figure | null | undefined, unit: Unit): TemplateCell {
  return figure === null || figure === undefined ? {} : { text: formatFigure(figure, unit), locked: true };
}

/** A figure that people may change: the number itself, so that Excel holds a number. */
export function inputFigure(figure: TypedFigure | null | undefined, unit: Unit): TemplateCell {
  const offers = offeredBy(unit);
  const list = offers === undefined ? {} : { offers };
  if (figure === null || figure === undefined) return list;
  if (figure.kind === 'number') return { number: toText(figure.value), ...list };
  return { text: formatFigure(figure, unit), ...list };
}

/** The steps of a scale, where that is what a figure of the unit is. */
function offeredBy(unit: Unit): readonly string[] | undefined {
  if (unit.kind === 'milestone') return unit.scale.steps;
  return unit.kind === 'yesNo' ? ['Yes', 'No'] : undefined;
}
