import type { Decimal } from './decimal.ts';

/** Why there is no figure. Each prints in words; none is ever a zero. */
export type MissingReason =
  | 'blank' // nothing was supplied
  | 'notDue' // the measure is not collected in this period
  | 'awaited' // due, and not yet supplied (late, or waiting for national data)
  | 'notApplicable' // the source says N/A
  | 'withheld' // held back by decision
  | 'suppressed' // a small number that could identify somebody
  | 'notComparable' // the definition changed
  | 'unusable'; // something was supplied that cannot be read as a figure of this unit

/** A value as it was meant: an exact number, a step of a milestone scale (or Yes/No), a date, or a reason. */
export type Figure =
  | { kind: 'number'; value: Decimal }
  | { kind: 'step'; step: string }
  | { kind: 'date'; date: string }
  | { kind: 'missing'; reason: MissingReason };

/** A figure with the text it was typed or printed as, kept beside what was meant. */
export type TypedFigure = Figure & { typed: string };

export const missing = (reason: MissingReason, typed = ''): TypedFigure => ({
  kind: 'missing',
  reason,
  typed,
});
