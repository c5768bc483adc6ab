import type { JudgedStatus } from '../../../domain/evaluate.ts';
import type { MeasureSignal } from '../../../domain/signal/signal.ts';
import type { Turn } from '../../../workflow/remembered/turns.ts';
import { measureAddress, periodAddress } from '../../addresses.ts';
import { withAsKnown } from '../../as-known.ts';
import { AgainstOriginal } from '../../components/against-original/against-original.tsx';
import { CasesBehind } from '../../components/cases-behind/cases-behind.tsx';
import { Rendered } from '../../components/rendered.tsx';
import { Signal } from '../../components/signal/signal.tsx';
import { StatusTag } from '../../components/status-tag/status-tag.tsx';
import { RenderedRows, rowsWith, Table, type TableColumn } from '../../components/table/table.tsx';
import { figureAgainst, upperFirst } from '../../wording/figures.ts';
import { closeTo, disagreement, type Line } from './lists.ts';

const columns: readonly TableColumn[] = [
  { heading: 'Measure', label: '' },
  { heading: 'Now', label: 'Now' },
  { heading: 'Year-end forecast', label: 'Year end' },
  { heading: 'Direction of travel', label: 'Direction' },
  { heading: 'Control chart', label: 'Control chart' },
];

interface Props {
  caption: string;
  rows: RenderedRows;
  empty: string;
}

/** One list of the scorecard: a table on a wide screen and paper, one entry a measure on a phone. */
export const MeasuresTable = ({ caption, rows, empty }: Props) => (
  <Table caption={caption} columns={columns} empty={empty} rows={rows} />
);

/**
 * @param asKnown how the figures are known, as an address says it; '' for now
 * @param withDistance says in a few words how far off each is: where that is what the list is about
 */
export const measureRows = (
  lines: readonly Line[],
  turn: Turn,
  period: string,
  withDistance: boolean,
  asKnown: string,
): Promise<RenderedRows> =>
  RenderedRows.of(lines, turn, (line) => measureRow(line, period, withDistance, asKnown));

const row = rowsWith(columns);

interface Made {
  /** What is said in the cells beside the judgement. */
  of: string;
  cells: readonly Rendered[];
  row: Rendered;
  signal: Rendered;
}

const made = new WeakMap<JudgedStatus, Made>();

/** Made once for each judgement of the measure and what is said beside it; of another chart, its own cell alone. */
function measureRow(line: Line, period: string, withDistance: boolean, asKnown: string): Rendered {
  const { status } = line.measure;
  const of = [period, asKnown, withDistance, line.was?.id].join(' ');
  const signal = signalCell(line.measure.signal());
  const known = made.get(status);
  if (known?.of === of && known.signal === signal) return known.row;
  const cells =
    known?.of === of
      ? known.cells
      : [
          <Name key="name" line={line} period={period} asKnown={asKnown} />,
          <Now key="now" line={line} withDistance={withDistance} />,
          <YearEnd key="end" line={line} withDistance={withDistance} />,
          <Direction key="direction" line={line} />,
        ].map(Rendered.of);
  const whole = row([...cells, signal]);
  made.set(status, { of, cells, row: whole, signal });
  return whole;
}

const signals = new Map<string, Rendered>();

/** Few measures say something else than another: two icons with their words, or a sentence. */
function signalCell(signal: MeasureSignal): Rendered {
  const { chart, variation, assurance } = signal;
  const hasIcons = variation.icon !== null || assurance.icon !== null;
  const says = hasIcons ? `${variation.icon} ${assurance.icon}` : chart === null ? '' : variation.words;
  const known = signals.get(says) ?? Rendered.of(<Signal signal={signal} />);
  signals.set(says, known);
  return known;
}

function Name({ line, period, asKnown }: { line: Line; period: string; asKnown: string }) {
  const { version, directorate } = line.measure.snapshot;
  return (
    <>
      <a
        class="govuk-link"
        href={withAsKnown(
          `/measures/${measureAddress(version.code)}?period=${periodAddress(period)}`,
          asKnown,
        )}
      >
        {version.title}
      </a>
      <span class="ot-under">{`${version.code}, ${directorate.name}`}</span>
    </>
  );
}

function Now({ line: { measure, was }, withDistance }: { line: Line; withDistance: boolean }) {
  const { status, snapshot } = measure;
  const { position, periodTargets } = snapshot;
  const isExplained = withDistance && status.outcome.inDenominator && status.shown === 'computed';
  const words = figureAgainst(position.figure, periodTargets, snapshot.version.unit, '');
  return (
    <>
      <StatusTag outcome={status.outcome} />
      {words === status.outcome.label ? null : <span class="ot-under">{words}</span>}
      {isExplained && measure.smallNumbers !== null ? null : <CasesBehind measure={measure} />}
      <AgainstOriginal measure={measure} about="now" />
      {isExplained ? <span class="ot-under">{upperFirst(status.explain().brief)}</span> : null}
      {position.observation?.flags.includes('provisional') ? (
        <span class="ot-under">Provisional figure</span>
      ) : null}
      {status.shown === 'asPublished' ? <span class="ot-under">As published</span> : null}
      {was === null ? null : <span class="ot-under ot-changed">{`Was ${was.label} last time`}</span>}
    </>
  );
}

function YearEnd({ line: { measure }, withDistance }: { line: Line; withDistance: boolean }) {
  const { forecastStatus, snapshot } = measure;
  const words = figureAgainst(
    snapshot.forecast?.figure ?? null,
    snapshot.yearTargets,
    snapshot.version.unit,
    'No forecast',
  );
  const differ = disagreement(measure);
  const close = withDistance ? closeTo(forecastStatus) : null;
  return (
    <>
      <StatusTag outcome={forecastStatus.outcome} />
      <span class="ot-under">{words}</span>
      {close === null ? null : <span class="ot-under">{upperFirst(close)}</span>}
      <AgainstOriginal measure={measure} about="forecast" />
      {differ === null ? null : (
        <span class="ot-under ot-differ">
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path d="M1 5h14M1 11h14M12 1 4 15" stroke="currentColor" stroke-width="2" fill="none" />
          </svg>
          {` ${differ}`}
        </span>
      )}
    </>
  );
}

function Direction({ line: { measure } }: { line: Line }) {
  const { direction } = measure;
  const under =
    direction.kind === 'available'
      ? direction.brief
      : direction.kind === 'unavailable'
        ? direction.reason
        : direction.basisInWords;
  return (
    <>
      {direction.kind === 'unavailable' || direction.symbol === null ? null : (
        <span aria-hidden="true">{`${direction.symbol} `}</span>
      )}
      <strong>{direction.label}</strong>
      <span class="ot-under">{upperFirst(under)}</span>
    </>
  );
}
