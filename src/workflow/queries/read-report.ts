import type { Evaluation } from '../../domain/evaluate.ts';
import type { Facts } from '../../domain/facts.ts';
import { endOfPeriod } from '../../domain/period/of-day.ts';
import type { ReportKind } from '../../domain/round/edition.ts';
import {
  asksForecasts,
  choiceProblems,
  inScope,
  type ReportChoice,
  standardChoice,
} from '../../domain/scorecard/choice.ts';
import { amendmentSchedule } from '../../reports/model/amendments/schedule.ts';
import { withCommitmentNotes } from '../../reports/model/commitment-notes.ts';
import { withContact } from '../../reports/model/contact.ts';
import { withCorrections } from '../../reports/model/corrections.ts';
import { coverReport } from '../../reports/model/cover/cover-report.ts';
import { withQuestions } from '../../reports/model/forecast-questions.ts';
import { improvementReport } from '../../reports/model/improvement-report.ts';
import { packOf } from '../../reports/model/pack.ts';
import type { Report } from '../../reports/model/report.ts';
import { fileStem } from '../../reports/model/report-base.ts';
import { scorecardReport } from '../../reports/model/scorecard-report.ts';
import {
  presetWordings,
  type ReportWording,
  reportWording,
  standardWording,
  worded,
} from '../../reports/model/wording.ts';
import type { Store } from '../../store/database.ts';
import { readSettings } from '../../store/settings.ts';
import { Refused } from '../refused.ts';
import { commitmentNotes } from './commitment-notes.ts';
import { comparisonNotes } from './comparison-notes.ts';
import { forecastQuestions } from './forecast-questions.ts';
import { readAmendments } from './read-amendments.ts';
import { readContact } from './read-contact.ts';
import { readCorrections } from './read-corrections.ts';
import { readCover } from './read-cover.ts';
import { type EvaluationQuestion, evaluationFrom, factsFor } from './read-evaluation.ts';

/** Name of the setting that holds an authority's wording. */
export const WORDING_SETTING = 'reportWording';

/** A report, or several of them as one document. */
export type DocumentKind = ReportKind | 'pack' | 'amendments';

/**
 * A report of a scorecard in a period, ready for any renderer; in the authority's own wording unless told otherwise.
 *
 * @param now the moment whose commitments it prints, where the authority prints them; the end of the period without one
 */
export async function readReport(
  store: Store,
  kind: DocumentKind,
  question: EvaluationQuestion,
  asked: ReportWording | null = null,
  now: string | null = null,
  choice: ReportChoice = standardChoice(kind),
): Promise<Report> {
  const report = await builtReport(store, kind, question, asked, now, choice);
  return withContact(report, await readContact(store, question.authority));
}

async function builtReport(
  store: Store,
  kind: DocumentKind,
  question: EvaluationQuestion,
  asked: ReportWording | null,
  now: string | null,
  choice: ReportChoice,
): Promise<Report> {
  const wording = asked ?? (await readWording(store, question.authority));
  switch (kind) {
    case 'amendments':
      return amendmentsOf(store, question, wording);
    case 'cabinet':
      return coverOf(store, question, wording, now);
    case 'pack':
      return committeePack(store, question, wording, now);
    default: {
      const facts = await factsFor(store, question);
      const evaluation = await evaluationFrom(store, facts, question);
      mustBeThere(choice, evaluation);
      const build = kind === 'improvement' ? improvementReport : scorecardReport;
      const scope = inScope(evaluation.measures, choice);
      const corrections = await readCorrections(store, kind, question, scope, now);
      const built = build(evaluation, wording, { choice, outside: 0 });
      const questions = asksForecasts(choice, kind)
        ? await questionsOf(store, question, facts, evaluation, built)
        : null;
      const compared = kind === 'scorecard' ? await comparedWith(store, question, facts, built) : {};
      const whole = withCorrections(withQuestions(built, questions), corrections);
      const report = withCommitmentNotes(whole, compared);
      return withCommitmentNotes(report, await notesFor(store, question, evaluation, now));
    }
  }
}

/** How the measures that it shows stand among other councils. */
const comparedWith = (
  store: Store,
  { period, asAt }: EvaluationQuestion,
  facts: Facts,
  { measures }: Report,
) => comparisonNotes(store, { facts, period, asAt, shown: measures.map(({ code }) => code) });

/** Of the measures that the report shows, in its order. */
function questionsOf(
  store: Store,
  { period, asAt }: EvaluationQuestion,
  facts: Facts,
  { measures }: Evaluation,
  { measures: printed }: Report,
) {
  const byCode = new Map(measures.map((each) => [each.snapshot.version.code, each]));
  const shown = printed.flatMap(({ code }) => byCode.get(code) ?? []);
  return forecastQuestions(store, { facts, period, asAt, shown });
}

async function coverOf(
  store: Store,
  question: EvaluationQuestion,
  wording: ReportWording,
  now: string | null,
): Promise<Report> {
  const inputs = await readCover(store, question, now);
  const { measures } = inputs.evaluation;
  const corrections = await readCorrections(store, 'cabinet', question, measures, now);
  return withCorrections(coverReport(inputs, wording), corrections);
}

/** Cover report, scorecard, improvement report and schedule of amendments as one document: what a committee gets. */
async function committeePack(
  store: Store,
  question: EvaluationQuestion,
  wording: ReportWording,
  now: string | null,
): Promise<Report> {
  const inputs = await readCover(store, question, now);
  const { evaluation } = inputs;
  const { authority, period, scorecard } = evaluation.snapshot;
  const notes = await notesFor(store, question, evaluation, now);
  const noted = (report: Report) => withCommitmentNotes(report, notes);
  const corrections = await readCorrections(store, 'scorecard', question, evaluation.measures, now);
  const facts = await factsFor(store, question);
  const built = scorecardReport(evaluation, wording);
  const questions = await questionsOf(store, question, facts, evaluation, built);
  const title = worded(wording.packTitle, period.span, scorecard.name);
  return packOf(title, fileStem(authority.code, 'pack', period.code), [
    { id: 'cover', title: 'Cover report', report: coverReport(inputs, wording) },
    {
      id: 'scorecard',
      title: 'Scorecard',
      report: noted(
        withCommitmentNotes(
          withCorrections(withQuestions(built, questions), corrections),
          await comparedWith(store, question, facts, built),
        ),
      ),
    },
    { id: 'improvement', title: 'Improvement report', report: noted(improvementReport(evaluation, wording)) },
    {
      id: 'amendments',
      title: 'Schedule of amendments',
      report: await amendmentsOf(store, question, wording),
    },
  ]);
}

async function amendmentsOf(
  store: Store,
  question: EvaluationQuestion,
  wording: ReportWording,
): Promise<Report> {
  const { evaluation, changes } = await readAmendments(store, question);
  return amendmentSchedule(evaluation, wording, changes);
}

function notesFor(store: Store, { asAt }: EvaluationQuestion, { snapshot }: Evaluation, now: string | null) {
  const { period, authority } = snapshot;
  const moment = asAt ?? now ?? endOfPeriod(period, authority.timeZone);
  return commitmentNotes(store, authority, period, moment);
}

/** @throws Refused where measures or directorates are chosen that are not there */
export function mustBeThere(choice: ReportChoice, { measures, snapshot }: Evaluation): void {
  const problems = choiceProblems(choice, measures, snapshot.directorates);
  if (problems.length > 0) {
    throw new Refused('invalid', problems.map(({ message }) => message).join('\n'), problems);
  }
}

/** The authority's wording: its own, or one of the presets by name; the standard one where nothing was set. */
export async function readWording(store: Pick<Store, 'db'>, authority: string): Promise<ReportWording> {
  const setting = (await readSettings(store, { authority }))[WORDING_SETTING];
  if (typeof setting === 'string') return presetWordings[setting] ?? standardWording;
  return setting === undefined ? standardWording : reportWording.parse(setting);
}
