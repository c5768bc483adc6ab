import { periodLabel } from '../../../domain/period/label.ts';
import { updateStateNames } from '../../../domain/round/update.ts';
import type { RoundOverview, UpdateLine } from '../../../workflow/queries/round-overview.ts';
import { Refused } from '../../../workflow/refused.ts';
import { nudgePeople } from '../../../workflow/round/nudge.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { Textarea } from '../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor, Problems } from '../../form-problems.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { counted } from '../../wording/count.ts';
import { dayInWords, daysAway } from '../../wording/days.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { roundAddress, roundOf, versionIn } from './round-of.ts';

interface Typed {
  message: string;
  measures: ReadonlySet<string>;
}

/** Writes to people about what waits for them; the words are the team's own. */
export async function nudgePage(
  asked: Asked,
  typed: Typed | null = null,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const open = await roundOf(asked);
  if (open === null) return notFoundPage(asked);
  const { period, overview } = open;
  const address = roundAddress(period.code);
  const waiting = overview.lines.filter(({ waitsFor }) => waitsFor !== null);
  const late = waiting.filter((line) => line.late);
  const chosen = typed?.measures ?? new Set((late.length > 0 ? late : waiting).map(({ code }) => code));
  const messageOf = (field: string) => messageFor(problems, field);
  return pageAnswer(
    asked,
    {
      title: 'Write to people',
      hasErrors: problems.length > 0,
      back: { text: periodLabel(period), href: address },
    },
    <>
      <Problems problems={problems} />
      <span class="govuk-caption-l">{periodLabel(period)}</span>
      <h1 class="govuk-heading-l">Write to people about what is outstanding</h1>
      {waiting.length === 0 ? (
        <p class="govuk-body">Nothing waits for anybody.</p>
      ) : (
        <form method="post" action={`${address}/nudge`} noValidate>
          <Token asked={asked} />
          <input type="hidden" name="version" value={String(overview.round.version)} />
          <p class="govuk-body">
            Each person gets one message with their measures and a link to each.
            {late.length > 0 && typed === null ? ' Those who are late have a tick already.' : ''}
          </p>
          <div id="measures">
            {messageOf('measures') === undefined ? null : (
              <p class="govuk-error-message">
                <span class="govuk-visually-hidden">Error:</span> {messageOf('measures')}
              </p>
            )}
            {peopleOf(waiting).map(({ name, lines }) => (
              <Person
                key={name}
                name={name}
                lines={lines}
                chosen={chosen}
                overview={overview}
                today={asked.today}
              />
            ))}
          </div>
          <Textarea
            name="message"
            label="Your message"
            hint="Above the list of measures. Without one, the message says what is due and when"
            rows={5}
            value={typed?.message ?? ''}
            errorMessage={messageOf('message')}
          />
          <Button>Send</Button>
        </form>
      )}
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

function peopleOf(lines: readonly UpdateLine[]): { name: string; lines: UpdateLine[] }[] {
  const byPerson = new Map<string, UpdateLine[]>();
  for (const line of lines) {
    const name = line.waitsFor?.name ?? '';
    byPerson.set(name, [...(byPerson.get(name) ?? []), line]);
  }
  return [...byPerson].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, own]) => ({ name, lines: own }));
}

interface PersonProps {
  name: string;
  lines: readonly UpdateLine[];
  chosen: ReadonlySet<string>;
  overview: RoundOverview;
  today: string;
}

function Person({ name, lines, chosen, today }: PersonProps) {
  return (
    <fieldset class="govuk-fieldset govuk-form-group">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{name}</legend>
      <div class="govuk-checkboxes govuk-checkboxes--small">
        {lines.map(({ code, version, standing, due }) => {
          const id = `to-${measureAddress(code)}`;
          return (
            <div class="govuk-checkboxes__item" key={code}>
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                id={id}
                name="of"
                value={code}
                checked={chosen.has(code)}
              />
              <label class="govuk-label govuk-checkboxes__label" for={id}>
                {`${version.title}. ${updateStateNames[standing.state]}, due ${dayInWords(due, today)} (${daysAway(due, today)})`}
              </label>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

export async function nudge(asked: Asked): Promise<Answer> {
  const open = await roundOf(asked);
  if (open === null) return notFoundPage(asked);
  const { form, store } = asked;
  const typed = {
    message: (form.get('message') ?? '').slice(0, 4_000),
    measures: new Set(form.getAll('of').slice(0, 1_000)),
  };
  try {
    const people = await nudgePeople(store, actingFor(asked), {
      period: open.period.code,
      measures: [...typed.measures],
      message: typed.message,
      version: versionIn(asked),
    });
    const notice = `${counted(people.length, 'person', 'people')} will be written to.`;
    return { kind: 'redirect', to: roundAddress(open.period.code), notice };
  } catch (error) {
    if (error instanceof Refused && error.kind === 'invalid') return nudgePage(asked, typed, error.problems);
    throw error;
  }
}
