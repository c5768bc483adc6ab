import { bareChartSvg } from '../../charts/chart-image.tsx';
import { headlineOf } from '../../model/charts/chart.ts';
import type { ReportBlock, ReportChart } from '../../model/report.ts';
import { visible } from './visible.ts';

/** In the face of the page: no other is there. */
const paint = { ink: '#14406b', fontFamily: 'Source Sans 3' };

/** A chart of a measure as the template takes it: its words are set as text, and its picture has them as its alternative. */
export function chartData(
  { code, chart }: ReportChart,
  size: Extract<ReportBlock, { type: 'charts' }>['size'],
) {
  const says = headlineOf(chart);
  const isSmall = size === 'small';
  return {
    code: isSmall ? visible(code) : '',
    title: isSmall ? visible(chart.title) : '',
    says: visible(says),
    alt: visible(`Chart of ${code} ${chart.title}. ${says}`),
    svg: bareChartSvg(chart, isSmall ? 'small' : 'wide', paint),
    notes: isSmall ? [] : chart.notes.map(visible),
  };
}
