import { updateView } from '../../../workflow/queries/update-view.ts';
import { Conflict, Refused } from '../../../workflow/refused.ts';
import { approveUpdate, sendBackUpdate } from '../../../workflow/round/enter-update.ts';
import { actingFor } from '../../acting.ts';
import type { Answer, Asked } from '../../route.ts';
import { updateOf } from '../../subject.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { aboutOf, approvePage } from './approve-page.tsx';

const CHANGED =
  'It has been changed since you opened it. This is how it stands now: nothing has been decided yet';

/** Approves, or sends back with a question; what the person saw is what is decided about. */
export async function decide(asked: Asked): Promise<Answer> {
  const which = await updateOf(asked);
  const acting = actingFor(asked);
  const view = which === null ? null : await updateView(asked.store, acting, which);
  if (which === null || view === null) return notFoundPage(asked);
  const { form } = asked;
  const typed = {
    note: (form.get('note') ?? '').slice(0, 2_000),
    question: (form.get('question') ?? '').slice(0, 4_000),
    about: (form.get('about') ?? '').slice(0, 60),
  };
  const version = /^\d{1,9}$/.test(form.get('version') ?? '') ? Number(form.get('version')) : 0;
  const isReturn = form.get('do') === 'sendBack';
  // A second press of the same button finds it done, by the same person, on what they saw.
  const last = view.records.at(-1);
  const isSame = last?.person === acting.person.id && last.sequence === version + 1;
  if (isSame && last.verb === (isReturn ? 'sendBack' : 'approve')) return done(isReturn);
  const seen = { ...which, version };
  try {
    if (isReturn) {
      const question = { note: typed.question, about: aboutOf(typed.about, view) };
      await sendBackUpdate(asked.store, acting, seen, question);
    } else {
      await approveUpdate(asked.store, acting, seen, { note: typed.note, batch: false });
    }
    return done(isReturn);
  } catch (error) {
    if (error instanceof Conflict) {
      return approvePage(asked, typed, [{ field: 'note', message: CHANGED }], 409);
    }
    if (error instanceof Refused && error.kind === 'invalid') {
      const problems = error.problems.map(({ message }) => ({ field: 'question', message }));
      return approvePage(asked, typed, problems, 400);
    }
    if (error instanceof Refused && error.kind === 'notNow') {
      return approvePage(asked, typed, [{ field: 'main-content', message: error.message }], 409);
    }
    throw error;
  }
}

const done = (isReturn: boolean): Answer => ({
  kind: 'redirect',
  to: '/approve',
  notice: isReturn ? 'Sent back. The officer sees your question.' : 'Approved.',
});
