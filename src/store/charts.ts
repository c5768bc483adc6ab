import type { Facts } from '../domain/facts.ts';
import { CHART_RULES_SETTING, chartRulesFrom, chartSettingsFrom } from '../domain/signal/read-setting.ts';
import type { Store } from './database.ts';
import { readSettings } from './settings.ts';

/** How an authority's control charts are drawn, as known at a moment; now where null. */
export async function readCharts(
  db: Pick<Store, 'db'>,
  authority: string,
  asAt: string | null = null,
): Promise<Pick<Facts, 'charts' | 'chartRules'>> {
  const settings = await readSettings(db, { authority, ...(asAt === null ? {} : { asAt }) });
  const charts = chartSettingsFrom(settings);
  const rules = settings[CHART_RULES_SETTING];
  return {
    ...(charts.length === 0 ? {} : { charts }),
    ...(rules === undefined ? {} : { chartRules: chartRulesFrom(rules) }),
  };
}
