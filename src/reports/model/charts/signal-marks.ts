import type { Icon } from '../../../domain/statistics/xmr/chart.ts';
import type { Assurance, Variation } from '../../../domain/statistics/xmr/icons.ts';

export type { Assurance, Variation } from '../../../domain/statistics/xmr/icons.ts';

/** An icon to draw with its words: a few that stand beside it, and the sentence behind them. */
export interface SignalMark<Kind> {
  /** null where nothing can be said: no icon is drawn, and the words say why. */
  icon: Kind | null;
  label: string;
  sentence: string;
}

export type VariationMark = SignalMark<Variation>;
export type AssuranceMark = SignalMark<Assurance>;

/** What stands beside each icon of variation. */
export const variationLabels: Readonly<Record<Variation, string>> = {
  common_cause: 'Usual variation',
  improvement_high: 'Better: high or rising',
  improvement_low: 'Better: low or falling',
  concern_high: 'Worse: high or rising',
  concern_low: 'Worse: low or falling',
  neutral_high: 'Changed: high or rising',
  neutral_low: 'Changed: low or falling',
};

/** What stands beside each icon of assurance. */
export const assuranceLabels: Readonly<Record<Assurance, string>> = {
  pass: 'Target likely to be met',
  fail: 'Target unlikely to be met',
  inconsistent: 'Target met or missed by chance',
};

/** @example variationMark(chart.variation) // { icon: 'concern_low', label: 'Worse: low or falling', sentence: … } */
export const variationMark = ({ icon, words }: Pick<Icon<Variation>, 'icon' | 'words'>): VariationMark => ({
  icon,
  label: icon === null ? 'No signal worked out' : variationLabels[icon],
  sentence: words,
});

/** @example assuranceMark(chart.assurance) // { icon: 'fail', label: 'Target unlikely to be met', sentence: … } */
export const assuranceMark = ({ icon, words }: Pick<Icon<Assurance>, 'icon' | 'words'>): AssuranceMark => ({
  icon,
  label: icon === null ? 'No assurance worked out' : assuranceLabels[icon],
  sentence: words,
});

/** High and low of one kind are equally pressing. */
const variationRank: Readonly<Record<Variation, number>> = {
  concern_high: 0,
  concern_low: 0,
  neutral_high: 1,
  neutral_low: 1,
  improvement_high: 2,
  improvement_low: 2,
  common_cause: 3,
};
const assuranceRank: Readonly<Record<Assurance, number>> = { fail: 0, inconsistent: 1, pass: 2 };

/** What needs attention first: concern, then what changed, then improvement, then usual variation, then no signal. */
export const byVariation = (a: VariationMark, b: VariationMark): number =>
  (a.icon === null ? 4 : variationRank[a.icon]) - (b.icon === null ? 4 : variationRank[b.icon]);

/** A target that cannot be met first, then one of chance, then one that will be, then none. */
export const byAssurance = (a: AssuranceMark, b: AssuranceMark): number =>
  (a.icon === null ? 3 : assuranceRank[a.icon]) - (b.icon === null ? 3 : assuranceRank[b.icon]);
