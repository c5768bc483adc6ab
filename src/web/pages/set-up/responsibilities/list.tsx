import { can } from '../../../../domain/permission/can.ts';
import { readSetUp, type SetUp, unitsOn } from '../../../../workflow/queries/set-up.ts';
import { namedOnSheets, takeFromSheets } from '../../../../workflow/set-up/answer-for-measures.ts';
import { actingFor } from '../../../acting.ts';
import { measureAddress } from '../../../addresses.ts';
import { Button } from '../../../components/button/button.tsx';
import { Select } from '../../../components/select/select.tsx';
import { Table } from '../../../components/table/table.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { counted } from '../../../wording/count.ts';

const NOBODY = 'Nobody yet';

/** Who owns, who contributes, who approves: measure by measure, and what is still missing first in words. */
export async function responsibilityList(asked: Asked): Promise<Answer> {
  const setUp = await readSetUp(asked.store, asked.authority.code, asked.today);
  const chosen = asked.query.get('show') ?? '';
  const mayChange = can(asked.actors, 'changeMeasures', { relation: 'other', state: null });
  const title = 'Who answers for which measure';
  return pageAnswer(
    asked,
    { title, back: { text: 'Set-up', href: '/set-up' }, wide: true },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {mayChange ? <FromSheets asked={asked} setUp={setUp} /> : null}
      <Chooser asked={asked} setUp={setUp} chosen={chosen} />
      <List setUp={setUp} chosen={chosen} mayChange={mayChange} />
    </>,
  );
}

function FromSheets({ asked, setUp }: { asked: Asked; setUp: SetUp }) {
  const found = namedOnSheets(setUp).length;
  if (found === 0) return null;
  return (
    <section class="ot-panel" aria-labelledby="sheets">
      <h2 class="govuk-heading-s" id="sheets">
        {counted(found, 'measure')} can be given out for you
      </h2>
      <p class="govuk-body">
        Their definition sheets name an owner who has that post or name here, or their directorate has one
        approver. What you have chosen already stays.
      </p>
      <form method="post" action="/set-up/responsibilities">
        <Token asked={asked} />
        <Button>Give them out</Button>
      </form>
    </section>
  );
}

function Chooser({ asked, setUp, chosen }: { asked: Asked; setUp: SetUp; chosen: string }) {
  if (setUp.measures.length < 10) return null;
  const directorates = unitsOn(setUp.units, asked.today).filter(({ parent }) => parent === null);
  return (
    <form method="get" action="/set-up/responsibilities" class="ot-choose">
      <Select
        name="show"
        label="Show"
        value={chosen}
        items={[
          { value: '', text: 'All measures' },
          { value: 'missing', text: 'Those that lack an owner or an approver' },
          ...directorates.map(({ code, name }) => ({ value: code, text: name })),
        ]}
      />
      <Button classes="govuk-button--secondary">Show</Button>
    </form>
  );
}

function List({ setUp, chosen, mayChange }: { setUp: SetUp; chosen: string; mayChange: boolean }) {
  const { measures, responsibilities, levels, people } = setUp;
  const nameOf = (id: string | null | undefined) => {
    const person = people.find((one) => one.id === id);
    if (person === undefined) return id ?? NOBODY;
    return person.active ? person.name : `${person.name} (access has ended)`;
  };
  const isMissing = (code: string) => {
    const one = responsibilities.get(code);
    return one === undefined || one.owner === null || levels.some(({ id }) => !one.approvers[id]);
  };
  const wanted = measures.filter(
    ({ code, directorate }) =>
      chosen === '' || (chosen === 'missing' ? isMissing(code) : directorate === chosen),
  );
  return (
    <Table
      caption={counted(wanted.length, 'measure')}
      columns={[
        { heading: 'Measure', label: '' },
        { heading: 'Owner', label: 'Owner' },
        { heading: 'Contributors', label: 'Contributors' },
        ...levels.map(({ name }) => ({ heading: `Approval: ${name}`, label: name })),
      ]}
      rows={wanted.map(({ code, title }) => {
        const one = responsibilities.get(code);
        return {
          key: code,
          cells: [
            <>
              {mayChange ? (
                <a class="govuk-link" href={`/set-up/responsibilities/${measureAddress(code)}`}>
                  {title}
                </a>
              ) : (
                title
              )}
              <span class="ot-under">{code}</span>
            </>,
            nameOf(one?.owner),
            (one?.contributors ?? []).map(nameOf).join(', ') || 'None',
            ...levels.map(({ id }) => nameOf(one?.approvers[id])),
          ],
        };
      })}
      empty={
        measures.length === 0
          ? 'There are no measures yet. Add them first.'
          : 'No measure is like that. Choose another list.'
      }
    />
  );
}

export async function giveOut(asked: Asked): Promise<Answer> {
  const given = await takeFromSheets(asked.store, actingFor(asked));
  const notice = `${counted(given, 'measure')} ${given === 1 ? 'has' : 'have'} been given out.`;
  return { kind: 'redirect', to: '/set-up/responsibilities', notice };
}
