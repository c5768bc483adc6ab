import { formatFigure } from '../../../domain/number/format.ts';
import { periodLabel, shortPeriodLabel } from '../../../domain/period/label.ts';
import { directionMark } from '../../../reports/model/marks.ts';
import { afterwardsSentence, NO_CAUSE } from '../../../reports/model/surgery-afterwards.ts';
import type { MeasurePoint } from '../../../workflow/queries/read-measure.ts';
import {
  MOST_IN_SURGERY,
  readSurgery,
  type SurgeryView,
  surgeryReport,
} from '../../../workflow/queries/surgery.ts';
import { measureChoices } from '../../../workflow/queries/surgery-choices.ts';
import { measureAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { Checkboxes } from '../../components/choices/choices.tsx';
import { StatusTag } from '../../components/status-tag/status-tag.tsx';
import { Table } from '../../components/table/table.tsx';
import { Problems } from '../../form-problems.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { measureAt } from '../../subject.ts';
import { counted } from '../../wording/count.ts';
import { figureAgainst } from '../../wording/figures.ts';
import { Chart } from '../measure/chart.tsx';
import { CommentaryByPeriod } from '../measure/commentary.tsx';
import { PeriodsTable } from '../measure/periods-table.tsx';
import { CommitmentTable } from './commitment-table.tsx';
import { Downloads } from './downloads.tsx';
import { reportFile } from './report-file.ts';

/** The pack of a performance surgery: chosen measures with `?measure=`, or the choice of them. */
export async function surgeryPage(asked: Asked): Promise<Answer> {
  const chosen = asked.query.getAll('measure');
  if (chosen.length > MOST_IN_SURGERY) {
    const problem = `Choose ${MOST_IN_SURGERY} measures or fewer. You chose ${chosen.length}`;
    return choosePage(asked, chosen, problem);
  }
  const codes = await chosenMeasures(asked);
  if (codes.length > 0) return packPage(asked, codes);
  return choosePage(asked, [], asked.query.has('made') ? 'Choose at least one measure' : null);
}

async function chosenMeasures({ known, query }: Asked): Promise<string[]> {
  const codes = new Set<string>();
  for (const address of query.getAll('measure').slice(0, MOST_IN_SURGERY)) {
    const code = await measureAt(known, address);
    if (code !== null) codes.add(code);
  }
  return [...codes];
}

async function choosePage(asked: Asked, chosen: readonly string[], problem: string | null): Promise<Answer> {
  const choices = await measureChoices(asked.store, asked.authority.code, asked.today);
  return pageAnswer(
    asked,
    {
      title: 'Performance surgery',
      back: { text: 'Commitments', href: '/commitments' },
      hasErrors: problem !== null,
    },
    <>
      <Problems problems={problem === null ? [] : [{ field: 'measure-0-0', message: problem }]} />
      <h1 class="govuk-heading-l">Performance surgery</h1>
      <p class="govuk-body">
        {`Choose up to ${MOST_IN_SURGERY} measures. The pack holds their figures and statuses, what the service said, what was promised and what became of it, and the questions to answer.`}
      </p>
      {choices.length === 0 ? (
        <p class="govuk-body">There are no measures yet.</p>
      ) : (
        <form method="get" action="/surgery">
          {/* Tells a form without a tick from the first look at it. */}
          <input type="hidden" name="made" value="yes" />
          {choices.map(({ directorate, measures }, index) => (
            <Checkboxes
              key={directorate}
              name="measure"
              id={`measure-${index}`}
              legend={directorate}
              small
              items={measures.map(({ code, title, open, overdue }, at) => ({
                id: `measure-${index}-${at}`,
                value: measureAddress(code),
                text: `${code} ${title}`,
                checked: chosen.includes(measureAddress(code)),
                ...(open === 0
                  ? {}
                  : {
                      hint: `${counted(open, 'open commitment')}, ${overdue === 0 ? 'none' : overdue} overdue`,
                    }),
              }))}
            />
          ))}
          <Button>Make the pack</Button>
        </form>
      )}
    </>,
    problem === null ? 200 : 400,
  );
}

async function packPage(asked: Asked, codes: readonly string[]): Promise<Answer> {
  const surgery = await readSurgery(asked.known, asked.authority, codes, asked.today);
  const query = `?${new URLSearchParams(codes.map((code) => ['measure', measureAddress(code)]))}`;
  const without = codes.length - surgery.length;
  return pageAnswer(
    asked,
    { title: 'Performance surgery', wide: true, back: { text: 'Choose other measures', href: '/surgery' } },
    <>
      <h1 class="govuk-heading-l">Performance surgery</h1>
      <p class="govuk-body-l">{`A pack for ${counted(surgery.length, 'measure')}.`}</p>
      {without === 0 ? null : (
        <p class="govuk-body">{`${counted(without, 'measure')} left out: there are no settled figures yet.`}</p>
      )}
      {surgery.map((one) => (
        <OneMeasure key={one.view.code} one={one} today={asked.today} />
      ))}
      {surgery.length === 0 ? null : (
        <Downloads address="/surgery/files" query={query} what="The pack, with room for the answers" />
      )}
    </>,
  );
}

function OneMeasure({ one, today }: { one: SurgeryView; today: string }) {
  const { view, points, commitments, done } = one;
  const { point } = view;
  if (point === null) return null;
  const { snapshot, status, direction } = point.measure;
  const address = `/measures/${measureAddress(view.code)}`;
  const { title, unit } = snapshot.version;
  return (
    <section>
      <h2 class="govuk-heading-m">
        <a class="govuk-link" href={address}>{`${view.code} ${title}`}</a>
      </h2>
      <p class="govuk-body">
        {`${periodLabel(point.period)}: ${figureAgainst(snapshot.position.figure, snapshot.periodTargets, unit, '')}. `}
        <StatusTag outcome={status.outcome} />
        {` Direction of travel: ${direction.label} (${directionMark(direction).basis}).`}
      </p>
      <Chart
        points={points}
        predecessors={view.predecessors}
        title={`${title}, by period`}
        id={measureAddress(view.code)}
      />
      <PeriodsTable points={points} predecessors={view.predecessors} address={address} name={view.code} />
      <CommentaryByPeriod points={points.slice(-3)} chosen={point} name={view.code} />
      <CommitmentTable
        caption={`${view.code}: what was promised`}
        lines={commitments}
        today={today}
        empty="Nothing was promised for this measure."
        without="measure"
      />
      {done.map((each) => (
        <After key={each.line.id} each={each} />
      ))}
    </section>
  );
}

function After({ each: { line, doneOn, afterwards } }: { each: SurgeryView['done'][number] }) {
  const rows: [string, MeasurePoint | null][] = [
    ['When it was promised', afterwards.before],
    ['When it was done', afterwards.atDischarge],
    ...afterwards.following.map((point): [string, MeasurePoint] => ['After', point]),
  ];
  return (
    <>
      <h3 class="govuk-heading-s">{`Afterwards: ${line.what}`}</h3>
      <p class="govuk-body">{afterwardsSentence({ doneOn, afterwards })}</p>
      <Table
        caption={`Before, when done and after: ${line.what}`}
        captionHidden
        columns={[
          { heading: 'When', label: '' },
          { heading: 'Actual', label: 'Actual', numeric: true },
          { heading: 'Status', label: 'Status' },
          { heading: 'Direction of travel', label: 'Direction of travel' },
        ]}
        rows={rows.flatMap(([when, point]) =>
          point === null
            ? []
            : [
                {
                  key: `${when} ${point.period.code}`,
                  cells: [
                    `${when}: ${shortPeriodLabel(point.period)}`,
                    formatFigure(point.measure.snapshot.position.figure, point.measure.snapshot.version.unit),
                    <StatusTag key="s" outcome={point.measure.status.outcome} />,
                    point.measure.direction.label,
                  ],
                },
              ],
        )}
        empty="No period around it has been reported."
      />
      <p class="govuk-body-s">{NO_CAUSE}</p>
    </>
  );
}

/** `/surgery/files/:format` */
export async function surgeryFile(asked: Asked): Promise<Answer> {
  const surgery = await readSurgery(asked.known, asked.authority, await chosenMeasures(asked), asked.today);
  return reportFile(asked, surgeryReport(asked.authority, surgery, asked.today));
}
