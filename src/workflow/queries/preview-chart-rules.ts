import { type EvaluatedMeasure, evaluate } from '../../domain/evaluate.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { type ChartRules, usualRules } from '../../domain/signal/chart-setting.ts';
import { CHART_RULES_SETTING, chartRulesFrom } from '../../domain/signal/read-setting.ts';
import type { MeasureSignal } from '../../domain/signal/signal.ts';
import type { Store } from '../../store/database.ts';
import { readSettings } from '../../store/settings.ts';
import { readEvaluation } from './read-evaluation.ts';
import { lastFinished } from './replay-scheme.ts';

/** How an authority draws its control charts now. */
export async function readChartRules(db: Pick<Store, 'db'>, authority: string): Promise<ChartRules> {
  const held = (await readSettings(db, { authority }))[CHART_RULES_SETTING];
  return held === undefined ? usualRules : chartRulesFrom(held);
}

/** A measure of which a chart would say something else. */
export interface ChangedSignal {
  measure: EvaluatedMeasure;
  is: MeasureSignal;
  wouldBe: MeasureSignal;
}

export interface ChartRulesPreview {
  period: ReportingPeriod;
  measures: number;
  changes: readonly ChangedSignal[];
}

/** What other rules would change in the last finished period; null where there are no figures. Nothing is stored. */
export async function previewChartRules(
  store: Store,
  authority: string,
  rules: ChartRules,
): Promise<ChartRulesPreview | null> {
  const code = await lastFinished(store, authority);
  if (code === null) return null;
  const period = periodOf(code);
  const held = await readEvaluation(store, { authority, period, scorecard: null, asAt: null });
  const other = evaluate({ ...held.snapshot, chartRules: rules }, held.scheme, held.directionScheme);
  const changes = held.measures.flatMap((measure, at): ChangedSignal[] => {
    const is = measure.signal();
    const wouldBe = other.measures[at]?.signal() ?? is;
    const isSame =
      is.variation.icon === wouldBe.variation.icon && is.assurance.icon === wouldBe.assurance.icon;
    return isSame ? [] : [{ measure, is, wouldBe }];
  });
  return { period, measures: held.measures.length, changes };
}
