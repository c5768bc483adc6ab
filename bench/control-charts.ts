import { decimal } from '../src/domain/number/decimal.ts';
import type { SeriesPoint } from '../src/domain/statistics/series.ts';
import { xmrChart } from '../src/domain/statistics/xmr/xmr-chart.ts';
import type { Case } from './case.ts';

export const CHARTS = 1_000;
const POINTS = 80;

/**
 * Every measure of a large council with 80 months behind it, no two alike: noise about a level that moves half-way,
 * one figure in forty missing, a target that changes each year. From exact decimals to both icons.
 */
export function controlChartCase(): Case {
  const series = Array.from({ length: CHARTS }, (_, measure) => seriesOf(measure));
  const targets = Array.from({ length: 7 }, (_, year) => ({
    from: `${2018 + year}-04-01`,
    value: decimal(`${55 + year}`),
  }));
  return {
    warm: 1,
    times: 7,
    run: async () => {
      let signals = 0;
      let icons = 0;
      for (const [measure, points] of series.entries()) {
        const chart = xmrChart({ points, targets, polarity: measure % 2 === 0 ? 'higher' : 'lower' });
        for (const { rules } of chart.points) signals += rules.length;
        if (chart.variation.icon !== null && chart.assurance.icon !== null) icons += 1;
      }
      if (signals === 0 || icons !== CHARTS)
        throw new Error(`${signals} signals, ${icons} charts with icons`);
    },
  };
}

function seriesOf(measure: number): SeriesPoint[] {
  let seed = measure + 1;
  const noise = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return (seed % 2_000) - 1_000;
  };
  return Array.from({ length: POINTS }, (_, at) => {
    const month = 3 + at;
    const date = `${2018 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    const hundredths = 5_000 + noise() + noise() + (at < POINTS / 2 ? 0 : 600);
    const value = at !== 0 && at % 40 === 0 ? null : decimal((hundredths / 100).toFixed(2));
    return { date, value };
  });
}
