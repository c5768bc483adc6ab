import type { Person } from '../../../domain/organisation/person.ts';
import type { AuditLine } from '../../../workflow/queries/audit-events.ts';
import { measureAddress, periodAddress, periodAt } from '../../addresses.ts';
import { Table, type TableColumn } from '../../components/table/table.tsx';
import { momentInWords } from '../../wording/days.ts';
import { roleInWords } from '../../wording/roles.ts';
import { actionInWords, kindInWords, objectInWords } from './words.ts';

const columns: readonly TableColumn[] = [
  { heading: 'When', label: '' },
  { heading: 'Who', label: 'Who' },
  { heading: 'What', label: 'What' },
  { heading: 'About', label: 'About' },
];

interface Props {
  caption: string;
  events: readonly AuditLine[];
  people: readonly Person[];
  timeZone: string;
  empty: string;
  /** Leads from an update to the trace of its figure. */
  withTrace?: boolean;
}

/** Events of the trail: who did what to what, and why. What a thing held before and after is in the trace of a figure. */
export function EventsTable({ caption, events, people, timeZone, empty, withTrace = false }: Props) {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (
    <Table
      caption={caption}
      columns={columns}
      empty={empty}
      rows={events.map((event) => ({
        key: event.id,
        cells: [
          <>
            {momentInWords(event.recordedAt, timeZone)}
            <span class="ot-under">{`Event ${event.id}`}</span>
          </>,
          <>
            {names.get(event.actor) ?? event.actor}
            {event.actingAs === null ? null : (
              <span class="ot-under">{`as ${roleInWords(event.actingAs)}`}</span>
            )}
          </>,
          <>
            {actionInWords(event.action)}
            {event.reason === null || event.reason === '' ? null : (
              <span class="ot-under">{`Reason: ${event.reason}`}</span>
            )}
          </>,
          <About key="about" event={event} withTrace={withTrace} />,
        ],
      }))}
    />
  );
}

function About({ event: { object }, withTrace }: { event: AuditLine; withTrace: boolean }) {
  const trace = withTrace && object.kind === 'update' ? traceOf(object.id) : null;
  return (
    <>
      {trace === null ? (
        objectInWords(object)
      ) : (
        <a class="govuk-link" href={trace}>
          {object.id}
        </a>
      )}
      <span class="ot-under">{kindInWords(object.kind)}</span>
    </>
  );
}

/** An update is named by its period and its measure: `2018-19/Q2 L&C PM28`. */
function traceOf(id: string): string | null {
  const space = id.indexOf(' ');
  const period = periodAddress(id.slice(0, space));
  return space < 0 || periodAt(period) === null
    ? null
    : `/trace/${period}/${measureAddress(id.slice(space + 1))}`;
}
