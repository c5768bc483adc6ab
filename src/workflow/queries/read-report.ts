import { improvementReport } from '../../reports/model/improvement-report.ts';
import type { Report } from '../../reports/model/report.ts';
import { scorecardReport } from '../../reports/model/scorecard-report.ts';
import {
  presetWordings,
  type ReportWording,
  reportWording,
  standardWording,
} from '../../reports/model/wording.ts';
import type { Store } from '../../store/database.ts';
import { readSettings } from '../../store/settings.ts';
import { type EvaluationQuestion, readEvaluation } from './read-evaluation.ts';

export type ReportKind = 'improvement' | 'scorecard';

/** Name of the setting that holds an authority's wording. */
export const WORDING_SETTING = 'reportWording';

/** A report of a scorecard in a period, ready for any renderer; in the authority's own wording unless told otherwise. */
export async function readReport(
  store: Store,
  kind: ReportKind,
  question: EvaluationQuestion,
  asked: ReportWording | null = null,
): Promise<Report> {
  const evaluation = await readEvaluation(store, question);
  const wording = asked ?? (await readWording(store, question.authority));
  return kind === 'improvement'
    ? improvementReport(evaluation, wording)
    : scorecardReport(evaluation, wording);
}

/** The authority's wording: its own, or one of the presets by name; the standard one where nothing was set. */
export async function readWording(store: Pick<Store, 'db'>, authority: string): Promise<ReportWording> {
  const setting = (await readSettings(store, { authority }))[WORDING_SETTING];
  if (typeof setting === 'string') return presetWordings[setting] ?? standardWording;
  return setting === undefined ? standardWording : reportWording.parse(setting);
}
