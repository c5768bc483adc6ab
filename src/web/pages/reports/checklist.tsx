import type { ChecklistItem } from '../../../workflow/editions/checklist-item.ts';
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
  const count = (wanted: ChecklistItem['severity']) =>
    items.filter(({ severity }) => severity === wanted).length;
  return (
    <section>
      <h2 class="govuk-heading-m" id="checklist">
        Checklist
      </h2>
      <p class="govuk-body">
        {sentence({ errors: count('error'), warnings: count('warning'), advice: count('advice') }, isDraft)}
      </p>
      {items.map((item) => (
        <div
          key={item.code}
          id={`item-${item.code}`}
          class={item.severity === 'error' ? 'ot-panel ot-panel--question' : 'ot-panel'}
        >
          <p class="govuk-body">
            <Tag classes={TAGS[item.severity].classes}>{TAGS[item.severity].words}</Tag>{' '}
            <strong>{item.sentence}</strong> {asksForReason(item, isDraft) ? '' : item.remedy}
          </p>
          <Measures item={item} />
          {!asksForReason(item, isDraft) ? null : (
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

const TAGS: Readonly<Record<ChecklistItem['severity'], { words: string; classes: string }>> = {
  error: { words: 'Must be put right', classes: 'govuk-tag--red' },
  warning: { words: 'Look again', classes: 'govuk-tag--yellow' },
  advice: { words: 'For you to know', classes: 'govuk-tag--blue' },
};

const asksForReason = ({ severity }: ChecklistItem, isDraft: boolean): boolean =>
  severity === 'warning' && !isDraft;

function sentence(
  { errors, warnings, advice }: { errors: number; warnings: number; advice: number },
  isDraft: boolean,
): string {
  const things = (count: number) => `${count} ${count === 1 ? 'thing' : 'things'}`;
  const known = advice === 0 ? null : `${things(advice)} for you to know.`;
  if (warnings + errors === 0) return ['Everything is in order.', known ?? ''].join(' ').trimEnd();
  return (
    isDraft
      ? [`A draft can be made as it is. ${things(warnings)} to look at before publication.`, known]
      : [
          errors === 0 ? null : `${things(errors)} must be put right first.`,
          warnings === 0 ? null : `${things(warnings)} to look at again, each with a reason to go on.`,
          known,
        ]
  )
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
