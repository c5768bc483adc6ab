import { suggestionKey } from '../../domain/commitment/suggest.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { Store } from '../../store/database.ts';
import { addAnswer, readAnswered } from '../../store/suggestions.ts';
import { inTransaction } from '../../store/transaction.ts';
import { Refused } from '../refused.ts';
import { type Acting, relationOf } from '../round/acting.ts';
import { allowedAs, measureFor } from './open-commitment.ts';
import { type PromisedFor, promiseIn, type Wanted } from './promise.ts';

const LONGEST_SENTENCE = 5_000;

/** Makes a commitment of a sentence of the texts; the sentence is not asked about again while its words are the same. */
export const confirmSuggestion = (
  store: Store,
  acting: Acting,
  about: PromisedFor,
  words: string,
  wanted: Wanted,
): Promise<string> =>
  inTransaction(store, async (tx) => {
    const key = suggestionKey(words);
    const answered = await readAnswered(tx, acting.authority, [about.measure]);
    if (answered.get(about.measure)?.has(key)) {
      throw new Refused('notNow', 'Somebody has answered this already.');
    }
    const commitment = await promiseIn(tx, acting, about, wanted);
    await answer(tx, acting, about, words, commitment);
    return commitment;
  });

/** Says that a sentence promises nothing that should be followed; remembered while its words are the same. */
export const declineSuggestion = (
  store: Store,
  acting: Acting,
  about: PromisedFor,
  words: string,
): Promise<void> => inTransaction(store, (tx) => answer(tx, acting, about, words, null));

async function answer(
  tx: Parameters<typeof addAnswer>[0],
  acting: Acting,
  { measure: code, period }: PromisedFor,
  words: string,
  commitment: string | null,
): Promise<void> {
  const measure = await measureFor(tx, acting.authority, code);
  if (measure === null) throw new Refused('notNow', 'There is no such measure.');
  const actingAs = allowedAs(acting, 'makeCommitment', relationOf(acting, measure));
  const key = suggestionKey(words);
  if (key === '' || words.length > LONGEST_SENTENCE) {
    throw new Refused('invalid', 'This form cannot be used. Open the page again.');
  }
  await addAnswer(tx, acting.authority, {
    measure: code,
    period: periodOf(period).code,
    key,
    words,
    answer: commitment === null ? 'declined' : 'confirmed',
    person: acting.person.id,
    actingAs,
    at: acting.now,
    commitment,
  });
}
