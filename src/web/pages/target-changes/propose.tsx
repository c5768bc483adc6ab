import { periodOf } from '../../../domain/period/parse.ts';
import { slotsFrom, valuedMeasure, versionOn } from '../../../domain/proposal/plan.ts';
import { emptyProposal, type Proposal, type ProposalContent } from '../../../domain/proposal/proposal.ts';
import { newestBySlot } from '../../../domain/target/slots.ts';
import { heldFor } from '../../../workflow/proposals/held.ts';
import { findProposal } from '../../../workflow/proposals/open-proposal.ts';
import { contentOf, saveProposal } from '../../../workflow/proposals/propose.ts';
import { readForums } from '../../../workflow/queries/forums.ts';
import { Conflict, Refused } from '../../../workflow/refused.ts';
import { actingFor } from '../../acting.ts';
import { type FieldProblem, Problems, problemsOf } from '../../form-problems.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { typedText } from '../../typed-form.ts';
import { asTyped } from '../commitments/fields.tsx';
import { notFoundPage } from '../problem/problem.tsx';
import { type Chosen, chosenIn, formAddress, offeredTo } from './choices.ts';
import { choosePage, chosenProblems } from './choose.tsx';
import { ChosenSummary, ProposalForm } from './proposal-form.tsx';
import { numberOf, proposalAddress } from './subject.ts';
import { typedProposal } from './typed-proposal.ts';

/** `/target-changes/new`: first what it is about, then what is proposed; with scripts off as with them. */
export async function newProposal(asked: Asked): Promise<Answer> {
  const offered = await offeredTo(asked);
  const chosen = chosenIn(asked.query, offered);
  const problems = chosenProblems(chosen);
  if (problems.length > 0) {
    return choosePage(asked, offered, chosen, asked.query.has('next') ? problems : []);
  }
  return formPage(asked, begun(chosen, offered.measures), formAddress(chosen), null, []);
}

/** What the second part starts from: a measure that goes on keeps its code and its title. */
function begun(
  { kind, measures, from }: Chosen,
  all: readonly { code: string; title: string }[],
): ProposalContent {
  const first = all.find(({ code }) => code === measures[0]);
  const goesOn = kind === 'combine' && first !== undefined ? [{ code: first.code, title: first.title }] : [];
  return { ...emptyProposal, kind: kind ?? 'amend', measures, from: from?.code ?? '', results: goesOn };
}

export async function addProposal(asked: Asked): Promise<Answer> {
  const chosen = chosenIn(asked.query, await offeredTo(asked));
  if (chosenProblems(chosen).length > 0 || chosen.kind === null || chosen.from === null)
    return newProposal(asked);
  const about = { kind: chosen.kind, measures: chosen.measures, from: chosen.from.code };
  return saved(asked, about, null, formAddress(chosen));
}

/** `/target-changes/:proposal/edit`: a draft. */
export async function editProposal(asked: Asked): Promise<Answer> {
  const found = await draftOf(asked);
  if (found === null) return notFoundPage(asked);
  return formPage(asked, contentOf(found), `${proposalAddress(found.number)}/edit`, found, []);
}

export async function changeProposal(asked: Asked): Promise<Answer> {
  const found = await draftOf(asked);
  if (found === null) return notFoundPage(asked);
  return saved(asked, contentOf(found), found, `${proposalAddress(found.number)}/edit`);
}

async function draftOf(asked: Asked): Promise<Proposal | null> {
  const number = numberOf(asked);
  const found = number === null ? null : await findProposal(asked.store, actingFor(asked), number);
  return found?.proposal.state === 'draft' ? found.proposal : null;
}

async function saved(
  asked: Asked,
  about: Pick<ProposalContent, 'kind' | 'measures' | 'from'>,
  draft: Proposal | null,
  action: string,
): Promise<Answer> {
  const { kind, measures, from } = about;
  const code = typedText(asked.form, 'result-1-code');
  const place = {
    ...emptyProposal,
    kind,
    measures,
    from,
    results: code === '' ? [] : [{ code, title: code }],
  };
  const { slots } = await placesFor(asked, place);
  const { content, problems: unread } = typedProposal(asked.form, { kind, measures, from }, slots);
  if (unread.length > 0) return formPage(asked, content, action, draft, unread);
  const verb = asked.form.get('do') === 'save' ? 'save' : 'propose';
  let number = draft?.number ?? 0;
  const problems = await problemsOf(async () => {
    try {
      const version = Number(asked.form.get('version') ?? '') || 0;
      const which = draft === null ? null : { number: draft.number, version };
      number = await saveProposal(asked.store, actingFor(asked), which, verb, content);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const message = 'Somebody else has changed this draft. What you typed is below: save again to keep it';
      throw new Refused('invalid', message, [{ field: 'reason', message }]);
    }
  });
  if (problems.length > 0) return formPage(asked, content, action, draft, problems);
  const notice =
    verb === 'save' ? `Proposal ${number} is kept as a draft.` : `Proposal ${number} has been put forward.`;
  return { kind: 'redirect', to: proposalAddress(number), notice };
}

/** Where targets may be typed, and what is in force there. */
async function placesFor(asked: Asked, content: ProposalContent) {
  const held = await heldFor(asked.store, asked.authority.code, content);
  const from = periodOf(content.from);
  const measures = content.measures.flatMap((code) => versionOn(held.versions, code, from.start) ?? []);
  // While the new measure has no name yet, its places are those of the one it comes from.
  const [first] = measures;
  const named =
    content.results.length === 0 && first !== undefined && content.kind !== 'split'
      ? { ...content, results: [{ code: '', title: '' }] }
      : content;
  const version = valuedMeasure(named, held);
  const own = held.targets.filter(({ measure }) => measure === version?.code);
  return {
    measures,
    slots: version === null ? [] : slotsFrom(version, from, own),
    held: newestBySlot(own),
  };
}

async function formPage(
  asked: Asked,
  content: ProposalContent,
  action: string,
  draft: Proposal | null,
  problems: readonly FieldProblem[],
): Promise<Answer> {
  const { measures, slots, held } = await placesFor(asked, content);
  const forums = (await readForums(asked.store, asked.authority.code)).map(({ name }) => name);
  const isAgain = problems.length > 0;
  const { meets } = content.decider;
  const back =
    draft === null
      ? { text: 'Target changes', href: '/target-changes' }
      : { text: `Proposal ${draft.number}`, href: proposalAddress(draft.number) };
  const from = periodOf(content.from);
  return pageAnswer(
    asked,
    { title: 'Propose a change', back, hasErrors: isAgain },
    <>
      <Problems problems={problems} />
      <ChosenSummary
        content={content}
        measures={measures}
        change={
          draft === null
            ? `${formAddress({ kind: null, measures: content.measures, from }, '/target-changes/new')}`
            : null
        }
      />
      <ProposalForm
        asked={asked}
        action={action}
        version={draft?.version ?? null}
        content={content}
        meets={isAgain ? typedText(asked.form, 'meets') : meets === null ? '' : asTyped(meets)}
        measures={measures}
        slots={slots}
        held={held}
        forums={forums}
        problems={problems}
      />
    </>,
    isAgain ? 400 : 200,
  );
}
