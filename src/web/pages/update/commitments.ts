import type { Suggestion } from '../../../domain/commitment/suggest.ts';
import { confirmSuggestion, declineSuggestion } from '../../../workflow/commitments/answer-suggestion.ts';
import { type CommitmentChange, changeCommitment } from '../../../workflow/commitments/change-commitment.ts';
import type { UpdateView } from '../../../workflow/queries/update-view.ts';
import { Refused } from '../../../workflow/refused.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress, periodAddress } from '../../addresses.ts';
import type { FieldProblem } from '../../form-problems.tsx';
import type { Asked } from '../../route.ts';
import { typedText } from '../../typed-form.ts';
import { answerFields } from '../commitments/carried-forward.tsx';
import { readDue } from '../commitments/fields.tsx';

/** Where to go after a button about commitments, or what is wrong with what was typed beside it. */
export type Done = { to: string; notice?: string } | { problems: readonly FieldProblem[] };

const COMMITMENT = /^commitment-([0-9a-f-]{36})-(discharge|note|amend)$/;
const SUGGESTION = /^suggestion-(\d{1,3})-(confirm|edit|decline)$/;

/** Whether a button of the update's form is about commitments: the update itself is saved first. */
export const isAboutCommitments = (doing: string): boolean =>
  COMMITMENT.test(doing) || SUGGESTION.test(doing);

/** Does what a button about commitments says, for an update that has just been saved. */
export async function actOnCommitments(asked: Asked, view: UpdateView, doing: string): Promise<Done> {
  const [, id, verb] = COMMITMENT.exec(doing) ?? [];
  if (id !== undefined) return answerCommitment(asked, view, id, verb as 'discharge' | 'note' | 'amend');
  const [, index = '', answer] = SUGGESTION.exec(doing) ?? [];
  const key = asked.form.get(`suggestion-${index}`);
  const suggestion = view.commitments.suggestions.find((one) => one.key === key);
  if (suggestion === undefined) {
    return {
      to: `${asked.path}#texts`,
      notice: 'The text has changed, so there is nothing to answer any more.',
    };
  }
  return answerSuggestion(asked, view, suggestion, answer as 'confirm' | 'edit' | 'decline');
}

async function answerCommitment(
  asked: Asked,
  view: UpdateView,
  id: string,
  verb: 'discharge' | 'note' | 'amend',
): Promise<Done> {
  const names = answerFields(id);
  const words = typedText(asked.form, names.words);
  const typed = readDue(typedText(asked.form, names.due), names.due);
  if (verb === 'amend' && typed.problems.length > 0) return { problems: typed.problems };
  const line = view.commitments.open.find((one) => one.id === id);
  if (line === undefined) return { to: asked.path, notice: 'That commitment is no longer open.' };
  const change: CommitmentChange =
    verb === 'note'
      ? { verb, note: words }
      : verb === 'discharge'
        ? { verb, outcome: words, proof: { title: '', url: '', file: null } }
        : { verb, due: typed.day, owner: line.owner, forum: line.forum, reason: words };
  try {
    await changeCommitment(asked.store, actingFor(asked), id, line.version, change);
  } catch (error) {
    if (!(error instanceof Refused) || error.kind !== 'invalid') throw error;
    return {
      problems: error.problems.map(({ field, message }) => ({
        field: field === 'due' ? names.due : names.words,
        message,
      })),
    };
  }
  const notices = {
    note: 'Saved, and the commitment stays open.',
    discharge: 'Saved, and the commitment is done.',
    amend: 'Saved, and the day has been moved.',
  };
  return { to: asked.path, notice: notices[verb] };
}

async function answerSuggestion(
  asked: Asked,
  { line, period }: UpdateView,
  { words, part, what, kind, due, forum }: Suggestion,
  answer: 'confirm' | 'edit' | 'decline',
): Promise<Done> {
  const about = { measure: line.code, period: period.code };
  const acting = actingFor(asked);
  const owner = line.responsibility?.owner ?? null;
  if (answer === 'decline') {
    await declineSuggestion(asked.store, acting, about, words);
    return { to: asked.path, notice: 'Saved. You will not be asked about that sentence again.' };
  }
  if (answer === 'edit' || due === null || owner === null) {
    const query = new URLSearchParams({ period: periodAddress(period.code), part, words });
    return { to: `/measures/${measureAddress(line.code)}/commitments/new?${query}` };
  }
  await confirmSuggestion(asked.store, acting, about, words, {
    what: what.slice(0, 1_000),
    kind,
    owner,
    due: due.day,
    forum: forum?.forum ?? null,
    source: { part, words },
  });
  return { to: asked.path, notice: 'Saved. It is a commitment now, and carried forward until it is done.' };
}
