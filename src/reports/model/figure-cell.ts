import { toText } from '../../domain/number/decimal.ts';
import type { TypedFigure } from '../../domain/number/figure.ts';
import { formatFigure } from '../../domain/number/format.ts';
import type { Unit } from '../../domain/number/unit.ts';
import type { FigureCell } from './report.ts';

/**
 * A figure as the reports print it, with the exact value behind it.
 * @param absent what to print when there is nothing at all: `No target`
 */
export function figureCell(
  figure: TypedFigure | null,
  unit: Unit,
  absent: { display: string; reason: string },
  notes: readonly string[] = [],
): FigureCell {
  if (figure === null) {
    return {
      display: absent.display,
      kind: 'missing',
      exact: null,
      format: null,
      missing: absent.reason,
      notes,
    };
  }
  const display = formatFigure(figure, unit);
  switch (figure.kind) {
    case 'missing':
      return {
        display: withSource(display, figure),
        kind: 'missing',
        exact: null,
        format: null,
        missing: figure.reason,
        notes,
      };
    case 'step':
      return { display, kind: 'text', exact: figure.step, format: null, missing: null, notes };
    case 'date':
      return { display, kind: 'date', exact: figure.date, format: null, missing: null, notes };
    case 'number':
      return {
        display,
        kind: 'number',
        exact: toText(figure.value),
        format: formatOf(unit),
        missing: null,
        notes,
      };
  }
}

/** What could not be used is printed as the source has it: a document says it, so its report does. */
const withSource = (display: string, figure: TypedFigure & { kind: 'missing' }): string =>
  figure.reason === 'unusable' && figure.typed !== '' ? `${display} (source: ${figure.typed})` : display;

/** How a spreadsheet prints a number of this unit. */
export function formatOf(unit: Unit): FigureCell['format'] {
  const plain = { prefix: '', suffix: '', grouping: true };
  switch (unit.kind) {
    case 'number':
      return { ...plain, decimals: unit.decimals, suffix: unit.noun === undefined ? '' : ` ${unit.noun}` };
    case 'percentage':
      return { ...plain, decimals: unit.decimals, suffix: '%' };
    case 'duration':
      return { ...plain, decimals: unit.decimals, suffix: ` ${unit.noun}` };
    case 'currency':
      return { ...plain, decimals: unit.decimals, prefix: unit.symbol };
    case 'rate':
      return { ...plain, decimals: unit.decimals, suffix: ` per ${unit.per}` };
    case 'ratio':
      return { ...plain, decimals: unit.decimals, suffix: ':1' };
    default:
      return { ...plain, decimals: 0 };
  }
}
