import { type CommitmentChange, changeCommitment } from '../../../workflow/commitments/change-commitment.ts';
import { openCommitmentEvidence } from '../../../workflow/commitments/evidence.ts';
import { Conflict, Refused } from '../../../workflow/refused.ts';
import { actingFor } from '../../acting.ts';
import type { Answer, Asked } from '../../route.ts';
import { typedText } from '../../typed-form.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { commitmentPage } from './commitment-page.tsx';
import { readDue } from './fields.tsx';

const notices: Readonly<Record<CommitmentChange['verb'], string>> = {
  note: 'Saved. The commitment stays open.',
  amend: 'The commitment has been changed.',
  discharge: 'The commitment is done.',
  drop: 'The commitment has been dropped.',
  reopen: 'The commitment is open again.',
};

/** One of the forms of a commitment's page. */
export async function actOnCommitment(asked: Asked): Promise<Answer> {
  const change = changeOf(asked);
  if (change === null) return commitmentPage(asked);
  const { commitment = '' } = asked.params;
  const typed = asked.form.get('version') ?? '';
  const version = /^\d{1,9}$/.test(typed) ? Number(typed) : null;
  const unread = change.verb === 'amend' ? readDue(typedText(asked.form, 'due')).problems : [];
  if (unread.length > 0) return commitmentPage(asked, unread);
  try {
    await changeCommitment(asked.store, actingFor(asked), commitment, version, change);
  } catch (error) {
    if (error instanceof Refused && error.kind === 'invalid') return commitmentPage(asked, error.problems);
    if (error instanceof Refused && error.kind === 'notNow') {
      return commitmentPage(asked, [], 409, error.message);
    }
    if (error instanceof Conflict) {
      const told = `${error.message} Look at what they said below, and press the button again if yours still holds.`;
      return commitmentPage(asked, [], 409, told);
    }
    throw error;
  }
  return { kind: 'redirect', to: asked.path, notice: notices[change.verb] };
}

function changeOf({ form, files }: Asked): CommitmentChange | null {
  const text = (name: string) => typedText(form, name);
  switch (form.get('do')) {
    case 'note':
      return { verb: 'note', note: text('note') };
    case 'amend':
      return {
        verb: 'amend',
        due: readDue(text('due')).day,
        owner: text('owner'),
        forum: text('forum') || null,
        reason: text('reason'),
      };
    case 'discharge': {
      const [file] = files.file ?? [];
      const proof = {
        title: text('title'),
        url: text('url'),
        file: file === undefined ? null : { name: file.name, bytes: file.bytes },
      };
      return { verb: 'discharge', outcome: text('outcome'), proof };
    }
    case 'drop':
      return { verb: 'drop', reason: text('reason') };
    case 'reopen':
      return { verb: 'reopen', reason: text('reason') };
    default:
      return null;
  }
}

/** Always saved, never shown in the browser. */
export async function commitmentEvidenceFile(asked: Asked): Promise<Answer> {
  const { commitment = '', evidence: id = '' } = asked.params;
  const found = await openCommitmentEvidence(asked.store, asked.authority.code, commitment, id);
  if (found === null || found.evidence.file === null) return notFoundPage(asked);
  const { name, mediaType } = found.evidence.file;
  return { kind: 'file', name, mediaType, bytes: found.bytes };
}
