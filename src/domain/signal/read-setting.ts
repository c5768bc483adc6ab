import { z } from 'zod';
import { FEWEST_BASELINE } from '../statistics/xmr/settings.ts';
import { type ChartRules, type ChartSetting, usualChart, usualRules } from './chart-setting.ts';

/** The name under which an authority keeps how it draws its charts. */
export const CHART_RULES_SETTING = 'controlCharts';
/** Before the code of a measure: the name under which its own chart is kept. */
const OF_MEASURE = 'controlChart ';

/** @example chartSettingName('CM PM24') // 'controlChart CM PM24' */
export const chartSettingName = (measure: string): string => `${OF_MEASURE}${measure}`;

/** The measure whose chart is kept under a name; null for another setting. */
export const measureOfChartSetting = (name: string): string | null =>
  name.startsWith(OF_MEASURE) ? name.slice(OF_MEASURE.length) : null;

const day = z.iso.date();

const rulesSchema = z.strictObject({
  screening: z.boolean().default(usualRules.screening),
  twoOfThree: z.enum(['mdc2023', 'withinLimits']).default(usualRules.twoOfThree),
  trialLimits: z.boolean().default(usualRules.trialLimits),
});

const chartSchema = z.strictObject({
  seasonal: z.boolean().default(usualChart.seasonal),
  baseline: z.int().min(FEWEST_BASELINE).nullable().default(usualChart.baseline),
  begins: day.nullable().default(usualChart.begins),
  rebases: z
    .array(z.strictObject({ from: day, reason: z.string().min(1), author: z.string(), decidedOn: day }))
    .default([]),
});

/** How an authority draws its charts, from what is kept; the usual rules where nothing, or nothing readable, is. */
export function chartRulesFrom(value: unknown): ChartRules {
  const read = rulesSchema.safeParse(value ?? {});
  return read.success ? read.data : usualRules;
}

/** The charts that somebody has decided about, from an authority's settings by name. */
export function chartSettingsFrom(settings: Readonly<Record<string, unknown>>): ChartSetting[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    const read = name.startsWith(OF_MEASURE) ? chartSchema.safeParse(value) : null;
    return read?.success ? [{ measure: name.slice(OF_MEASURE.length), ...read.data }] : [];
  });
}
