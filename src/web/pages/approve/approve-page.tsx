import type { Finding } from '../../../domain/commentary/checks/finding.ts';
import { sentencesOf } from '../../../domain/commentary/word-changes.ts';
import type { EvaluatedMeasure } from '../../../domain/evaluate.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { emptyContent, type UpdateRecord } from '../../../domain/round/update.ts';
import { signalChecks } from '../../../domain/signal/signal-checks.ts';
import { nearCheck } from '../../../domain/status/near-words.ts';
import { commentaryParts, type Outcome } from '../../../domain/status/outcome.ts';
import { evaluateUpdate } from '../../../workflow/queries/evaluate-update.ts';
import { setUpKnown } from '../../../workflow/queries/set-up-now.ts';
import { type UpdateView, updateView } from '../../../workflow/queries/update-view.ts';
import { actingFor } from '../../acting.ts';
import { Button } from '../../components/button/button.tsx';
import { Input } from '../../components/input/input.tsx';
import { Select } from '../../components/select/select.tsx';
import { Textarea } from '../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor, Problems } from '../../form-problems.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { updateOf } from '../../subject.ts';
import { momentInWords } from '../../wording/days.ts';
import { CarriedForward } from '../commitments/carried-forward.tsx';
import { Suggested } from '../commitments/suggested.tsx';
import { Challenge } from '../forecasts/challenge.tsx';
import { notFoundPage } from '../problem/problem.tsx';
import { EvidenceList } from '../update/evidence-list.tsx';
import { History } from '../update/history.tsx';
import { partNames } from '../update/texts.tsx';
import { type Baseline, Figures } from './changes.tsx';
import { approveAddress } from './queue.tsx';
import { Texts } from './texts.tsx';

export interface ApprovalTyped {
  note: string;
  question: string;
  about: string;
}

const nothingTyped: ApprovalTyped = { note: '', question: '', about: '' };

export async function approvePage(
  asked: Asked,
  given: ApprovalTyped | null = null,
  problems: readonly FieldProblem[] = [],
  status = 200,
): Promise<Answer> {
  const which = await updateOf(asked);
  const acting = actingFor(asked);
  const view =
    which === null ? null : await updateView(asked.store, acting, which, null, setUpKnown(asked.known));
  if (view === null || which === null) return notFoundPage(asked);
  const before = await evaluateUpdate(asked.store, acting, view.thenPeriod.code, which.measure, null);
  const waits = whyNot(view, asked);
  const typed = given ?? askedAbout(view, asked.query.get('ask')) ?? nothingTyped;
  const { line } = view;
  return pageAnswer(
    asked,
    {
      title: `Approve: ${line.version.title}`,
      hasErrors: problems.length > 0,
      back: { text: 'Approve', href: '/approve' },
    },
    <>
      <Problems problems={problems} />
      <span class="govuk-caption-l">
        {line.code}, {periodLabel(view.period)}
      </span>
      <h1 class="govuk-heading-l">{line.version.title}</h1>
      <Said view={view} asked={asked} />
      <Figures view={view} before={before?.measure ?? null} />
      {await Challenge({ asked, view, by: 'They' })}
      <Checks view={view} before={before?.measure ?? null} />
      <Texts
        view={view}
        baseline={baselineOf(view, asked)}
        timeZone={asked.authority.timeZone}
        address={waits === null ? approveAddress(which.period, which.measure) : null}
      />
      <CarriedForward held={view.commitments} today={asked.today} answers={null} />
      <Suggested held={view.commitments} today={asked.today} asks={false} />
      <h2 class="govuk-heading-s">Evidence</h2>
      <EvidenceList view={view} />
      {waits === null ? (
        <Decide asked={asked} view={view} typed={typed} problems={problems} />
      ) : (
        <div class="ot-panel">
          <p class="govuk-body">{waits}</p>
        </div>
      )}
      <History view={view} timeZone={asked.authority.timeZone} />
    </>,
    status,
  );
}

/** Who sent it, and what was asked before. */
function Said({ view: { line, people }, asked }: { view: UpdateView; asked: Asked }) {
  const { submittedBy, submittedAt, question } = line.standing;
  if (submittedBy === null || submittedAt === null) return null;
  return (
    <>
      <p class="govuk-body">
        {`Submitted by ${people.get(submittedBy)?.name ?? submittedBy} on ${momentInWords(submittedAt, asked.authority.timeZone)}.`}
      </p>
      {question === null ? null : (
        <div class="ot-panel ot-panel--question">
          <p class="govuk-body ot-pre">{`You asked: ${question.note}`}</p>
          {question.about?.words ? <p class="govuk-body-s">{`About “${question.about.words}”`}</p> : null}
        </div>
      )}
    </>
  );
}

function Checks({ view, before }: { view: UpdateView; before: EvaluatedMeasure | null }) {
  const checks = [...(view.judged?.doubts ?? [])];
  // Said beneath the text already.
  const said = new Set(
    findingsIn(view).flatMap(({ rule, section }) => (rule === 'textUnchanged' ? [section] : [])),
  );
  for (const part of commentaryParts) {
    const [then, now] = [view.then[part].trim(), view.content.texts[part].trim()];
    if (now !== '' && now === then && !said.has(part))
      checks.push(`“${partNames[part]}” has not changed since last time.`);
  }
  const status = view.judged?.measure.status.outcome;
  if (before !== null && status?.isException && before.status.outcome.id === status.id) {
    checks.push(`It was ${status.label} last time too. Do the actions say what is different now?`);
  }
  const judged = view.judged?.measure;
  if (judged !== undefined) {
    const { near } = judged.status.explain();
    if (near !== null) checks.push(nearCheck(near));
    checks.push(...signalChecks(judged.signal(), meets(judged.forecastStatus.outcome)));
  }
  if (checks.length === 0) return null;
  return (
    <div class="govuk-inset-text">
      <h2 class="govuk-heading-s">Please check</h2>
      <ul class="govuk-list govuk-list--bullet">
        {checks.map((check) => (
          <li key={check}>{check}</li>
        ))}
      </ul>
    </div>
  );
}

/** null where it is not judged. */
const meets = (outcome: Outcome): boolean | null => (outcome.inDenominator ? outcome.countsAsOnTarget : null);

/** After a question only the answer is new; otherwise what changed since the period before. */
function baselineOf(view: UpdateView, { person }: Asked): Baseline {
  const returned = view.records.findLastIndex(({ verb }) => verb === 'sendBack');
  if (returned === -1) return { since: `in ${periodLabel(view.thenPeriod)}`, texts: view.then };
  const then = view.records.slice(0, returned).findLast(({ content }) => content !== null);
  const by = (view.records[returned] as UpdateRecord).person;
  const since = by === person?.id ? 'when you sent it back' : 'when it was sent back';
  return { since, texts: (then?.content ?? emptyContent).texts };
}

/** Why this person cannot decide about it; null where they can. */
function whyNot({ line, people }: UpdateView, { person }: Asked): string | null {
  const { state, authors, approvedBy } = line.standing;
  if (state === 'approved') {
    const by = approvedBy.at(-1)?.person ?? '';
    return `This has been approved by ${people.get(by)?.name ?? by}.`;
  }
  if (line.level === null) return 'This has not been submitted for approval.';
  if (person !== null && authors.includes(person.id)) {
    return 'You typed some of this update, so somebody else must approve it.';
  }
  if (line.waitsFor?.id === person?.id) return null;
  const name = line.waitsFor?.name ?? 'somebody who has not been named yet';
  return `This waits for ${name}, ${line.level.name.toLowerCase()}.`;
}

interface DecideProps {
  asked: Asked;
  view: UpdateView;
  typed: ApprovalTyped;
  problems: readonly FieldProblem[];
}

function Decide({ asked, view, typed, problems }: DecideProps) {
  const messageOf = (field: string) => messageFor(problems, field);
  const address = approveAddress(view.period.code, view.line.code);
  const Hidden = () => (
    <>
      <Token asked={asked} />
      <input type="hidden" name="version" value={String(view.line.standing.version)} />
    </>
  );
  return (
    <div class="ot-decide">
      <form method="post" action={address} noValidate>
        <Hidden />
        <h2 class="govuk-heading-m">Approve</h2>
        <Input
          name="note"
          label="Note (optional)"
          hint="Kept with the approval, and seen by the officer"
          value={typed.note}
        />
        <Button name="do" value="approve">
          Approve
        </Button>
      </form>
      <form method="post" action={address} noValidate>
        <Hidden />
        <h2 class="govuk-heading-m" id="send-back">
          Or send it back with a question
        </h2>
        <Select name="about" label="What it is about" items={aboutItems(view)} value={typed.about} />
        <Textarea
          name="question"
          label="Your question"
          rows={4}
          value={typed.question}
          errorMessage={messageOf('question')}
        />
        <Button classes="govuk-button--secondary" name="do" value="sendBack">
          Send back
        </Button>
      </form>
    </div>
  );
}

const SHOWN = 80;

/** Every sentence of the update can be pointed at, without scripts. */
function aboutItems(view: UpdateView) {
  const { content } = view;
  const cut = (text: string) => (text.length <= SHOWN ? text : `${text.slice(0, SHOWN - 1)}…`);
  const whole = [
    { value: '', text: 'The update as a whole' },
    { value: 'actual 0', text: 'The actual' },
    { value: 'forecast 0', text: 'The forecast' },
    { value: 'evidence 0', text: 'The evidence' },
  ];
  const sentences = commentaryParts.flatMap((part) =>
    sentencesOf(content.texts[part]).map((sentence, index) => ({
      value: `${part} ${index}`,
      text: `${partNames[part]}: ${cut(sentence)}`,
    })),
  );
  const found = findingsIn(view).map(({ key, section, quote }) => ({
    value: `finding ${key}`,
    text: `${partNames[section]}: ${cut(quote)}`,
  }));
  return [...whole, ...found, ...sentences];
}

/** All of them, those that the officer dismissed too: an approver may ask about any. */
const findingsIn = ({ judged }: UpdateView): Finding[] =>
  judged === null
    ? []
    : [...judged.findings.open, ...judged.findings.dismissed.map(({ finding }) => finding)];

/** A question begun from a finding, with its words quoted; null where there is no such finding. */
function askedAbout(view: UpdateView, key: string | null): ApprovalTyped | null {
  const finding = findingsIn(view).find((one) => one.key === key);
  if (finding === undefined) return null;
  const { quote, says } = finding;
  const question = quote === '' ? says : `You write: “${quote}”. ${says}`;
  return { note: '', question: question.slice(0, 4_000), about: `finding ${finding.key}` };
}

/** What `about` of the form means. */
export function aboutOf(about: string, view: UpdateView): UpdateRecord['detail']['about'] | null {
  const { content } = view;
  const [part = '', index = ''] = about.split(' ');
  if (part === 'finding') {
    const finding = findingsIn(view).find(({ key }) => key === index);
    return finding === undefined ? null : { part: finding.section, words: finding.quote.slice(0, 300) };
  }
  if (part === 'actual' || part === 'forecast' || part === 'evidence') return { part, words: '' };
  const text = commentaryParts.find((one) => one === part);
  const words = text === undefined ? undefined : sentencesOf(content.texts[text])[Number(index)];
  return text === undefined || words === undefined ? null : { part: text, words: words.slice(0, 300) };
}
