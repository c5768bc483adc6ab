import type { Column } from '../../model/report.ts';
import { TEXT_WIDTH } from './page-size.ts';

/** Below this the word `Quarterly` in the heading of a status column breaks in the middle. */
const NARROWEST = 1080;

/**
 * Widths in twips that fill the page: each column has its share, none is narrower than a word needs, and
 * the widest pay for that.
 */
export function columnWidths(columns: readonly Column[], total = TEXT_WIDTH): number[] {
  const shares = columns.reduce((sum, column) => sum + column.width, 0) || 1;
  const least = Math.min(NARROWEST, Math.floor(total / Math.max(1, columns.length)));
  const widths = columns.map((column) => Math.max(least, Math.floor((column.width * total) / shares)));
  for (let rest = total - sum(widths); rest !== 0; rest = total - sum(widths)) {
    const widest = widths.indexOf(Math.max(...widths));
    const room = widths[widest]! - least;
    widths[widest] = widths[widest]! + (rest > 0 ? rest : -Math.min(-rest, Math.max(1, Math.ceil(room / 4))));
  }
  return widths;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
