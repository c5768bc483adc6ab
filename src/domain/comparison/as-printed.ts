import { plainText } from '../commentary/plain-text.ts';
import type { EvaluatedMeasure } from '../evaluate.ts';
import type { TypedFigure } from '../number/figure.ts';
import { formatFigure } from '../number/format.ts';
import type { Unit } from '../number/unit.ts';
import type { Targets } from '../snapshot.ts';

/** What is compared of a measure, in the order in which a reader asks for it. */
export const aspects = [
  'title',
  'target',
  'actual',
  'status',
  'yearTarget',
  'forecast',
  'forecastStatus',
  'direction',
  'flags',
  'context',
  'actions',
  'intervention',
] as const;
export type Aspect = (typeof aspects)[number];

export const aspectNames: Readonly<Record<Aspect, string>> = {
  title: 'Title',
  target: 'Target',
  actual: 'Actual',
  status: 'Status',
  yearTarget: 'Year-end target',
  forecast: 'Year-end forecast',
  forecastStatus: 'Forecast status',
  direction: 'Direction of travel',
  flags: 'Marked as',
  context: 'Context',
  actions: 'Improvement actions',
  intervention: 'Intervention or review',
};

/** The aspects by what a reader looks for. */
export const aspectGroups = {
  figures: ['actual', 'forecast', 'flags'],
  statuses: ['status', 'forecastStatus'],
  directions: ['direction'],
  targets: ['target', 'yearTarget'],
  texts: ['context', 'actions', 'intervention'],
  titles: ['title'],
} as const satisfies Record<string, readonly Aspect[]>;
export type AspectGroup = keyof typeof aspectGroups;

/** What stands where no text is. */
export const NOTHING_WRITTEN = 'Nothing written';
/** What stands where a figure is marked as nothing: it is final, whole and in time. */
export const NOT_MARKED = 'nothing';

/** Each aspect as it is printed; never empty. */
export function asPrinted({
  snapshot,
  status,
  forecastStatus,
  direction,
}: EvaluatedMeasure): Record<Aspect, string> {
  const { version, position, periodTargets, yearTargets, forecast, commentary } = snapshot;
  const { unit } = version;
  const text = (part: keyof typeof commentary): string => {
    const tree = commentary[part]?.tree;
    return (tree === undefined ? '' : plainText(tree).trim()) || NOTHING_WRITTEN;
  };
  return {
    title: version.title,
    target: promised(periodTargets, unit),
    actual: printed(position.figure, unit),
    status: status.outcome.label,
    yearTarget: promised(yearTargets, unit),
    forecast: forecast === null ? 'No forecast' : printed(forecast.figure, unit),
    forecastStatus: forecastStatus.outcome.label,
    direction: direction.label,
    flags: position.observation?.flags.join(', ') || NOT_MARKED,
    context: text('context'),
    actions: text('actions'),
    intervention: text('intervention'),
  };
}

/** What could not be used is told apart by what its source has. */
const printed = (figure: TypedFigure, unit: Unit): string =>
  figure.kind === 'missing' && figure.reason === 'unusable' && figure.typed !== ''
    ? `${formatFigure(figure, unit)} (source: ${figure.typed})`
    : formatFigure(figure, unit);

function promised({ target, low, high }: Targets, unit: Unit): string {
  if (target !== undefined) return formatFigure(target.figure, unit);
  if (low === undefined || high === undefined) return 'No target';
  return `${formatFigure(low.figure, unit)} to ${formatFigure(high.figure, unit)}`;
}
