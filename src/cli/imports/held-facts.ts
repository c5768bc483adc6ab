import type { Facts } from '../../domain/facts.ts';
import type { Authority } from '../../domain/organisation/organisation.ts';
import type { Store } from '../../store/database.ts';
import { listAuthorities } from '../../store/read-authorities.ts';
import { readFacts } from '../../store/read-facts.ts';

export const emptyFacts = (authority: Authority): Facts => ({
  authority,
  organisation: [],
  measures: [],
  targets: [],
  observations: [],
  commentaries: [],
  statements: [],
  scorecards: [],
});

/** What is known while the files of one command are read: the database, and what the files before this one bring. */
export class HeldFacts {
  /** The authority that an earlier file of this command brings, where there is just one. */
  brought: Facts | null = null;
  private readonly store: Store;
  private readonly byCode = new Map<string, Facts>();

  constructor(store: Store) {
    this.store = store;
  }

  /** What an authority has set up, without its figures and texts, or null where neither the database nor an earlier file has it. */
  async of(code: string): Promise<Facts | null> {
    const known = this.byCode.get(code);
    if (known !== undefined) return known;
    const authorities = await listAuthorities(this.store);
    if (!authorities.some((each) => each.code === code)) return null;
    const facts = await readFacts(this.store, { authority: code, setUpOnly: true });
    this.byCode.set(code, facts);
    return facts;
  }

  add(facts: Partial<Facts> & Pick<Facts, 'authority'>): void {
    const before = this.byCode.get(facts.authority.code) ?? emptyFacts(facts.authority);
    const after: Facts = {
      ...before,
      organisation: [...before.organisation, ...(facts.organisation ?? [])],
      measures: [...before.measures, ...(facts.measures ?? [])],
      targets: [...before.targets, ...(facts.targets ?? [])],
      scorecards: [...before.scorecards, ...(facts.scorecards ?? [])],
    };
    this.byCode.set(facts.authority.code, after);
    this.brought = after;
  }
}
