import type { Person } from '../../../../domain/organisation/person.ts';
import { roleNames } from '../../../../domain/organisation/person.ts';
import { can } from '../../../../domain/permission/can.ts';
import { readSetUp } from '../../../../workflow/queries/set-up.ts';
import { Button, ButtonGroup } from '../../../components/button/button.tsx';
import { Table, type TableColumn } from '../../../components/table/table.tsx';
import { pageAnswer } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';

const columns: readonly TableColumn[] = [
  { heading: 'Name', label: '' },
  { heading: 'May act as', label: 'May act as' },
  { heading: 'Directorate', label: 'Directorate' },
  { heading: 'E-mail', label: 'E-mail' },
];

/** Everybody who signs in, and those whose access has ended. */
export async function peopleList(asked: Asked): Promise<Answer> {
  const { people, units } = await readSetUp(asked.store, asked.authority.code, asked.today);
  const mayChange = can(asked.actors, 'managePeople', { relation: 'other', state: null });
  const directorate = (code: string | null) =>
    code === null ? 'All' : (units.findLast((unit) => unit.code === code)?.name ?? code);
  const rowOf = (person: Person) => ({
    key: person.id,
    cells: [
      <>
        {mayChange ? (
          <a class="govuk-link" href={`/set-up/people/${person.id}`}>
            {person.name}
          </a>
        ) : (
          person.name
        )}
        <span class="ot-under">{person.post ?? person.id}</span>
      </>,
      person.roles.map((role) => roleNames[role]).join(', ') || 'Nothing yet',
      directorate(person.directorate),
      person.email || 'None given',
    ],
  });
  const [active, ended] = [people.filter((one) => one.active), people.filter((one) => !one.active)];
  return pageAnswer(
    asked,
    { title: 'People and what they may do', back: { text: 'Set-up', href: '/set-up' }, wide: true },
    <>
      <h1 class="govuk-heading-l">People and what they may do</h1>
      {mayChange ? (
        <ButtonGroup>
          <Button href="/set-up/people/new">Add a person</Button>
          <Button href="/set-up/people/several" classes="govuk-button--secondary">
            Add several
          </Button>
        </ButtonGroup>
      ) : (
        <p class="govuk-body">An administrator adds and changes people.</p>
      )}
      <Table
        caption="People who can sign in"
        columns={columns}
        rows={active.map(rowOf)}
        empty="Nobody can sign in yet."
      />
      {ended.length === 0 ? null : (
        <Table caption="Access has ended" columns={columns} rows={ended.map(rowOf)} empty="" />
      )}
    </>,
  );
}
