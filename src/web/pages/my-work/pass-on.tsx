import { goAway } from '../../../workflow/people/go-away.ts';
import { myWork } from '../../../workflow/queries/my-work.ts';
import { setUpKnown } from '../../../workflow/queries/set-up-now.ts';
import { Refused } from '../../../workflow/refused.ts';
import { actingFor } from '../../acting.ts';
import { Problems } from '../../form-problems.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { typedDay } from '../../wording/typed-day.ts';
import { AwaySection, type AwayTyped } from './away.tsx';

/** Passes somebody's work to a deputy, or takes it back. */
export async function passOn(asked: Asked): Promise<Answer> {
  const { store, form, today } = asked;
  const acting = actingFor(asked);
  if (form.get('back') === 'yes') {
    await goAway(store, acting, { deputy: null, fromDay: today, untilDay: null });
    return { kind: 'redirect', to: '/my-work', notice: 'Welcome back. Your work comes to you again.' };
  }
  const text = (name: string) => (form.get(name) ?? '').slice(0, 100);
  const typed = { deputy: text('deputy'), fromDay: text('fromDay'), untilDay: text('untilDay') };
  const from = typedDay(typed.fromDay, 'The first day away');
  const until = typedDay(typed.untilDay, 'The last day away');
  const problems: { field: string; message: string }[] = [];
  if ('problem' in from) problems.push({ field: 'fromDay', message: from.problem });
  if ('problem' in until) problems.push({ field: 'untilDay', message: until.problem });
  if ('day' in from && 'day' in until && problems.length === 0) {
    try {
      const away = { deputy: typed.deputy, fromDay: from.day ?? today, untilDay: until.day };
      await goAway(store, acting, away);
      return { kind: 'redirect', to: '/my-work', notice: 'Your work passes to your deputy.' };
    } catch (error) {
      if (!(error instanceof Refused) || error.kind !== 'invalid') throw error;
      problems.push(...error.problems);
    }
  }
  return again(asked, typed, problems);
}

async function again(
  asked: Asked,
  typed: AwayTyped,
  problems: readonly { field: string; message: string }[],
): Promise<Answer> {
  const work = await myWork(asked.store, actingFor(asked), setUpKnown(asked.known));
  return pageAnswer(
    asked,
    { title: 'Pass my work to a deputy', hasErrors: true, back: { text: 'My work', href: '/my-work' } },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Pass my work to a deputy</h1>
      <AwaySection asked={asked} work={work} typed={typed} problems={problems} />
    </>,
    400,
  );
}
