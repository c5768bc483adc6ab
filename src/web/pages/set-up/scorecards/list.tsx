import { can } from '../../../../domain/permission/can.ts';
import { readSetUp } from '../../../../workflow/queries/set-up.ts';
import { Button } from '../../../components/button/button.tsx';
import { Table } from '../../../components/table/table.tsx';
import { pageAnswer } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';

/** The named choices of measures that reports are made of. */
export async function scorecardList(asked: Asked): Promise<Answer> {
  const { scorecards, measures } = await readSetUp(asked.store, asked.authority.code, asked.today);
  const mayChange = can(asked.actors, 'changeMeasures', { relation: 'other', state: null });
  const latest = [...new Map(scorecards.map((card) => [card.code, card])).values()].sort(
    (a, b) => b.measures.length - a.measures.length,
  );
  const held = new Set(latest.flatMap((card) => card.measures));
  const left = measures.filter(({ code }) => !held.has(code));
  return pageAnswer(
    asked,
    { title: 'Scorecards', back: { text: 'Set-up', href: '/set-up' } },
    <>
      <h1 class="govuk-heading-l">Scorecards</h1>
      <p class="govuk-body">
        Rounds collect the measures of all scorecards. Reports show those of one, in its order.
      </p>
      {mayChange ? <Button href="/set-up/scorecards/new">Add a scorecard</Button> : null}
      <Table
        caption="Scorecards"
        captionHidden
        columns={[
          { heading: 'Name', label: '' },
          { heading: 'Measures', label: 'Measures', numeric: true },
        ]}
        rows={latest.map(({ code, name, measures: members }) => ({
          key: code,
          cells: [
            mayChange ? (
              <a class="govuk-link" href={`/set-up/scorecards/${encodeURIComponent(code)}`}>
                {name}
              </a>
            ) : (
              name
            ),
            members.length,
          ],
        }))}
        empty="There are no scorecards yet. The first one begins with the first measure."
      />
      {left.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">On no scorecard, so not collected</h2>
          <ul class="govuk-list govuk-list--bullet">
            {left.map(({ code, title }) => (
              <li key={code}>{`${title} (${code})`}</li>
            ))}
          </ul>
        </>
      )}
    </>,
  );
}
