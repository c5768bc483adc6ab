import type { Rebase } from '../statistics/xmr/chart.ts';
import { usualXmr, type XmrSettings } from '../statistics/xmr/settings.ts';

/** How one measure's control chart is drawn. Every field but the last is a decision of a person, with its reason. */
export interface ChartSetting {
  measure: string;
  /** True where the same time of every year is alike: then the change on the year before is charted. */
  seasonal: boolean;
  /** Mean and limits from the first so many periods of each stretch, held for the rest; null: from all of them. */
  baseline: number | null;
  /**
   * The ISO day with which the chart begins: that of its first period when a baseline or a rebase was decided, so that
   * both stay with the periods that were chosen. Null where neither is decided, and where that was before it was kept.
   */
  begins: string | null;
  /** Days from which mean and limits are worked out anew, oldest first. */
  rebases: readonly Rebase[];
}

/** How an authority draws all its control charts. */
export type ChartRules = Omit<XmrSettings, 'baseline'>;

/** As Making Data Count has it, with screening. */
export const usualRules: ChartRules = {
  screening: usualXmr.screening,
  twoOfThree: usualXmr.twoOfThree,
  trialLimits: usualXmr.trialLimits,
};

/** A chart of which nobody has decided anything. */
export const usualChart: Omit<ChartSetting, 'measure'> = {
  seasonal: false,
  baseline: null,
  begins: null,
  rebases: [],
};
