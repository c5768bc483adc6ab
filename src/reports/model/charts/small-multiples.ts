import type { ControlChart } from './control-chart.ts';
import { type AssuranceMark, byAssurance, byVariation, type VariationMark } from './signal-marks.ts';

/** One measure of many on a page. */
export interface SmallMultiple {
  code: string;
  title: string;
  /** Where its own page is; null where there is none to lead to. */
  href: string | null;
  chart: ControlChart;
  variation: VariationMark;
  assurance: AssuranceMark;
}

export const multipleOrders = ['signal', 'target', 'given'] as const;
export type MultipleOrder = (typeof multipleOrders)[number];

/** Every measure's chart in the order asked for: what needs attention first, or as the scorecard has them. */
export function inOrderOf(items: readonly SmallMultiple[], order: MultipleOrder): SmallMultiple[] {
  const all = [...items];
  if (order === 'given') return all;
  return all.sort((a, b) => {
    const bySignal = byVariation(a.variation, b.variation);
    const byTarget = byAssurance(a.assurance, b.assurance);
    return order === 'signal' ? bySignal || byTarget : byTarget || bySignal;
  });
}

/** `Of 60 measures, 4 have changed for the worse and 3 for the better; 21 targets are unlikely to be met.` */
export function multiplesHeadline(items: readonly SmallMultiple[]): string {
  const count = (holds: (item: SmallMultiple) => boolean) => items.filter(holds).length;
  const worse = count(({ variation }) => variation.icon?.startsWith('concern') ?? false);
  const better = count(({ variation }) => variation.icon?.startsWith('improvement') ?? false);
  const failing = count(({ assurance }) => assurance.icon === 'fail');
  const targets = `${failing} ${failing === 1 ? 'target is' : 'targets are'} unlikely to be met`;
  return `Of ${items.length} ${items.length === 1 ? 'measure' : 'measures'}, ${worse} ${worse === 1 ? 'has' : 'have'} changed for the worse and ${better} for the better; ${targets} as the service now runs.`;
}
