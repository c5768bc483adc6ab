import { can } from '../../../../domain/permission/can.ts';
import { schemesInForce } from '../../../../workflow/queries/schemes-in-force.ts';
import { readSetUp } from '../../../../workflow/queries/set-up.ts';
import { Button } from '../../../components/button/button.tsx';
import { Details } from '../../../components/details/details.tsx';
import { pageAnswer } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { KeyTable } from './key-table.tsx';
import { schemeText } from './scheme-typed.ts';

/** The rules by which figures get their status today. */
export async function schemePage(asked: Asked): Promise<Answer> {
  const { authority } = await readSetUp(asked.store, asked.authority.code, asked.today);
  const { status } = await schemesInForce(asked.store, authority, asked.today);
  const mayChange = can(asked.actors, 'changeSchemes', { relation: 'other', state: null });
  return pageAnswer(
    asked,
    { title: 'Status scheme', back: { text: 'Set-up', href: '/set-up' } },
    <>
      <h1 class="govuk-heading-l">Status scheme</h1>
      <p class="govuk-body-l">Figures are judged by {status.name}.</p>
      <p class="govuk-body">
        {status.authorityNote}. Version {status.version}.
      </p>
      {mayChange ? <Button href="/set-up/scheme/change">Try another scheme</Button> : null}
      <KeyTable scheme={status} />
      <Details summaryText="The whole scheme as it is stored">
        <pre class="ot-pre govuk-body-s">{schemeText(status)}</pre>
      </Details>
    </>,
  );
}
