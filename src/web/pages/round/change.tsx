import { periodLabel } from '../../../domain/period/label.ts';
import type { RoundDetail, RoundVerb } from '../../../domain/round/round.ts';
import { Refused } from '../../../workflow/refused.ts';
import { changeRound } from '../../../workflow/round/change-round.ts';
import { actingFor } from '../../acting.ts';
import { Button } from '../../components/button/button.tsx';
import { Input } from '../../components/input/input.tsx';
import { Textarea } from '../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor, Problems } from '../../form-problems.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { counted } from '../../wording/count.ts';
import { typedDay } from '../../wording/typed-day.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { roundAddress, roundOf, versionIn } from './round-of.ts';

interface Change {
  title: string;
  why: string;
  button: string;
  done: string;
  /** Whether it is about measures that were ticked. */
  ofMeasures: boolean;
}

const changes: Partial<Record<RoundVerb, Change>> = {
  extend: {
    title: 'Give more time',
    why: 'Why they need more time. The owner and the approver see it, and it is kept with the round.',
    button: 'Give more time',
    done: 'More time has been given.',
    ofMeasures: true,
  },
  exempt: {
    title: 'Keep out of public reports',
    why: 'Why it must not be published: the exempt information it would give away.',
    button: 'Keep out of public reports',
    done: 'Kept out of public reports.',
    ofMeasures: true,
  },
  reopenMeasure: {
    title: 'Reopen after the freeze',
    why: 'Why it must change after the freeze. This is shown to the owner and kept with the figure.',
    button: 'Reopen',
    done: 'Reopened. Its owner can change it now; freeze again when it has been approved.',
    ofMeasures: true,
  },
  openAgain: {
    title: 'Open the round again',
    why: 'Why officers need to enter figures again.',
    button: 'Open it again',
    done: 'The round is open again.',
    ofMeasures: false,
  },
};

interface Typed {
  reason: string;
  until: string;
  of: readonly string[];
}

/** Asks for the reason, and for a day where one is needed. */
export async function changePage(asked: Asked): Promise<Answer> {
  const { query } = asked;
  const typed = { reason: '', until: '', of: query.getAll('of').slice(0, 1_000) };
  return askAbout(asked, (query.get('do') ?? '') as RoundVerb, typed);
}

async function askAbout(
  asked: Asked,
  verb: RoundVerb,
  typed: Typed,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const open = await roundOf(asked);
  const change = changes[verb];
  if (open === null || change === undefined) return notFoundPage(asked);
  const { period, overview } = open;
  const address = roundAddress(period.code);
  if (change.ofMeasures && typed.of.length === 0) {
    return { kind: 'redirect', to: `${address}/list`, notice: 'Put a tick beside the measures first.' };
  }
  const chosen = overview.lines.filter(({ code }) => typed.of.includes(code));
  const messageOf = (field: string) => messageFor(problems, field);
  const back = { text: periodLabel(period), href: change.ofMeasures ? `${address}/list` : address };
  return pageAnswer(
    asked,
    { title: change.title, hasErrors: problems.length > 0, back },
    <>
      <Problems problems={problems} />
      <span class="govuk-caption-l">{periodLabel(period)}</span>
      <h1 class="govuk-heading-l">{change.title}</h1>
      {chosen.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet">
          {chosen.map(({ code, version }) => (
            <li key={code}>
              {version.title} ({code})
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={`${address}/change`} noValidate>
        <Token asked={asked} />
        <input type="hidden" name="version" value={String(overview.round.version)} />
        {typed.of.map((code) => (
          <input key={code} type="hidden" name="of" value={code} />
        ))}
        {verb === 'extend' ? (
          <Input
            name="until"
            label="New day on which it is due"
            hint="For example, 21/1/2019"
            classes="govuk-input--width-10"
            value={typed.until}
            errorMessage={messageOf('until')}
          />
        ) : null}
        <Textarea
          name="reason"
          label="Reason"
          hint={change.why}
          rows={4}
          value={typed.reason}
          errorMessage={messageOf('reason')}
        />
        <Button name="do" value={verb}>
          {change.button}
        </Button>
      </form>
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

/** Does it: close, open again, more time, exempt, reopen. */
export async function change(asked: Asked): Promise<Answer> {
  const open = await roundOf(asked);
  if (open === null) return notFoundPage(asked);
  const { form, today } = asked;
  const { period, overview } = open;
  const verb = (form.get('do') ?? '') as RoundVerb;
  const typed = {
    reason: (form.get('reason') ?? '').slice(0, 2_000),
    until: (form.get('until') ?? '').slice(0, 60),
    of: form.getAll('of').slice(0, 1_000),
  };
  if (verb !== 'close' && changes[verb] === undefined) return notFoundPage(asked);
  const detail: RoundDetail = typed.of.length === 0 ? {} : { of: typed.of };
  if (verb === 'extend') {
    const read = typedDay(typed.until, 'The new day');
    const wrong =
      'problem' in read
        ? read.problem
        : read.day === null
          ? 'Enter the new day'
          : read.day < today
            ? 'The new day must not be in the past'
            : null;
    if (wrong !== null) return askAbout(asked, verb, typed, [{ field: 'until', message: wrong }]);
    if ('day' in read && read.day !== null) detail.until = read.day;
  }
  try {
    const reason = typed.reason.trim() === '' ? null : typed.reason;
    const version = versionIn(asked) ?? overview.round.version;
    await changeRound(asked.store, actingFor(asked), { period: period.code, verb, version, reason, detail });
  } catch (error) {
    if (error instanceof Refused && error.kind === 'invalid') {
      return askAbout(asked, verb, typed, error.problems);
    }
    throw error;
  }
  const done = verb === 'close' ? 'The round is closed to entry.' : (changes[verb]?.done ?? '');
  const notice = typed.of.length > 1 ? `${done} ${counted(typed.of.length, 'measure')} in all.` : done;
  return { kind: 'redirect', to: roundAddress(period.code), notice };
}
