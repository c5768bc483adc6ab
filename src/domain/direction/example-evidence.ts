import type { PeriodBasis } from '../measure/measure.ts';
import type { Cases } from '../measure/parts-ratio.ts';
import { decimal, divideTo } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import type { Unit } from '../number/unit.ts';
import { periodOf } from '../period/parse.ts';
import { lastPeriods } from '../period/relate.ts';
import { usualRules } from '../signal/chart-setting.ts';
import { signalOf } from '../signal/signal.ts';
import type { Evidence } from './evidence.ts';
import { inputs, n, none, percent } from './example-inputs.ts';
import type { DirectionInputs } from './inputs.ts';

export const rate: Unit = { kind: 'rate', decimals: 1, per: '1,000 people' };
export const count: Unit = { kind: 'number', decimals: 0 };

const of = (text: string): Cases => {
  const [numerator = '', denominator = ''] = text.split('/');
  return { numerator: decimal(numerator), denominator: decimal(denominator) };
};

/** `850/1000` in a unit: the figure and the cases behind it. */
const side = (cases: string, unit: Unit): { figure: Figure; cases: Cases } => {
  const held = of(cases);
  const times = unit.kind === 'percentage' ? '100' : '1000';
  return {
    figure: { kind: 'number', value: divideTo(held.numerator.times(decimal(times)), held.denominator, 20) },
    cases: held,
  };
};

const chartOf = (figures: string, polarity: DirectionInputs['polarity']): Evidence['signal'] => {
  const values = figures.split(' ');
  const periods = lastPeriods(periodOf('2018-19/Q2'), values.length);
  return () =>
    signalOf({
      version: { unit: percent, polarity, periodBasis: 'discrete' },
      series: periods.map((period, at) => ({
        period,
        position: {
          figure:
            values[at] === '-'
              ? { kind: 'missing', reason: 'awaited', typed: '' }
              : { kind: 'number', value: decimal(values[at] ?? ''), typed: values[at] ?? '' },
        },
        inPeriod: null,
        target: null,
        yearTarget: null,
      })),
      target: null,
      chart: null,
      rules: usualRules,
    });
};

/** What is held of a measure, in short: `850/1000` is a figure with the cases behind it. */
export interface Given {
  now?: string;
  previous?: string;
  lastYear?: string;
  unit?: Unit;
  polarity?: DirectionInputs['polarity'];
  basis?: PeriodBasis | null;
  seasonal?: boolean;
  annual?: boolean;
  chart?: string;
  years?: readonly (string | null)[];
  some?: Partial<DirectionInputs>;
}

/** Figures and the cases behind them; of counts, the figures alone. */
export function given(held: Given): DirectionInputs {
  const unit = held.unit ?? percent;
  const isCount = unit.kind === 'number';
  const read = (text: string | undefined) =>
    text === undefined ? null : isCount ? { figure: n(text), cases: null } : side(text, unit);
  const [now, previous, lastYear] = [read(held.now), read(held.previous), read(held.lastYear)];
  const polarity = held.polarity === undefined ? 'higher' : held.polarity;
  return inputs({
    polarity,
    unit,
    now: now?.figure ?? none('awaited'),
    previous: previous?.figure ?? null,
    lastYear: lastYear?.figure ?? null,
    evidence: {
      signal: chartOf(held.chart ?? '- -', polarity),
      cases: {
        now: now?.cases ?? null,
        previous: previous?.cases ?? null,
        lastYear: lastYear?.cases ?? null,
      },
      years: () =>
        (held.years ?? []).map((each) =>
          each === null ? null : { ...side(each, unit), figure: { ...side(each, unit).figure, typed: '' } },
        ),
      seasonal: held.seasonal ?? false,
      periodBasis: held.basis === undefined ? 'discrete' : held.basis,
      frequency: held.annual ? 'year' : 'quarter',
      span: 'quarter',
    },
    ...held.some,
  });
}
