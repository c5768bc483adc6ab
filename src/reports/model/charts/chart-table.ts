import type { Cell, Table } from '../report.ts';
import type { ChartUnit, ChartValue } from './chart.ts';
import type { DrawnChart } from './drawn-chart.ts';

type Entry = string | ChartValue | null;

/** The figures of a chart as a table to stand beside it: every figure that is drawn, and no other. */
export function chartTable(chart: DrawnChart, id: string): Table {
  const { headings, rows } = entriesOf(chart);
  const first = Math.max(20, 100 - (headings.length - 1) * 14);
  return {
    id,
    caption: `Figures of the chart: ${chart.title}`,
    layout: 'plain',
    columns: headings.map((heading, at) => ({
      key: heading.toLowerCase().replace(/[^a-z0-9]+/g, '_'),
      heading,
      width: at === 0 ? first : (100 - first) / (headings.length - 1),
      align: at === 0 ? 'start' : 'end',
    })),
    rows: rows.map((entries, at) => ({
      id: `${id}-${at + 1}`,
      cells: entries.map((entry) => cellOf(entry, chart.unit)),
    })),
    empty: 'There are no figures.',
  };
}

/** The columns of a control chart whose figures are the same in every row of a stretch. */
const OF_A_STRETCH = ['Mean', 'Lower limit', 'Upper limit'];

/**
 * The same beside a small chart: the figures in a narrow table, and what is the same for many of them in sentences.
 *
 * @example briefFigures(chart, 'figures').said // ['Q1 2015-16 to Q2 2018-19: mean 236.64, limits 211.98 and 261.31.']
 */
export function briefFigures(chart: DrawnChart, id: string): { table: Table; said: string[] } {
  const table = chartTable(chart, id);
  if (chart.kind !== 'xmr') return { table, said: [] };
  const kept = table.columns.flatMap(({ heading }, at) => (OF_A_STRETCH.includes(heading) ? [] : [at]));
  const of = <T>(all: readonly T[]): T[] => kept.flatMap((at) => all[at] ?? []);
  const share = 100 / kept.length;
  return {
    table: {
      ...table,
      columns: of(table.columns).map((column) => ({ ...column, width: share })),
      rows: table.rows.map((row) => ({ ...row, cells: of(row.cells) })),
    },
    said: chart.segments.flatMap(({ from, to, mean, median, limits }) => {
      const middle = mean === null ? median : mean;
      if (middle === null) return [];
      const when = `${chart.points[from]?.label} to ${chart.points[to]?.label}`;
      const between = limits === null ? '' : `, limits ${limits.lower.display} and ${limits.upper.display}`;
      return [`${when}: ${mean === null ? 'median' : 'mean'} ${middle.display}${between}.`];
    }),
  };
}

function cellOf(entry: Entry, { prefix, suffix }: ChartUnit): Cell {
  if (entry === null) return { type: 'text', text: '' };
  if (typeof entry === 'string') return { type: 'text', text: entry };
  const decimals = /\.(\d+)/.exec(entry.display)?.[1]?.length ?? 0;
  return {
    type: 'figure',
    figure: {
      display: entry.display,
      kind: 'number',
      exact: entry.exact,
      format: { decimals, prefix, suffix, grouping: true },
      missing: null,
      notes: [],
    },
  };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface Entries {
  headings: readonly string[];
  rows: readonly (readonly Entry[])[];
}

const meanings = {
  improvement: 'Change for the better',
  concern: 'Change for the worse',
  neutral: 'Change, neither way better',
} as const;

function entriesOf(chart: DrawnChart): Entries {
  switch (chart.kind) {
    case 'xmr': {
      const isOf = (at: number) => chart.segments.find(({ from, to }) => at >= from && at <= to);
      return {
        headings: ['Period', 'Figure', 'Target', 'Mean', 'Lower limit', 'Upper limit', 'Signal'],
        rows: chart.points.map(({ label, value, display, target, signal, rules }, at) => {
          const segment = isOf(at);
          const { lower = null, upper = null } = segment?.limits ?? {};
          const says = signal === null ? '' : `${meanings[signal]}: ${rules.join('; ')}`;
          return [label, value ?? display, target, segment?.mean ?? null, lower, upper, says];
        }),
      };
    }
    case 'line': {
      const { points, forecast } = chart;
      const others = [...(chart.before ?? []), ...(chart.comparator === null ? [] : [chart.comparator])];
      const beside = others.map(() => null);
      return {
        headings: ['Period', 'Figure', 'Target', ...others.map(({ name }) => capitalised(name))],
        rows: [
          ...points.map(({ label, value, display, target }, at) => [
            label,
            value ?? display,
            target,
            ...others.map(({ values }) => values[at] ?? null),
          ]),
          ...(forecast === null
            ? []
            : [
                [`${forecast.label}, forecast`, forecast.value, forecast.target, ...beside],
                ...(forecast.range === null
                  ? []
                  : [
                      [`${forecast.label}, low`, forecast.range.low, null, ...beside],
                      [`${forecast.label}, high`, forecast.range.high, null, ...beside],
                    ]),
              ]),
        ],
      };
    }
    case 'funnel': {
      const places = {
        within: 'Within the limits',
        beyond95: 'the inner limit',
        beyond998: 'the outer limit',
      };
      return {
        headings: ['Area', chart.sizeName, 'Value', 'Where it lies'],
        rows: [
          ...chart.areas.map(({ name, size, value, place, side }) => [
            name,
            // Not in the unit of the values.
            size.display,
            value,
            side === null ? places.within : `${side === 'high' ? 'Above' : 'Below'} ${places[place]}`,
          ]),
          ['All areas', '', chart.average, ''],
        ],
      };
    }
    case 'bar':
      return {
        headings: ['Area', 'Place', 'Value', 'Lower', 'Upper'],
        rows: [
          ...chart.bars.map(({ name, place, value, display, interval }) => [
            name,
            place,
            value ?? display,
            interval?.lower ?? null,
            interval?.upper ?? null,
          ]),
          ...(chart.benchmark === null
            ? []
            : [[chart.benchmark.name, '', chart.benchmark.value, null, null]]),
        ],
      };
    case 'bullet':
      return {
        headings: ['What', 'Figure', 'To'],
        rows: [
          ['Actual', chart.actual ?? chart.display, null],
          ['Target', chart.target ?? 'No target', null],
          ...(chart.forecast === null ? [] : [['Forecast', chart.forecast, null]]),
          ...chart.bands.map(({ name, from, to }) => [name, from ?? 'no end', to ?? 'no end']),
        ],
      };
  }
}
