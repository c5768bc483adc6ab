import type { Authority } from '../domain/organisation/organisation.ts';
import type { Store } from '../store/database.ts';
import { StoreProblem } from '../store/problem.ts';
import { readFacts } from '../store/read-facts.ts';
import { type EvaluationQuestion, readEvaluation } from '../workflow/queries/read-evaluation.ts';
import { Refusal } from './console.ts';
import { chosenAuthority, type DatabaseOptions } from './database.ts';
import { readMoment, readPeriod } from './period.ts';

/** What is asked of a scorecard, as typed. */
export interface Question {
  period: string;
  scorecard?: string;
  asAt?: string;
}

/** Wrong usage is said before a database is started. */
export function checkQuestion(question: Question): void {
  readPeriod(question.period);
  if (question.asAt !== undefined) readMoment(question.asAt, 'UTC');
}

/** Understands the question and answers it with `answer`; what cannot be answered is a refusal in words. */
export async function asking<T>(
  store: Store,
  options: DatabaseOptions & Question,
  answer: (question: EvaluationQuestion) => Promise<T>,
): Promise<T> {
  const period = readPeriod(options.period);
  const authority = await chosenAuthority(store, options);
  const asAt = options.asAt === undefined ? null : readMoment(options.asAt, authority.timeZone);
  const question = { authority: authority.code, period, scorecard: options.scorecard ?? null, asAt };
  try {
    return await answer(question);
  } catch (error) {
    if (error instanceof StoreProblem && error.code === 'unknownAuthority' && asAt !== null) {
      throw new Refusal(
        `Nothing about ${authority.name} had been recorded by ${options.asAt}. Name a later --as-at, or leave it out.`,
      );
    }
    if (!(error instanceof RangeError)) throw error;
    await refuseIfNoScorecard(store, authority, question);
    throw new Refusal(error.message);
  }
}

/** Said in place of a report whose every line would be "awaited": most often the period was mistyped. */
export async function refuseIfNothingRecorded(store: Store, question: EvaluationQuestion): Promise<void> {
  const { measures } = await readEvaluation(store, question);
  const recorded = measures.some(
    ({ snapshot: { position, forecast, stated } }) =>
      position.figure.kind !== 'missing' ||
      position.observation !== null ||
      forecast !== null ||
      Object.values(stated).some((word) => word !== null),
  );
  if (recorded) return;
  throw new Refusal(
    `No figure is recorded for ${question.period.code}${await periodsHeld(store, question)} Check --period, or import the figures first.`,
  );
}

/** No scorecard had begun by the period: most often the period was mistyped, or "Valid from" is too late. */
async function refuseIfNoScorecard(
  store: Store,
  authority: Authority,
  question: EvaluationQuestion,
): Promise<void> {
  const { scorecards } = await readFacts(store, { authority: authority.code });
  if (scorecards.some((each) => each.validFrom <= question.period.end)) return;
  const first = scorecards.map((each) => each.validFrom).sort()[0];
  const begins =
    first === undefined
      ? 'it has no scorecard yet. Import its measures first.'
      : `its first scorecard begins on ${first}. Check --period, or import the measures with an earlier "Valid from".`;
  throw new Refusal(`${authority.name} has nothing to report for ${question.period.code}: ${begins}`);
}

const MOST_LISTED = 8;

async function periodsHeld(store: Store, { authority, asAt }: EvaluationQuestion): Promise<string> {
  const { observations } = await readFacts(store, { authority, ...(asAt === null ? {} : { asAt }) });
  const periods = [...new Set(observations.map((each) => each.period))].sort();
  if (periods.length === 0) return '.';
  const latest = periods.slice(-MOST_LISTED).join(', ');
  return periods.length > MOST_LISTED
    ? `. The latest periods with figures are ${latest}.`
    : `. Figures are recorded for ${latest}.`;
}
