import { decimal, toText } from '../../domain/number/decimal.ts';
import type { MissingReason, TypedFigure } from '../../domain/number/figure.ts';

export const FIGURE_COLUMNS = ['figure_kind', 'figure_number', 'figure_text', 'figure_typed'] as const;

export function figureToColumns(figure: TypedFigure): readonly (string | null)[] {
  switch (figure.kind) {
    case 'number':
      return ['number', toText(figure.value), null, figure.typed];
    case 'step':
      return ['step', null, figure.step, figure.typed];
    case 'date':
      return ['date', null, figure.date, figure.typed];
    case 'missing':
      return ['missing', null, figure.reason, figure.typed];
  }
}

interface FigureRow {
  figure_kind: string;
  figure_number: string | null;
  figure_text: string | null;
  figure_typed: string;
}

export function figureFromColumns(row: FigureRow): TypedFigure {
  const typed = row.figure_typed;
  const text = row.figure_text ?? '';
  switch (row.figure_kind) {
    case 'number':
      return { kind: 'number', value: decimal(row.figure_number ?? ''), typed };
    case 'step':
      return { kind: 'step', step: text, typed };
    case 'date':
      return { kind: 'date', date: text, typed };
    default:
      return { kind: 'missing', reason: text as MissingReason, typed };
  }
}
