/**
 * What a figure is counted in, and how it is printed. The unit belongs to the measure, not to the figure:
 * `375.0`, `71.5%`, `10.0 days` and `81.10 per 10,000 population` are all decimals underneath.
 */
export type Unit =
  /** `noun` where the reports print one: `45.0 tonnes`. */
  | { kind: 'number'; decimals: number; noun?: string }
  | { kind: 'percentage'; decimals: number }
  | { kind: 'duration'; decimals: number; noun: string }
  | { kind: 'currency'; decimals: number; symbol: string }
  /** `per` is the text after the word "per": `10,000 population`. */
  | { kind: 'rate'; decimals: number; per: string }
  | { kind: 'ratio'; decimals: number }
  | { kind: 'milestone'; scale: MilestoneScale }
  | { kind: 'yesNo' }
  | { kind: 'date' };

export type UnitKind = Unit['kind'];

/** An ordered text scale, best step first. Steps compare without regard to case and spacing. */
export interface MilestoneScale {
  steps: readonly string[];
}
