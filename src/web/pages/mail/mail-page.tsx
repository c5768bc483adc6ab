import { type MailLine, type MailState, mailInState } from '../../../workflow/queries/mail.ts';
import { sendAgain } from '../../../workflow/round/send-again.ts';
import { actingFor } from '../../acting.ts';
import { Button } from '../../components/button/button.tsx';
import { Table } from '../../components/table/table.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { counted } from '../../wording/count.ts';
import { momentInWords } from '../../wording/days.ts';

const MAIL = '/round/mail';
const AGAIN = 'again';

const states: readonly { state: MailState; tab: string; empty: string }[] = [
  { state: 'failed', tab: 'Failed', empty: 'No message has failed.' },
  { state: 'waiting', tab: 'Waiting', empty: 'No message waits to be sent.' },
  { state: 'sent', tab: 'Sent', empty: 'No message has been sent yet.' },
  {
    state: 'digested',
    tab: 'In a daily message, or not wanted',
    empty: 'No message has gone into a daily one.',
  },
];

/** What has been written to people: what got through, what waits, what failed and why. Never the words themselves. */
export async function mailPage(asked: Asked): Promise<Answer> {
  const { store, authority, query, settings } = asked;
  const { state, empty } = states.find((one) => one.state === query.get('show')) ?? states[0]!;
  const { counts, lines } = await mailInState(store, authority.code, state);
  return pageAnswer(
    asked,
    { title: 'Messages', wide: true, back: { text: 'Round', href: '/round' } },
    <>
      <h1 class="govuk-heading-l">Messages</h1>
      <p class="govuk-body-l">
        {`${counted(counts.failed, 'message')} failed, ${counts.waiting} waiting, ${counts.sent} sent.`}
      </p>
      {settings.sendsMail ? null : (
        <p class="govuk-inset-text">
          No mail server is set up, so nothing is sent. Messages wait for a week and are then given up.
          Whoever looks after the system sets one up.
        </p>
      )}
      <nav aria-label="Messages by what became of them">
        <ul class="govuk-list ot-kinds">
          {states.map((one) => (
            <li key={one.state}>
              {one.state === state ? (
                <strong aria-current="page">{`${one.tab} (${counts[one.state]})`}</strong>
              ) : (
                <a class="govuk-link" href={`${MAIL}?show=${one.state}`}>
                  {`${one.tab} (${counts[one.state]})`}
                </a>
              )}
            </li>
          ))}
        </ul>
      </nav>
      <Table
        caption={captionOf(state, lines.length, counts[state])}
        columns={columnsOf(state)}
        rows={lines.map((line) => ({ key: line.id, cells: cellsOf(line, asked) }))}
        empty={empty}
      />
      {state === 'failed' && lines.length > 0 ? (
        // The buttons of the rows belong to it: a cell may hold no form.
        <form method="post" action={MAIL} id={AGAIN}>
          <Token asked={asked} />
          {lines.length > 1 ? (
            <Button classes="govuk-button--secondary">{`Send all ${counts.failed} again`}</Button>
          ) : null}
        </form>
      ) : null}
    </>,
  );
}

const captionOf = (state: MailState, shown: number, all: number): string => {
  const name = states.find((one) => one.state === state)?.tab ?? '';
  return shown < all ? `${name}: the newest ${shown} of ${all}` : name;
};

const columnsOf = (state: MailState) => [
  { heading: 'Message', label: '' },
  { heading: 'To', label: 'To' },
  ...(state === 'failed'
    ? [
        { heading: 'Why it failed', label: 'Why' },
        { heading: 'What to do', label: '' },
      ]
    : [{ heading: state === 'sent' ? 'Sent' : 'Written', label: state === 'sent' ? 'Sent' : 'Written' }]),
];

function cellsOf(line: MailLine, asked: Asked) {
  const moment = (instant: string) => momentInWords(instant, asked.authority.timeZone);
  const to = (
    <>
      {line.name}
      <span class="ot-under">{line.email}</span>
    </>
  );
  switch (line.state) {
    case 'sent':
      return [line.subject, to, moment(line.sentAt ?? line.writtenAt)];
    case 'failed':
      return [
        <>
          {line.subject}
          <span class="ot-under">{`written ${moment(line.writtenAt)}`}</span>
        </>,
        to,
        line.trouble ?? 'It is not known why.',
        <Button
          key="again"
          classes="govuk-button--secondary"
          name="message"
          value={line.id}
          attributes={{ form: AGAIN }}
        >
          Send again<span class="govuk-visually-hidden">{` to ${line.name}: ${line.subject}`}</span>
        </Button>,
      ];
    default:
      return [
        line.subject,
        to,
        <>
          {moment(line.writtenAt)}
          {line.trouble === null ? null : <span class="ot-under">{trouble(line, moment)}</span>}
        </>,
      ];
  }
}

const trouble = (line: MailLine, moment: (instant: string) => string): string =>
  line.state === 'waiting'
    ? `${line.attempts === 0 ? 'Before' : counted(line.attempts, 'attempt')}: ${line.trouble?.replace(/\.$/, '')}. Tried next on ${moment(line.dueAt)}.`
    : `${line.trouble}`;

/** Tries one failed message again, or all. */
export async function again(asked: Asked): Promise<Answer> {
  const number = await sendAgain(asked.store, actingFor(asked), asked.form.get('message'));
  const notice =
    number === 0
      ? 'There was nothing to send again: somebody else has done it.'
      : `${counted(number, 'message')} will be tried again.`;
  return { kind: 'redirect', to: MAIL, notice };
}
