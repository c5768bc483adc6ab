import type { Proposal } from '../../../domain/proposal/proposal.ts';
import { Button } from '../../components/button/button.tsx';
import { Details } from '../../components/details/details.tsx';
import { EvidenceFields } from '../../evidence-fields.tsx';
import { type FieldProblem, messageFor } from '../../form-problems.tsx';
import { Token } from '../../frame.tsx';
import type { Asked } from '../../route.ts';
import { typedText } from '../../typed-form.ts';
import { sizeInWords } from '../../wording/size.ts';
import { proposalAddress } from './subject.ts';

interface Props {
  asked: Asked;
  proposal: Proposal;
  mayChange: boolean;
  problems: readonly FieldProblem[];
}

/** What shows that the change is right: documents and links. */
export function EvidenceSection({ asked, proposal, mayChange, problems }: Props) {
  const address = proposalAddress(proposal.number);
  const wrong = (name: string) => messageFor(problems, name);
  const isWrong = ['evidenceTitle', 'file', 'url'].some((name) => wrong(name) !== undefined);
  const typed = (name: string) => (isWrong ? typedText(asked.form, name).slice(0, 3_000) : '');
  return (
    <section aria-labelledby="evidence">
      <h2 class="govuk-heading-m" id="evidence">
        Evidence
      </h2>
      {proposal.evidence.length === 0 ? <p class="govuk-body">No evidence yet.</p> : null}
      <ul class="govuk-list govuk-list--bullet">
        {proposal.evidence.map(({ id, title, url, file }) => (
          <li key={id}>
            <a
              class="govuk-link"
              href={url ?? `${address}/evidence/${id}/file`}
              {...(url === null ? {} : { rel: 'noopener noreferrer' })}
            >
              {title}
            </a>
            {file === null ? ' (link)' : ` (${file.name}, ${sizeInWords(file.size)})`}
          </li>
        ))}
      </ul>
      {mayChange ? (
        <Details summaryText="Add or remove evidence" open={isWrong}>
          <form method="post" action={`${address}/evidence`} encType="multipart/form-data" noValidate>
            <Token asked={asked} />
            <EvidenceFields
              title={{
                name: 'evidenceTitle',
                label: 'What it is',
                hint: 'For example, Extract of the case system, 8 January',
              }}
              typed={typed}
              wrong={wrong}
            />
            <Button classes="govuk-button--secondary">Add evidence</Button>
          </form>
          {proposal.evidence.length === 0 ? null : (
            <form method="post" action={`${address}/evidence/remove`}>
              <Token asked={asked} />
              {proposal.evidence.map(({ id, title }) => (
                <Button key={id} name="evidence" value={id} classes="govuk-button--secondary">
                  {`Remove “${title}”`}
                </Button>
              ))}
            </form>
          )}
        </Details>
      ) : null}
    </section>
  );
}
