import { noCoverWords } from '../../domain/commentary/cover.ts';
import { type Evaluation, evaluate } from '../../domain/evaluate.ts';
import type { Facts } from '../../domain/facts.ts';
import { endOfPeriod } from '../../domain/period/of-day.ts';
import { predecessor, samePeriodLastYear } from '../../domain/period/relate.ts';
import { type Question, snapshotOf } from '../../domain/snapshot.ts';
import type { CoverInputs } from '../../reports/model/cover/cover-report.ts';
import { readCoverWords } from '../../store/cover-words.ts';
import type { Store } from '../../store/database.ts';
import { readFacts } from '../../store/read-facts.ts';
import { dueCommitments } from './due-commitments.ts';
import type { EvaluationQuestion } from './read-evaluation.ts';
import { schemesInForce } from './schemes-in-force.ts';

/** A scorecard now, in the period before and a year before, all judged by the rules of now. */
export type Periods = Pick<CoverInputs, 'evaluation' | 'before' | 'lastYear'>;

type Rules = Pick<Evaluation, 'scheme' | 'directionScheme'>;

/**
 * Judges the three periods that a cover report compares, from one set of facts.
 * @throws RangeError where there is no such scorecard in the period itself
 */
export function periodsOf(facts: Facts, question: Question, rules: Rules): Periods {
  const judged = (asked: Question) => evaluate(snapshotOf(facts, asked), rules.scheme, rules.directionScheme);
  const evaluation = judged(question);
  const scorecard = evaluation.snapshot.scorecard.code;
  const earlier = (period: Question['period']): Evaluation | null => {
    try {
      const held = judged({ ...question, period, scorecard });
      return held.measures.length === 0 ? null : held;
    } catch (error) {
      // A scorecard or a directorate that was not there yet: nothing to compare with, and the report says so.
      if (error instanceof RangeError) return null;
      throw error;
    }
  };
  return {
    evaluation,
    before: earlier(predecessor(question.period)),
    lastYear: earlier(samePeriodLastYear(question.period)),
  };
}

/** What a cover report is made of, as known now or at a past moment. */
export async function readCover(
  store: Store,
  question: EvaluationQuestion,
  now: string | null = null,
): Promise<CoverInputs> {
  const { asAt, authority } = question;
  const periods = await readPeriods(store, question);
  const { words } = await readCoverWords(store, { ...coverOf(authority, periods.evaluation), asAt });
  const { snapshot } = periods.evaluation;
  const moment = asAt ?? now ?? endOfPeriod(snapshot.period, snapshot.authority.timeZone);
  const measures = new Set(snapshot.measures.map(({ version }) => version.code));
  const due = await dueCommitments(store, { ...snapshot, measures }, moment);
  return { ...periods, words: { ...noCoverWords, ...words }, due };
}

/** The three periods, from the facts of an authority. */
export async function readPeriods(store: Store, question: EvaluationQuestion): Promise<Periods> {
  const { authority, period, scorecard, asAt } = question;
  const facts = await readFacts(store, { authority, around: [period], ...(asAt === null ? {} : { asAt }) });
  const schemes = await schemesInForce(store, facts.authority, period.end);
  const rules = { scheme: schemes.status, directionScheme: schemes.direction };
  return periodsOf(facts, { period, scorecard, asAt }, rules);
}

/** Which cover report the words are of. */
export const coverOf = (authority: string, { snapshot }: Evaluation) => ({
  authority,
  period: snapshot.period.code,
  scorecard: snapshot.scorecard.code,
});
