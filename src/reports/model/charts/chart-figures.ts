import { type Decimal, toText } from '../../../domain/number/decimal.ts';
import { formatNumber, formatText } from '../../../domain/number/format.ts';
import type { Unit } from '../../../domain/number/unit.ts';
import { exactTextOf } from '../../../domain/statistics/float-text.ts';
import type { ChartUnit, ChartValue } from './chart.ts';

/** How the numbers of one chart are written: short, because the axis says the rest. */
export interface ChartFigures {
  unit: ChartUnit;
  /** A figure of the series, with the decimals of its unit. */
  value: (exact: Decimal) => ChartValue;
  /** The same of a figure that was charted. */
  charted: (float: number) => ChartValue;
  /** A mean or a limit: computed, and with one decimal more. */
  computed: (float: number) => ChartValue;
}

/**
 * @example chartFigures({ kind: 'rate', decimals: 2, per: '10,000 population' }).value(decimal('81.1'))
 * // { exact: '81.1', display: '81.10' }, and the axis is captioned `per 10,000 population`
 */
export function chartFigures(unit: Unit): ChartFigures {
  const [own, finer] = [withoutWords(unit, 0), withoutWords(unit, 1)];
  return {
    unit: chartUnit(unit),
    value: (exact) => ({ exact: toText(exact), display: formatNumber(exact, own) }),
    charted: (float) => written(float, own),
    computed: (float) => written(float, finer),
  };
}

function written(float: number, unit: Unit): ChartValue {
  const exact = exactTextOf(float);
  return { exact, display: formatText(exact, unit) };
}

function chartUnit(unit: Unit): ChartUnit {
  const plain = { prefix: '', suffix: '', caption: '' };
  switch (unit.kind) {
    case 'percentage':
      return { ...plain, suffix: '%' };
    case 'currency':
      return { ...plain, prefix: unit.symbol };
    case 'ratio':
      return { ...plain, suffix: ':1' };
    case 'rate':
      return { ...plain, caption: `per ${unit.per}` };
    case 'duration':
      return { ...plain, caption: unit.noun };
    case 'number':
      return { ...plain, caption: unit.noun ?? '' };
    default:
      return plain;
  }
}

function withoutWords(unit: Unit, more: number): Unit {
  switch (unit.kind) {
    case 'rate':
    case 'duration':
    case 'number':
      return { kind: 'number', decimals: unit.decimals + more };
    case 'percentage':
    case 'ratio':
      return { kind: unit.kind, decimals: unit.decimals + more };
    case 'currency':
      return { ...unit, decimals: unit.decimals + more };
    default:
      return unit;
  }
}
