import type { VNode } from 'preact';
import { periodLabel } from '../../../domain/period/label.ts';
import { relationsFor } from '../../../domain/permission/can.ts';
import { updateStateNames } from '../../../domain/round/update.ts';
import type { UpdateView } from '../../../workflow/queries/update-view.ts';
import { measureAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { Details } from '../../components/details/details.tsx';
import { type FieldProblem, messageFor, Problems } from '../../form-problems.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { dayInWords, daysAway, timeInWords } from '../../wording/days.ts';
import { CarriedForward } from '../commitments/carried-forward.tsx';
import { Suggested } from '../commitments/suggested.tsx';
import { Challenge } from '../forecasts/challenge.tsx';
import { AsEntered } from './as-entered.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { Figures } from './figures.tsx';
import { History } from './history.tsx';
import { Judged, targetSentence } from './judged.tsx';
import { partNames, Texts } from './texts.tsx';
import { updateAddress } from './update-address.ts';

export async function updatePage(
  asked: Asked,
  view: UpdateView,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const challenge = await Challenge({ asked, view, by: 'You' });
  const { line, period } = view;
  const hasErrors = problems.length > 0;
  return pageAnswer(
    asked,
    {
      title: line.version.title,
      hasErrors,
      back: backTo(asked, view),
    },
    <>
      <Problems problems={problems} />
      <span class="govuk-caption-l">
        {line.code}, {periodLabel(period)}
      </span>
      <h1 class="govuk-heading-l">{line.version.title}</h1>
      <Definition view={view} asked={asked} />
      <Question view={view} asked={asked} />
      {view.closed === null ? (
        <Form asked={asked} view={view} problems={problems} challenge={challenge} />
      ) : (
        <>
          <div class="ot-panel">
            <p class="govuk-body">{view.closed}</p>
            {view.mayWithdraw ? <TakeBack asked={asked} view={view} /> : null}
          </div>
          <AsEntered asked={asked} view={view} problems={problems} />
          <CarriedForward held={view.commitments} today={asked.today} answers={null} />
        </>
      )}
      <History view={view} timeZone={asked.authority.timeZone} />
    </>,
    hasErrors ? 400 : 200,
  );
}

/** Where the person came from: their work, or for those who only read the measure's own page. */
const backTo = ({ actors }: Asked, { line }: UpdateView) =>
  relationsFor(actors, 'readOwnWork').length > 0
    ? { text: 'My work', href: '/my-work' }
    : { text: 'The measure', href: `/measures/${measureAddress(line.code)}` };

/** What the measure is, in a sentence, and what good looks like. */
function Definition({ view: { line, judged }, asked }: { view: UpdateView; asked: Asked }) {
  const mayPropose = relationsFor(asked.actors, 'proposeTargetChange').length > 0;
  const { version } = line;
  const { definition } = version;
  const better =
    { higher: 'Higher is better.', lower: 'Lower is better.' }[version.polarity as 'higher'] ?? '';
  const more = (
    [
      ['Why it matters', definition.rationale],
      ['How it is worked out', definition.formula],
      ['What is left out', definition.exclusions],
      ['Where it comes from', definition.source],
      ['What to be careful of', definition.limitations],
    ] as const
  ).filter(([, text]) => text !== undefined);
  return (
    <>
      <p class="govuk-body">
        {definition.meaning === undefined ? '' : `${definition.meaning} `}
        {better} {judged === null ? '' : targetSentence(judged)}
      </p>
      {mayPropose ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/target-changes/new?kind=amend&measure=${measureAddress(line.code)}`}>
            Propose a change of target
          </a>
        </p>
      ) : null}
      {more.length === 0 ? null : (
        <Details summaryText="The definition in full">
          <dl class="govuk-summary-list">
            {more.map(([name, text]) => (
              <div class="govuk-summary-list__row" key={name}>
                <dt class="govuk-summary-list__key">{name}</dt>
                <dd class="govuk-summary-list__value">{text}</dd>
              </div>
            ))}
          </dl>
        </Details>
      )}
    </>
  );
}

/** What the approver asked, tied to the words it is about. */
function Question({ view: { line, people }, asked }: { view: UpdateView; asked: Asked }) {
  const { question, state, reopened } = line.standing;
  if (reopened !== null && state !== 'approved') {
    return (
      <div class="ot-panel ot-panel--question">
        <p class="govuk-body">
          {`${people.get(reopened.by)?.name ?? reopened.by} reopened this after the freeze: “${reopened.reason}”`}
        </p>
      </div>
    );
  }
  if (question === null || state !== 'sentBack') return null;
  const { about } = question;
  return (
    <section class="ot-panel ot-panel--question" aria-labelledby="question">
      <h2 class="govuk-heading-s" id="question">
        {people.get(question.by)?.name ?? question.by} sent this back with a question
      </h2>
      <p class="govuk-body ot-pre">{question.note}</p>
      {about === null || about === undefined || about.words === '' ? null : (
        <p class="govuk-body-s">
          {`About “${about.words}” in `}
          <a class="govuk-link" href={`#${about.part}`}>
            {about.part in partNames ? partNames[about.part as keyof typeof partNames] : `the ${about.part}`}
          </a>
        </p>
      )}
      <p class="govuk-body-s">{dayInWords(question.at.slice(0, 10), asked.today)}</p>
    </section>
  );
}

function Form({
  asked,
  view,
  problems,
  challenge,
}: {
  asked: Asked;
  view: UpdateView;
  problems: readonly FieldProblem[];
  challenge: VNode | null;
}) {
  const { line, judged, evidence } = view;
  const messageOf = (field: string) => messageFor(problems, field);
  const address = updateAddress(view);
  const { state, lastAt } = line.standing;
  return (
    <form method="post" action={address} data-saves={`${address}/draft`} noValidate>
      <Token asked={asked} />
      <input type="hidden" name="version" value={String(line.standing.version)} />
      <p class="govuk-body-s">
        {`${updateStateNames[state]}. Due ${dayInWords(line.due, asked.today)}, ${daysAway(line.due, asked.today)}.`}
        {onBehalf(view, asked)}
      </p>
      <h2 class="govuk-heading-m">Figures</h2>
      <Figures view={view} messageOf={messageOf} />
      <Button classes="govuk-button--secondary" name="do" value="check">
        Check
      </Button>
      {judged === null ? null : (
        <section class="ot-panel" aria-label="What these figures come to" data-judged="">
          <Judged judged={judged} />
        </section>
      )}
      {challenge}
      <p class="govuk-visually-hidden" role="status" data-heard="" />
      <h2 class="govuk-heading-m" id="texts">
        Texts
      </h2>
      <p class="govuk-hint">
        Leave an empty line between paragraphs. A line that begins with - is a list item; **words** are bold.
      </p>
      <CarriedForward held={view.commitments} today={asked.today} answers={{ form: asked.form, problems }} />
      <Texts
        view={view}
        timeZone={asked.authority.timeZone}
        answers={{ form: asked.form, problems }}
        messageOf={messageOf}
      />
      <Suggested held={view.commitments} today={asked.today} asks />
      <h2 class="govuk-heading-m">Evidence</h2>
      <EvidenceList view={view} />
      <Button classes="govuk-button--secondary" name="do" value="evidence">
        {evidence.length === 0 ? 'Add evidence' : 'Add or remove evidence'}
      </Button>
      <p class="govuk-body-s ot-saved" role="status" data-saved="">
        {lastAt === null ? '' : `Saved ${timeInWords(lastAt, asked.authority.timeZone)}`}
      </p>
      <div class="ot-actions">
        <Button name="do" value="submit" attributes={{ 'data-prevent-double-click': 'true' }}>
          Submit for approval
        </Button>
        <Button classes="govuk-button--secondary" name="do" value="save">
          Save and come back later
        </Button>
      </div>
    </form>
  );
}

/** Somebody of the performance team enters for the owner, and is told that this is seen. */
function onBehalf({ line, people }: UpdateView, { person }: Asked): string {
  const owner = line.responsibility?.owner ?? null;
  if (owner === null || person === null || owner === person.id) return '';
  return ` You are entering this for ${people.get(owner)?.name ?? owner}, who is shown what you change.`;
}

function TakeBack({ asked, view }: { asked: Asked; view: UpdateView }) {
  return (
    <form method="post" action={updateAddress(view)}>
      <Token asked={asked} />
      <input type="hidden" name="version" value={String(view.line.standing.version)} />
      <Button classes="govuk-button--secondary" name="do" value="withdraw">
        Take it back to change it
      </Button>
    </form>
  );
}
