import { isTested } from './direction/basis.ts';
import type { DirectionScheme } from './direction/scheme.ts';
import { CHART_PERIODS, HISTORY } from './snapshot-figures.ts';

/**
 * How many periods a status can look back: as many as a chart has only where the direction is told by one.
 * @example periodsBack(presetDirection('derby')) // 8
 */
export const periodsBack = ({ basis, fallback }: Pick<DirectionScheme, 'basis' | 'fallback'>): number =>
  isTested(basis.kind) || (fallback !== null && isTested(fallback.basis.kind)) ? CHART_PERIODS : HISTORY;
