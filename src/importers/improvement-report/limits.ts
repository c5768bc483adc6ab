import { COMMENTARY_LIMITS } from '../../domain/commentary/schema.ts';
import type { LegacyColumn } from './legacy-report.ts';

/** Settings with the defaults of the import gates; checked before anything is parsed. */
export interface LegacyLimits {
  bytes: number;
  lines: number;
  columns: number;
  /** Rows of the table, over all pages. A council reports some hundreds of measures at most. */
  rows: number;
  characters: number;
  nesting: number;
}

export const DEFAULT_LEGACY_LIMITS: LegacyLimits = {
  bytes: 20 * 1024 * 1024,
  lines: 200_000,
  columns: 64,
  rows: 5_000,
  characters: COMMENTARY_LIMITS.characters,
  nesting: COMMENTARY_LIMITS.nesting,
};

/** The most characters of the cells that hold no commentary: far more than any report prints. */
const SHORT_CELLS: Partial<Record<LegacyColumn, number>> = {
  details: 1_000,
  status: 200,
  forecastStatus: 200,
  performance: 2_000,
};

export function longestCell(column: LegacyColumn, limits: LegacyLimits): number {
  return SHORT_CELLS[column] ?? limits.characters;
}
