import {
  type CommitmentKind,
  commitmentKindNames,
  commitmentKinds,
} from '../../../domain/commitment/commitment.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import type { ReportingPeriod } from '../../../domain/period/period.ts';
import { confirmSuggestion } from '../../../workflow/commitments/answer-suggestion.ts';
import { promiseCommitment, type Wanted } from '../../../workflow/commitments/promise.ts';
import { newCommitment } from '../../../workflow/queries/new-commitment.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress, periodAddress, periodAt } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { Radios } from '../../components/choices/choices.tsx';
import { Textarea } from '../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor, Problems, problemsOf } from '../../form-problems.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { measureOf } from '../../subject.ts';
import { typedText } from '../../typed-form.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { asTyped, DueFields, readDue } from './fields.tsx';
import { commitmentAddress } from './words.ts';

/** The sentence of the texts that it is made of: which one, of which round. */
interface From {
  period: ReportingPeriod;
  part: 'actions' | 'intervention';
  words: string;
}

interface Typed {
  what: string;
  kind: CommitmentKind;
  due: string;
  owner: string;
  forum: string;
}

/** `/measures/:measure/commitments/new`, of a suggested sentence with `?period=` and `?words=`. */
export async function newCommitmentPage(asked: Asked): Promise<Answer> {
  return shown(asked, asked.query, null, []);
}

export async function makeCommitment(asked: Asked): Promise<Answer> {
  const measure = await measureOf(asked);
  if (measure === null) return notFoundPage(asked);
  const { form } = asked;
  const typed: Typed = {
    what: typedText(form, 'what'),
    kind: kindOf(form.get('kind')),
    due: typedText(form, 'due'),
    owner: typedText(form, 'owner'),
    forum: typedText(form, 'forum'),
  };
  const from = fromOf(form);
  const { day, problems: unread } = readDue(typed.due);
  const wanted: Wanted = {
    what: typed.what,
    kind: typed.kind,
    owner: typed.owner,
    due: day,
    forum: typed.forum || null,
    source: from === null ? null : { part: from.part, words: from.words },
  };
  const acting = actingFor(asked);
  const view = await newCommitment(asked.store, acting, asked.authority.yearKind, measure, null);
  if (view === null) return notFoundPage(asked);
  const about = { measure, period: (from?.period ?? view.period).code };
  let id = '';
  const problems =
    unread.length > 0
      ? unread
      : await problemsOf(async () => {
          id =
            from === null
              ? await promiseCommitment(asked.store, acting, about, wanted)
              : await confirmSuggestion(asked.store, acting, about, from.words, wanted);
        });
  if (problems.length > 0) return shown(asked, form, typed, problems);
  const notice = 'The commitment has been written down. It is carried forward until it is done.';
  return {
    kind: 'redirect',
    to:
      from === null
        ? commitmentAddress({ id })
        : `/update/${periodAddress(about.period)}/${measureAddress(measure)}`,
    notice,
  };
}

const kindOf = (text: string | null): CommitmentKind =>
  commitmentKinds.find((kind) => kind === text) ?? 'action';

function fromOf(given: URLSearchParams): From | null {
  const period = periodAt(given.get('period') ?? '');
  const words = typedText(given, 'words');
  if (period === null || words === '') return null;
  return { period, words, part: given.get('part') === 'actions' ? 'actions' : 'intervention' };
}

async function shown(
  asked: Asked,
  given: URLSearchParams,
  typed: Typed | null,
  problems: readonly FieldProblem[],
): Promise<Answer> {
  const measure = await measureOf(asked);
  const from = fromOf(given);
  const acting = actingFor(asked);
  const view =
    measure === null
      ? null
      : await newCommitment(
          asked.store,
          acting,
          asked.authority.yearKind,
          measure,
          from === null ? null : { ...from, period: from.period.code },
        );
  if (measure === null || view === null) return notFoundPage(asked);
  const { suggestion } = view;
  const value: Typed = typed ?? {
    what: suggestion?.what ?? from?.words ?? '',
    kind: suggestion?.kind ?? 'action',
    due: suggestion?.due ? asTyped(suggestion.due.day) : '',
    owner: view.owner ?? '',
    forum: suggestion?.forum?.forum ?? '',
  };
  const address = `/measures/${measureAddress(measure)}`;
  return pageAnswer(
    asked,
    {
      title: 'Make a commitment',
      hasErrors: problems.length > 0,
      back:
        from === null
          ? { text: view.title, href: address }
          : {
              text: view.title,
              href: `/update/${periodAddress(from.period.code)}/${measureAddress(measure)}`,
            },
    },
    <>
      <Problems problems={problems} />
      <span class="govuk-caption-l">{`${measure} ${view.title}, ${periodLabel(from?.period ?? view.period)}`}</span>
      <h1 class="govuk-heading-l">Make a commitment</h1>
      <p class="govuk-body">
        It is shown each quarter until it is done or dropped, and its owner is reminded before it is due.
      </p>
      {from === null ? null : <blockquote class="govuk-inset-text">{`“${from.words}”`}</blockquote>}
      <form method="post" action={`${address}/commitments/new`} noValidate>
        <Token asked={asked} />
        {from === null ? null : (
          <>
            <input type="hidden" name="period" value={periodAddress(from.period.code)} />
            <input type="hidden" name="part" value={from.part} />
            <input type="hidden" name="words" value={from.words} />
          </>
        )}
        <Textarea
          name="what"
          label="What is promised"
          hint="One sentence: what will be done, or what comes before the forum"
          rows={3}
          value={value.what}
          errorMessage={messageFor(problems, 'what')}
        />
        <Radios
          name="kind"
          legend="What it is"
          items={commitmentKinds.map((kind) => ({
            value: kind,
            text: commitmentKindNames[kind],
            checked: value.kind === kind,
          }))}
        />
        <DueFields
          typed={value}
          people={view.people}
          forums={view.forums}
          today={asked.today}
          problems={problems}
        />
        <Button>Write it down</Button>
      </form>
    </>,
    problems.length > 0 ? 400 : 200,
  );
}
