import { compare, type Decimal } from '../../../domain/number/decimal.ts';
import type { Unit } from '../../../domain/number/unit.ts';
import type { ChartUnit, ChartValue, ChartWords } from './chart.ts';
import { chartFigures } from './chart-figures.ts';

/** One figure against its target, among the bands that its status comes from. */
export interface BulletChart extends ChartWords {
  kind: 'bullet';
  unit: ChartUnit;
  actual: ChartValue | null;
  /** The figure, or why there is none. */
  display: string;
  target: ChartValue | null;
  forecast: ChartValue | null;
  /** In order of value; a band without an end goes on to the edge. */
  bands: readonly { name: string; from: ChartValue | null; to: ChartValue | null }[];
}

export interface BulletAsked {
  title: string;
  unit: Unit;
  actual: Decimal | null;
  missing?: string;
  target: Decimal | null;
  forecast?: Decimal | null;
  bands?: readonly { name: string; from: Decimal | null; to: Decimal | null }[];
  notes?: readonly string[];
  ownHeadline?: string | null;
}

export function bulletChartOf({
  title,
  unit,
  actual,
  target,
  forecast = null,
  ...asked
}: BulletAsked): BulletChart {
  const { value, unit: chartUnit } = chartFigures(unit);
  const maybe = (figure: Decimal | null) => (figure === null ? null : value(figure));
  const own = maybe(actual);
  const display = own?.display ?? asked.missing ?? 'No figure';
  return {
    kind: 'bullet',
    title,
    unit: chartUnit,
    actual: own,
    display,
    target: maybe(target),
    forecast: maybe(forecast),
    bands: (asked.bands ?? []).map(({ name, from, to }) => ({ name, from: maybe(from), to: maybe(to) })),
    headline: [
      against('The figure is', actual, target, display, maybe(target)?.display),
      forecast === null
        ? ''
        : against(
            'The forecast is',
            forecast,
            target,
            maybe(forecast)?.display ?? '',
            maybe(target)?.display,
          ),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    ownHeadline: asked.ownHeadline ?? null,
    notes: asked.notes ?? [],
  };
}

/** `The figure is 91.2%, below the target of 95.0%.` */
function against(
  begin: string,
  figure: Decimal | null,
  target: Decimal | null,
  display: string,
  promised: string | undefined,
): string {
  if (figure === null) return `There is no figure: ${display.toLowerCase()}.`;
  if (target === null || promised === undefined) return `${begin} ${display}; there is no target.`;
  const side = compare(figure, target);
  const where = side === 0 ? 'equal to' : side > 0 ? 'above' : 'below';
  return `${begin} ${display}, ${where} the target of ${promised}.`;
}
