import { formatLongDate } from '../../../../domain/number/date.ts';
import type { OrganisationUnit } from '../../../../domain/organisation/organisation.ts';
import { can } from '../../../../domain/permission/can.ts';
import { readSetUp, type SetUp, unitsOn } from '../../../../workflow/queries/set-up.ts';
import { Button } from '../../../components/button/button.tsx';
import { Table } from '../../../components/table/table.tsx';
import { pageAnswer } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { counted } from '../../../wording/count.ts';

/** The organisation of today, and what has ended or is still to begin. */
export async function directorateList(asked: Asked): Promise<Answer> {
  const setUp = await readSetUp(asked.store, asked.authority.code, asked.today);
  const mayChange = can(asked.actors, 'changeOrganisation', { relation: 'other', state: null });
  const now = unitsOn(setUp.units, asked.today);
  const top = now.filter(({ parent }) => parent === null);
  const inOrder = top.flatMap((each) => [each, ...now.filter(({ parent }) => parent === each.code)]);
  const codes = new Set(now.map(({ code }) => code));
  const others = [...new Map(setUp.units.map((unit) => [unit.code, unit])).values()].filter(
    ({ code }) => !codes.has(code),
  );
  const title = 'Directorates and services';
  return pageAnswer(
    asked,
    { title, back: { text: 'Set-up', href: '/set-up' } },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {mayChange ? (
        <Button href="/set-up/directorates/new">Add a directorate or service</Button>
      ) : (
        <p class="govuk-body">An administrator adds and changes directorates.</p>
      )}
      <Table
        caption="Today"
        columns={[
          { heading: 'Name', label: '' },
          { heading: 'Measures', label: 'Measures' },
          { heading: 'Holds', label: 'Holds' },
        ]}
        rows={inOrder.map((unit) => rowOf(unit, setUp, mayChange))}
        empty="There are no directorates yet."
      />
      {others.length === 0 ? null : (
        <Table
          caption="Ended, or still to begin"
          columns={[
            { heading: 'Name', label: '' },
            { heading: 'Measures', label: 'Measures' },
            { heading: 'Holds', label: 'Holds' },
          ]}
          rows={others.map((unit) => rowOf(unit, setUp, mayChange))}
          empty=""
        />
      )}
    </>,
  );
}

function rowOf(unit: OrganisationUnit, { measures }: SetUp, mayChange: boolean) {
  const { code, name, parent } = unit;
  const own = measures.filter((each) => (parent === null ? each.directorate : each.service) === code);
  const named = mayChange ? (
    <a class="govuk-link" href={`/set-up/directorates/${encodeURIComponent(code)}`}>
      {name}
    </a>
  ) : (
    name
  );
  const cell = parent === null ? <strong key="name">{named}</strong> : <span class="ot-within">{named}</span>;
  return { key: code, cells: [cell, counted(own.length, 'measure'), heldFor(unit)] };
}

/** The days for which a version of a unit holds, in words. */
export function heldFor({ validFrom, validTo }: OrganisationUnit): string {
  const from = validFrom < '1950' ? null : formatLongDate(validFrom);
  const to = validTo === null ? null : formatLongDate(validTo);
  if (from === null) return to === null ? 'Always' : `Until ${to}`;
  return to === null ? `From ${from}` : `From ${from} to ${to}`;
}
