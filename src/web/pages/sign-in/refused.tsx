import { Button } from '../../components/button/button.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';

/** Why somebody is not signed in, and the way back. */
export const refusedPage = (asked: Asked, why: string, status: number): Answer =>
  pageAnswer(
    asked,
    { title: 'You are not signed in' },
    <>
      <h1 class="govuk-heading-l">You are not signed in</h1>
      <p class="govuk-body">{why}</p>
      <Button href="/sign-in">Sign in again</Button>
    </>,
    status,
  );
