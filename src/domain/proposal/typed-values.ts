import type { MeasureVersion } from '../measure/measure.ts';
import type { TypedFigure } from '../number/figure.ts';
import { parseFigure } from '../number/parse.ts';

/** What was typed for the targets, by slot, as figures of the measure's unit; a blank and what cannot be read are left out. */
export function typedValues(
  values: Readonly<Record<string, string>>,
  { unit }: Pick<MeasureVersion, 'unit'>,
): Map<string, TypedFigure> {
  const read = new Map<string, TypedFigure>();
  for (const [slot, typed] of Object.entries(values)) {
    if (typed.trim() === '') continue;
    const parsed = parseFigure(typed, unit);
    if ('figure' in parsed) read.set(slot, parsed.figure);
  }
  return read;
}
