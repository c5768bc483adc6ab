import type { TypedFigure } from '../../domain/number/figure.ts';
import { formatFigure } from '../../domain/number/format.ts';
import type { Unit } from '../../domain/number/unit.ts';
import type { Targets } from '../../domain/snapshot.ts';

/** A figure beside what was promised. @example figureAgainst(figure, targets, unit, 'No forecast') // '366.0 against a target of 375.0' */
export function figureAgainst(
  figure: TypedFigure | null,
  targets: Targets,
  unit: Unit,
  none: string,
): string {
  const actual = figure === null ? none : formatFigure(figure, unit);
  const promised = promisedInWords(targets, unit);
  if (promised === null) return actual;
  if (figure === null || figure.kind === 'missing') return `${actual}. Target ${promised}`;
  return `${actual} against a target of ${promised}`;
}

/** `375.0`, or `40.0 to 45.0` for a range; null where nothing was promised. */
export function promisedInWords({ target, low, high }: Targets, unit: Unit): string | null {
  if (target !== undefined) return formatFigure(target.figure, unit);
  if (low === undefined || high === undefined) return null;
  return `${formatFigure(low.figure, unit)} to ${formatFigure(high.figure, unit)}`;
}

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
