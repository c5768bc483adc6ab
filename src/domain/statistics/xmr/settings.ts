/** How an authority draws its XmR charts; stated on every chart. */
export interface XmrSettings {
  /**
   * Leave moving ranges of 3.267 times their mean or more out of the mean, once (Nelson 1982). NHSRplotthedots does;
   * Making Data Count's workbook does not.
   */
  readonly screening: boolean;
  /**
   * `mdc2023`: a point beyond a limit counts among the two of three. `withinLimits`: it does not, as before Making
   * Data Count changed the rule late in 2023, and as NHSRplotthedots 0.2.2 still has it.
   */
  readonly twoOfThree: 'mdc2023' | 'withinLimits';
  /** Mean and limits from the first so many rows of each segment, held for the rest; null: from all of them. */
  readonly baseline: number | null;
  /** Limits from 8 to 12 points too, marked trial. */
  readonly trialLimits: boolean;
}

export const usualXmr: XmrSettings = {
  screening: true,
  twoOfThree: 'mdc2023',
  baseline: null,
  trialLimits: false,
};

/** With fewer figures than this in a segment there are no limits and no icons, as Making Data Count has it. */
export const FEWEST_POINTS = 13;
/** With fewer than this there are no trial limits either. */
export const FEWEST_TRIAL_POINTS = 8;
/** A baseline shorter than this is refused. */
export const FEWEST_BASELINE = 12;
