import { chartChanges } from '../../../domain/signal/chart-changes.ts';
import type { ChartView } from '../../../workflow/queries/chart-view.ts';
import { setUpKnown } from '../../../workflow/queries/set-up-now.ts';
import { Table } from '../../components/table/table.tsx';
import type { Asked } from '../../route.ts';
import { momentInWords } from '../../wording/days.ts';
import { roleInWords } from '../../wording/roles.ts';
import { periodNames } from './period-names.ts';

/** Every decision about the chart, the latest first: who, when and why. */
export async function decisionsTable(asked: Asked, view: ChartView) {
  const people = new Map((await setUpKnown(asked.known).people()).map(({ id, name }) => [id, name]));
  const named = periodNames(view);
  const { timeZone } = asked.authority;
  const rows = view.decisions.map(({ recordedAt, actor, actingAs, reason, drawn }, at) => ({
    key: `${at}`,
    cells: [
      momentInWords(recordedAt, timeZone),
      <>
        {people.get(actor) ?? actor}
        {actingAs === null ? null : <span class="ot-under">{`as ${roleInWords(actingAs)}`}</span>}
      </>,
      chartChanges(view.decisions[at - 1]?.drawn ?? null, drawn, named).join(' '),
      reason ?? '',
    ],
  }));
  return (
    <Table
      caption="Decisions about this chart"
      columns={[
        { heading: 'When', label: '' },
        { heading: 'Who', label: 'Who' },
        { heading: 'What', label: 'What' },
        { heading: 'Reason', label: 'Reason' },
      ]}
      rows={rows.reverse()}
      empty="Nobody has decided anything about this chart: it is drawn as all others are."
    />
  );
}
