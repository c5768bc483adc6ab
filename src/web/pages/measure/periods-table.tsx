import type { SeriesBreak } from '../../../domain/measure/series-change.ts';
import { formatFigure } from '../../../domain/number/format.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { breakSince, seriesNote } from '../../../reports/model/series-note.ts';
import type { PredecessorView } from '../../../workflow/queries/predecessors.ts';
import type { MeasurePoint } from '../../../workflow/queries/read-measure.ts';
import { measureAddress, periodAddress } from '../../addresses.ts';
import { withAsKnown } from '../../as-known.ts';
import { AgainstOriginal } from '../../components/against-original/against-original.tsx';
import { Details } from '../../components/details/details.tsx';
import { StatusTag } from '../../components/status-tag/status-tag.tsx';
import { Table, type TableColumn } from '../../components/table/table.tsx';
import { promisedInWords } from '../../wording/figures.ts';
import { timeline } from './timeline.ts';

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
  predecessors = [],
  address,
  asKnown = '',
  name,
}: {
  points: readonly MeasurePoint[];
  predecessors?: readonly PredecessorView[];
  address: string;
  /** How the figures are known, as an address says it; '' for now. */
  asKnown?: string;
  /** Of the measure, where several stand on one page. */
  name?: string;
}) {
  const named = (caption: string) => (name === undefined ? caption : `${name}: ${lowerFirst(caption)}`);
  const moments = timeline(points, predecessors);
  const latestFirst = moments
    .flatMap(({ point, before }, index): Line[] => [
      ...before.map((each) => ({ ...each, change: null })),
      ...(point === null
        ? []
        : [
            {
              code: null,
              point,
              change: breakSince(
                point.measure.snapshot.breaks,
                point.period,
                moments[index - 1]?.period ?? null,
              ),
            },
          ]),
    ])
    .reverse();
  const table = (caption: string, some: readonly Line[]) => (
    <Table
      caption={named(caption)}
      columns={columns}
      empty="There are no figures yet."
      rows={some.map((line) => ({
        key: `${line.code ?? ''} ${line.point.period.code}`,
        cells: cellsOf(line, address, asKnown),
      }))}
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

/** A figure of the measure, or one from before it that another measure has. */
interface Line {
  /** Of the other measure; null for its own. */
  code: string | null;
  point: Pick<MeasurePoint, 'period' | 'measure'>;
  change: SeriesBreak | null;
}

function cellsOf({ code, point: { period, measure }, change }: Line, own: string, asKnown: string) {
  const address = code === null ? own : `/measures/${measureAddress(code)}`;
  const { position, periodTargets, forecast, version } = measure.snapshot;
  const { unit } = version;
  const flags = position.observation?.flags ?? [];
  return [
    <>
      <a
        class="govuk-link"
        href={withAsKnown(
          `${address}?period=${periodAddress(period.code)}`,
          // Each edition is of one period: of another period there may be none.
          asKnown === 'as=published' ? '' : asKnown,
        )}
      >
        {periodLabel(period)}
      </a>
      {code === null ? null : <span class="ot-under">{`as ${code}`}</span>}
      {change === null ? null : <span class="ot-under">{seriesNote(change, period)}</span>}
    </>,
    <>
      {formatFigure(position.figure, unit)}
      {flags.length === 0 ? null : <span class="ot-under">{flags.join(', ')}</span>}
    </>,
    promisedInWords(periodTargets, unit) ?? 'No target',
    <>
      <StatusTag outcome={measure.status.outcome} />
      <AgainstOriginal measure={measure} about="now" />
    </>,
    forecast === null ? 'No forecast' : formatFigure(forecast.figure, unit),
    <>
      <StatusTag outcome={measure.forecastStatus.outcome} />
      <AgainstOriginal measure={measure} about="forecast" />
    </>,
  ];
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
