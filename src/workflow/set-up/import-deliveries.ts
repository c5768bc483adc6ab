import { MOST_REASON, type RestatementKind, restatementKinds } from '../../domain/restatement/restatement.ts';
import type { Store } from '../../store/database.ts';
import { StoreProblem } from '../../store/problem.ts';
import { addRestatement } from '../../store/restatements.ts';
import { inTransaction, type Transaction } from '../../store/transaction.ts';
import { allowedAs } from '../proposals/open-proposal.ts';
import { type Delivery, recordFactsIn } from '../record-facts.ts';
import { Refused } from '../refused.ts';
import { type RestatedByImport, type Why, weighDelivery } from '../restatements/restate-by-import.ts';
import type { Retargeted } from '../restatements/retargeted.ts';
import type { Acting } from '../round/acting.ts';

export type Counts = Awaited<ReturnType<typeof recordFactsIn>>[number];

/** Who imports, and when. */
export type Importing = Pick<Acting, 'person' | 'actors' | 'now'>;

/** Why published figures change, as typed; null where nothing was. */
export interface ImportWords {
  reason: string | null;
  /** One of `restatementKinds`; null for several, or for none of them. */
  kind: string | null;
}

/** What an import changes of frozen and published periods. */
export interface Published {
  restated: readonly RestatedByImport[];
  /** How many published texts, by period. */
  texts: ReadonlyMap<string, number>;
  /** Targets that published figures were judged by. */
  targets: readonly Retargeted[];
  /** How far each of these periods is. */
  states: ReadonlyMap<string, 'frozen' | 'published'>;
}

export type Imported = Published & { counts: readonly Counts[] };

/** Published figures or texts would change, and nobody said why. */
export class ReasonNeeded extends Refused {
  readonly published: Published;
  constructor(published: Published) {
    const periods = periodsOf(published).join(', ');
    super('invalid', 'There is a problem', [
      { field: 'reason', message: `Say why what was published for ${periods} changes` },
    ]);
    this.published = published;
  }
}

/** Codes of the periods of which something published changes, in order. */
export const periodsOf = ({ restated, texts, targets }: Published): string[] =>
  [
    ...new Set([
      ...restated.map(({ restatement }) => restatement.period),
      ...texts.keys(),
      ...targets.map(({ settled }) => settled),
    ]),
  ].sort();

/** `2 figures, 1 target and 1 text`: what changes of a period. */
export function changedOf({ restated, texts, targets }: Published, period: string): string {
  const figures = restated.filter(({ restatement }) => restatement.period === period).length;
  const parts = [
    counted(figures, 'figure'),
    counted(targets.filter(({ settled }) => settled === period).length, 'target'),
    counted(texts.get(period) ?? 0, 'text'),
  ].filter((part) => part !== '');
  return [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter((part) => part !== '').join(' and ');
}

const counted = (count: number, thing: string): string =>
  count === 0 ? '' : `${count} ${thing}${count === 1 ? '' : 's'}`;

/**
 * Records everything that files hold, or nothing. A published figure that they change is restated: a fact beside the
 * earlier one, with who changed it, why, and what that did to the status. The first load of an authority, and of any
 * period that was never frozen or published, restates nothing.
 *
 * @throws ReasonNeeded where something published changes and nobody said why
 */
export const importDeliveries = (
  store: Store,
  importing: Importing,
  deliveries: readonly Delivery[],
  words: ImportWords,
): Promise<Imported> => inTransaction(store, (tx) => importIn(tx, importing, deliveries, words));

/** The same within a transaction of the caller's. */
export async function importIn(
  tx: Transaction,
  importing: Importing,
  deliveries: readonly Delivery[],
  words: ImportWords,
): Promise<Imported> {
  const why = whyIn(words);
  const imported = await recordIn(tx, importing, deliveries, why);
  if (why === null && isPublishedChanged(imported)) throw new ReasonNeeded(imported);
  return imported;
}

/** What recording would do; all of it is taken back, and no reason is asked for. */
export async function tryDeliveries(
  store: Store,
  importing: Importing,
  deliveries: readonly Delivery[],
): Promise<Imported> {
  let imported: Imported | undefined;
  try {
    await inTransaction(store, async (tx) => {
      imported = await recordIn(tx, importing, deliveries, null);
      throw new TakenBack();
    });
  } catch (error) {
    if (error instanceof StoreProblem && error.code === 'unusableFact') {
      throw new Refused('invalid', error.message);
    }
    if (!(error instanceof TakenBack)) throw error;
  }
  if (imported === undefined) throw new Error('nothing was tried');
  return imported;
}

class TakenBack extends Error {}

export const isPublishedChanged = (published: Published): boolean => periodsOf(published).length > 0;

async function recordIn(
  tx: Transaction,
  importing: Importing,
  deliveries: readonly Delivery[],
  why: Why | null,
): Promise<Imported> {
  const { person, now } = importing;
  const by = { person: person.id, actingAs: allowedAs(importing, 'importFigures', 'other', null), now };
  const restated: RestatedByImport[] = [];
  const texts = new Map<string, number>();
  const targets: Retargeted[] = [];
  const states = new Map<string, 'frozen' | 'published'>();
  const names = deliveries.map(({ file }) => file?.name ?? 'a file').join(', ');
  const reason = `import of ${names}${why === null ? '' : `: ${why.reason}`}`;
  const context = { actor: person.id, reason, recordedAt: now };
  const counts = await recordFactsIn(tx, deliveries, context, async (delivery) => {
    const weighed = await weighDelivery(tx, by, delivery, why ?? NOT_SAID);
    for (const [period, count] of weighed.texts) texts.set(period, (texts.get(period) ?? 0) + count);
    for (const [period, state] of weighed.states) states.set(period, state);
    targets.push(...weighed.targets);
    if (weighed.restated.length === 0) return weighed.delivery;
    const actingAs = allowedAs(importing, 'restateFigure', 'other', null);
    for (const each of weighed.restated) {
      const restatement = { ...each.restatement, actingAs };
      restated.push({ ...each, restatement });
      if (why !== null) await addRestatement(tx, delivery.facts.authority.code, restatement);
    }
    return weighed.delivery;
  });
  return { counts, restated, texts, targets, states };
}

const NOT_SAID: Why = { reason: '', kind: null };

/** null where no reason was given. @throws Refused with everything that is wrong with the words */
function whyIn({ reason, kind }: ImportWords): Why | null {
  const said = reason?.trim() ?? '';
  const problems: { field: string; message: string }[] = [];
  const known = restatementKinds.find((one) => one === kind) ?? null;
  if (said.length > MOST_REASON) {
    problems.push({ field: 'reason', message: `The reason must be ${MOST_REASON} characters or fewer` });
  }
  if (kind !== null && known === null) {
    problems.push({ field: 'kind', message: 'Choose why the figures change from the list' });
  }
  if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
  return said === '' ? null : { reason: said, kind: known satisfies RestatementKind | null };
}
