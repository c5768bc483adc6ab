import { formatLongDate } from '../../../domain/number/date.ts';
import { formatFigure } from '../../../domain/number/format.ts';
import type { Unit } from '../../../domain/number/unit.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { parsePeriod } from '../../../domain/period/parse.ts';
import { comparePeriods } from '../../../domain/period/relate.ts';
import { targetRoleNames } from '../../../domain/target/target.ts';
import type { HeldTarget } from '../../../workflow/queries/targets-of-year.ts';
import { Details } from '../../components/details/details.tsx';
import { Table, type TableColumn } from '../../components/table/table.tsx';

const columns: readonly TableColumn[] = [
  { heading: 'For', label: '' },
  { heading: 'Promised', label: 'Promised' },
  { heading: 'Version', label: 'Version' },
  { heading: 'Agreed', label: 'Agreed' },
];

interface Props {
  targets: readonly HeldTarget[];
  unit: Unit;
  /** The year whose targets stand open. */
  year: string | null;
}

/** What was promised, every version of it, by year: those of the chosen year first, the others folded. */
export function TargetHistory({ targets, unit, year }: Props) {
  const years = new Map<string, HeldTarget[]>();
  for (const target of targets) {
    const read = parsePeriod(target.period);
    const of = 'period' in read ? read.period.year : target.period;
    years.set(of, [...(years.get(of) ?? []), target]);
  }
  const latestFirst = [...years].sort(([a], [b]) => (a < b ? 1 : -1));
  const table = (of: string, some: readonly HeldTarget[]) => (
    <Table
      caption={`Targets for ${of}`}
      columns={columns}
      empty=""
      rows={[...some].sort(inOrder).map((target) => ({
        key: `${target.period} ${target.role} ${target.version} ${target.recordedAt}`,
        cells: cellsOf(target, some, unit),
      }))}
    />
  );
  return (
    <section aria-labelledby="targets">
      <h2 class="govuk-heading-m" id="targets">
        Targets
      </h2>
      {targets.length === 0 ? <p class="govuk-body">No target has been set.</p> : null}
      {latestFirst.map(([of, some]) =>
        of === year ? (
          table(of, some)
        ) : (
          <Details key={of} summaryText={`Targets for ${of}`}>
            {table(of, some)}
          </Details>
        ),
      )}
    </section>
  );
}

function cellsOf(target: HeldTarget, all: readonly HeldTarget[], unit: Unit) {
  const { period, role, figure, version, approvedBy, approvedOn, reason } = target;
  const read = parsePeriod(period);
  const label =
    'period' in read
      ? read.period.span === 'year'
        ? `Year end, ${period}`
        : periodLabel(read.period)
      : period;
  // They come in the order in which they were recorded: the last one of its kind stands.
  const own = all.filter((one) => one.period === period && one.role === role);
  const stands = own.at(-1);
  const next = own[own.indexOf(target) + 1];
  return [
    label,
    // A tolerance is in the unit of the scheme, which its own text says.
    `${targetRoleNames[role]}: ${role === 'tolerance' ? figure.typed : formatFigure(figure, unit)}`,
    <>
      {stands === target ? `${version}, in force` : `${version}, replaced later`}
      {target.effectiveFrom === undefined ? null : (
        <span class="ot-under">{`Holds from ${formatLongDate(target.effectiveFrom)}`}</span>
      )}
      {next === undefined ? null : <span class="ot-under">{replacedBy(next)}</span>}
    </>,
    <>
      {approvedBy === null
        ? 'Not said'
        : `${approvedBy}${approvedOn === null ? '' : `, ${onDay(approvedOn)}`}`}
      {target.decision === undefined ? null : <span class="ot-under">{target.decision}</span>}
      {reason === null ? null : <span class="ot-under">{reason}</span>}
    </>,
  ];
}

/** Which decision put another in its place. */
function replacedBy({ approvedBy, approvedOn, decision, version }: HeldTarget): string {
  const by = [approvedBy, approvedOn === null ? null : onDay(approvedOn), decision ?? null].filter(Boolean);
  return by.length === 0 ? `By version ${version}` : `By ${by.join(', ')}`;
}

const onDay = (day: string): string => (/^\d{4}-\d\d-\d\d$/.test(day) ? formatLongDate(day) : day);

function inOrder(a: HeldTarget, b: HeldTarget): number {
  const [one, other] = [parsePeriod(a.period), parsePeriod(b.period)];
  const byPeriod = 'period' in one && 'period' in other ? comparePeriods(one.period, other.period) : 0;
  return byPeriod || (a.role < b.role ? -1 : a.role > b.role ? 1 : a.version - b.version);
}
