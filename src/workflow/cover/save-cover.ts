import { type CoverPart, type CoverWords, coverParts, noCoverWords } from '../../domain/commentary/cover.ts';
import type { CommentaryText } from '../../domain/commentary/text-tree.ts';
import { type CoverOf, readCoverWords, writeCoverWords } from '../../store/cover-words.ts';
import type { Store } from '../../store/database.ts';
import { inTransaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { Conflict, Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';

/** The words of a cover report as they were typed. */
export interface TypedCover extends Omit<CoverWords, 'texts'> {
  texts: Readonly<Record<CoverPart, string>>;
}

/** Which cover report, and the version that its author saw; null for one that nobody had saved yet. */
export interface CoverToSave extends Omit<CoverOf, 'authority'> {
  version: string | null;
  typed: TypedCover;
}

/**
 * Keeps what the author of a cover report wrote. A text that was emptied gives way to its suggestion again.
 *
 * @throws Conflict with the words of somebody who saved meanwhile
 */
export const saveCover = (
  store: Store,
  acting: Acting,
  { period, scorecard, version, typed }: CoverToSave,
): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'writeCover', null, null);
    const words = wordsOf(acting, typed);
    const { authority, now, person } = acting;
    // Whoever saves at the same moment waits here, and then sees what the other saved.
    await openAuthority(tx, authority, now);
    const which = { authority, period, scorecard };
    const held = await readCoverWords(tx, which);
    if (held.version !== version) throw new Conflict<CoverWords>({ ...noCoverWords, ...held.words });
    await writeCoverWords(tx, which, words, {
      recordedAt: now,
      actor: person.id,
      actingAs: roleFor(acting, 'writeCover', null, null),
      reason: null,
    });
  });

function wordsOf({ readText }: Acting, { texts, ...head }: TypedCover): CoverWords {
  const problems: { field: string; message: string }[] = [];
  const read: Partial<Record<CoverPart, CommentaryText>> = {};
  for (const { id, title } of coverParts) {
    if (texts[id].trim() === '') continue;
    const said = readText(texts[id]);
    if ('text' in said) read[id] = said.text;
    else problems.push({ field: id, message: `${title}: ${said.problem.message}. ${said.problem.remedy}` });
  }
  if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
  return { ...head, texts: read };
}
