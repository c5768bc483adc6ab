import type { MeasureVersion } from '../../../../domain/measure/measure.ts';
import { periodLabel } from '../../../../domain/period/label.ts';
import { periodHolding } from '../../../../domain/period/of-day.ts';
import { lastPeriods, successor } from '../../../../domain/period/relate.ts';
import { can } from '../../../../domain/permission/can.ts';
import { readSetUp, type SetUp } from '../../../../workflow/queries/set-up.ts';
import { retireMeasure, saveMeasure } from '../../../../workflow/set-up/change-measure.ts';
import { actingFor } from '../../../acting.ts';
import { measureAddress } from '../../../addresses.ts';
import { Button } from '../../../components/button/button.tsx';
import { Details } from '../../../components/details/details.tsx';
import { Input } from '../../../components/input/input.tsx';
import { Select } from '../../../components/select/select.tsx';
import { type FieldProblem, messageFor, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { measureOf } from '../../../subject.ts';
import { typedOrNull, typedText } from '../../../typed-form.ts';
import { dayInWords } from '../../../wording/days.ts';
import { notFoundPage } from '../../problem/problem.tsx';
import { MeasureForm } from './measure-form.tsx';
import { emptyTyped, givenIn, type MeasureTyped, typedIn, typedOf } from './measure-typed.ts';
import { SheetAsRead } from './sheet-as-read.tsx';

const back = { text: 'Measures', href: '/set-up/measures' };
const setUpOf = ({ store, authority, today }: Asked) => readSetUp(store, authority.code, today);

export async function newMeasurePage(asked: Asked): Promise<Answer> {
  const setUp = await setUpOf(asked);
  const [widest] = [...setUp.scorecards].sort((a, b) => b.measures.length - a.measures.length);
  return newMeasure(asked, setUp, { ...emptyTyped, scorecards: widest?.code ?? '' }, []);
}

export async function addMeasure(asked: Asked): Promise<Answer> {
  const typed = typedIn(asked.form);
  const problems = await saved(asked, typed, true);
  if (problems.length > 0) return newMeasure(asked, await setUpOf(asked), typed, problems);
  const notice = `${typed.code} has been added. Say who answers for it, and set its targets.`;
  return { kind: 'redirect', to: '/set-up/measures', notice };
}

export async function measurePage(asked: Asked): Promise<Answer> {
  const setUp = await setUpOf(asked);
  const code = await measureOf(asked);
  const last = setUp.versions.findLast((version) => version.code === code);
  return last === undefined ? notFoundPage(asked) : shown(asked, setUp, last, typedOf(last), []);
}

export async function changeMeasure(asked: Asked): Promise<Answer> {
  const code = await measureOf(asked);
  const setUp = await setUpOf(asked);
  const last = setUp.versions.findLast((version) => version.code === code);
  if (last === undefined) return notFoundPage(asked);
  const typed: MeasureTyped = { ...typedIn(asked.form), code: last.code };
  const problems = await saved(asked, typed, false);
  if (problems.length > 0) return shown(asked, setUp, last, typed, problems);
  return { kind: 'redirect', to: '/set-up/measures', notice: `${last.code} has been saved.` };
}

export async function retire(asked: Asked): Promise<Answer> {
  const code = await measureOf(asked);
  const setUp = await setUpOf(asked);
  const last = setUp.versions.findLast((version) => version.code === code);
  if (last === undefined) return notFoundPage(asked);
  const lastPeriod = typedOrNull(asked.form, 'lastPeriod');
  const offered = periodsOffered(asked, last).some((period) => period.code === lastPeriod);
  if (lastPeriod !== null && !offered) {
    return shown(asked, setUp, last, typedOf(last), [
      { field: 'lastPeriod', message: 'Choose one of the periods' },
    ]);
  }
  const note = typedOrNull(asked.form, 'retiredNote');
  const problems = await problemsOf(() =>
    retireMeasure(asked.store, actingFor(asked), { code: last.code, lastPeriod, note }),
  );
  if (problems.length > 0) {
    const beside = problems.map((one) => (one.field === 'note' ? { ...one, field: 'retiredNote' } : one));
    return shown(asked, setUp, last, typedOf(last), beside);
  }
  const notice = lastPeriod === null ? `${last.code} goes on.` : `${last.code} has been retired.`;
  return { kind: 'redirect', to: '/set-up/measures', notice };
}

async function saved(asked: Asked, typed: MeasureTyped, isNew: boolean): Promise<readonly FieldProblem[]> {
  const read = givenIn(typed, isNew);
  return 'problems' in read
    ? read.problems
    : problemsOf(() => saveMeasure(asked.store, actingFor(asked), read.given));
}

function newMeasure(
  asked: Asked,
  setUp: SetUp,
  typed: MeasureTyped,
  problems: readonly FieldProblem[],
): Answer {
  return pageAnswer(
    asked,
    { title: 'Add a measure', back, hasErrors: problems.length > 0 },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Add a measure</h1>
      <MeasureForm asked={asked} setUp={setUp} typed={typed} isNew problems={problems} />
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

function shown(
  asked: Asked,
  setUp: SetUp,
  last: MeasureVersion,
  typed: MeasureTyped,
  problems: readonly FieldProblem[],
): Answer {
  const versions = setUp.versions.filter(({ code }) => code === last.code);
  const mayChange = can(asked.actors, 'changeMeasures', { relation: 'other', state: null });
  return pageAnswer(
    asked,
    { title: last.title, back, hasErrors: problems.length > 0 },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{last.code}</span>
        {last.title}
      </h1>
      {versions.length < 2 ? null : (
        <Details summaryText={`${versions.length} versions`}>
          <ul class="govuk-list govuk-list--bullet">
            {versions.map((one) => (
              <li key={one.validFrom}>
                {`${one.validFrom < '1950' ? 'At first' : `From ${dayInWords(one.validFrom, asked.today)}`}: ${one.title}`}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {mayChange ? (
        <>
          <MeasureForm asked={asked} setUp={setUp} typed={typed} isNew={false} problems={problems} />
          <Retiring asked={asked} last={last} problems={problems} />
        </>
      ) : (
        <SheetAsRead version={last} />
      )}
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

/** Periods that may be a measure's last: of the last three years, and the next four. */
function periodsOffered({ today, authority }: Asked, { frequency }: MeasureVersion) {
  const now = periodHolding(today, frequency, authority.yearKind);
  const coming = [now];
  for (let step = 0; step < 4; step++) coming.push(successor(coming.at(-1) ?? now));
  return [...lastPeriods(now, 12).slice(0, -1), ...coming];
}

function Retiring({
  asked,
  last,
  problems,
}: {
  asked: Asked;
  last: MeasureVersion;
  problems: readonly FieldProblem[];
}) {
  const action = `/set-up/measures/${measureAddress(last.code)}/retire`;
  if (last.retiredAfter !== null) {
    return (
      <form method="post" action={action}>
        <Token asked={asked} />
        <p class="govuk-body">It has been retired.</p>
        <Button classes="govuk-button--secondary">It is not retired: collect it again</Button>
      </form>
    );
  }
  const wrong = (name: string) => messageFor(problems, name);
  const isOpen = wrong('lastPeriod') !== undefined || wrong('retiredNote') !== undefined;
  return (
    <Details summaryText="Retire this measure" open={isOpen}>
      <form method="post" action={action} noValidate>
        <Token asked={asked} />
        <Select
          name="lastPeriod"
          label="Last period it reports on"
          value={
            typedText(asked.form, 'lastPeriod') ||
            periodHolding(asked.today, last.frequency, asked.authority.yearKind).code
          }
          items={periodsOffered(asked, last).map((period) => ({
            value: period.code,
            text: periodLabel(period),
          }))}
          errorMessage={wrong('lastPeriod')}
        />
        <Input
          name="retiredNote"
          label="Why, as printed with the measure"
          hint="For example: combined with Regen PM22 from 2018-19"
          value={typedText(asked.form, 'retiredNote')}
          errorMessage={wrong('retiredNote')}
        />
        <Button classes="govuk-button--warning">Retire it</Button>
      </form>
    </Details>
  );
}
