import { type UpdateView, updateView } from '../../../workflow/queries/update-view.ts';
import { Refused } from '../../../workflow/refused.ts';
import { giveEvidence, openEvidence, takeEvidenceAway } from '../../../workflow/round/evidence.ts';
import { actingFor } from '../../acting.ts';
import { Button } from '../../components/button/button.tsx';
import { EvidenceFields } from '../../evidence-fields.tsx';
import { type FieldProblem, messageFor, Problems } from '../../form-problems.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { updateOf } from '../../subject.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { updateAddress } from './update-address.ts';

interface Typed {
  title: string;
  url: string;
}

export async function evidencePage(
  asked: Asked,
  typed: Typed = { title: '', url: '' },
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const which = await updateOf(asked);
  const view = which === null ? null : await updateView(asked.store, actingFor(asked), which);
  if (view === null) return notFoundPage(asked);
  const messageOf = (field: string) => messageFor(problems, field);
  const back = { text: view.line.version.title, href: updateAddress(view) };
  return pageAnswer(
    asked,
    { title: 'Evidence', hasErrors: problems.length > 0, back },
    <>
      <Problems problems={problems} />
      <span class="govuk-caption-l">{view.line.version.title}</span>
      <h1 class="govuk-heading-l">Evidence</h1>
      {view.closed === null ? <Held asked={asked} view={view} /> : <EvidenceList view={view} />}
      {view.closed === null ? (
        <form
          method="post"
          action={`${updateAddress(view)}/evidence`}
          encType="multipart/form-data"
          noValidate
        >
          <Token asked={asked} />
          <h2 class="govuk-heading-m">Add a document or a link</h2>
          <EvidenceFields
            title={{
              name: 'title',
              label: 'What it is',
              hint: 'For example, Extract of the case system, 8 January',
            }}
            typed={(name) => (name === 'title' ? typed.title : typed.url)}
            wrong={messageOf}
          />
          <div class="ot-actions">
            <Button>Add</Button>
            <a class="govuk-link" href={updateAddress(view)}>
              Back to the update
            </a>
          </div>
        </form>
      ) : (
        <p class="govuk-body">{view.closed}</p>
      )}
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

function Held({ asked, view }: { asked: Asked; view: UpdateView }) {
  if (view.evidence.length === 0) return <EvidenceList view={view} />;
  return (
    <>
      <EvidenceList view={view} />
      <form method="post" action={`${updateAddress(view)}/evidence/remove`}>
        <Token asked={asked} />
        {view.evidence.map(({ id, title }) => (
          <Button key={id} name="evidence" value={id} classes="govuk-button--secondary">
            Remove “{title}”
          </Button>
        ))}
      </form>
    </>
  );
}

export async function addEvidence(asked: Asked): Promise<Answer> {
  const which = await updateOf(asked);
  if (which === null) return notFoundPage(asked);
  const { form, files } = asked;
  const typed = {
    title: (form.get('title') ?? '').slice(0, 1_000),
    url: (form.get('url') ?? '').slice(0, 3_000),
  };
  const [file] = files.file ?? [];
  try {
    const given = { ...typed, file: file === undefined ? null : { name: file.name, bytes: file.bytes } };
    await giveEvidence(asked.store, actingFor(asked), which, given);
  } catch (error) {
    if (error instanceof Refused && error.kind === 'invalid')
      return evidencePage(asked, typed, error.problems);
    throw error;
  }
  return { kind: 'redirect', to: asked.path, notice: 'The evidence has been added.' };
}

export async function dropEvidence(asked: Asked): Promise<Answer> {
  const which = await updateOf(asked);
  if (which === null) return notFoundPage(asked);
  await takeEvidenceAway(asked.store, actingFor(asked), which, asked.form.get('evidence') ?? '');
  return {
    kind: 'redirect',
    to: asked.path.replace(/\/remove$/, ''),
    notice: 'The evidence has been removed.',
  };
}

/** Always saved, never shown in the browser: what is in a document is nobody's page of ours. */
export async function evidenceFile(asked: Asked): Promise<Answer> {
  const which = await updateOf(asked);
  const id = asked.params.evidence ?? '';
  const found = which === null ? null : await openEvidence(asked.store, actingFor(asked), which, id);
  if (found === null || found.evidence.file === null) return notFoundPage(asked);
  const { name, mediaType } = found.evidence.file;
  return { kind: 'file', name, mediaType, bytes: found.bytes };
}
