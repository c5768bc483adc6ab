import type { ReportKind } from '../../domain/round/edition.ts';
import { coverReport } from '../../reports/model/cover/cover-report.ts';
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
import { readCover } from './read-cover.ts';
import { type EvaluationQuestion, readEvaluation } from './read-evaluation.ts';

/** Name of the setting that holds an authority's wording. */
export const WORDING_SETTING = 'reportWording';

/** A report of a scorecard in a period, ready for any renderer; in the authority's own wording unless told otherwise. */
export async function readReport(
  store: Store,
  kind: ReportKind,
  question: EvaluationQuestion,
  asked: ReportWording | null = null,
): Promise<Report> {
  const wording = asked ?? (await readWording(store, question.authority));
  if (kind === 'cabinet') return coverReport(await readCover(store, question), wording);
  const evaluation = await readEvaluation(store, question);
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
