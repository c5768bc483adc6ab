import { measureChart } from '../../../reports/model/charts/measure-chart.ts';
import { chartPng, chartSvg } from '../../../reports/render/picture/chart-file.ts';
import { readMeasure } from '../../../workflow/queries/read-measure.ts';
import { measureAddress, periodAddress, periodAt } from '../../addresses.ts';
import type { Answer, Asked } from '../../route.ts';
import { measureOf } from '../../subject.ts';
import { notFoundPage } from '../problem/problem.tsx';

/** `/measures/:measure/control-chart.svg` and `.png`, of one period with `?period=`. */
export const controlChartFile =
  (format: 'svg' | 'png') =>
  async (asked: Asked): Promise<Answer> => {
    const code = await measureOf(asked);
    const typed = asked.query.get('period');
    const period = typed === null ? null : periodAt(typed);
    if (code === null || (typed !== null && period === null)) return notFoundPage(asked);
    const point = (await readMeasure(asked.known, code, period, 1))?.point ?? null;
    if (point === null) return notFoundPage(asked);
    const { version, chart: setting } = point.measure.snapshot;
    const signal = point.measure.signal();
    const chart = measureChart({ signal, version, seasonal: setting?.seasonal ?? false });
    if (chart === null) return notFoundPage(asked);
    const file = format === 'svg' ? chartSvg(chart) : await chartPng(chart);
    const stem = [asked.authority.code, measureAddress(code), periodAddress(point.period.code)].join('-');
    return { kind: 'file', ...file, name: `${stem}-control-chart.${format}` };
  };
