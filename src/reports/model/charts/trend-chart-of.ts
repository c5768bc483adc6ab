import { type Decimal, decimal, toText } from '../../../domain/number/decimal.ts';
import type { Unit } from '../../../domain/number/unit.ts';
import { prospect } from '../../../domain/statistics/forecast/against-target.ts';
import type { YearEndForecast } from '../../../domain/statistics/forecast/year-end.ts';
import { chartFigures } from './chart-figures.ts';
import type { TrendChart, TrendEarlier, TrendPoint } from './trend-chart.ts';

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
  before?: readonly { name: string; values: readonly (Decimal | null)[] }[];
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
  const before = asked.before?.map((each) => ({ name: each.name, values: each.values.map(maybe) }));
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
    ...(before === undefined || before.length === 0 ? {} : { before }),
    ownHeadline: asked.ownHeadline ?? null,
    notes: asked.notes ?? [],
  };
  const likely =
    forecast?.target && better !== null && found !== null
      ? prospect(found, toText(forecast.target), better)
      : null;
  return { ...chart, headline: headline(chart, likely) };
}

/**
 * `From 341 in Q1 2016-17 to 366 in Q2 2018-19. Year end 2018-19 is forecast at 380, between 372 and 391: likely to meet
 * 370.` Then what changed on the way, and what came before under another name.
 */
function headline(
  { points, forecast, before = [] }: Omit<TrendChart, 'headline'>,
  likely: ReturnType<typeof prospect>,
): string {
  const changes = points.flatMap(({ changed }, at) =>
    at > 0 && changed?.sentence ? [changed.sentence] : [],
  );
  const earlier = before.flatMap((line) => beforeInWords(line, points));
  return [ownInWords(points, forecast, likely), ...changes, ...earlier].join(' ');
}

function ownInWords(
  points: readonly TrendPoint[],
  forecast: TrendChart['forecast'],
  likely: ReturnType<typeof prospect>,
): string {
  const range = fromTo(points);
  if (range === '') return 'Nothing has been reported.';
  const said = `${range}.`;
  if (forecast === null) {
    const last = points.findLast(({ value }) => value !== null);
    return last?.target ? `${said} The target then was ${last.target.display}.` : said;
  }
  return `${said} ${expected(forecast, likely)}`;
}

function expected(
  { label, value, range, target }: NonNullable<TrendChart['forecast']>,
  likely: ReturnType<typeof prospect>,
): string {
  const between =
    range === null
      ? ', with no range that could be given honestly'
      : `, between ${range.low.display} and ${range.high.display}`;
  const words = {
    likely: 'likely to meet',
    tooCloseToCall: 'too close to call against',
    unlikely: 'unlikely to meet',
    met: 'it meets',
    missed: 'it misses',
  };
  const verdict = likely === null || target === null ? '' : `: ${words[likely]} ${target.display}`;
  return `${label} is forecast at ${value.display}${between}${verdict}.`;
}

/** `Before, as STR 4: from 80% in Q1 2016-17 to 90% in Q2 2016-17.` */
function beforeInWords({ name, values }: TrendEarlier, points: readonly TrendPoint[]): string[] {
  const range = fromTo(
    points.map(({ label }, at) => {
      const value = values[at] ?? null;
      return { label, value, display: value?.display ?? '' };
    }),
  );
  return range === '' ? [] : [`Before, ${name}: ${range.charAt(0).toLowerCase()}${range.slice(1)}.`];
}

function fromTo(points: readonly Pick<TrendPoint, 'label' | 'value' | 'display'>[]): string {
  const held = points.filter(({ value }) => value !== null);
  const [first, last] = [held[0], held.at(-1)];
  if (first === undefined || last === undefined) return '';
  const said = `${last.display} in ${last.label}`;
  return first === last ? said : `From ${first.display} in ${first.label} to ${said}`;
}
