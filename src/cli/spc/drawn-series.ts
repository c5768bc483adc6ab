import type { Polarity } from '../../domain/measure/measure.ts';
import type { PreparedSeries } from '../../domain/statistics/prepare-series.ts';
import type { XmrChart } from '../../domain/statistics/xmr/chart.ts';
import type { RuleMet } from '../../domain/statistics/xmr/rules.ts';
import type { CsvCell } from '../../formats/csv-writer.ts';
import { plainDecimal } from '../series-input.ts';

/** A series with its chart, ready to be printed. */
export interface DrawnSeries {
  readonly name: string;
  readonly polarity: Polarity | null;
  readonly prepared: Exclude<PreparedSeries, { kind: 'unsuitable' }>;
  readonly chart: XmrChart;
}

export const SPC_HEADINGS = [
  'series',
  'date',
  'value',
  'target',
  'segment',
  'mean',
  'lower_limit',
  'upper_limit',
  'near_lower',
  'near_upper',
  'moving_range',
  'screened',
  'side',
  'rules',
  'label',
  'point',
  'variation',
  'assurance',
  'note',
] as const;

const sides = { '-1': 'below', '0': 'on', '1': 'above' } as const;
const ruleInWords = ({ rule, side }: RuleMet) => `${rule} ${side}`;

/** A row for each point; the two icons, which are of the whole series, stand in each of its rows. */
export function pointRows({ name, chart }: DrawnSeries, number: (value: number) => string): CsvCell[][] {
  const cell = (value: number | null | undefined): CsvCell =>
    value === null || value === undefined ? null : { number: number(value) };
  return chart.points.map((point) => {
    const segment = chart.segments[point.segment];
    const limits = segment?.limits;
    return [
      name,
      point.date,
      cell(point.value),
      cell(point.target),
      cell(point.segment + 1),
      cell(segment?.mean),
      cell(limits?.lower),
      cell(limits?.upper),
      cell(limits?.nearLower),
      cell(limits?.nearUpper),
      cell(point.movingRange),
      point.screened ? 'yes' : '',
      point.side === null ? '' : sides[`${point.side}`],
      point.rules.map(ruleInWords).join('; '),
      point.label === null ? '' : ruleInWords(point.label),
      point.variation ?? '',
      chart.variation.icon ?? '',
      chart.assurance.icon ?? '',
      segment?.note ?? '',
    ];
  });
}

/** Fifteen digits say all that a binary number holds of a decimal one, and no more. */
export const exactly = (value: number): string =>
  plainDecimal(Number(value.toPrecision(15))) ?? String(value);

/** The document of docs/schemas/spc.schema.json. */
export function spcDocument(settings: XmrChart['settings'], drawn: readonly DrawnSeries[]) {
  return {
    settings,
    series: drawn.map(({ name, polarity, prepared, chart }) => ({
      series: name,
      polarity,
      drawn: prepared.kind,
      note: prepared.kind === 'asItIs' ? null : prepared.sentence,
      variation: chart.variation,
      assurance: chart.assurance,
      segments: chart.segments,
      points: chart.points.map((point) => {
        const { mean = null, limits = null } = chart.segments[point.segment] ?? {};
        const { lower = null, upper = null, nearLower = null, nearUpper = null } = limits ?? {};
        return { ...point, mean, lower, upper, nearLower, nearUpper };
      }),
    })),
  };
}
