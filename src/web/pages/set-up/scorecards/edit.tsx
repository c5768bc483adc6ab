import type { Scorecard } from '../../../../domain/facts.ts';
import { readSetUp, type SetUp, unitsOn } from '../../../../workflow/queries/set-up.ts';
import { saveScorecard } from '../../../../workflow/set-up/change-scorecard.ts';
import { actingFor } from '../../../acting.ts';
import { measureAddress } from '../../../addresses.ts';
import { Button } from '../../../components/button/button.tsx';
import { Input } from '../../../components/input/input.tsx';
import { Table } from '../../../components/table/table.tsx';
import { type FieldProblem, messageFor, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { typedOrNull, typedText } from '../../../typed-form.ts';
import { typedDay } from '../../../wording/typed-day.ts';
import { notFoundPage } from '../../problem/problem.tsx';

const fieldOf = (code: string): string => `place-${measureAddress(code)}`;
const back = { text: 'Scorecards', href: '/set-up/scorecards' };

interface Found {
  setUp: SetUp;
  /** null for a new one; absent where there is none at the address. */
  card: Scorecard | null | undefined;
}

async function found(asked: Asked): Promise<Found> {
  const setUp = await readSetUp(asked.store, asked.authority.code, asked.today);
  const code = asked.params.scorecard;
  return { setUp, card: code === undefined ? null : setUp.scorecards.findLast((one) => one.code === code) };
}

export async function scorecardPage(asked: Asked): Promise<Answer> {
  const { setUp, card } = await found(asked);
  return card === undefined ? notFoundPage(asked) : shown(asked, setUp, card, []);
}

export async function changeScorecard(asked: Asked): Promise<Answer> {
  const { setUp, card } = await found(asked);
  if (card === undefined) return notFoundPage(asked);
  const { form } = asked;
  const problems: FieldProblem[] = [];
  const from = typedDay(typedText(form, 'from'), 'The day');
  if ('problem' in from) problems.push({ field: 'from', message: from.problem });
  const places: { code: string; place: number }[] = [];
  for (const { code } of offered(setUp, card)) {
    const typed = typedText(form, fieldOf(code));
    if (typed === '') continue;
    if (/^\d{1,5}(?:\.\d{1,3})?$/.test(typed)) places.push({ code, place: Number(typed) });
    else
      problems.push({ field: fieldOf(code), message: `${code}: the place must be a number, like 3 or 3.5` });
  }
  const measures = places.sort((a, b) => a.place - b.place).map(({ code }) => code);
  const name = typedText(form, 'name').slice(0, 200);
  const day = 'day' in from ? from.day : null;
  const given = { code: card?.code ?? null, name, measures, from: day, reason: typedOrNull(form, 'reason') };
  const all =
    problems.length > 0
      ? problems
      : await problemsOf(() => saveScorecard(asked.store, actingFor(asked), given));
  if (all.length > 0) return shown(asked, setUp, card, all);
  return { kind: 'redirect', to: back.href, notice: `${name} has been saved.` };
}

/** Measures that may have a place: those of today, and members that have been retired since. */
function offered({ measures, versions }: SetUp, card: Scorecard | null) {
  const now = new Map(measures.map((one) => [one.code, one]));
  const newest = new Map(versions.map((one) => [one.code, one]));
  const members = (card?.measures ?? []).flatMap((code) => now.get(code) ?? newest.get(code) ?? []);
  const held = new Set(members.map(({ code }) => code));
  return [...members, ...measures.filter(({ code }) => !held.has(code))];
}

function shown(
  asked: Asked,
  setUp: SetUp,
  card: Scorecard | null,
  problems: readonly FieldProblem[],
): Answer {
  const isAgain = problems.length > 0;
  const typed = (name: string, before = '') => (isAgain ? typedText(asked.form, name) : before);
  const title = card?.name ?? 'Add a scorecard';
  const place = new Map((card?.measures ?? []).map((code, index) => [code, String(index + 1)]));
  const names = new Map(unitsOn(setUp.units, asked.today).map(({ code, name }) => [code, name]));
  return pageAnswer(
    asked,
    { title, back, hasErrors: isAgain, wide: true },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">{title}</h1>
      <form
        method="post"
        action={`/set-up/scorecards/${card === null ? 'new' : encodeURIComponent(card.code)}`}
        noValidate
      >
        <Token asked={asked} />
        <Input
          name="name"
          label="Name"
          value={typed('name', card?.name)}
          errorMessage={messageFor(problems, 'name')}
        />
        <p class="govuk-body">
          Give each measure its place. To move one between 3 and 4, type 3.5. A measure without a place is not
          on this scorecard.
        </p>
        <Table
          caption="Measures and their places"
          captionHidden
          columns={[
            { heading: 'Measure', label: '' },
            { heading: 'Directorate', label: 'Directorate' },
            { heading: 'Place', label: 'Place' },
          ]}
          rows={offered(setUp, card).map(({ code, title: measure, directorate }) => ({
            key: code,
            cells: [
              <>
                {measure}
                <span class="ot-under">{code}</span>
              </>,
              names.get(directorate) ?? directorate,
              <Place
                key="place"
                name={fieldOf(code)}
                label={`Place of ${measure}`}
                value={typed(fieldOf(code), place.get(code))}
                wrong={messageFor(problems, fieldOf(code))}
              />,
            ],
          }))}
          empty="There are no measures yet. Add them first."
        />
        <Input
          name="from"
          label="From which day this holds"
          hint="Reports of earlier periods keep what held then. Leave it blank to correct a slip everywhere. For example, 1/4/2019"
          value={typed('from')}
          classes="govuk-input--width-10"
          errorMessage={messageFor(problems, 'from')}
        />
        <Input name="reason" label="Reason (kept in the trail)" value={typed('reason')} />
        <Button>Save</Button>
      </form>
    </>,
    isAgain ? 400 : 200,
  );
}

interface PlaceProps {
  name: string;
  label: string;
  value: string;
  wrong: string | undefined;
}

/** A field within a cell, where no block may stand. */
function Place({ name, label, value, wrong }: PlaceProps) {
  return (
    <>
      <label class="govuk-visually-hidden" for={name}>
        {label}
      </label>
      {wrong === undefined ? null : (
        <span class="govuk-error-message" id={`${name}-error`}>
          <span class="govuk-visually-hidden">Error:</span> {wrong}
        </span>
      )}
      <input
        class={`govuk-input govuk-input--width-4${wrong === undefined ? '' : ' govuk-input--error'}`}
        id={name}
        name={name}
        type="text"
        inputMode="decimal"
        value={value}
        {...(wrong === undefined ? {} : { 'aria-describedby': `${name}-error` })}
      />
    </>
  );
}
