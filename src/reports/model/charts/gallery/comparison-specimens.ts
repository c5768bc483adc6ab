import { decimal } from '../../../../domain/number/decimal.ts';
import type { Unit } from '../../../../domain/number/unit.ts';
import { decimalOf } from '../../../../domain/statistics/float-text.ts';
import { wilson } from '../../../../domain/statistics/interval/wilson.ts';
import { type BarsAsked, barChartOf } from '../bar-chart.ts';
import { type FunnelAsked, funnelChartOf } from '../funnel-chart-of.ts';
import type { Shelf } from './gallery.ts';

const percentage: Unit = { kind: 'percentage', decimals: 1 };
const long = 'A council whose name goes on and on, as names of combined authorities do '
  .repeat(3)
  .slice(0, 200);

/** Peers by name with households owed a duty and those of them helped in time. */
const PEERS: readonly [string, number, number][] = [
  ['Testham', 412, 520],
  ['Barnsley', 301, 402],
  ['Bolton', 640, 811],
  ['Coventry', 900, 1190],
  ['Derby', 555, 690],
  ['Dudley', 120, 160],
  ['Kirklees', 700, 1020],
  ['Medway', 88, 130],
  ['Oldham', 230, 260],
  ['Plymouth', 480, 600],
  ['Rochdale', 190, 240],
  ['Sheffield', 1400, 1660],
  ['Stoke-on-Trent', 340, 430],
  ['Walsall', 60, 95],
  ['Wigan', 520, 640],
  ['Wolverhampton', 410, 560],
];

const funnel = (more: Partial<FunnelAsked>) =>
  funnelChartOf({
    title: 'Homelessness prevented',
    unit: percentage,
    of: 'proportion',
    times: '100',
    sizeName: 'Households owed a duty',
    widened: false,
    areas: PEERS.map(([name, count, of]) => ({
      name,
      count: decimal(String(count)),
      of: decimal(String(of)),
      isOwn: name === 'Testham',
    })),
    ...more,
  });

export const funnelShelf = (): Shelf => ({
  id: 'funnel',
  name: 'Funnel',
  specimens: [
    { id: 'funnel-chance', state: 'Limits of chance alone: several areas outside', chart: funnel({}) },
    {
      id: 'funnel-widened',
      state: 'Limits widened by what areas differ beyond chance',
      chart: funnel({ widened: true }),
    },
    {
      id: 'funnel-rate',
      state: 'A rate, one’s own outside the outer limit',
      chart: funnel({
        title: 'Serious injuries on roads',
        unit: { kind: 'rate', decimals: 1, per: '100,000 people' },
        of: 'rate',
        times: '100000',
        sizeName: 'People',
        areas: PEERS.map(([name, count, of], at) => ({
          name,
          count: decimal(String(at === 0 ? 240 : Math.trunc(count / 6) + at)),
          of: decimal(String(of * 400)),
          isOwn: at === 0,
        })),
      }),
    },
    {
      id: 'funnel-long',
      state: 'Two areas, names of 200 letters',
      chart: funnel({
        sizeName: long,
        areas: [
          { name: long, count: decimal('1'), of: decimal('10'), isOwn: true },
          { name: '<b>Elsewhere</b> & beyond', count: decimal('900'), of: decimal('1000'), isOwn: false },
        ],
      }),
    },
  ],
});

const bars = (more: Partial<BarsAsked>) =>
  barChartOf({
    title: 'Homelessness prevented',
    unit: percentage,
    better: 'higher',
    bars: PEERS.map(([name, count, of]) => {
      const { value, lower, upper } = wilson({ count, of });
      return {
        name,
        value: decimalOf(value * 100),
        interval: { lower: lower * 100, upper: upper * 100 },
        isOwn: name === 'Testham',
      };
    }),
    benchmark: { name: 'England', value: decimal('78.4') },
    ...more,
  });

export const barShelf = (): Shelf => ({
  id: 'bar',
  name: 'Bar',
  specimens: [
    {
      id: 'bar-peers',
      state: 'One council among its peers, with intervals and a benchmark',
      chart: bars({}),
    },
    {
      id: 'bar-missing',
      state: 'One’s own figure missing, no benchmark, no intervals',
      chart: bars({
        benchmark: null,
        bars: PEERS.slice(0, 6).map(([name, count], at) => ({
          name,
          value: at === 0 ? null : decimal(String(count)),
          missing: 'Awaited',
          isOwn: at === 0,
        })),
        unit: { kind: 'number', decimals: 0, noun: 'households' },
      }),
    },
    {
      id: 'bar-negative',
      state: 'Above and below nought, lower is better',
      chart: bars({
        better: 'lower',
        title: 'Change in waiting time',
        unit: { kind: 'duration', decimals: 1, noun: 'days' },
        benchmark: { name: 'Average of the group', value: decimal('-0.4') },
        bars: ['-3.2', '1.5', '-0.5', '4', '0'].map((value, at) => ({
          name: PEERS[at]?.[0] ?? '',
          value: decimal(value),
          isOwn: at === 1,
        })),
      }),
    },
    {
      id: 'bar-one',
      state: 'One bar, a name of 200 letters, a very large figure',
      chart: bars({
        unit: { kind: 'currency', decimals: 0, symbol: '£' },
        benchmark: null,
        bars: [{ name: long, value: decimal('1000000000000'), isOwn: true }],
      }),
    },
    { id: 'bar-none', state: 'Nothing to compare', chart: bars({ bars: [], benchmark: null }) },
  ],
});
