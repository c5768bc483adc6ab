import { type Decimal, decimal } from '../../../../domain/number/decimal.ts';
import type { Unit } from '../../../../domain/number/unit.ts';
import { bulletChartOf } from '../bullet-chart.ts';
import { type TrendAsked, trendChartOf } from '../trend-chart-of.ts';
import type { Shelf } from './gallery.ts';
import { months, wobbling } from './months.ts';

const tonnes: Unit = { kind: 'number', decimals: 0, noun: 'tonnes' };
const percentage: Unit = { kind: 'percentage', decimals: 1 };

const series = (
  figures: readonly (string | null)[],
  target: (at: number) => string | null,
): TrendAsked['points'] =>
  months(figures).map(({ label, text }, at) => ({
    label,
    value: maybe(text),
    missing: 'Awaited',
    target: maybe(target(at)),
  }));

const maybe = (text: string | null): Decimal | null => (text === null ? null : decimal(text));

const earlier = (figures: readonly (string | null)[]) => [...figures, null, null, null, null].map(maybe);

const yearEnd = (
  value: string,
  range: readonly [string, string] | null,
): NonNullable<TrendAsked['forecast']> => ({
  label: 'Year end 2023-24',
  ahead: 4,
  target: decimal('66'),
  yearEnd: {
    method: 'shareOfYear',
    value,
    range: range === null ? null : { by: 'leaveOneOut', low: range[0], high: range[1] },
    lastYearPlusDifference: null,
    yearsUsed: 3,
  },
});

const trend = (points: TrendAsked['points'], more: Partial<TrendAsked> = {}) =>
  trendChartOf({ title: 'Waste recycled', unit: tonnes, better: 'higher', points, ...more });

const usual = wobbling(20, 60, 5);
const stepped = (at: number) => (at < 12 ? '58' : '64');

export const trendShelf = (): Shelf => ({
  id: 'line',
  name: 'Line',
  specimens: [
    { id: 'line-target', state: 'A target that changed', chart: trend(series(usual, stepped)) },
    {
      id: 'line-forecast',
      state: 'A forecast with its range, and a comparator',
      chart: trend(series(usual, stepped), {
        forecast: yearEnd('67', ['63', '70']),
        comparator: { name: 'England', values: wobbling(20, 55, 2).map(decimal) },
      }),
    },
    {
      id: 'line-no-range',
      state: 'A forecast of which no honest range can be given',
      chart: trend(
        series(usual.slice(0, 8), () => '66'),
        { forecast: yearEnd('62', null) },
      ),
    },
    {
      id: 'line-gaps',
      state: 'Figures to date that start again, a missing one, a changed definition',
      chart: trend(
        series(['10', '22', '35', '47', '11', null, '36', '50', '14', '27', '41', '58'], () => null).map(
          (point, at) => ({
            ...point,
            startsAgain: at % 4 === 0,
            changed: at === 8 ? { label: 'Definition changed', cuts: true } : undefined,
          }),
        ),
      ),
    },
    {
      id: 'line-before',
      state: 'Made from two measures that were counted before',
      chart: trend(
        series([...Array(6).fill(null), '58', '60', '61', '63'], (at) => (at < 6 ? null : '62')),
        {
          before: [
            { name: 'as WST 1', values: earlier(['51', '53', '52', '55', '56', '57']) },
            { name: 'as WST 2', values: earlier(['54', '55', null, '55', '57', '57']) },
          ],
        },
      ),
    },
    { id: 'line-eighty', state: 'Eighty points', chart: trend(series(wobbling(80, 60, 8), stepped)) },
    { id: 'line-one', state: 'One point', chart: trend(series(['60'], () => '58')) },
    { id: 'line-none', state: 'Nothing reported', chart: trend(series([null, null, null], () => null)) },
    {
      id: 'line-equal',
      state: 'All equal, and equal to the target',
      chart: trend(
        series(
          usual.map(() => '60'),
          () => '60',
        ),
      ),
    },
    {
      id: 'line-huge',
      state: 'A million million, below nought, a comparator of 200 letters',
      chart: trend(
        series(wobbling(10, -1_000_000_000_000, 300_000_000_000), () => '-900000000000'),
        {
          unit: { kind: 'currency', decimals: 0, symbol: '£' },
          comparator: {
            name: 'Every council '.repeat(14),
            values: wobbling(10, -800_000_000_000, 100_000_000_000).map(decimal),
          },
        },
      ),
    },
  ],
});

const bands = [
  { name: 'Red', from: null, to: decimal('85') },
  { name: 'Amber', from: decimal('85'), to: decimal('90') },
  { name: 'Green', from: decimal('90'), to: decimal('97') },
  { name: 'Blue', from: decimal('97'), to: null },
];
const bullet = (actual: string | null, target: string | null, forecast: string | null) => ({
  title: 'Minor planning applications decided in time',
  unit: percentage,
  actual: maybe(actual),
  target: maybe(target),
  forecast: maybe(forecast),
});

export const bulletShelf = (): Shelf => ({
  id: 'bullet',
  name: 'Bullet',
  specimens: [
    {
      id: 'bullet-bands',
      state: 'Actual, target, forecast and the bands of the status',
      chart: bulletChartOf({ ...bullet('88.2', '90', '91.5'), bands }),
    },
    { id: 'bullet-plain', state: 'No forecast, no bands', chart: bulletChartOf(bullet('93', '90', null)) },
    {
      id: 'bullet-missing',
      state: 'No figure yet',
      chart: bulletChartOf({ ...bullet(null, '90', null), missing: 'Awaited', bands }),
    },
    { id: 'bullet-equal', state: 'All equal', chart: bulletChartOf(bullet('90', '90', '90')) },
    { id: 'bullet-none', state: 'Nothing at all', chart: bulletChartOf(bullet(null, null, null)) },
    {
      id: 'bullet-huge',
      state: 'Very large',
      chart: bulletChartOf({
        ...bullet('1000000000000', '1100000000000', null),
        unit: { kind: 'currency', decimals: 0, symbol: '£' },
      }),
    },
  ],
});
