import { commitmentKindNames } from '../../../domain/commitment/commitment.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { periodOf } from '../../../domain/period/parse.ts';
import { can } from '../../../domain/permission/can.ts';
import { type CommitmentView, commitmentView } from '../../../workflow/queries/commitments.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress } from '../../addresses.ts';
import { type FieldProblem, Problems } from '../../form-problems.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { dayInWords } from '../../wording/days.ts';
import { sizeInWords } from '../../wording/size.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { partNames } from '../update/texts.tsx';
import { Forms } from './forms.tsx';
import { CommitmentHistory } from './history.tsx';
import { commitmentAddress, dueInWords, stateInWords } from './words.ts';

/** One commitment: what was promised, what became of it, and what may be done about it now. */
export async function commitmentPage(
  asked: Asked,
  problems: readonly FieldProblem[] = [],
  status = problems.length > 0 ? 400 : 200,
  told: string | null = null,
): Promise<Answer> {
  const view = await commitmentView(asked.store, actingFor(asked), asked.params.commitment ?? '');
  if (view === null) return notFoundPage(asked);
  const { line } = view;
  return pageAnswer(
    asked,
    {
      title: line.what,
      hasErrors: problems.length > 0,
      back: { text: 'Commitments', href: '/commitments' },
    },
    <>
      <Problems problems={problems} />
      <span class="govuk-caption-l">{`Commitment, ${line.measure}`}</span>
      <h1 class="govuk-heading-l">{line.what}</h1>
      {told === null ? null : (
        <div class="ot-panel ot-panel--question">
          <p class="govuk-body">{told}</p>
        </div>
      )}
      <Facts asked={asked} view={view} />
      <Forms asked={asked} view={view} problems={problems} />
      <CommitmentHistory
        records={view.records}
        people={view.people}
        forums={view.forums}
        timeZone={asked.authority.timeZone}
        today={asked.today}
      />
    </>,
    status,
  );
}

function Facts({ asked, view }: { asked: Asked; view: CommitmentView }) {
  const { line, people } = view;
  const { today } = asked;
  const rows: [string, preact.ComponentChildren][] = [
    ['Where it stands', <strong class={line.overdue ? 'ot-late' : ''}>{stateInWords(line)}</strong>],
    ['Due', <DueSaid line={line} today={today} />],
    ['Who answers for it', [line.ownerName, line.ownerPost].filter((one) => one !== null).join(', ')],
    ['Forum', forumSaid(view, today)],
    [
      'Measure',
      <a class="govuk-link" href={`/measures/${measureAddress(line.measure)}`}>
        {`${line.measure} ${line.measureTitle}`}
      </a>,
    ],
    [
      'Promised',
      `${commitmentKindNames[line.kind]}, for ${periodLabel(periodOf(line.period))}, by ${people.get(line.promisedBy)?.name ?? line.promisedBy}`,
    ],
    ...(line.source === null
      ? []
      : ([['In the words of the text', `“${line.source.words}” (${partNames[line.source.part]})`]] as [
          string,
          string,
        ][])),
    ...(line.note === null || line.state !== 'open'
      ? []
      : ([['How it goes', line.note.text]] as [string, string][])),
    ...(line.closed === null
      ? []
      : ([
          [line.state === 'done' ? 'What came of it' : 'Why it was dropped', line.closed.words],
          [
            line.state === 'done' ? 'Discharged' : 'Dropped',
            `${dayInWords(line.closed.at.slice(0, 10), today)}, by ${people.get(line.closed.by)?.name ?? line.closed.by}`,
          ],
        ] as [string, string][])),
    ...(view.evidence.length === 0
      ? []
      : ([['Evidence', <EvidenceHeld asked={asked} view={view} />]] as [string, preact.ComponentChildren][])),
    ...(line.state === 'done'
      ? ([
          [
            'Afterwards',
            <a class="govuk-link" href={`/surgery?measure=${measureAddress(line.measure)}`}>
              Did performance turn?
            </a>,
          ],
        ] as [string, preact.ComponentChildren][])
      : []),
  ];
  return (
    <dl class="govuk-summary-list">
      {rows.map(([name, value]) => (
        <div class="govuk-summary-list__row" key={name}>
          <dt class="govuk-summary-list__key">{name}</dt>
          <dd class="govuk-summary-list__value ot-pre">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const DueSaid = ({ line, today }: { line: CommitmentView['line']; today: string }) => (
  <>
    {dueInWords(line, today)}
    {line.moved === 0 ? null : (
      <span class="ot-under">
        {`First promised for ${dayInWords(line.firstDue, today)}; moved ${line.moved === 1 ? 'once' : `${line.moved} times`}`}
      </span>
    )}
  </>
);

function forumSaid({ line }: CommitmentView, today: string): string {
  if (line.forumName === null) return 'None';
  if (line.state !== 'open') return line.forumName;
  return line.meeting === null
    ? `${line.forumName}. No meeting of that month is known yet.`
    : `${line.forumName}, which meets on ${dayInWords(line.meeting, today)}`;
}

/** Everybody sees that there is evidence and its hash; the documents themselves are for those who may read evidence. */
function EvidenceHeld({ asked, view }: { asked: Asked; view: CommitmentView }) {
  const opens = can(asked.actors, 'readEvidence', { relation: view.relation, state: null });
  return (
    <ul class="govuk-list">
      {view.evidence.map(({ id, title, url, file }) => (
        <li key={id}>
          {opens ? (
            <a
              class="govuk-link"
              href={url ?? `${commitmentAddress(view.line)}/evidence/${id}`}
              {...(url === null ? {} : { rel: 'noopener noreferrer' })}
            >
              {title}
            </a>
          ) : (
            title
          )}
          {file === null ? ' (link)' : ` (${file.name}, ${sizeInWords(file.size)})`}
          {file === null ? null : <span class="ot-under ot-address">{`SHA-256 ${file.sha256}`}</span>}
        </li>
      ))}
    </ul>
  );
}
