import { formatLongDate } from '../../../domain/number/date.ts';
import { formatFigure } from '../../../domain/number/format.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { periodOf } from '../../../domain/period/parse.ts';
import { can, relationsFor } from '../../../domain/permission/can.ts';
import { editionName } from '../../../domain/round/edition.ts';
import { approvalLevels } from '../../../workflow/queries/approval-levels.ts';
import { isPublished, measureAs, momentOf } from '../../../workflow/queries/as-known.ts';
import type { MeasurePoint } from '../../../workflow/queries/read-measure.ts';
import { type Trace, traceFigure } from '../../../workflow/queries/trace-figure.ts';
import { measureAddress, periodAddress } from '../../addresses.ts';
import { asKnownQuery, viewAsked, withAsKnown } from '../../as-known.ts';
import { AsKnownBanner } from '../../components/as-known/as-known.tsx';
import { StatusTag } from '../../components/status-tag/status-tag.tsx';
import { Table } from '../../components/table/table.tsx';
import { pageAnswer } from '../../frame.tsx';
import { noSuchView } from '../../no-such-view.tsx';
import type { Answer, Asked } from '../../route.ts';
import { updateOf } from '../../subject.ts';
import { momentInWords } from '../../wording/days.ts';
import { promisedInWords } from '../../wording/figures.ts';
import { Tested } from '../assurance/tested.tsx';
import { EventsTable } from '../audit/events-table.tsx';
import { WorkedOut } from '../measure/worked-out.tsx';
import { notFoundPage } from '../problem/problem.tsx';
import { Changes } from './changes.tsx';
import { Entries } from './entry.tsx';

/** `/trace/:period/:measure`: from a figure to everything that it rests on. */
export async function tracePage(asked: Asked): Promise<Answer> {
  const which = await updateOf(asked);
  if (which === null) return notFoundPage(asked);
  const { store, known, authority, now } = asked;
  const period = periodOf(which.period);
  const viewed = await viewAsked(asked, { period: which.period, scorecard: null, measure: which.measure });
  if ('problem' in viewed) return noSuchView(asked, viewed, asked.path);
  const { as } = viewed;
  // What went into an edition was still gathered until it was made.
  const until = as.kind === 'published' ? as.edition.madeAt : momentOf(as);
  const [view, trace] = await Promise.all([
    measureAs(known, which.measure, period, 1, as),
    traceFigure(store, authority.code, which, now, until),
  ]);
  if (view === null && as.kind === 'asAt') {
    const problem = 'There was no such figure on that day. Choose a later one';
    return noSuchView(asked, { problem, typed: asked.query.get('as-at') ?? '' }, asked.path);
  }
  const point = view?.point ?? null;
  if (point === null) return notFoundPage(asked);
  const { version, position } = point.measure.snapshot;
  const { timeZone } = authority;
  const address = `/measures/${measureAddress(which.measure)}?period=${periodAddress(period.code)}`;
  const measure = withAsKnown(address, asKnownQuery(as, timeZone));
  return pageAnswer(
    asked,
    { title: `Trace of ${version.title}`, wide: true, back: { text: 'The measure', href: measure } },
    <>
      <span class="govuk-caption-l">{`Trace of ${which.measure}, ${periodLabel(period)}`}</span>
      <h1 class="govuk-heading-l">{version.title}</h1>
      <AsKnownBanner
        as={as}
        compare={`/compare?period=${periodAddress(period.code)}`}
        address={asked.path}
        isPublished={await isPublished(known, period.code, now)}
        timeZone={timeZone}
      />
      <p class="govuk-body-l">
        {`${formatFigure(position.figure, version.unit)} `}
        <StatusTag outcome={point.measure.status.outcome} />
      </p>
      {await Tested({ asked, measure: which.measure, period: period.code, asAt: until })}
      {position.workedOut === null ? null : (
        <p class="govuk-body">{`This figure was worked out: ${position.workedOut}.`}</p>
      )}
      <Entries trace={trace} unit={version.unit} timeZone={timeZone} />
      <Heading id="changes">Every change</Heading>
      <Changes trace={trace} timeZone={timeZone} />
      <Approvals asked={asked} trace={trace} levels={await approvalLevels(store, authority.code)} />
      <EvidenceOf
        trace={trace}
        update={`/update/${periodAddress(period.code)}/${measureAddress(which.measure)}`}
      />
      <Promised point={point} />
      <WorkedOut point={point} />
      <Editions asked={asked} trace={trace} />
      <EventsTable
        caption="In the audit trail"
        events={trace.events}
        people={[...trace.people.values()]}
        timeZone={timeZone}
        empty="The audit trail has no event about this update."
      />
      {relationsFor(asked.actors, 'verifyAudit').length === 0 ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href="/audit/check">
            Check that the audit trail is as it was written
          </a>
        </p>
      )}
    </>,
  );
}

const Heading = ({ id, children }: { id: string; children: string }) => (
  <h2 class="govuk-heading-m" id={id}>
    {children}
  </h2>
);

interface ApprovalProps {
  asked: Asked;
  trace: Trace;
  levels: readonly { id: string; name: string }[];
}

/** Of what stands: an approval of what was changed later counts no more, and is among the changes above. */
function Approvals({ asked, trace: { records, people }, levels }: ApprovalProps) {
  const last = records.findLastIndex(({ verb }) => verb !== 'approve');
  const approvals = records.slice(last + 1);
  return (
    <Table
      caption="Approvals of what stands"
      columns={[
        { heading: 'Level', label: '' },
        { heading: 'By', label: 'By' },
        { heading: 'On', label: 'On' },
      ]}
      empty="What stands has not been approved on this site."
      rows={approvals.map(({ sequence, person, at, detail }) => ({
        key: String(sequence),
        cells: [
          levels.find(({ id }) => id === detail.level)?.name ?? 'Approval',
          people.get(person)?.name ?? person,
          momentInWords(at, asked.authority.timeZone),
        ],
      }))}
    />
  );
}

function EvidenceOf({ trace: { evidence, people }, update }: { trace: Trace; update: string }) {
  return (
    <>
      <Heading id="evidence">Evidence</Heading>
      {evidence.length === 0 ? <p class="govuk-body">No evidence was given.</p> : null}
      <ul class="govuk-list govuk-list--bullet">
        {evidence.map(({ id, title, url, file, person }) => (
          <li key={id}>
            <a
              class="govuk-link"
              href={url ?? `${update}/evidence/${id}/file`}
              {...(url === null ? {} : { rel: 'noopener noreferrer' })}
            >
              {title}
            </a>
            {`, from ${people.get(person)?.name ?? person}`}
            {file === null ? null : <span class="ot-under">{`${file.name}, SHA-256 ${file.sha256}`}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The promise and the definition that the figure was held against. */
function Promised({ point: { measure } }: { point: MeasurePoint }) {
  const { version, periodTargets } = measure.snapshot;
  const target = periodTargets.target ?? periodTargets.low;
  const rows: [name: string, value: string][] = [
    ['Target', promisedInWords(periodTargets, version.unit) ?? 'No target'],
    ...(target === undefined
      ? []
      : ([
          ['Version of the target', String(target.version)],
          [
            'Agreed by',
            [target.approvedBy ?? 'Not said', target.approvedOn === null ? null : dayOf(target.approvedOn)]
              .filter((part) => part !== null)
              .join(', '),
          ],
          ...(target.reason === null ? [] : [['Reason', target.reason]]),
        ] as [string, string][])),
    ['Definition', `The version in force from ${formatLongDate(version.validFrom)}`],
    ['How it is worked out', version.definition.formula ?? 'Not said'],
  ];
  return (
    <>
      <Heading id="promise">Target and definition</Heading>
      <dl class="govuk-summary-list">
        {rows.map(([name, value]) => (
          <div class="govuk-summary-list__row" key={name}>
            <dt class="govuk-summary-list__key">{name}</dt>
            <dd class="govuk-summary-list__value ot-pre">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const dayOf = (day: string): string => (/^\d{4}-\d\d-\d\d$/.test(day) ? formatLongDate(day) : day);

/** Where it has been printed, as it stood there. Drafts only for those who may read any of them. */
function Editions({ asked, trace }: { asked: Asked; trace: Trace }) {
  const readsDrafts = can(asked.actors, 'readEmbargoed', { relation: 'other', state: null });
  const shown = trace.editions.filter(({ isPublic }) => isPublic || readsDrafts);
  return (
    <Table
      caption="Editions that print it"
      columns={[
        { heading: 'Edition', label: '' },
        { heading: 'Figure there', label: 'Figure there' },
        { heading: 'Status there', label: 'Status there' },
        { heading: 'Made', label: 'Made' },
      ]}
      empty="It has not been printed in any edition."
      rows={shown.map(({ edition, isPublic, address, actual, status }) => ({
        key: edition.id,
        cells: [
          <a
            class="govuk-link"
            href={`/${isPublic ? 'published' : 'reports'}/${edition.id}/measures/${address}`}
          >
            {`${edition.title}, ${editionName(edition).toLowerCase()}`}
          </a>,
          actual,
          status,
          momentInWords(edition.madeAt, asked.authority.timeZone),
        ],
      }))}
    />
  );
}
