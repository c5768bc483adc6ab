import { decimal } from '../number/decimal.ts';
import { missing, type TypedFigure } from '../number/figure.ts';
import type { Unit } from '../number/unit.ts';
import { periodOf } from '../period/parse.ts';
import { lastPeriods } from '../period/relate.ts';
import { usualChart, usualRules } from './chart-setting.ts';
import { type SignalInputs, type SignalPoint, signalOf } from './signal.ts';

const number = (text: string): TypedFigure => ({ kind: 'number', value: decimal(text), typed: text });
const figure = (text: string): TypedFigure => (text === '-' ? missing('awaited') : number(text));
const percentage: Unit = { kind: 'percentage', decimals: 1 };
export const count: Unit = { kind: 'number', decimals: 0 };

/** A series of a measure, in short. */
export interface Given {
  /** Oldest first, '-' for none; the last is of 2018-19/Q2. */
  figures: string;
  targets?: string;
  inPeriods?: string;
  /** Of every year alike. */
  yearTarget?: string;
  target?: string | null;
  unit?: Unit;
  polarity?: SignalInputs['version']['polarity'];
  basis?: SignalInputs['version']['periodBasis'];
  chart?: Partial<NonNullable<SignalInputs['chart']>>;
  /** Instead: the last is so many quarters after 2008-09/Q4. */
  until?: number;
}

/** The first so many quarters of 2009-10 and after. */
export const periodsFrom = (count: number) => {
  const all = lastPeriods(periodOf('2028-29/Q4'), 80);
  return all.slice(0, count);
};

/** What the chart of such a series says. */
export function signal(given: Given) {
  const figures = given.figures.split(' ');
  const [targets, inPeriods] = [given.targets, given.inPeriods].map((list) => list?.split(' '));
  const periods =
    given.until === undefined
      ? lastPeriods(periodOf('2018-19/Q2'), figures.length)
      : periodsFrom(given.until);
  const series = periods.map((period, at): SignalPoint => {
    const promised = targets?.[at];
    return {
      period,
      position: { figure: figure(figures[at] ?? '-') },

      inPeriod: inPeriods === undefined ? null : { figure: figure(inPeriods[at] ?? '-') },
      target: promised === undefined || promised === '-' ? null : number(promised),
      yearTarget: given.yearTarget === undefined ? null : number(given.yearTarget),
    };
  });
  const target = given.target === undefined ? (series.at(-1)?.target ?? null) : given.target;
  return signalOf({
    version: {
      unit: given.unit ?? percentage,
      polarity: given.polarity ?? 'higher',
      periodBasis: given.basis ?? 'discrete',
    },
    series,
    target: typeof target === 'string' ? number(target) : target,
    chart: { ...usualChart, ...given.chart },
    rules: usualRules,
  });
}
