import { formatFigure, formatNumber, grouped } from '../../../domain/number/format.ts';
import type { Unit } from '../../../domain/number/unit.ts';
import { methodOf } from '../../../domain/peers/counts.ts';
import { funnelWords, noIntervalInWords, placeInWords } from '../../../domain/peers/sentence.ts';
import type { PeerRow, PeerStanding } from '../../../domain/peers/standing.ts';
import { decimalOf } from '../../../domain/statistics/float-text.ts';
import { Table, type TableColumn } from '../../components/table/table.tsx';

interface TableProps {
  standing: PeerStanding;
  unit: Unit;
  caption: string;
  /** With intervals, cases and places in the funnel; without them the places and values alone. */
  whole: boolean;
}

const short: readonly TableColumn[] = [
  { heading: 'Council', label: '' },
  { heading: 'Place', label: 'Place' },
  { heading: 'Value', label: 'Value', numeric: true },
];
const long: readonly TableColumn[] = [
  { heading: '95% interval', label: '95% interval', numeric: true },
  { heading: 'Cases', label: 'Cases', numeric: true },
];

/** The councils in the order of their places; the authority's own row says so in words. */
export function PeersTable({ standing, unit, caption, whole }: TableProps) {
  const { rows, better, funnel } = standing;
  const tested = whole && rows.some(({ interval }) => interval !== null);
  const inFunnel = whole && typeof funnel !== 'string';
  return (
    <Table
      caption={caption}
      columns={[
        ...short,
        ...(tested ? long : []),
        ...(inFunnel ? [{ heading: 'In the funnel', label: 'In the funnel' }] : []),
      ]}
      rows={rows.map((row) => ({
        key: row.isOwn ? 'own' : row.area.code,
        cells: [
          <Council key="c" row={row} />,
          placeInWords(row, rows, better),
          formatFigure(row.figure, unit),
          ...(tested ? [<IntervalCell key="i" row={row} unit={unit} />, casesOf(row)] : []),
          ...(inFunnel
            ? [row.funnelPlace === null ? 'Not in it: no cases are held' : funnelWords[row.funnelPlace]]
            : []),
        ],
      }))}
      empty="No values of other councils can be compared for this period."
    />
  );
}

function Council({ row: { area, isOwn } }: { row: PeerRow }) {
  if (!isOwn) return <>{area.name}</>;
  return (
    <>
      <strong>{area.name}</strong>
      <span class="ot-under">This council</span>
    </>
  );
}

function IntervalCell({ row, unit }: { row: PeerRow; unit: Unit }) {
  const { interval, counts } = row;
  if (interval === null || counts === null) return <>{noIntervalInWords(row)}</>;
  const bound = (value: number) => formatNumber(decimalOf(value), bare(unit));
  return (
    <>
      {`${bound(interval.lower)} to ${bound(interval.upper)}`}
      <span class="ot-under">{methodOf(counts)}</span>
    </>
  );
}

const casesOf = ({ counts }: PeerRow): string =>
  counts === null ? 'Not held' : `${grouped(String(counts.count))} of ${grouped(String(counts.of))}`;

/** A bound is printed to the decimals of the unit, without its words: the value beside it has them. */
export const bare = (unit: Unit): Unit =>
  'decimals' in unit ? { kind: 'number', decimals: unit.decimals } : unit;
