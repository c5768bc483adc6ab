import type { Action } from '../../../../domain/permission/action.ts';
import { can } from '../../../../domain/permission/can.ts';
import { readSetUp } from '../../../../workflow/queries/set-up.ts';
import { pageAnswer } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { Checklist } from './checklist.tsx';
import { setUpPlaces } from './places.ts';

/** Everything that is set up, and how it stands. */
export async function overviewPage(asked: Asked): Promise<Answer> {
  const setUp = await readSetUp(asked.store, asked.authority.code, asked.today);
  return pageAnswer(
    asked,
    { title: 'Set-up' },
    <>
      <h1 class="govuk-heading-l">Set-up</h1>
      <Checklist setUp={setUp} today={asked.today} />
      {setUpPlaces.map(({ heading, places }) => (
        <section key={heading}>
          <h2 class="govuk-heading-m">{heading}</h2>
          <dl class="govuk-summary-list">
            {places.map(({ text, href, action, says }) => (
              <div class="govuk-summary-list__row" key={href}>
                <dt class="govuk-summary-list__key">
                  {mayGo(asked, action) ? (
                    <a class="govuk-link" href={href}>
                      {text}
                    </a>
                  ) : (
                    text
                  )}
                </dt>
                <dd class="govuk-summary-list__value">{says(setUp, asked.today)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>,
  );
}

const mayGo = ({ actors }: Asked, action: Action = 'readSetUp'): boolean =>
  can(actors, action, { relation: 'other', state: null });
