import { renderToString } from 'preact-render-to-string';
import { bareChartSvg, SmallImage } from '../src/reports/charts/chart-image.tsx';
import type { Case } from './case.ts';
import { DRAWN, drawable, linesOf, nextChart } from './chart-series.ts';

/** How long the process has been at it when it is measured: a report just begun, or a server that has been at work. */
export type At = 'begun' | 'work';

/** Runs of so many charts before those that are measured. */
export const WARM: Readonly<Record<At, number>> = { begun: 3, work: 100 };

/** Begun in three processes: how soon short calls are compiled differs from one to the next. */
const each = (draw: () => Promise<string> | string, at: At = 'begun'): Case => ({
  warm: WARM[at],
  times: 9,
  processes: at === 'begun' ? 3 : 1,
  run: async () => {
    for (let index = 0; index < DRAWN; index++) {
      const svg = await draw();
      if (!svg.includes('<path') || svg.length < 1_000) throw new Error('nothing was drawn');
    }
  },
});

/** Limits worked out, the chart drawn with its names and signals, and written as SVG. */
export const chartCase = (at: At): Case => each(() => bareChartSvg(drawable(nextChart())), at);

/** The charts of a page of sixty measures: worked out, drawn small and written. */
export const smallMultiplesCase = (): Case =>
  each(() => renderToString(SmallImage({ chart: drawable(nextChart()), id: 'small' })));

/** The peer is given limits that have been worked out; it knows no signals. */
export async function vegaLiteCase(at: At): Promise<Case> {
  const { compile } = await import('vega-lite');
  const vega = await import('vega');
  return each(async () => {
    const { chart, labels } = nextChart();
    const values = chart.points.map(({ value }, at) => ({ month: labels[at], value }));
    const { spec } = compile({
      width: 620,
      height: 280,
      data: { values },
      layer: [
        {
          mark: { type: 'line', point: true },
          encoding: {
            x: { field: 'month', type: 'ordinal' },
            y: { field: 'value', type: 'quantitative', scale: { zero: false } },
          },
        },
        ...linesOf(chart).map((datum) => ({
          mark: { type: 'rule' as const, strokeDash: [5, 3] },
          encoding: { y: { datum } },
        })),
      ],
    });
    const view = new vega.View(vega.parse(spec), { renderer: 'none' });
    const svg = await view.toSVG();
    view.finalize();
    return svg;
  }, at);
}

/** The same of ECharts, which draws on the server without a page. */
export async function echartsCase(at: At): Promise<Case> {
  const echarts = await import('echarts');
  return each(() => {
    const { chart, labels } = nextChart();
    const drawn = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 720, height: 340 });
    drawn.setOption({
      animation: false,
      xAxis: { type: 'category', data: labels },
      yAxis: { scale: true },
      series: [
        {
          type: 'line',
          data: chart.points.map(({ value }) => value),
          markLine: { data: linesOf(chart).map((yAxis) => ({ yAxis })) },
        },
      ],
    });
    const svg = drawn.renderToSVGString();
    drawn.dispose();
    return svg;
  }, at);
}
