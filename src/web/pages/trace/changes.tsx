import { isMissingReason, missingInWords } from '../../../domain/number/missing-words.ts';
import {
  emptyContent,
  type UpdateContent,
  type UpdateRecord,
  updateVerbWords,
} from '../../../domain/round/update.ts';
import { commentaryParts } from '../../../domain/status/outcome.ts';
import type { Trace } from '../../../workflow/queries/trace-figure.ts';
import { WordsChanged } from '../../components/words-changed/words-changed.tsx';
import { momentInWords } from '../../wording/days.ts';
import { roleInWords } from '../../wording/roles.ts';
import { partNames } from '../update/texts.tsx';

interface Step {
  record: UpdateRecord;
  before: UpdateContent;
  after: UpdateContent | null;
}

/** Every step in order, with what it changed. Drafts in a row by one person are one step. */
export function Changes({ trace, timeZone }: { trace: Trace; timeZone: string }) {
  const steps = stepsOf(trace.records);
  const name = (id: string) => trace.people.get(id)?.name ?? id;
  if (steps.length === 0) {
    return <p class="govuk-body">Nothing was entered on this site for this period.</p>;
  }
  return (
    <ol class="govuk-list ot-steps">
      {steps.map(({ record, before, after }) => (
        <li key={record.sequence}>
          <p class="govuk-body">
            <strong>{name(record.person)}</strong>
            {`, as ${roleInWords(record.actingAs)}, ${updateVerbWords[record.verb]}`}
            {record.detail.onBehalfOf === undefined ? '' : ` on behalf of ${name(record.detail.onBehalfOf)}`}
            {` on ${momentInWords(record.at, timeZone)}.`}
            {record.detail.batch ? ' Approved together with others.' : ''}
          </p>
          {record.reason ? <p class="govuk-body">{`Reason: ${record.reason}`}</p> : null}
          {record.detail.note ? <p class="govuk-body">{`“${record.detail.note}”`}</p> : null}
          {record.detail.about === undefined ? null : (
            <p class="govuk-body">{`About: “${record.detail.about.words}”`}</p>
          )}
          {after === null ? null : <Differences before={before} after={after} />}
        </li>
      ))}
    </ol>
  );
}

function stepsOf(records: readonly UpdateRecord[]): Step[] {
  const steps: Step[] = [];
  let held = emptyContent;
  let since = emptyContent;
  records.forEach((record, index) => {
    const next = records[index + 1];
    const goesOn = record.verb === 'save' && next?.verb === 'save' && next.person === record.person;
    const after = record.content;
    if (!goesOn) {
      steps.push({ record, before: since, after });
      since = after ?? held;
    }
    held = after ?? held;
  });
  return steps;
}

const fields = ['actual', 'toDate', 'numerator', 'denominator', 'forecast', 'noFigure', 'note'] as const;
const fieldNames: Readonly<Record<(typeof fields)[number], string>> = {
  actual: 'Actual',
  toDate: 'Year to date',
  numerator: 'Numerator',
  denominator: 'Denominator',
  forecast: 'Year-end forecast',
  noFigure: 'Why there is no figure',
  note: 'Note',
};

function Differences({ before, after }: { before: UpdateContent; after: UpdateContent }) {
  const changed = fields.filter((field) => before[field] !== after[field]);
  const texts = commentaryParts.filter((part) => before.texts[part] !== after.texts[part]);
  const provisional = before.provisional !== after.provisional;
  if (changed.length + texts.length === 0 && !provisional) {
    return <p class="govuk-body">Nothing was changed by this.</p>;
  }
  return (
    <dl class="govuk-summary-list">
      {changed.map((field) => (
        <Line key={field} name={fieldNames[field]}>
          {before[field] === ''
            ? said(field, after[field])
            : `${said(field, before[field])} became ${said(field, after[field])}`}
        </Line>
      ))}
      {provisional ? <Line name="Provisional">{after.provisional ? 'Yes' : 'No longer'}</Line> : null}
      {texts.map((part) => (
        <Line key={part} name={partNames[part]}>
          {before.texts[part] === '' ? (
            after.texts[part]
          ) : (
            <WordsChanged before={before.texts[part]} after={after.texts[part]} />
          )}
        </Line>
      ))}
    </dl>
  );
}

const said = (field: string, text: string): string =>
  text === '' ? 'nothing' : field === 'noFigure' && isMissingReason(text) ? missingInWords(text) : text;

const Line = ({ name, children }: { name: string; children: preact.ComponentChildren }) => (
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{name}</dt>
    <dd class="govuk-summary-list__value ot-pre">{children}</dd>
  </div>
);
