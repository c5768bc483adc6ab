import type { ChecklistItem } from '../../../workflow/editions/release-checklist.ts';
import { Details } from '../../components/details/details.tsx';
import { Tag } from '../../components/tag/tag.tsx';
import { Textarea } from '../../components/textarea/textarea.tsx';

interface ChecklistProps {
  items: readonly ChecklistItem[];
  isDraft: boolean;
  reasons: Readonly<Record<string, string>>;
  messageOf: (field: string) => string | undefined;
}

/** What stands in the way, then what is to be looked at again: each with what to do, and its measures. */
export function Checklist({ items, isDraft, reasons, messageOf }: ChecklistProps) {
  const errors = items.filter(({ severity }) => severity === 'error').length;
  return (
    <section>
      <h2 class="govuk-heading-m" id="checklist">
        Checklist
      </h2>
      <p class="govuk-body">{sentence(items.length - errors, errors, isDraft)}</p>
      {items.map((item) => (
        <div
          key={item.code}
          id={`item-${item.code}`}
          class={item.severity === 'error' ? 'ot-panel ot-panel--question' : 'ot-panel'}
        >
          <p class="govuk-body">
            <Tag classes={item.severity === 'error' ? 'govuk-tag--red' : 'govuk-tag--yellow'}>
              {item.severity === 'error' ? 'Must be put right' : 'Look again'}
            </Tag>{' '}
            <strong>{item.sentence}</strong> {item.severity === 'error' || isDraft ? item.remedy : ''}
          </p>
          <Measures item={item} />
          {item.severity === 'error' || isDraft ? null : (
            <Textarea
              name={`reason-${item.code}`}
              label="Reason to go on all the same"
              hint={item.remedy}
              rows={2}
              value={reasons[item.code] ?? ''}
              errorMessage={messageOf(`reason-${item.code}`)}
            />
          )}
        </div>
      ))}
    </section>
  );
}

function sentence(warnings: number, errors: number, isDraft: boolean): string {
  const things = (count: number) => `${count} ${count === 1 ? 'thing' : 'things'}`;
  if (warnings + errors === 0) return 'Everything is in order.';
  if (isDraft) return `A draft can be made as it is. ${things(warnings)} to look at before publication.`;
  return [
    errors === 0 ? null : `${things(errors)} must be put right first.`,
    warnings === 0 ? null : `${things(warnings)} to look at again, each with a reason to go on.`,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

const FEW = 5;

function Measures({ item: { measures } }: { item: ChecklistItem }) {
  if (measures.length === 0) return null;
  const list = (
    <ul class="govuk-list govuk-list--bullet">
      {measures.map(({ code, title, detail }) => (
        <li key={code}>
          {code}, {title}
          {detail === '' ? '' : `: ${detail}`}
        </li>
      ))}
    </ul>
  );
  if (measures.length <= FEW) return list;
  return <Details summaryText={`Show the ${measures.length} measures`}>{list}</Details>;
}
