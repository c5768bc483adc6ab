import type { CommentaryPart } from '../../domain/commentary/text-tree.ts';
import { forumsOn } from '../../domain/commitment/forum.ts';
import { type Suggestion, suggestionsIn } from '../../domain/commitment/suggest.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { Store } from '../../store/database.ts';
import { readAnswered } from '../../store/suggestions.ts';
import type { Acting } from '../round/acting.ts';
import { readForums } from './forums.ts';

/**
 * What the texts of an update promise and nobody has answered yet; what cannot be read as a text is passed over, and
 * told where it is submitted.
 */
export async function suggestionsFor(
  db: Pick<Store, 'db'>,
  acting: Pick<Acting, 'authority' | 'readText'>,
  { period: code, measure }: { period: string; measure: string },
  texts: Readonly<Record<CommentaryPart, string>>,
): Promise<Suggestion[]> {
  const period = periodOf(code);
  const inputs = (['actions', 'intervention'] as const).flatMap((part) => {
    const read = acting.readText(texts[part]);
    return 'text' in read ? [{ part, tree: read.text.tree }] : [];
  });
  const forums = forumsOn(await readForums(db, acting.authority), period.end);
  const found = suggestionsIn(inputs, period, forums);
  if (found.length === 0) return [];
  const answered = (await readAnswered(db, acting.authority, [measure])).get(measure);
  return found.filter(({ key }) => !answered?.has(key));
}
