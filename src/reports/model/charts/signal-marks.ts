import { assuranceLabels, variationLabels } from '../../../domain/signal/signal-in-words.ts';
import type { Icon } from '../../../domain/statistics/xmr/chart.ts';
import type { Assurance, Variation } from '../../../domain/statistics/xmr/icons.ts';

export { assuranceLabels, variationLabels } from '../../../domain/signal/signal-in-words.ts';
export type { Assurance, Variation } from '../../../domain/statistics/xmr/icons.ts';

/** What a control chart says of a measure. */
export interface SignalRecord {
  /** `common_cause`, `concern_low`…; null where there are too few figures. */
  variation: Variation | null;
  assurance: Assurance | null;
  /** In a few words: `Usual variation. Target unlikely to be met.` */
  brief: string;
  sentence: string;
  /** How many figures it rests on. */
  figures: number;
}

/** An icon to draw with its words: a few that stand beside it, and the sentence behind them. */
export interface SignalMark<Kind> {
  /** null where nothing can be said: no icon is drawn, and the words say why. */
  icon: Kind | null;
  label: string;
  sentence: string;
}

export type VariationMark = SignalMark<Variation>;
export type AssuranceMark = SignalMark<Assurance>;

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
