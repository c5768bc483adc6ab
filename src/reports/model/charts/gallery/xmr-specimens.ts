import type { Polarity } from '../../../../domain/measure/measure.ts';
import { decimal } from '../../../../domain/number/decimal.ts';
import type { Unit } from '../../../../domain/number/unit.ts';
import type { Rebase } from '../../../../domain/statistics/xmr/chart.ts';
import { usualXmr, type XmrSettings } from '../../../../domain/statistics/xmr/settings.ts';
import { xmrChart } from '../../../../domain/statistics/xmr/xmr-chart.ts';
import type { ControlChart } from '../control-chart.ts';
import { type ControlChartAsked, controlChartOf } from '../control-chart-of.ts';
import type { Shelf, Specimen } from './gallery.ts';
import { months, wobbling } from './months.ts';

interface Series extends Partial<Pick<ControlChartAsked, 'unit' | 'title' | 'ownHeadline' | 'prepared'>> {
  figures: readonly (string | null)[];
  polarity?: Polarity;
  targets?: readonly { from: string; value: string }[];
  rebases?: readonly Rebase[];
  settings?: Partial<XmrSettings>;
}

const number: Unit = { kind: 'number', decimals: 0, noun: 'missed bins' };
const percentage: Unit = { kind: 'percentage', decimals: 1 };

function drawnOf({ figures, polarity = 'lower', targets = [], rebases = [], settings, ...rest }: Series) {
  const all = months(figures);
  const chart = xmrChart({
    points: all.map(({ date, text }) => ({ date, value: text === null ? null : decimal(text) })),
    polarity,
    targets: targets.map(({ from, value }) => ({ from, value: decimal(value) })),
    rebases,
    settings: { ...usualXmr, ...settings },
  });
  const named = new Map(all.map(({ date, label, text }) => [date, { label, display: text ?? 'Awaited' }]));
  return controlChartOf({
    title: 'Missed bins per 100,000 collections',
    unit: number,
    chart,
    named,
    ...rest,
  });
}

const usual = wobbling(24, 60, 4);
const rebase: Rebase = {
  from: '2023-06-01',
  reason: 'two crews were added',
  author: 'Colin Webb',
  decidedOn: '2023-06-05',
};

const state = (id: string, name: string, series: Series): Specimen<ControlChart> => ({
  id: `xmr-${id}`,
  state: name,
  chart: drawnOf(series),
});

export const xmrShelf = (): Shelf<ControlChart> => ({
  id: 'xmr',
  name: 'Control chart (XmR)',
  specimens: [
    state('usual', 'Within usual variation, with a target that changed', {
      figures: usual,
      targets: [
        { from: '2022-04-01', value: '64' },
        { from: '2023-04-01', value: '58' },
      ],
    }),
    state('concern', 'A change for the worse: points outside a limit', {
      figures: [...usual.slice(0, 22), '82', '85'],
      targets: [{ from: '2022-04-01', value: '45' }],
    }),
    state('improvement', 'A change for the better: a long run below the mean', {
      figures: [...usual.slice(0, 15), '54', '55', '53', '54', '52', '55', '54', '53'],
      targets: [{ from: '2022-04-01', value: '70' }],
    }),
    state('both', 'Changes in both directions', {
      figures: [...usual.slice(0, 9), '78', '80', ...usual.slice(9, 18), '44', '43'],
    }),
    state('neutral', 'Neither way is better', {
      figures: [...usual.slice(0, 20), '80'],
      polarity: 'none',
      targets: [{ from: '2022-04-01', value: '60' }],
    }),
    state('rebased', 'Limits worked out anew, the old ones still to be seen', {
      figures: [...usual.slice(0, 14), ...wobbling(16, 48, 3)],
      rebases: [rebase],
      targets: [{ from: '2022-04-01', value: '50' }],
    }),
    state('rebased-late', 'Worked out anew near the end, with too few figures since', {
      figures: [...usual.slice(0, 20), '48', '49', '47', '50'],
      rebases: [{ ...rebase, from: '2023-12-01' }],
    }),
    state('gaps', 'Missing periods leave gaps', {
      figures: usual.map((text, at) => ([4, 5, 11, 17, 23].includes(at) ? null : text)),
      targets: [{ from: '2022-04-01', value: '58' }],
    }),
    state('trial', 'Trial limits, from ten figures', {
      figures: usual.slice(0, 10),
      settings: { trialLimits: true },
      targets: [{ from: '2022-04-01', value: '58' }],
    }),
    state('too-few', 'Too few figures: a plain run chart', {
      figures: usual.slice(0, 7),
      targets: [{ from: '2022-04-01', value: '58' }],
    }),
    state('constant', 'Every figure the same', {
      figures: Array.from({ length: 18 }, () => '100'),
      unit: percentage,
      polarity: 'higher',
      targets: [{ from: '2022-04-01', value: '95' }],
      title: 'Planning appeals answered in time',
    }),
    state('clipped', 'A limit beyond 100%', {
      figures: wobbling(20, 95, 4),
      unit: percentage,
      polarity: 'higher',
      targets: [{ from: '2022-04-01', value: '90' }],
      title: 'Licences issued in time',
    }),
    state('eighty', 'Eighty points', {
      figures: wobbling(80, 60, 5),
      targets: [{ from: '2022-04-01', value: '58' }],
    }),
    state('one', 'One point', { figures: ['61'] }),
    state('none', 'Nothing reported', { figures: [null, null, null] }),
    state('negative', 'Below nought', {
      figures: wobbling(20, -3, 4),
      unit: { kind: 'currency', decimals: 1, symbol: '£' },
      title: 'Variance from budget, £ million',
    }),
    state('huge', 'Very large figures', {
      figures: wobbling(20, 1_000_000_000_000, 40_000_000_000),
      unit: { kind: 'currency', decimals: 0, symbol: '£' },
      title: 'Assets of the pension fund',
    }),
    state('long', 'Words of any length, a headline of one’s own', {
      figures: usual.slice(0, 16),
      unit: {
        kind: 'rate',
        decimals: 1,
        per: `10,000 ${'households with a very long description '.repeat(5)}`,
      },
      title: `Households <b>owed</b> a duty & "more" ${'x'.repeat(160)}`,
      ownHeadline: 'Storms in <b>January</b> & February closed both depots; collections recovered in March.',
    }),
  ],
});
