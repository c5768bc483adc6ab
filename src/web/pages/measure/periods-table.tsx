import { formatFigure } from '../../../domain/number/format.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import type { MeasurePoint } from '../../../workflow/queries/read-measure.ts';
import { periodAddress } from '../../addresses.ts';
import { Details } from '../../components/details/details.tsx';
import { StatusTag } from '../../components/status-tag/status-tag.tsx';
import { Table, type TableColumn } from '../../components/table/table.tsx';
import { promisedInWords } from '../../wording/figures.ts';

const columns: readonly TableColumn[] = [
  { heading: 'Period', label: '' },
  { heading: 'Actual', label: 'Actual', numeric: true },
  { heading: 'Target', label: 'Target', numeric: true },
  { heading: 'Status', label: 'Status' },
  { heading: 'Year-end forecast', label: 'Forecast', numeric: true },
  { heading: 'Forecast status', label: 'Forecast status' },
];

/** Two years at once; what came before is folded. */
const FIRST = 8;

/** Every period, the latest first, with what the chart draws and what it does not. */
export function PeriodsTable({
  points,
  address,
  name,
}: {
  points: readonly MeasurePoint[];
  address: string;
  /** Of the measure, where several stand on one page. */
  name?: string;
}) {
  const named = (caption: string) => (name === undefined ? caption : `${name}: ${lowerFirst(caption)}`);
  const latestFirst = [...points].reverse();
  const table = (caption: string, some: readonly MeasurePoint[]) => (
    <Table
      caption={named(caption)}
      columns={columns}
      empty="There are no figures yet."
      rows={some.map((point) => ({ key: point.period.code, cells: cellsOf(point, address) }))}
    />
  );
  const earlier = latestFirst.slice(FIRST);
  return (
    <>
      {table('Figures by period', latestFirst.slice(0, FIRST))}
      {earlier.length === 0 ? null : (
        <Details summaryText={`Earlier periods (${earlier.length})`}>
          {table('Earlier periods', earlier)}
        </Details>
      )}
    </>
  );
}

function cellsOf({ period, measure }: MeasurePoint, address: string) {
  const { position, periodTargets, forecast, version } = measure.snapshot;
  const { unit } = version;
  const flags = position.observation?.flags ?? [];
  return [
    <a key="period" class="govuk-link" href={`${address}?period=${periodAddress(period.code)}`}>
      {periodLabel(period)}
    </a>,
    <>
      {formatFigure(position.figure, unit)}
      {flags.length === 0 ? null : <span class="ot-under">{flags.join(', ')}</span>}
    </>,
    promisedInWords(periodTargets, unit) ?? 'No target',
    <StatusTag key="status" outcome={measure.status.outcome} />,
    forecast === null ? 'No forecast' : formatFigure(forecast.figure, unit),
    <StatusTag key="forecast" outcome={measure.forecastStatus.outcome} />,
  ];
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
