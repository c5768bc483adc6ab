import type { Person } from '../../domain/organisation/person.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { type Edition, succession } from '../../domain/round/edition.ts';
import type { Store } from '../../store/database.ts';
import { readEditions } from '../../store/editions.ts';
import { readPeople } from '../../store/people.ts';
import { factsIn } from '../../store/read-facts.ts';
import { changesSince } from '../editions/correct.ts';
import { type Release, type ReleaseQuestion, readRelease } from '../editions/read-release.ts';
import { type Acting, mustBeAllowed } from '../round/acting.ts';

/** A report as its builder shows it before it is made. */
export interface ReleaseView {
  release: Release;
  /** The edition that a further one of this standing would correct. */
  latest: Edition | null;
  /** What would change of it. */
  changes: readonly string[];
  scorecards: readonly { code: string; name: string }[];
  people: readonly Person[];
}

export async function releaseView(
  store: Store,
  acting: Acting,
  question: ReleaseQuestion,
): Promise<ReleaseView> {
  mustBeAllowed(acting, 'buildReport', null, null);
  const { authority } = acting;
  const release = await readRelease(store, acting, question);
  const own = (await readEditions(store, authority)).filter(
    (each) =>
      each.report === question.kind &&
      each.period === question.period &&
      each.scorecard === release.inputs.scorecard,
  );
  const latest = succession(question.standing, own, acting.now).follows;
  const isCorrection = latest !== null && question.standing !== 'draft';
  const people = (await readPeople(store, authority)).filter(({ active }) => active);
  return {
    release,
    latest,
    changes: isCorrection
      ? await changesSince(store, authority, latest.id, release.evaluation, release.inputs)
      : [],
    scorecards: await scorecardsIn(store, authority, question.period),
    people,
  };
}

/** The scorecards that have begun by the end of a period. */
/** The scorecards that there are in a period. */
export async function scorecardsIn(store: Pick<Store, 'db'>, authority: string, period: string) {
  const { end } = periodOf(period);
  const { scorecards } = await factsIn(store, { authority, setUpOnly: true, periods: [] });
  const held = scorecards.filter(({ validFrom }) => validFrom <= end);
  return [...new Map(held.map(({ code, name }) => [code, { code, name }])).values()];
}
