import { renderToString } from 'preact-render-to-string';
import type { HeldFindings } from '../../../domain/commentary/checks/dismissal.ts';
import type { CommentaryPart } from '../../../domain/commentary/text-tree.ts';
import type { UpdateContent, UpdateStanding } from '../../../domain/round/update.ts';
import { commentaryParts } from '../../../domain/status/outcome.ts';
import { setUpKnown } from '../../../workflow/queries/set-up-now.ts';
import { judgement, type UpdateView, updateView } from '../../../workflow/queries/update-view.ts';
import { Conflict, Refused } from '../../../workflow/refused.ts';
import { saveUpdate, submitUpdate, withdrawUpdate } from '../../../workflow/round/enter-update.ts';
import { readContentProblems } from '../../../workflow/round/read-content.ts';
import { actingFor } from '../../acting.ts';
import type { FieldProblem } from '../../form-problems.tsx';
import type { Answer, Asked } from '../../route.ts';
import { updateOf } from '../../subject.ts';
import { timeInWords } from '../../wording/days.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { answerFinding, isAboutFinding } from './answer-findings.ts';
import { actOnCommitments, isAboutCommitments } from './commitments.ts';
import { conflictPage } from './conflict.tsx';
import { keysOf, PartFindings } from './findings.tsx';
import { contentOf, startFrom } from './form.ts';
import { Judged } from './judged.tsx';
import { updatePage } from './update-page.tsx';

export async function show(asked: Asked): Promise<Answer> {
  const which = await updateOf(asked);
  const view =
    which === null
      ? null
      : await updateView(asked.store, actingFor(asked), which, null, setUpKnown(asked.known));
  return view === null ? notFoundPage(asked) : updatePage(asked, view);
}

/** One form, several buttons: check, save, submit, start from last time, go to the evidence, take it back. */
export async function act(asked: Asked): Promise<Answer> {
  const which = await updateOf(asked);
  if (which === null) return notFoundPage(asked);
  const acting = actingFor(asked);
  const doing = asked.form.get('do') ?? 'save';
  const seen = { ...which, version: versionOf(asked) };
  if (doing === 'withdraw') {
    await withdrawUpdate(asked.store, acting, seen);
    const here = asked.path;
    return {
      kind: 'redirect',
      to: here,
      notice: 'You have taken it back. Submit it again when it is ready.',
    };
  }
  // The page of an update that is not open to this person has forms of its own, without the texts.
  if (isAboutFinding(doing) && !asked.form.has('context')) return answerAlone(asked, which, doing);
  const content = contentOf(asked.form);
  const again = async (typed: UpdateContent, problems: readonly FieldProblem[] = []) => {
    const view = await updateView(asked.store, acting, which, typed);
    // What the person saw stays the version they answer to.
    return view === null ? notFoundPage(asked) : updatePage(asked, asSeen(view, seen.version), problems);
  };
  try {
    if (doing === 'check') {
      return await again(content, readContentProblems(content, await versionOfMeasure(asked, which)));
    }
    if (doing.startsWith('start-')) {
      const view = await updateView(asked.store, acting, which);
      if (view === null) return notFoundPage(asked);
      return await again(startFrom(content, doing.slice('start-'.length), view.then));
    }
    if (doing === 'submit') {
      await submitUpdate(asked.store, acting, seen, content);
      return { kind: 'redirect', to: '/my-work', notice: 'Submitted. Your approver can see it now.' };
    }
    await saveUpdate(asked.store, acting, seen, content);
    if (isAboutCommitments(doing) || isAboutFinding(doing)) {
      const about = isAboutFinding(doing) ? await answerFinding(asked, which, doing) : null;
      const view = await updateView(asked.store, acting, which, content);
      if (view === null) return notFoundPage(asked);
      const done = about ?? (await actOnCommitments(asked, view, doing));
      return 'problems' in done ? updatePage(asked, view, done.problems) : { kind: 'redirect', ...done };
    }
    if (doing === 'evidence') return { kind: 'redirect', to: `${asked.path}/evidence` };
    return { kind: 'redirect', to: '/my-work', notice: 'Saved. You can carry on with it at any time.' };
  } catch (error) {
    if (error instanceof Refused && error.kind === 'invalid') return again(content, error.problems);
    if (error instanceof Refused && error.kind === 'notNow') return refusedButKept(asked, content, error);
    if (error instanceof Conflict) return conflictPage(asked, which, content, error.theirs as UpdateStanding);
    throw error;
  }
}

/** Our script saves as somebody types: what it is told is enough to say so and to show what the figures come to. */
export async function autosave(asked: Asked): Promise<Answer> {
  const which = await updateOf(asked);
  if (which === null) return { kind: 'json', status: 404, value: { message: 'There is no such measure.' } };
  const acting = actingFor(asked);
  const content = contentOf(asked.form);
  try {
    const version = await saveUpdate(asked.store, acting, { ...which, version: versionOf(asked) }, content);
    const judged = await judgement(asked.store, acting, which, content, setUpKnown(asked.known));
    return {
      kind: 'json',
      value: {
        version,
        message: `Saved ${timeInWords(asked.now, asked.authority.timeZone)}`,
        judged: judged === null ? '' : renderToString(<Judged judged={judged} />),
        findings: judged === null ? {} : await findingsAsTyped(asked, judged.findings),
      },
    };
  } catch (error) {
    if (error instanceof Conflict) {
      const message =
        'Somebody else has changed this since you opened it. Press Save to see both and choose.';
      return { kind: 'json', status: 409, value: { message } };
    }
    if (error instanceof Refused) {
      return { kind: 'json', status: 409, value: { message: `Not saved. ${error.message}` } };
    }
    throw error;
  }
}

/** By text: what to show under its box, and by which to tell whether that is new. */
async function findingsAsTyped(asked: Asked, held: HeldFindings) {
  const all = await setUpKnown(asked.known).people();
  const people = new Map(all.map((one) => [one.id, one]));
  const { timeZone } = asked.authority;
  // What was typed as a reason stays in its field: our script carries it over.
  const answers = { form: new URLSearchParams(), problems: [] };
  const shown = (part: CommentaryPart) => (
    <PartFindings part={part} held={held} people={people} timeZone={timeZone} answers={answers} />
  );
  return Object.fromEntries(
    commentaryParts.map((part) => [part, { keys: keysOf(held, part), html: renderToString(shown(part)) }]),
  );
}

const versionOf = ({ form }: Asked): number => {
  const text = form.get('version') ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
};

const asSeen = (view: UpdateView, version: number): UpdateView => ({
  ...view,
  line: { ...view.line, standing: { ...view.line.standing, version } },
});

/** The round closed, or the approver was faster: nothing is saved, and what was typed is shown to be copied. */
async function refusedButKept(asked: Asked, content: UpdateContent, { message }: Refused): Promise<Answer> {
  const which = await updateOf(asked);
  const view = which === null ? null : await updateView(asked.store, actingFor(asked), which, content);
  if (view === null) return notFoundPage(asked);
  const closed = `${message} What you typed was not saved; it is shown below so that you can copy it.`;
  const answer = await updatePage(asked, { ...view, closed });
  return answer.kind === 'page' ? { ...answer, status: 409 } : answer;
}

async function answerAlone(asked: Asked, which: { period: string; measure: string }, doing: string) {
  const done = await answerFinding(asked, which, doing);
  if (!('problems' in done)) return { kind: 'redirect', ...done } as const;
  const view = await updateView(asked.store, actingFor(asked), which);
  return view === null ? notFoundPage(asked) : updatePage(asked, view, done.problems);
}

async function versionOfMeasure(asked: Asked, which: { period: string; measure: string }) {
  const view = await updateView(asked.store, actingFor(asked), which);
  if (view === null) throw new Refused('notNow', 'This measure is not collected in this round.');
  return view.line.version;
}
