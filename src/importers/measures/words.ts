import type { MeasureKind, PeriodBasis, Polarity } from '../../domain/measure/measure.ts';
import type { Span } from '../../domain/period/period.ts';

/** The words by which people name the choices of a measure; the first of each is what a template offers. */
export const POLARITIES: Readonly<Record<string, Polarity>> = {
  'Higher is better': 'higher',
  'Lower is better': 'lower',
  'Closest to target': 'closest',
  'Within a range': 'within',
  'Information only': 'none',
};

export const FREQUENCIES: Readonly<Record<string, Span>> = {
  Monthly: 'month',
  Quarterly: 'quarter',
  'Half-yearly': 'half',
  Annual: 'year',
};

export const PERIOD_BASES: Readonly<Record<string, PeriodBasis>> = {
  'In the period': 'discrete',
  'Year to date': 'toDate',
  'Rolling 12 months': 'rolling12',
  'At the period end': 'snapshot',
  'Once a year': 'annual',
};

export const KINDS: Readonly<Record<string, MeasureKind>> = {
  'With a target': 'targeted',
  'Data only': 'dataOnly',
  'Trend only': 'trendOnly',
  'Baseline year': 'baselineYear',
  'In development': 'inDevelopment',
};

/** Other spellings that are read; the words of our own files among them. */
export const POLARITY_WORDS: Readonly<Record<string, Polarity>> = {
  ...POLARITIES,
  Higher: 'higher',
  High: 'higher',
  Lower: 'lower',
  Low: 'lower',
  Closest: 'closest',
  Within: 'within',
  None: 'none',
};
export const FREQUENCY_WORDS: Readonly<Record<string, Span>> = {
  ...FREQUENCIES,
  Month: 'month',
  Quarter: 'quarter',
  Half: 'half',
  'Six monthly': 'half',
  Year: 'year',
  Yearly: 'year',
  Annually: 'year',
};
export const PERIOD_BASIS_WORDS: Readonly<Record<string, PeriodBasis>> = {
  ...PERIOD_BASES,
  Discrete: 'discrete',
  'To date': 'toDate',
  ToDate: 'toDate',
  Rolling12: 'rolling12',
  Snapshot: 'snapshot',
  Annual: 'annual',
};
export const KIND_WORDS: Readonly<Record<string, MeasureKind>> = {
  ...KINDS,
  Targeted: 'targeted',
  DataOnly: 'dataOnly',
  TrendOnly: 'trendOnly',
  BaselineYear: 'baselineYear',
  InDevelopment: 'inDevelopment',
};
