import { isTested } from './direction/basis.ts';
import type { DirectionScheme } from './direction/scheme.ts';
import { CHART_PERIODS } from './signal/chart-window.ts';
import { HISTORY } from './snapshot-figures.ts';

type Told = Pick<DirectionScheme, 'basis' | 'fallback'>;

/** Whether a control chart can decide the direction, and so a status that asks for it. */
export const isToldByChart = ({ basis, fallback }: Told): boolean =>
  isTested(basis.kind) || (fallback !== null && isTested(fallback.basis.kind));

/**
 * How many periods a status can look back: as many as a chart has only where the direction is told by one.
 * @example periodsBack(presetDirection('derby')) // 8
 */
export const periodsBack = (scheme: Told): number => (isToldByChart(scheme) ? CHART_PERIODS : HISTORY);
