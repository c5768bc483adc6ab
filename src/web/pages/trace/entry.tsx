import type { ObservationRole } from '../../../domain/facts.ts';
import { formatFigure } from '../../../domain/number/format.ts';
import type { Unit } from '../../../domain/number/unit.ts';
import type { RecordedFigure, Trace } from '../../../workflow/queries/trace-figure.ts';
import { Table, type TableColumn } from '../../components/table/table.tsx';
import { momentInWords } from '../../wording/days.ts';
import { roleInWords } from '../../wording/roles.ts';

const roleNames: Readonly<Record<ObservationRole, string>> = {
  actual: 'Actual',
  toDate: 'Year to date',
  forecast: 'Year-end forecast',
  outturn: 'Outturn',
};

const columns: readonly TableColumn[] = [
  { heading: 'Figure', label: '' },
  { heading: 'As it stands', label: 'As it stands' },
  { heading: 'As it was typed', label: 'As typed' },
  { heading: 'Recorded', label: 'Recorded' },
  { heading: 'Where it came from', label: 'From' },
];

/** Every version of every figure, with whoever recorded it and the file or form it came from. */
export function Entries({ trace, unit, timeZone }: { trace: Trace; unit: Unit; timeZone: string }) {
  const name = (id: string) => trace.people.get(id)?.name ?? id;
  const latest = (one: RecordedFigure) => trace.figures.findLast(({ role }) => role === one.role) === one;
  return (
    <Table
      caption="Where the figure came from"
      columns={columns}
      empty="No figure has been recorded for this period."
      rows={trace.figures.map((one, index) => ({
        key: String(index),
        cells: [
          <>
            {roleNames[one.role]}
            {latest(one) ? null : <span class="ot-under">Replaced later</span>}
          </>,
          <>
            {formatFigure(one.figure, unit)}
            {one.numerator === null || one.denominator === null ? null : (
              <span class="ot-under">{`${one.numerator} of ${one.denominator}`}</span>
            )}
            {one.flags.length === 0 ? null : <span class="ot-under">{one.flags.join(', ')}</span>}
          </>,
          one.figure.typed === '' ? 'Nothing' : `“${one.figure.typed}”`,
          <>
            {momentInWords(one.recordedAt, timeZone)}
            {one.by === null ? null : (
              <span class="ot-under">
                {`by ${name(one.by.actor)}${one.by.actingAs === null ? '' : `, as ${roleInWords(one.by.actingAs)}`}`}
              </span>
            )}
          </>,
          <>
            {sourceOf(one, name)}
            {one.note === null ? null : <span class="ot-under">{one.note}</span>}
            {one.by?.reason ? <span class="ot-under">{`Reason: ${one.by.reason}`}</span> : null}
          </>,
        ],
      }))}
    />
  );
}

function sourceOf({ file, source }: RecordedFigure, name: (id: string) => string) {
  if (file === null) return name(source);
  return (
    <>
      {source}
      <span class="ot-under">{`File ${file.name}, imported by ${name(file.importedBy)}`}</span>
      <span class="ot-under">{`SHA-256 ${file.sha256}`}</span>
    </>
  );
}
