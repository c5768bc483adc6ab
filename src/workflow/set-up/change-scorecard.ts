import type { Scorecard } from '../../domain/facts.ts';
import type { Store } from '../../store/database.ts';
import { inTransaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { writeFacts } from '../../store/write-facts.ts';
import { readSetUp } from '../queries/set-up.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';
import { ALWAYS } from './beginning.ts';

export interface ScorecardGiven {
  /** null for a new one. */
  code: string | null;
  name: string;
  /** Codes of measures in the order in which reports show them. */
  measures: readonly string[];
  /** The day from which this holds; null: for as long as what is held now. */
  from: string | null;
  reason: string | null;
}

/** Makes a scorecard, or gives it other members or another order. @returns its code */
export const saveScorecard = (store: Store, acting: Acting, given: ScorecardGiven): Promise<string> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changeMeasures', null, null);
    const { authority, now, today } = acting;
    await openAuthority(tx, authority, now);
    const setUp = await readSetUp(tx, authority, today);
    const { code, name, measures, from, reason } = given;
    const last = code === null ? undefined : setUp.scorecards.findLast((card) => card.code === code);
    if (code !== null && last === undefined) throw new Refused('notNow', 'There is no such scorecard.');
    const problems: { field: string; message: string }[] = [];
    if (name === '') problems.push({ field: 'name', message: 'Enter the name' });
    const twin = setUp.scorecards.find(
      (card) => card.code !== code && card.name.toLowerCase() === name.toLowerCase(),
    );
    if (twin !== undefined)
      problems.push({ field: 'name', message: `There is one called ${twin.name} already` });
    if (measures.length === 0) problems.push({ field: 'name', message: 'Give at least one measure a place' });
    const known = new Set(setUp.versions.map((version) => version.code));
    const unknown = measures.filter((measure) => !known.has(measure));
    if (unknown.length > 0) {
      problems.push({ field: 'name', message: `There is no measure ${unknown.join(', ')}` });
    }
    if (from !== null && last !== undefined && from <= last.validFrom) {
      const message = 'The day must be after the one from which the present choice holds';
      problems.push({ field: 'from', message });
    }
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    const card: Scorecard = {
      overrides: [],
      exceptionsOnly: false,
      ...last,
      code: last?.code ?? freeCode(name, setUp.scorecards),
      name,
      measures,
      validFrom: from ?? last?.validFrom ?? ALWAYS,
    };
    const actingAs = roleFor(acting, 'changeMeasures', null, null);
    await writeFacts(
      tx,
      { authority: setUp.authority, scorecards: [card] },
      { recordedAt: now, actor: acting.person.id, actingAs, reason },
    );
    return card.code;
  });

function freeCode(name: string, held: readonly Scorecard[]): string {
  const base =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'scorecard';
  // `new` is the address of the form for another one.
  const taken = new Set(['new', ...held.map(({ code }) => code)]);
  let code = base;
  for (let number = 2; taken.has(code); number++) code = `${base}-${number}`;
  return code;
}
