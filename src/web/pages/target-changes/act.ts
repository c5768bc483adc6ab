import { decideProposal } from '../../../workflow/proposals/decide.ts';
import {
  attachEvidence,
  detachEvidence,
  openProposalEvidence,
} from '../../../workflow/proposals/evidence.ts';
import { withdrawProposal } from '../../../workflow/proposals/propose.ts';
import { Conflict, Refused } from '../../../workflow/refused.ts';
import { actingFor } from '../../acting.ts';
import { type FieldProblem, problemsOf } from '../../form-problems.tsx';
import type { Answer, Asked } from '../../route.ts';
import { typedText } from '../../typed-form.ts';
import { typedDay } from '../../wording/typed-day.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { proposalPage } from './proposal-page.tsx';
import { numberOf, proposalAddress } from './subject.ts';

/** Does something to a proposal, and goes back to its page: with a word on it, or with what is wrong. */
async function done(
  asked: Asked,
  notice: string,
  work: (number: number) => Promise<unknown>,
): Promise<Answer> {
  const number = numberOf(asked);
  if (number === null) return notFoundPage(asked);
  let problems: readonly FieldProblem[];
  try {
    problems = await problemsOf(() => work(number));
  } catch (error) {
    // What stands there now is what it has become: the page says it, and nothing was changed.
    if (error instanceof Conflict || (error instanceof Refused && error.kind === 'notNow')) {
      return { kind: 'redirect', to: proposalAddress(number), notice: error.message };
    }
    throw error;
  }
  if (problems.length > 0) return proposalPage(asked, problems);
  return { kind: 'redirect', to: proposalAddress(number), notice };
}

/** `POST /target-changes/:proposal/decide` */
export async function decide(asked: Asked): Promise<Answer> {
  const { form } = asked;
  const outcome = form.get('outcome');
  const on = typedDay(typedText(form, 'on'), 'The day of the decision');
  const wrong = [
    ...(outcome === 'approve' || outcome === 'refuse'
      ? []
      : [{ field: 'outcome', message: 'Choose what was decided' }]),
    ...('problem' in on ? [{ field: 'on', message: on.problem }] : []),
  ];
  if (wrong.length > 0) return proposalPage(asked, wrong);
  const said =
    outcome === 'approve' ? 'Approved: the change has been made.' : 'Refused: nothing has changed.';
  return done(asked, said, (number) =>
    decideProposal(asked.store, actingFor(asked), number, Number(form.get('version') ?? '') || 0, {
      outcome: outcome === 'approve' ? 'approve' : 'refuse',
      by: typedText(form, 'by'),
      on: 'problem' in on ? null : on.day,
      reference: typedText(form, 'reference'),
      note: typedText(form, 'note'),
    }),
  );
}

/** `POST /target-changes/:proposal/withdraw` */
export const withdraw = (asked: Asked): Promise<Answer> =>
  done(asked, 'The proposal has been withdrawn.', (number) =>
    withdrawProposal(asked.store, actingFor(asked), number, typedText(asked.form, 'withdrawReason')),
  );

/** `POST /target-changes/:proposal/evidence` */
export const addEvidence = (asked: Asked): Promise<Answer> =>
  done(asked, 'The evidence has been added.', async (number) => {
    const [file] = asked.files.file ?? [];
    const given = {
      title: typedText(asked.form, 'evidenceTitle').slice(0, 1_000),
      url: typedText(asked.form, 'url').slice(0, 3_000),
      file: file === undefined ? null : { name: file.name, bytes: file.bytes },
    };
    try {
      await attachEvidence(asked.store, actingFor(asked), number, given);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const renamed = error.problems.map(({ field, message }) => ({
        field: field === 'title' ? 'evidenceTitle' : field,
        message,
      }));
      throw new Refused(error.kind, error.message, renamed);
    }
  });

/** `POST /target-changes/:proposal/evidence/remove` */
export const removeEvidence = (asked: Asked): Promise<Answer> =>
  done(asked, 'The evidence has been removed.', (number) =>
    detachEvidence(asked.store, actingFor(asked), number, asked.form.get('evidence') ?? ''),
  );

/** Always saved, never shown in the browser: what is in a document is nobody's page of ours. */
export async function evidenceFile(asked: Asked): Promise<Answer> {
  const number = numberOf(asked);
  const id = asked.params.evidence ?? '';
  const found =
    number === null || !/^[0-9a-f-]{36}$/.test(id)
      ? null
      : await openProposalEvidence(asked.store, actingFor(asked), number, id);
  if (found === null || found.evidence.file === null) return notFoundPage(asked);
  const { name, mediaType } = found.evidence.file;
  return { kind: 'file', name, mediaType, bytes: found.bytes };
}
