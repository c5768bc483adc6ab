import { periodLabel } from '../../../domain/period/label.ts';
import { periodOf } from '../../../domain/period/parse.ts';
import { can } from '../../../domain/permission/can.ts';
import {
  correctionRefusal,
  correctionStateNames,
  type ProposedCorrection,
} from '../../../domain/restatement/proposed-correction.ts';
import { restatedRoleNames, restatementKindNames } from '../../../domain/restatement/restatement.ts';
import { subjectOf } from '../../../workflow/queries/measure-in-hand.ts';
import { findCorrection } from '../../../workflow/queries/proposed-corrections.ts';
import { setUpKnown } from '../../../workflow/queries/set-up-now.ts';
import { Refused } from '../../../workflow/refused.ts';
import {
  openCorrectionEvidence,
  refuseCorrection,
  withdrawCorrection,
} from '../../../workflow/restatements/propose-correction.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress, periodAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { InsetText } from '../../components/inset-text/inset-text.tsx';
import { SummaryList, type SummaryRow } from '../../components/summary-list/summary-list.tsx';
import { Textarea } from '../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor, Problems, problemsOf } from '../../form-problems.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { typedText } from '../../typed-form.ts';
import { momentInWords } from '../../wording/days.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { restateAddress } from '../restate/restate-address.ts';
import { correctionAddress, correctionNumber } from './correction-address.ts';

/** `/corrections/:correction`: what is proposed and why, what it would do, and what became of it. */
export async function correctionPage(asked: Asked, problems: readonly FieldProblem[] = []): Promise<Answer> {
  const { store, authority, actors, person } = asked;
  const number = correctionNumber(asked.params.correction);
  const found = number === null ? null : await findCorrection(store, authority.code, number);
  if (found === null) return notFoundPage(asked);
  const { measure, period, state } = found;
  const setUp = setUpKnown(asked.known);
  const title = (await setUp.versions([measure])).at(-1)?.title ?? measure;
  const subject = await subjectOf(store, actingFor(asked), measure, period, setUp);
  const people = new Map((await setUp.people()).map((one) => [one.id, one.name]));
  const mayDo = (verb: 'refuse' | 'withdraw') =>
    subject !== null &&
    can(actors, verb === 'refuse' ? 'restateFigure' : 'proposeCorrection', subject) &&
    correctionRefusal(found, verb, person?.id ?? '') === null;
  const decides = mayDo('refuse');
  const address = correctionAddress(found.number);
  return pageAnswer(
    asked,
    {
      title: `Correction proposed for ${title}`,
      back: {
        text: 'The measure',
        href: `/measures/${measureAddress(measure)}?period=${periodAddress(period)}`,
      },
      hasErrors: problems.length > 0,
    },
    <>
      <Problems problems={problems} />
      <span class="govuk-caption-l">{`${measure}, ${title}: ${periodLabel(periodOf(period))}`}</span>
      <h1 class="govuk-heading-l">Correction proposed</h1>
      <p class="govuk-body-l">
        <strong>{correctionStateNames[state]}</strong>
      </p>
      <SummaryList rows={rowsOf(found, people, authority.timeZone)} />
      {decides ? (
        <>
          <h2 class="govuk-heading-m">Decide</h2>
          <p class="govuk-body">
            Before anything is saved you see what the correction does, and can change what does not fit.
          </p>
          <Button href={`${restateAddress(period, measure)}?proposed=${found.number}`}>
            Accept: check what it does
          </Button>
          <WithReason
            asked={asked}
            address={`${address}/refuse`}
            label="Or refuse it, with a reason"
            button="Refuse it"
            problems={problems}
          />
        </>
      ) : mayDo('withdraw') ? (
        <>
          <InsetText>The performance team decides. You are told by message what becomes of it.</InsetText>
          <WithReason
            asked={asked}
            address={`${address}/withdraw`}
            label="Withdraw it: why?"
            button="Withdraw it"
            problems={problems}
          />
        </>
      ) : state === 'proposed' ? (
        <InsetText>The performance team decides. Until then nothing changes.</InsetText>
      ) : null}
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

function rowsOf(
  found: ProposedCorrection,
  people: ReadonlyMap<string, string>,
  timeZone: string,
): SummaryRow[] {
  const { role, was, is, effect, kind, reason, evidence, proposedBy, proposedAt, ended, state } = found;
  const nameOf = (id: string) => people.get(id) ?? id;
  const parts = found.denominator === '' ? '' : ` (${found.numerator} of ${found.denominator})`;
  const href = evidence.url ?? `${correctionAddress(found.number)}/evidence`;
  return [
    { key: `${restatedRoleNames[role]} as it stood`, value: was },
    { key: 'Proposed figure', value: `${is}${parts}` },
    { key: 'What it would do', value: effect },
    { key: 'Why', value: restatementKindNames[kind] },
    { key: 'What happened', value: reason },
    {
      key: 'Evidence',
      value: (
        <a class="govuk-link" href={href} {...(evidence.url === null ? {} : { rel: 'noreferrer' })}>
          {evidence.title}
        </a>
      ),
    },
    { key: 'Proposed by', value: `${nameOf(proposedBy)}, ${momentInWords(proposedAt, timeZone)}` },
    ...(ended === null
      ? []
      : [
          {
            key: `${correctionStateNames[state]} by`,
            value: `${nameOf(ended.by)}, ${momentInWords(ended.at, timeZone)}`,
          },
          ...(ended.figure === null ? [] : [{ key: 'Recorded figure', value: ended.figure }]),
          ...(ended.reason === null ? [] : [{ key: 'Reason', value: ended.reason }]),
        ]),
  ];
}

interface ReasonProps {
  asked: Asked;
  address: string;
  label: string;
  button: string;
  problems: readonly FieldProblem[];
}

function WithReason({ asked, address, label, button, problems }: ReasonProps) {
  return (
    <form method="post" action={address} noValidate>
      <Token asked={asked} />
      <Textarea
        name="answer"
        label={label}
        rows={3}
        value={typedText(asked.form, 'answer')}
        errorMessage={messageFor(problems, 'answer')}
      />
      <Button classes="govuk-button--secondary">{button}</Button>
    </form>
  );
}

async function done(asked: Asked, notice: string, work: (number: number) => Promise<void>): Promise<Answer> {
  const number = correctionNumber(asked.params.correction);
  if (number === null) return notFoundPage(asked);
  try {
    const problems = await problemsOf(() => work(number));
    if (problems.length > 0) return correctionPage(asked, problems);
  } catch (error) {
    // What stands there now is what it has become: the page says it, and nothing was changed.
    if (error instanceof Refused && error.kind === 'notNow')
      return { kind: 'redirect', to: correctionAddress(number), notice: error.message };
    throw error;
  }
  return { kind: 'redirect', to: correctionAddress(number), notice };
}

/** `POST /corrections/:correction/refuse` */
export const refuse = (asked: Asked): Promise<Answer> =>
  done(asked, 'The correction has been refused. The figure stays as it is.', (number) =>
    refuseCorrection(asked.store, actingFor(asked), number, typedText(asked.form, 'answer')),
  );

/** `POST /corrections/:correction/withdraw` */
export const withdraw = (asked: Asked): Promise<Answer> =>
  done(asked, 'The correction has been withdrawn.', (number) =>
    withdrawCorrection(asked.store, actingFor(asked), number, typedText(asked.form, 'answer')),
  );

/** Always saved, never shown in the browser: what is in a document is nobody's page of ours. */
export async function correctionEvidence(asked: Asked): Promise<Answer> {
  const number = correctionNumber(asked.params.correction);
  const held =
    number === null ? null : await openCorrectionEvidence(asked.store, asked.authority.code, number);
  if (held === null) return notFoundPage(asked);
  const { name, mediaType } = held.file;
  return { kind: 'file', name, mediaType, bytes: held.bytes };
}
