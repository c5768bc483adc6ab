import type { MeasureVersion } from '../../domain/measure/measure.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { type ChartSetting, usualChart } from '../../domain/signal/chart-setting.ts';
import { chartSettingName, chartSettingsFrom } from '../../domain/signal/read-setting.ts';
import { type RebaseToConsider, rebaseToConsider } from '../../domain/signal/rebase-to-consider.ts';
import type { MeasureSignal } from '../../domain/signal/signal.ts';
import type { MeasureSnapshot } from '../../domain/snapshot.ts';
import type { Store } from '../../store/database.ts';
import { readSettingActs, readSettings, type SettingAct } from '../../store/settings.ts';
import type { Known } from '../remembered/known-now.ts';
import { readMeasure } from './read-measure.ts';

/** One decision about a chart: who, when and why, and how the chart was drawn from then on. */
export interface ChartDecision extends Omit<SettingAct, 'value'> {
  drawn: ChartSetting;
}

/** The control chart of a measure as it is drawn now, and how that came about. */
export interface ChartView {
  code: string;
  version: MeasureVersion;
  /** The latest settled period; null where there are no figures yet. */
  period: ReportingPeriod | null;
  signal: MeasureSignal | null;
  /** As it stood in that period. */
  measure: MeasureSnapshot | null;
  drawn: ChartSetting;
  /** Oldest first. */
  decisions: readonly ChartDecision[];
  /** Where the chart shows a change that has lasted; for a person to decide about. */
  consider: RebaseToConsider | null;
}

/** Enough to find the latest period that is settled among those being collected. */
const LOOKED_AT = 20;

/** null where there is no such measure. */
export async function readChartView(known: Known, code: string): Promise<ChartView | null> {
  const { store, authority } = known;
  const name = chartSettingName(code);
  const [measure, acts] = await Promise.all([
    readMeasure(known, code, null, LOOKED_AT),
    readSettingActs(store, authority, name),
  ]);
  const point = measure?.point ?? null;
  const version = point?.measure.snapshot.version ?? measure?.versions.at(-1);
  if (version === undefined) return null;
  const decisions = acts.flatMap(({ value, ...act }): ChartDecision[] =>
    chartSettingsFrom({ [name]: value }).map((drawn) => ({ ...act, drawn })),
  );
  const signal = point?.measure.signal() ?? null;
  return {
    code,
    version,
    period: point?.period ?? null,
    signal,
    measure: point?.measure.snapshot ?? null,
    drawn: decisions.at(-1)?.drawn ?? { measure: code, ...usualChart },
    decisions,
    consider: signal === null ? null : rebaseToConsider(signal),
  };
}

/** How the chart of a measure is to be drawn, as now known. */
export async function readChartSetting(
  db: Pick<Store, 'db'>,
  authority: string,
  code: string,
): Promise<ChartSetting> {
  const name = chartSettingName(code);
  const held = (await readSettings(db, { authority }))[name];
  return chartSettingsFrom({ [name]: held })[0] ?? { measure: code, ...usualChart };
}
