import { z } from 'zod';

/** How an authority words its reports. Everything here is a setting; the rest follows from the figures. */
export const reportWording = z.strictObject({
  improvementTitle: z.string().min(1).max(200),
  scorecardTitle: z.string().min(1).max(200),
  /** Has a default: wordings were kept before there were cover reports. */
  coverTitle: z.string().min(1).max(200).default('Performance report - {scorecard}'),
  packTitle: z.string().min(1).max(200).default('Committee pack - {scorecard}'),
  columns: z.strictObject({
    measure: z.string().min(1).max(80),
    status: z.string().min(1).max(80),
    forecastStatus: z.string().min(1).max(80),
    performance: z.string().min(1).max(80),
    context: z.string().min(1).max(80),
    actions: z.string().min(1).max(80),
    intervention: z.string().min(1).max(80),
  }),
  /** Headings of the two pairs in the performance column; `{span}` becomes Quarterly, Monthly… */
  currentData: z.string().min(1).max(80),
  forecastData: z.string().min(1).max(80),
  target: z.string().min(1).max(40),
  actual: z.string().min(1).max(40),
  forecast: z.string().min(1).max(40),
});

export type ReportWording = z.infer<typeof reportWording>;

/** `{scorecard}` becomes the name of the scorecard reported on. */
export const standardWording: ReportWording = {
  improvementTitle: 'Improvement Report - {scorecard}',
  scorecardTitle: '{scorecard}',
  coverTitle: 'Performance report - {scorecard}',
  packTitle: 'Committee pack - {scorecard}',
  columns: {
    measure: 'Measure details',
    status: '{span} target status',
    forecastStatus: 'Forecast year-end status',
    performance: 'Performance against target',
    context: 'Context for current performance',
    actions: 'Improvement actions taken',
    intervention: 'Intervention / review',
  },
  currentData: '{span} data',
  forecastData: 'Year-end forecast',
  target: 'Target',
  actual: 'Actual',
  forecast: 'Forecast',
};

/** The headings of the founding document, kept for authorities that report in its layout. */
export const derbyWording: ReportWording = {
  ...standardWording,
  columns: {
    measure: 'Measure Details',
    status: 'Quarterly Target Status',
    forecastStatus: 'Forecast Year End Status',
    performance: 'Performance VS Target',
    context: 'Context for Current Performance',
    actions: 'Improvement Actions Taken',
    intervention: 'Intervention / Review',
  },
  currentData: 'Quarterly data',
  forecastData: 'Forecast data',
  forecast: 'Actual',
};

/** The wordings that ship, by name. */
export const presetWordings: Readonly<Record<string, ReportWording>> = {
  standard: standardWording,
  derby: derbyWording,
};

const SPAN_WORDS = { month: 'Monthly', quarter: 'Quarterly', half: 'Half-yearly', year: 'Year-end' } as const;

/** Puts the span and the scorecard's name into a wording. */
export function worded(text: string, span: keyof typeof SPAN_WORDS, scorecard: string): string {
  return text.replaceAll('{span}', SPAN_WORDS[span]).replaceAll('{scorecard}', scorecard);
}
