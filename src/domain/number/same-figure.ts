import { toText } from './decimal.ts';
import type { Figure } from './figure.ts';

/**
 * Whether two figures mean the same, however they were typed.
 * @example sameFigure(11.50 typed "11.50", 11.5 typed "11.5") // true
 */
export const sameFigure = (one: Figure, other: Figure): boolean => meantBy(one) === meantBy(other);

function meantBy(figure: Figure): string {
  switch (figure.kind) {
    case 'number':
      return `number ${toText(figure.value)}`;
    case 'step':
      return `step ${figure.step.toLowerCase()}`;
    case 'date':
      return `date ${figure.date}`;
    case 'missing':
      return `missing ${figure.reason}`;
  }
}
