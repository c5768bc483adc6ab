import type { Decimal } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import type { DirectionOutcome, Tested } from './direction.ts';
import type { Evidence } from './evidence.ts';
import type { DirectionInputs } from './inputs.ts';
import type { DirectionScheme } from './scheme.ts';

/** What a way of testing is given. */
export interface Asked {
  inputs: DirectionInputs;
  evidence: Evidence;
  scheme: DirectionScheme;
  /** Which earlier figure the latest may be held against. */
  against: NonNullable<Tested['against']>;
  /** True where another way is tried when this one has nothing to say. */
  isLadder: boolean;
}

/** What it says; or the reason why it cannot. */
export interface Verdict {
  outcome: DirectionOutcome;
  before: Figure;
  /** Now less before, exact; null where more than two figures were looked at. */
  change: Decimal | null;
  oneCaseDecides: boolean;
  /** To follow the label and a colon. */
  sentence: string;
  brief: string;
}
