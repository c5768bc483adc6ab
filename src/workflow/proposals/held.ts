import type { Authority } from '../../domain/organisation/organisation.ts';
import type { HeldForProposal } from '../../domain/proposal/plan.ts';
import type { ProposalContent } from '../../domain/proposal/proposal.ts';
import { roundStanding } from '../../domain/round/round.ts';
import type { Store } from '../../store/database.ts';
import { factsIn } from '../../store/read-facts.ts';
import { readAllRoundRecords } from '../../store/rounds.ts';

/** What is held of the measures that a proposal is about, as its rules want it. */
export async function heldFor(
  db: Pick<Store, 'db'>,
  authority: string,
  { measures, results }: Pick<ProposalContent, 'measures' | 'results'>,
): Promise<HeldForProposal & { authority: Authority }> {
  // Every measure's versions: a new code must be nobody's.
  const all = await factsIn(db, { authority, setUpOnly: true, periods: [] });
  const concerned = [...measures, ...results.map(({ code }) => code)];
  const { targets } = await factsIn(db, { authority, setUpOnly: true, measures: concerned });
  return {
    authority: all.authority,
    versions: all.measures,
    targets,
    scorecards: all.scorecards,
    finished: await finishedPeriods(db, authority),
  };
}

/** Codes of the periods whose round is frozen or published: nothing in them is changed in place. */
export async function finishedPeriods(db: Pick<Store, 'db'>, authority: string): Promise<string[]> {
  const rounds = await readAllRoundRecords(db, authority);
  return [...rounds].flatMap(([period, records]) => {
    const state = roundStanding(records)?.state;
    return state === 'frozen' || state === 'published' ? [period] : [];
  });
}
