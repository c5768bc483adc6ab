import { workInHand } from '../../../workflow/long-work.ts';
import { actingFor } from '../../acting.ts';
import { Button } from '../../components/button/button.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked, Route } from '../../route.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { resultAnswer } from './in-background.ts';

const EVERY_SECONDS = '2';

/** How far somebody's long work is; it loads itself again, with or without scripts. */
async function workPage(asked: Asked): Promise<Answer> {
  const work = await workInHand(asked.store, actingFor(asked), asked.params.work ?? '');
  if (work === null) return notFoundPage(asked);
  if (work.state === 'done' && work.result !== null) return resultAnswer(work.result);
  if (work.state === 'running') {
    const answer = pageAnswer(
      asked,
      { title: work.title },
      <>
        <h1 class="govuk-heading-l">{work.title}</h1>
        <div role="status">
          <p class="govuk-body">{work.step === '' ? 'It has begun.' : `${work.step}.`}</p>
          <p class="govuk-body">
            <label for="progress" class="govuk-visually-hidden">
              How far it is
            </label>
            <progress
              id="progress"
              class="ot-progress"
              {...(work.all > 0 ? { value: work.done, max: work.all } : {})}
            >
              {work.all > 0 ? `${work.done} of ${work.all}` : ''}
            </progress>
          </p>
        </div>
        <p class="govuk-body">
          This page loads itself again every {EVERY_SECONDS} seconds. You can leave it: the work goes on, and
          this address says what came of it.
        </p>
      </>,
    );
    return answer.kind === 'page'
      ? { ...answer, headers: { ...answer.headers, refresh: EVERY_SECONDS } }
      : answer;
  }
  const problems =
    work.state === 'interrupted'
      ? ['The server was stopped in the middle of it. Nothing of it was kept, so it can be begun again.']
      : work.problems;
  return pageAnswer(
    asked,
    { title: 'That was not done', hasErrors: true },
    <>
      <h1 class="govuk-heading-l">That was not done</h1>
      <ul class="govuk-list govuk-list--bullet">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      <Button href={work.back}>Go back</Button>
    </>,
    409,
  );
}

export const workPages: readonly Route[] = [
  { method: 'GET', path: '/work/:work', action: 'changeOwnSettings', handle: workPage },
];
