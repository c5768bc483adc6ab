import { periodLabel } from '../../../domain/period/label.ts';
import { periodOf } from '../../../domain/period/parse.ts';
import { relationsFor } from '../../../domain/permission/can.ts';
import { updateStateNames } from '../../../domain/round/update.ts';
import { listed } from '../../../reports/model/sentence.ts';
import { type MyWork, myWork, type WorkLine } from '../../../workflow/queries/my-work.ts';
import { setUpKnown } from '../../../workflow/queries/set-up-now.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress, periodAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { Table, type TableColumn } from '../../components/table/table.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { counted } from '../../wording/count.ts';
import { dayInWords, daysAway } from '../../wording/days.ts';
import { CommitmentTable } from '../commitments/commitment-table.tsx';
import { CorrectionsTable } from '../corrections/corrections-table.tsx';
import { AwaySection } from './away.tsx';

export async function myWorkPage(asked: Asked): Promise<Answer> {
  const work = await myWork(asked.store, actingFor(asked), setUpKnown(asked.known));
  const { toEnter, toApprove, sent, people } = work;
  const isApprover = relationsFor(asked.actors, 'approveUpdate').length > 0;
  const enters = relationsFor(asked.actors, 'enterUpdate').length > 0;
  return pageAnswer(
    asked,
    { title: 'My work' },
    <>
      <h1 class="govuk-heading-l">My work</h1>
      <p class="govuk-body-l">{sentence(work)}</p>
      {isApprover || toApprove.length > 0 ? (
        <ToApprove asked={asked} lines={toApprove} people={people} />
      ) : null}
      {enters || toEnter.length > 0 ? <ToEnter asked={asked} lines={toEnter} people={people} /> : null}
      {sent.length === 0 ? null : <Sent asked={asked} lines={sent} />}
      {work.corrections.toDecide.length === 0 ? null : (
        <CorrectionsTable caption="Corrections to decide" corrections={work.corrections.toDecide} />
      )}
      {work.corrections.proposed.length === 0 ? null : (
        <CorrectionsTable caption="Corrections that you proposed" corrections={work.corrections.proposed} />
      )}
      {work.commitments.length === 0 ? null : <Promised asked={asked} work={work} />}
      <Used work={work} today={asked.today} />
      <AwaySection asked={asked} work={work} />
    </>,
  );
}

/** What matters first, in one sentence. */
function sentence({ toEnter, toApprove, commitments, corrections: { toDecide } }: MyWork): string {
  const overdue = commitments.filter((line) => line.overdue).length;
  const late = toEnter.filter((line) => line.late).length;
  const parts = [
    toEnter.length > 0 ? `${counted(toEnter.length, 'measure')} to update` : null,
    toApprove.length > 0 ? `${counted(toApprove.length, 'update')} to approve` : null,
    toDecide.length > 0 ? `${counted(toDecide.length, 'correction')} to decide` : null,
  ].filter((part) => part !== null);
  const promised =
    overdue === 0
      ? ''
      : ` ${counted(overdue, 'commitment')} of yours ${overdue === 1 ? 'is' : 'are'} overdue.`;
  if (parts.length === 0) return promised === '' ? 'Nothing is waiting for you.' : promised.trim();
  return `You have ${listed(parts)}.${late > 0 ? ` ${late === 1 ? '1 is' : `${late} are`} late.` : ''}${promised}`;
}

const addressOf = ({ round, code }: WorkLine, place = 'update') =>
  `/${place}/${periodAddress(round.period)}/${measureAddress(code)}`;

const columns = (last: string): TableColumn[] => [
  { heading: 'Measure', label: '' },
  { heading: 'Where it stands', label: 'Where it stands' },
  { heading: 'Due', label: 'Due' },
  { heading: last, label: last },
];

interface ListProps {
  asked: Asked;
  lines: readonly WorkLine[];
  people: MyWork['people'];
}

function ToEnter({ asked, lines, people }: ListProps) {
  const [first] = lines;
  return (
    <section>
      <Table
        caption="To update"
        columns={columns('Approver')}
        empty="No figures are due from you."
        rows={lines.map((line) => ({
          key: `${line.round.period} ${line.code}`,
          cells: [
            <MeasureLink key="m" line={line} />,
            updateStateNames[line.standing.state],
            <Due key="d" line={line} today={asked.today} />,
            approverOf(line, people),
          ],
        }))}
      />
      {lines.length < 3 || first === undefined ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={`/bulk/${periodAddress(first.round.period)}`}>
            Enter several at once in a table
          </a>
        </p>
      )}
    </section>
  );
}

/** Who signs it off first. */
function approverOf({ responsibility }: WorkLine, people: MyWork['people']): string {
  const [first] = Object.values(responsibility?.approvers ?? {});
  return people.get(first ?? '')?.name ?? 'Nobody named yet';
}

function ToApprove({ asked, lines, people }: ListProps) {
  return (
    <section>
      <Table
        caption="To approve"
        columns={columns('Submitted by')}
        empty="Nothing is waiting for your approval."
        rows={lines.map((line) => ({
          key: `${line.round.period} ${line.code}`,
          cells: [
            <MeasureLink key="m" line={line} place="approve" />,
            line.level === null ? '' : `For ${line.level.name.toLowerCase()}`,
            <Due key="d" line={line} today={asked.today} />,
            people.get(line.standing.submittedBy ?? '')?.name ?? '',
          ],
        }))}
      />
      {lines.length === 0 ? null : <Button href="/approve">Review and approve</Button>}
    </section>
  );
}

function Sent({ asked, lines }: { asked: Asked; lines: readonly WorkLine[] }) {
  return (
    <section>
      <Table
        caption="Sent"
        columns={columns('With')}
        empty=""
        rows={lines.map((line) => ({
          key: `${line.round.period} ${line.code}`,
          cells: [
            <MeasureLink key="m" line={line} />,
            updateStateNames[line.standing.state],
            line.standing.state === 'approved' ? 'Done' : dayInWords(line.due, asked.today),
            line.standing.state === 'approved' ? '' : (line.waitsFor?.name ?? 'Nobody named yet'),
          ],
        }))}
      />
    </section>
  );
}

/** What they have promised, whichever quarter it was. */
function Promised({ asked, work: { commitments } }: { asked: Asked; work: MyWork }) {
  return (
    <section>
      <CommitmentTable
        caption="What you have promised"
        lines={commitments}
        today={asked.today}
        empty="You have no open commitments."
      />
    </section>
  );
}

function MeasureLink({ line, place }: { line: WorkLine; place?: 'approve' }) {
  const { code, version, round, inPlaceOf } = line;
  return (
    <>
      <a class="govuk-link" href={addressOf(line, place)}>
        {version.title}
      </a>
      <span class="ot-under">
        {code}, {periodLabel(periodOf(round.period))}
        {inPlaceOf === null ? '' : `, in place of ${inPlaceOf.name}`}
      </span>
    </>
  );
}

function Due({ line: { due, late, extension }, today }: { line: WorkLine; today: string }) {
  return (
    <>
      {dayInWords(due, today)}
      <span class={late ? 'ot-under ot-late' : 'ot-under'}>
        {daysAway(due, today)}
        {extension === null ? '' : ' (extended)'}
      </span>
    </>
  );
}

/** What became of the figures they gave last: nobody enters figures gladly that nobody reads. */
function Used({ work: { used }, today }: { work: MyWork; today: string }) {
  if (used === null) return null;
  const { round, measures } = used;
  const { leadershipTeamOn, cabinetOn, scrutinyOn } = round.plan;
  const went = [
    leadershipTeamOn === null ? null : `the leadership team on ${dayInWords(leadershipTeamOn, today)}`,
    cabinetOn === null ? null : `Cabinet on ${dayInWords(cabinetOn, today)}`,
    scrutinyOn === null ? null : `scrutiny on ${dayInWords(scrutinyOn, today)}`,
  ].filter((part) => part !== null);
  const label = periodLabel(periodOf(round.period));
  return (
    <section class="ot-panel" aria-labelledby="used">
      <h2 class="govuk-heading-s" id="used">
        Where your last figures went
      </h2>
      <p class="govuk-body">
        {`Your ${counted(measures, 'measure')} for ${label} went to `}
        {went.length === 0 ? 'the published scorecard' : listed(went)}.{' '}
        <a class="govuk-link" href={`/scorecard/${periodAddress(round.period)}`}>
          See the scorecard for {label}
        </a>
      </p>
    </section>
  );
}
