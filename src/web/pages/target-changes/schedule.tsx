import { periodLabel } from '../../../domain/period/label.ts';
import type { Cell, ReportBlock } from '../../../reports/model/report.ts';
import { readReport } from '../../../workflow/queries/read-report.ts';
import { readablePeriods } from '../../../workflow/queries/readable-periods.ts';
import { periodAddress, periodAt } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { Select } from '../../components/select/select.tsx';
import { Table } from '../../components/table/table.tsx';
import { pageAnswer } from '../../frame.tsx';
import { reportAnswer } from '../../report-answer.ts';
import { reportFormats } from '../../report-formats.ts';
import type { Answer, Asked } from '../../route.ts';
import { notFoundPage } from '../problem/problem.tsx';

/** `/target-changes/schedule?period=`: the schedule of amendments of a review, and the same as a document. */
export async function schedulePage(asked: Asked): Promise<Answer> {
  const periods = await readablePeriods(asked.known);
  const typed = asked.query.get('period');
  const wanted = typed === null ? null : periodAt(typed);
  if (typed !== null && wanted === null) return notFoundPage(asked);
  const settled = periods.find(({ round }) => round === 'frozen' || round === 'published') ?? periods[0];
  const period = wanted ?? settled?.period ?? null;
  const back = { text: 'Target changes', href: '/target-changes' };
  if (period === null) {
    return pageAnswer(
      asked,
      { title: 'Schedule of amendments', back },
      <>
        <h1 class="govuk-heading-l">Schedule of amendments</h1>
        <p class="govuk-body">There are no reporting periods yet.</p>
      </>,
    );
  }
  const report = await reportOf(asked, period.code);
  if (report === null) return notFoundPage(asked);
  const address = periodAddress(period.code);
  return pageAnswer(
    asked,
    { title: 'Schedule of amendments', back, wide: true },
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{`Review after ${periodLabel(period)}`}</span>
        Schedule of amendments
      </h1>
      <form method="get" action="/target-changes/schedule" class="ot-choose">
        <Select
          name="period"
          label="Review after"
          value={address}
          items={periods.slice(0, 12).map((one) => ({
            value: periodAddress(one.period.code),
            text: periodLabel(one.period),
          }))}
        />
        <Button classes="govuk-button--secondary">Show</Button>
      </form>
      {report.blocks.map((block, index) => (
        <Shown key={index} block={block} />
      ))}
      <h2 class="govuk-heading-m">As a document</h2>
      <ul class="govuk-list">
        {reportFormats.map(([ending, name]) => (
          <li key={ending}>
            <a class="govuk-link" href={`/target-changes/schedule/${address}.${ending}`}>
              {`Schedule of amendments, ${name}`}
            </a>
          </li>
        ))}
      </ul>
    </>,
  );
}

/** `/target-changes/schedule/:file`: `2018-19-Q2.pdf` */
export async function scheduleFile(asked: Asked): Promise<Answer> {
  const named = /^(.{1,20})\.([a-z]{3,4})$/.exec(asked.params.file ?? '');
  const period = periodAt(named?.[1] ?? '');
  const report = period === null ? null : await reportOf(asked, period.code);
  const answer = report === null ? null : await reportAnswer(asked, named?.[2] ?? '', report);
  return answer ?? notFoundPage(asked);
}

/** null where nothing can be said of the period: there is no scorecard, or no directorate then. */
async function reportOf({ store, authority }: Asked, code: string) {
  const period = periodAt(periodAddress(code));
  if (period === null) return null;
  const question = { authority: authority.code, period, scorecard: null, asAt: null };
  try {
    return await readReport(store, 'amendments', question);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function Shown({ block }: { block: ReportBlock }) {
  switch (block.type) {
    case 'heading':
      return (
        <h2 class="govuk-heading-m" id={block.id}>
          {block.text}
        </h2>
      );
    case 'paragraph':
      return <p class={block.role === 'lead' ? 'govuk-body-l' : 'govuk-body'}>{block.text}</p>;
    case 'list':
      return (
        <ul class="govuk-list govuk-list--bullet ot-wrap">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'table': {
      const { table } = block;
      return (
        <Table
          caption={table.caption}
          captionHidden
          columns={table.columns.map(({ heading }, index) => ({
            heading,
            label: index === 0 ? '' : heading,
          }))}
          rows={table.rows.map(({ id, cells }) => ({
            key: id,
            cells: cells.map((cell, index) => <CellContent key={index} cell={cell} />),
          }))}
          empty={table.empty}
        />
      );
    }
    default:
      return null;
  }
}

function CellContent({ cell }: { cell: Cell }) {
  switch (cell.type) {
    case 'measure':
      return (
        <>
          <strong>{cell.code}</strong>
          <span class="ot-under">{cell.title}</span>
        </>
      );
    case 'figure':
      return <>{cell.figure.display}</>;
    case 'text':
      return <>{cell.text}</>;
    default:
      return null;
  }
}
