import { periodLabel } from '../../../domain/period/label.ts';
import { updateStateNames, updateStates } from '../../../domain/round/update.ts';
import type { UpdateLine } from '../../../workflow/queries/round-overview.ts';
import { measureAddress, periodAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { Select } from '../../components/select/select.tsx';
import { Table } from '../../components/table/table.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { counted } from '../../wording/count.ts';
import { dayInWords, daysAway } from '../../wording/days.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { roundAddress, roundOf } from './round-of.ts';
import { mayRun } from './round-page.tsx';

/** The updates of a round, by directorate and state; what is ticked can be given more time, exempted or reopened. */
export async function listPage(asked: Asked): Promise<Answer> {
  const open = await roundOf(asked);
  if (open === null) return notFoundPage(asked);
  const { period, overview } = open;
  const { query, today } = asked;
  const wanted = {
    directorate: query.get('directorate') ?? '',
    state: query.get('state') ?? '',
    late: query.get('late') === 'yes',
  };
  const lines = overview.lines.filter(
    (line) =>
      (wanted.directorate === '' || line.version.directorate === wanted.directorate) &&
      (wanted.state === '' || line.standing.state === wanted.state) &&
      (!wanted.late || line.late),
  );
  const address = roundAddress(period.code);
  const runs = mayRun(asked);
  const { state } = overview.round;
  const frozen = state === 'frozen' || state === 'published';
  const table = (
    <Table
      caption={counted(lines.length, 'measure')}
      columns={[
        { heading: 'Measure', label: '' },
        { heading: 'Where it stands', label: 'Where it stands' },
        { heading: 'Waits for', label: 'Waits for' },
        { heading: 'Due', label: 'Due' },
      ]}
      empty="No measure of this round is like that."
      rows={lines.map((line) => ({
        key: line.code,
        cells: [
          <Name key="n" line={line} period={period.code} ticks={runs} />,
          updateStateNames[line.standing.state],
          line.standing.state === 'approved' ? '' : (line.waitsFor?.name ?? 'Nobody named yet'),
          line.standing.state === 'approved' ? (
            ''
          ) : (
            <>
              {dayInWords(line.due, today)}
              <span class={line.late ? 'ot-under ot-late' : 'ot-under'}>
                {daysAway(line.due, today)}
                {line.extension === null ? '' : ' (extended)'}
              </span>
            </>
          ),
        ],
      }))}
    />
  );
  return pageAnswer(
    asked,
    {
      title: `Updates: ${periodLabel(period)}`,
      wide: true,
      back: { text: periodLabel(period), href: address },
    },
    <>
      <h1 class="govuk-heading-l">Updates, {periodLabel(period)}</h1>
      <form method="get" action={`${address}/list`} class="ot-filters">
        <Select
          name="directorate"
          label="Directorate"
          value={wanted.directorate}
          items={[
            { value: '', text: 'All' },
            ...overview.directorates.map(({ code, name }) => ({ value: code, text: name })),
          ]}
        />
        <Select
          name="state"
          label="Where it stands"
          value={wanted.state}
          items={[
            { value: '', text: 'Anywhere' },
            ...updateStates.map((one) => ({ value: one, text: updateStateNames[one] })),
          ]}
        />
        <Select
          name="late"
          label="Late"
          value={wanted.late ? 'yes' : ''}
          items={[
            { value: '', text: 'Late or not' },
            { value: 'yes', text: 'Late only' },
          ]}
        />
        <Button classes="govuk-button--secondary">Show</Button>
      </form>
      {runs && lines.length > 0 ? (
        <form method="get" action={`${address}/change`}>
          {table}
          <Changes frozen={frozen} />
        </form>
      ) : (
        table
      )}
    </>,
  );
}

/** What may be done to the measures with a tick. */
const Changes = ({ frozen }: { frozen: boolean }) => (
  <div class="ot-actions">
    {frozen ? (
      <Button name="do" value="reopenMeasure" classes="govuk-button--secondary">
        Reopen those with a tick
      </Button>
    ) : (
      <Button name="do" value="extend" classes="govuk-button--secondary">
        Give those with a tick more time
      </Button>
    )}
    <Button name="do" value="exempt" classes="govuk-button--secondary">
      Keep those with a tick out of public reports
    </Button>
  </div>
);

function Name({ line, period, ticks }: { line: UpdateLine; period: string; ticks: boolean }) {
  const id = `of-${measureAddress(line.code)}`;
  const href = `/update/${periodAddress(period)}/${measureAddress(line.code)}`;
  const link = (
    <>
      <a class="govuk-link" href={href}>
        {line.version.title}
      </a>
      <span class="ot-under">{line.code}</span>
    </>
  );
  if (!ticks) return link;
  return (
    <div class="ot-tick">
      <input type="checkbox" id={id} name="of" value={line.code} />
      <label for={id}>
        <span class="govuk-visually-hidden">Choose {line.version.title}</span>
      </label>
      <div>{link}</div>
    </div>
  );
}
