import { sparklineSvg } from '../../charts/sparkline.tsx';
import type { Cell, DirectionMark, FigureCell, Sparkline, StatusMark } from '../../model/report.ts';
import { visible } from './visible.ts';

/**
 * Cells as the template takes them. The basis of the direction of travel that the whole report has is said
 * once, at its front; `reportBasis` is that basis, and only another one is repeated in a cell.
 */
export function cellData(content: Cell, reportBasis: string): unknown {
  switch (content.type) {
    case 'status':
      return { type: 'status', status: statusData(content.status, content.detail === 'brief') };
    case 'count':
      return { type: 'count', text: String(content.count) };
    case 'figure':
      return { type: 'figure', figure: figure(content.figure) };
    case 'measure':
      return { ...content, code: visible(content.code) };
    case 'performance':
      return {
        type: 'performance',
        groups: content.groups.map(({ heading, entries }) => ({
          heading,
          entries: entries.map((entry) => ({ label: entry.label, figure: figure(entry.figure) })),
        })),
        direction: direction(content.direction, reportBasis, content.detail === 'brief'),
      };
    case 'direction':
      return {
        type: 'direction',
        direction: direction(content.direction, reportBasis, content.detail === 'brief'),
      };
    case 'chart':
      return { type: 'chart', chart: pictureData(content.chart) };
    default:
      return content;
  }
}

/** Paint of the line, and of the target beside it. */
const ink = { colour: '#14406b', targetColour: '#484f54' };

export function pictureData(chart: Sparkline) {
  const drawable = chart.points.some((point) => point.exact !== null);
  const [first, last] = [chart.points[0]?.label ?? '', chart.points.at(-1)?.label ?? ''];
  return {
    description: visible(chart.description),
    svg: drawable ? sparklineSvg(chart, ink) : null,
    ends: first === last ? [last] : [first, last],
  };
}

/** What the template draws of a status: a few words where there is little room, else the whole reason. */
export function statusData(
  { label, shape, background, foreground, asPublished, explanation, brief, original = '' }: StatusMark,
  briefly: boolean,
) {
  const reason = briefly ? brief : explanation;
  return { label, shape, background, foreground, asPublished, reason, original };
}

/** A unit of many words is set smaller behind its number, and may go on below it. */
function figure({ display, kind, format, notes }: FigureCell) {
  const suffix = format?.suffix ?? '';
  const isLong = suffix.length > 8 && display.endsWith(suffix);
  return {
    display: isLong ? display.slice(0, -suffix.length) : display,
    unit: isLong ? suffix.trim() : '',
    missing: kind === 'missing',
    notes,
  };
}

function direction(
  { label, symbol, basis, explanation, brief, signal = '' }: DirectionMark,
  reportBasis: string,
  briefly: boolean,
) {
  const said = explanation !== '' && basis.toLowerCase() === reportBasis.toLowerCase();
  const reason = briefly && brief !== '' ? brief : explanation;
  return { label, symbol, lines: [said ? '' : basis, reason, signal].filter((line) => line !== '') };
}
