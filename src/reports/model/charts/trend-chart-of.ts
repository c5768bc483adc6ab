import { type Decimal, decimal, toText } from '../../../domain/number/decimal.ts';
import type { Unit } from '../../../domain/number/unit.ts';
import { prospect } from '../../../domain/statistics/forecast/against-target.ts';
import type { YearEndForecast } from '../../../domain/statistics/forecast/year-end.ts';
import { chartFigures } from './chart-figures.ts';
import type { TrendChart, TrendPoint } from './trend-chart.ts';

export interface TrendAsked {
  title: string;
  unit: Unit;
  points: readonly (Pick<TrendPoint, 'label' | 'startsAgain' | 'changed'> & {
    value: Decimal | null;
    /** What is printed where there is no value. */
    missing?: string;
    target: Decimal | null;
  })[];
  /** Of the year of the last point. */
  forecast?: { label: string; yearEnd: YearEndForecast; ahead: number; target: Decimal | null } | null;
  better?: 'higher' | 'lower' | null;
  comparator?: { name: string; values: readonly (Decimal | null)[] } | null;
  notes?: readonly string[];
  ownHeadline?: string | null;
  name?: string;
}

/** A series as it is drawn, tabled and told. */
export function trendChartOf({ title, unit, points, better = null, ...asked }: TrendAsked): TrendChart {
  const { value, unit: chartUnit } = chartFigures(unit);
  const maybe = (figure: Decimal | null | undefined) => (figure ? value(figure) : null);
  const drawn = points.map(({ value: figure, missing, target, ...rest }): TrendPoint => {
    const own = maybe(figure);
    return { ...rest, value: own, display: own?.display ?? missing ?? 'No figure', target: maybe(target) };
  });
  const { forecast = null } = asked;
  const found = forecast === null || forecast.yearEnd.method === 'none' ? null : forecast.yearEnd;
  const chart: Omit<TrendChart, 'headline'> = {
    kind: 'line',
    title,
    unit: chartUnit,
    points: drawn,
    ...(asked.name === undefined ? {} : { name: asked.name }),
    forecast:
      forecast === null || found === null
        ? null
        : {
            label: forecast.label,
            ahead: forecast.ahead,
            value: value(decimal(found.value)),
            range:
              found.range === null
                ? null
                : { low: value(decimal(found.range.low)), high: value(decimal(found.range.high)) },
            target: maybe(forecast.target),
          },
    comparator: asked.comparator
      ? { name: asked.comparator.name, values: asked.comparator.values.map(maybe) }
      : null,
    ownHeadline: asked.ownHeadline ?? null,
    notes: asked.notes ?? [],
  };
  const likely =
    forecast?.target && better !== null && found !== null
      ? prospect(found, toText(forecast.target), better)
      : null;
  return { ...chart, headline: headline(chart, likely) };
}

/** `From 341 in Q1 2016-17 to 366 in Q2 2018-19. Year end 2018-19 is forecast at 380, between 372 and 391: likely to meet 370.` */
function headline(
  { points, forecast }: Omit<TrendChart, 'headline'>,
  likely: ReturnType<typeof prospect>,
): string {
  const held = points.filter(({ value }) => value !== null);
  const [first, last] = [held[0], held.at(-1)];
  if (first === undefined || last === undefined) return 'Nothing has been reported.';
  const said =
    first === last
      ? `${last.display} in ${last.label}.`
      : `From ${first.display} in ${first.label} to ${last.display} in ${last.label}.`;
  if (forecast === null) {
    const target = last.target === null ? '' : ` The target then was ${last.target.display}.`;
    return `${said}${target}`;
  }
  const range =
    forecast.range === null
      ? ', with no range that could be given honestly'
      : `, between ${forecast.range.low.display} and ${forecast.range.high.display}`;
  const words = {
    likely: 'likely to meet',
    tooCloseToCall: 'too close to call against',
    unlikely: 'unlikely to meet',
    met: 'it meets',
    missed: 'it misses',
  };
  const verdict =
    likely === null || forecast.target === null ? '' : `: ${words[likely]} ${forecast.target.display}`;
  return `${said} ${forecast.label} is forecast at ${forecast.value.display}${range}${verdict}.`;
}
