import type { Refused } from '../../../workflow/refused.ts';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';

/** Said where there is no such page, and where somebody may not know that there is one. */
export const notFoundPage = (asked: Asked): Answer =>
  pageAnswer(
    asked,
    { title: 'Page not found' },
    <>
      <h1 class="govuk-heading-l">Page not found</h1>
      <p class="govuk-body">If you typed the address, check that it is right.</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Go to the start page
        </a>
      </p>
    </>,
    404,
  );

export const forbiddenPage = (asked: Asked): Answer =>
  pageAnswer(
    asked,
    { title: 'You do not have permission' },
    <>
      <h1 class="govuk-heading-l">You do not have permission to see or do this</h1>
      <p class="govuk-body">
        You are signed in as {asked.person?.name ?? 'nobody'}. If you need this for your work, ask the
        performance team.
      </p>
    </>,
    403,
  );

export const outOfDatePage = (asked: Asked): Answer =>
  pageAnswer(
    asked,
    { title: 'This form cannot be used' },
    <>
      <h1 class="govuk-heading-l">This form cannot be used any more</h1>
      <p class="govuk-body">
        It did not come from a page of this site, or you have signed in again since you opened it. Go back,
        copy anything you typed, load the page again and send it from there. Nothing was changed.
      </p>
    </>,
    403,
  );

/** Something that cannot be done as things stand, said by the use case itself. */
export const notNowPage = (asked: Asked, { message, problems }: Refused): Answer =>
  pageAnswer(
    asked,
    { title: 'That cannot be done now' },
    <>
      <h1 class="govuk-heading-l">That cannot be done now</h1>
      <p class="govuk-body">{message}</p>
      {problems.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet">
          {problems.map((problem) => (
            <li key={problem.field + problem.message}>{problem.message}</li>
          ))}
        </ul>
      )}
      <p class="govuk-body">Nothing was changed. Go back to where you were, and load the page again.</p>
    </>,
    409,
  );

export interface Failure {
  status: number;
  requestId: string;
  why: string;
}

export function failurePage(asked: Asked, { status, requestId, why }: Failure): Answer {
  const title = status < 500 ? 'That could not be read' : 'Sorry, there is a problem';
  return pageAnswer(
    asked,
    { title },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{wordsFor(status, why)}</p>
      <p class="govuk-body">If it goes on, tell the performance team this reference: {requestId}</p>
    </>,
    status,
  );
}

function wordsFor(status: number, why: string): string {
  if (status === 413) {
    return 'What you sent is too long. Shorten the texts or choose a smaller file, of 20 MB at most. Nothing was changed.';
  }
  // The limit on requests says for itself how long to wait.
  if (status === 429) return why;
  return 'Nothing was changed. Try again in a few minutes.';
}
