import type { EvaluatedMeasure, Evaluation } from '../../domain/evaluate.ts';
import type { Facts, Scorecard } from '../../domain/facts.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import type { EditionStanding, ReportKind } from '../../domain/round/edition.ts';
import type { RoundStanding } from '../../domain/round/round.ts';
import {
  asksForecasts,
  drawsCharts,
  inScope,
  isStandard,
  type ReportChoice,
  selectShown,
  standardChoice,
} from '../../domain/scorecard/choice.ts';
import { selectExceptions } from '../../domain/scorecard/selection.ts';
import { snapshotOf } from '../../domain/snapshot.ts';
import { readCoverWords } from '../../store/cover-words.ts';
import type { Store } from '../../store/database.ts';
import { readPeople } from '../../store/people.ts';
import { factsIn } from '../../store/read-facts.ts';
import { inTransaction, type Transaction } from '../../store/transaction.ts';
import { commitmentNotes } from '../queries/commitment-notes.ts';
import { comparisonNotes } from '../queries/comparison-notes.ts';
import { dueCommitments } from '../queries/due-commitments.ts';
import { forecastQuestions } from '../queries/forecast-questions.ts';
import { readContact } from '../queries/read-contact.ts';
import { mustBeThere, readWording } from '../queries/read-report.ts';
import { roundOverview } from '../queries/round-overview.ts';
import { schemesInForce } from '../queries/schemes-in-force.ts';
import { Refused } from '../refused.ts';
import { correctionsSince } from '../restatements/corrections-since.ts';
import { restatedSince } from '../restatements/restated-since.ts';
import type { Acting } from '../round/acting.ts';
import type { ChecklistItem } from './checklist-item.ts';
import { lackingTexts } from './checklist-texts.ts';
import { onlyOf, onlyTexts, withoutPeople, withProvisional, withRestated } from './edition-facts.ts';
import { foundInPrint } from './found-in-print.ts';
import { evaluationOf, type FrozenInputs, reportOf } from './frozen-inputs.ts';
import { releaseChecklist, unapproved } from './release-checklist.ts';

/** Which report, for whom. */
export interface ReleaseQuestion {
  kind: ReportKind;
  period: string;
  /** Code or name; null for the widest. */
  scorecard: string | null;
  standing: EditionStanding;
  /** Which measures of the scorecard, and in which order; absent for what this kind of report always shows. */
  choice?: ReportChoice;
  /** Codes of the measures that go out unapproved and say so; a draft marks all of them itself. */
  provisional: readonly string[];
}

/** A report that could be released now, with all that speaks against it. Nothing is written. */
export interface Release {
  inputs: FrozenInputs;
  evaluation: Evaluation;
  /** The whole scorecard as it is approved, without what is exempt: of this something can be chosen. */
  whole: Evaluation;
  choice: ReportChoice;
  checklist: readonly ChecklistItem[];
  round: RoundStanding | null;
  /** Measures that nobody has approved, or whose texts are missing: those that could be marked provisional. */
  waiting: readonly { code: string; title: string }[];
  provisional: readonly string[];
  /** Of those marked provisional, the ones for which there is something to print. */
  entered: readonly string[];
  /** Codes of the measures whose figures were restated after the freeze: shown as restated. */
  restated: readonly string[];
  /** How many measures of the scorecard stay out. */
  left: number;
}

/** Reads everything in one view of the database, so that what is frozen belongs together. */
export const readRelease = (store: Store, acting: Acting, question: ReleaseQuestion): Promise<Release> =>
  inTransaction(store, (tx) => releaseIn(tx, acting, question), {
    isolation: 'repeatable read',
    readOnly: true,
  });

async function releaseIn(tx: Transaction, acting: Acting, question: ReleaseQuestion): Promise<Release> {
  const { authority, now, today } = acting;
  const { period, standing } = question;
  const reporting = periodOf(period);
  const overview = await roundOverview(tx, authority, period, today);
  const round = overview?.round ?? null;
  const isFrozen = round !== null && (round.state === 'frozen' || round.state === 'published');
  // A freeze is a wall: what became known after it is for the next edition.
  const knownAt = isFrozen && round.frozenAt !== null ? round.frozenAt : now;
  const people = await readPeople(tx, authority);
  const wording = await readWording(tx, authority);
  const held = await factsIn(tx, { authority, around: [reporting], asAt: knownAt });
  const schemes = await schemesInForce(tx, held.authority, reporting.end);
  const exempt = standing === 'draft' ? [] : [...(round?.exempt.keys() ?? [])];
  const chosen = scorecardOf(held, question, knownAt);
  const named = chosen.code;
  const notes = await commitmentNotes(tx, held.authority, reporting, knownAt);
  const contact = await readContact(tx, authority);
  const base = {
    report: question.kind,
    period,
    knownAt,
    statusScheme: schemes.status,
    directionScheme: schemes.direction,
    wording,
    ...(contact === null ? {} : { contact }),
    ...(question.kind === 'cabinet'
      ? await coverInputs(tx, held.authority, { period: reporting, scorecard: chosen, moment: knownAt })
      : {}),
    ...(Object.keys(notes).length === 0 ? {} : { commitments: notes }),
  };
  const leaving = exempt.filter((code) => chosen.measures.includes(code));
  const staying = new Set(chosen.measures.filter((code) => !leaving.includes(code)));
  const restated = await restatedSince(tx, authority, knownAt, now);
  const present = withRestated(held, restated, knownAt);
  const wholeFacts = withoutPeople(onlyOf(present, named, staying), people);
  const whole = evaluated({ ...base, scorecard: named, facts: wholeFacts });
  const choice = question.choice ?? standardChoice(question.kind);
  mustBeThere(choice, whole);
  // What a report is not about leaves no trace in it, and does not hold it up.
  const scope = new Set(inScope(whole.measures, choice).map(({ snapshot }) => snapshot.version.code));
  const outside = whole.measures.length - scope.size;
  const facts = outside === 0 ? wholeFacts : onlyOf(wholeFacts, named, scope);
  const approved = outside === 0 ? whole : evaluated({ ...base, scorecard: named, facts });
  const open = unapproved({ overview, measures: approved.measures });
  const waiting = new Map(open.map(({ code, version }) => [code, version.title]));
  // Whether a draft prints a text or none holds nothing up; elsewhere a missing one does, unless it is marked.
  for (const each of standing === 'draft' ? [] : approved.measures) {
    const { code, title } = each.snapshot.version;
    if (lackingTexts(each).length > 0) waiting.set(code, title);
  }
  const provisional =
    standing === 'draft' ? [...waiting.keys()] : question.provisional.filter((code) => waiting.has(code));
  const empty = open.filter(({ standing: { content } }) => content === null).map(({ code }) => code);
  const entered = provisional.filter((code) => !empty.includes(code));
  const shownFacts = withProvisional(facts, overview, entered, { acting, period, knownAt });
  // What is restated of this period itself is said by the edition that corrects it.
  const corrections = await correctionsSince(
    tx,
    { authority, report: question.kind, scorecard: named, period: reporting, samePeriod: false, at: now },
    shownFacts,
  );
  const inputs: FrozenInputs = {
    ...base,
    scorecard: named,
    facts: shownFacts,
    ...(corrections === null ? {} : { corrections }),
    ...(isStandard(choice, question.kind) ? {} : { chosen: { choice: ofMeasures(choice), outside } }),
    ...(drawsCharts(choice) || question.kind === 'cabinet' ? {} : { leavesChartsOut: true as const }),
  };
  const evaluation = evaluated(inputs);
  const { exceptionsOnly } = evaluation.snapshot.scorecard;
  const shown = selectShown(evaluation.measures, choice, exceptionsOnly).map(({ measure }) => measure);
  const findings = await foundInPrint(tx, acting, { period, round, inputs, shown });
  const promised = await dueCommitments(
    tx,
    {
      authority: held.authority,
      period: reporting,
      measures: new Set(evaluation.measures.map(({ snapshot }) => snapshot.version.code)),
    },
    now,
  );
  const checklist = releaseChecklist({
    overview,
    shown,
    measures: evaluation.measures,
    exempt: leaving,
    leftOut: leftOut(whole.measures, evaluation.measures, shown),
    provisional,
    today,
    findings,
    overdue: (promised ?? []).filter(({ overdue }) => overdue),
  });
  const questions = asksForecasts(choice, question.kind)
    ? {
        questions: await forecastQuestions(tx, {
          facts: shownFacts,
          period: reporting,
          asAt: knownAt,
          shown,
        }),
      }
    : {};
  const printed = new Set(shown.map(({ snapshot }) => snapshot.version.code));
  const comparisons =
    question.kind === 'scorecard'
      ? await comparisonNotes(tx, {
          facts: shownFacts,
          period: reporting,
          asAt: knownAt,
          shown: [...printed],
        })
      : {};
  return {
    inputs: {
      ...onlyPrinted(inputs, printed),
      ...questions,
      ...(Object.keys(comparisons).length === 0 ? {} : { comparisons }),
    },
    evaluation,
    whole,
    choice,
    checklist: standing === 'draft' ? checklist.map(asNoHindrance) : checklist,
    round,
    waiting: [...waiting].map(([code, title]) => ({ code, title })),
    provisional,
    entered,
    restated: [...new Set(restated.map(({ measure }) => measure))].filter((code) => staying.has(code)),
    left: leaving.length,
  };
}

/** Whether the forecasts to question are in is said by themselves, and whether charts are drawn beside it. */
const ofMeasures = ({ forecasts: _, charts: __, ...choice }: ReportChoice): ReportChoice => choice;

/** The exceptions of a scorecard that its report, as it was chosen, does not show. */
function leftOut(
  whole: readonly EvaluatedMeasure[],
  scope: readonly EvaluatedMeasure[],
  shown: readonly EvaluatedMeasure[],
): EvaluatedMeasure[] {
  const codeOf = ({ snapshot }: EvaluatedMeasure) => snapshot.version.code;
  const printed = new Set(shown.map(codeOf));
  const known = new Map(scope.map((each) => [codeOf(each), each]));
  const all = whole.map((each) => known.get(codeOf(each)) ?? each);
  return selectExceptions(all)
    .map(({ measure }) => measure)
    .filter((each) => !printed.has(codeOf(each)));
}

/** Texts, and what is said of commitments, of the measures that are printed alone. */
function onlyPrinted(inputs: FrozenInputs, printed: ReadonlySet<string>): FrozenInputs {
  const facts = onlyTexts(inputs.facts, inputs.period, printed);
  const { commitments, ...rest } = inputs;
  const kept = Object.entries(commitments ?? {}).filter(([code]) => printed.has(code));
  return kept.length === 0 ? { ...rest, facts } : { ...rest, facts, commitments: Object.fromEntries(kept) };
}

/** What a cover report has beside figures: its author's words as last saved, whenever that was, and what is due. */
async function coverInputs(
  tx: Transaction,
  authority: Facts['authority'],
  { period, scorecard, moment }: { period: ReportingPeriod; scorecard: Scorecard; moment: string },
): Promise<Pick<FrozenInputs, 'cover' | 'due'>> {
  const which = { authority: authority.code, period: period.code, scorecard: scorecard.code };
  const { words } = await readCoverWords(tx, which);
  const due = await dueCommitments(tx, { authority, period, measures: new Set(scorecard.measures) }, moment);
  return { cover: words, ...(due === null ? {} : { due }) };
}

/** A draft goes to the leadership team as it is. */
const asNoHindrance = (item: ChecklistItem): ChecklistItem =>
  item.severity === 'error' ? { ...item, severity: 'warning' } : item;

/** What cannot be reported at all is a refusal in words. */
function evaluated(inputs: FrozenInputs): Evaluation {
  try {
    const evaluation = evaluationOf(inputs);
    reportOf(inputs, evaluation);
    return evaluation;
  } catch (error) {
    if (error instanceof RangeError) throw new Refused('notNow', error.message);
    throw error;
  }
}

/** The scorecard that is meant, as it is in the period. */
function scorecardOf(facts: Facts, { period, scorecard }: ReleaseQuestion, asAt: string): Scorecard {
  try {
    return snapshotOf({ ...facts, measures: [] }, { period: periodOf(period), scorecard, asAt }).scorecard;
  } catch (error) {
    if (error instanceof RangeError) throw new Refused('notNow', error.message);
    throw error;
  }
}
