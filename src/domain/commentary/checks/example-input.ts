import type { Direction, DirectionOutcome } from '../../direction/direction.ts';
import { directionSymbols } from '../../direction/direction.ts';
import type { BasisKind } from '../../direction/scheme.ts';
import { decimal } from '../../number/decimal.ts';
import { periodOf } from '../../period/parse.ts';
import type { ReportingPeriod } from '../../period/period.ts';
import { predecessor } from '../../period/relate.ts';
import type { CheckInput, Standing } from './input.ts';

/** A standing in plain text, for tests and for the labelled sentences. */
export type ExampleStanding = Partial<Record<keyof Omit<Standing, 'period'>, string>>;

export interface ExampleFigures {
  now?: ExampleStanding;
  /** Latest first, from the period before. */
  past?: readonly ExampleStanding[];
  yearTarget?: string;
  otherTargets?: readonly string[];
  outturns?: readonly string[];
}

const NOTHING: Omit<Standing, 'period'> = {
  position: null,
  inPeriod: null,
  toDate: null,
  numerator: null,
  denominator: null,
  target: null,
  forecast: null,
};

/** A standing from plain texts. @example standingIn(periodOf('2018-19/Q2'), { position: '5.6' }) */
export function standingIn(period: ReportingPeriod, given: ExampleStanding = {}): Standing {
  const read = Object.entries(given).map(([name, text]) => [name, decimal(text)]);
  return { period, ...NOTHING, ...Object.fromEntries(read) };
}

/** Figures from plain texts, the periods counted back from the one given. */
export function figuresIn(period: ReportingPeriod, given: ExampleFigures): CheckInput['figures'] {
  const past: Standing[] = [];
  let at = period;
  for (const each of given.past ?? []) {
    at = predecessor(at);
    past.push(standingIn(at, each));
  }
  const lastYear = Number(period.year.slice(0, 4)) - 1;
  return {
    now: standingIn(period, given.now),
    past,
    yearTarget: given.yearTarget === undefined ? null : decimal(given.yearTarget),
    otherTargets: (given.otherTargets ?? []).map(decimal),
    outturns: (given.outturns ?? []).map((value, back) => ({
      year: String(lastYear - back),
      value: decimal(value),
    })),
  };
}

/** A direction of travel, computed on a basis or, without one, as a document stated it. */
export function exampleDirection(outcome: DirectionOutcome, basis: BasisKind | null = null): Direction {
  const label = { improving: 'Improving', stabilised: 'Stabilised', deteriorating: 'Deteriorating' }[outcome];
  const symbol = directionSymbols[outcome];
  if (basis === null) {
    return { kind: 'asStated', label, outcome, symbol, basisInWords: 'as published; basis not stated' };
  }
  const number = { kind: 'number', value: decimal('0') } as const;
  const compared = { now: number, before: number };
  return {
    kind: 'available',
    label,
    outcome,
    symbol,
    basis,
    basisInWords: basis,
    compared,
    change: null,
    tested: null,
    sentence: '',
    brief: '',
  };
}

/**
 * An input for tests: a percentage, higher is better, quarter 2 of 2018-19 read on its last day, nothing held and nothing
 * written unless given.
 * @example exampleInput({ texts: { context: 'On track.' } })
 */
export function exampleInput(
  given: Omit<Partial<CheckInput>, 'texts' | 'measure'> & {
    texts?: Partial<CheckInput['texts']>;
    measure?: Partial<CheckInput['measure']>;
  } = {},
): CheckInput {
  const period = given.period ?? periodOf('2018-19/Q2');
  return {
    asOf: period.end,
    figures: figuresIn(period, {}),
    status: { label: 'Green', onTarget: true, isWorst: false },
    forecastStatus: { label: 'Green', onTarget: true, isWorst: false },
    direction: null,
    former: [],
    measures: { named: [], complete: false },
    people: [],
    glossary: {},
    disclosureThreshold: null,
    lengthGuide: null,
    required: [],
    ...given,
    period,
    texts: { context: '', actions: '', intervention: '', ...given.texts },
    measure: {
      code: 'XX 1',
      aliases: [],
      title: 'Percentage of plans completed on time',
      unit: { kind: 'percentage', decimals: 1 },
      polarity: 'higher',
      periodBasis: 'discrete',
      ...given.measure,
    },
  };
}
