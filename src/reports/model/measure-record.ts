import { testedInWords } from '../../domain/assurance/assurance.ts';
import type { EvaluatedMeasure } from '../../domain/evaluate.ts';
import { type Decimal, divideTo, hundred, toFixedText } from '../../domain/number/decimal.ts';
import type { TypedFigure } from '../../domain/number/figure.ts';
import { formatFigure } from '../../domain/number/format.ts';
import type { Unit } from '../../domain/number/unit.ts';
import { unitInWords } from '../../domain/number/unit-words.ts';
import type { Selected } from '../../domain/scorecard/selection.ts';
import type { MeasureSnapshot, Targets } from '../../domain/snapshot.ts';
import { recordChart } from './charts/record-chart.ts';
import { figureCell } from './figure-cell.ts';
import { directionMark, statusMark } from './marks.ts';
import { shortPartNotes } from './part-notes.ts';
import { partDoubts, partRecords } from './part-records.ts';
import { predecessorRecords } from './predecessor-records.ts';
import type {
  FigureCell,
  MeasureRecord,
  OriginalRecord,
  PartRecord,
  StatusMark,
  TextTree,
} from './report.ts';
import { seriesNotes } from './series-note.ts';
import { signalRecord } from './signal-record.ts';
import { sparkline } from './sparkline.ts';
import { labelOf, type TargetChange, targetChanges, targetNotes } from './target-change.ts';

const NO_TARGET = { display: 'No target', reason: 'noTarget' };
const NO_FORECAST = { display: 'No forecast', reason: 'blank' };

/** Everything a report says about one measure, ready to print and still exact. */
export function measureRecord({ measure, because }: Selected): MeasureRecord {
  const { snapshot } = measure;
  const { version, position } = snapshot;
  const { unit } = version;
  const target = snapshot.periodTargets.target?.figure ?? null;
  const parts = partRecords(snapshot);
  const changes = targetChanges(measure);
  const now = changes.find(({ about }) => about === 'now');
  const forecast = changes.find(({ about }) => about === 'forecast');
  const original = measure.original?.targets;
  return {
    code: version.code,
    aliases: version.aliases,
    title: version.title,
    directorate: snapshot.directorate.name,
    service: snapshot.service?.name ?? null,
    unit: unitInWords(unit),
    decimals: 'decimals' in unit ? unit.decimals : null,
    polarity: version.polarity,
    periodBasis: version.periodBasis,
    target: targetCell(snapshot.periodTargets, unit, now),
    actual: figureCell(position.figure, unit, NO_TARGET, positionNotes(measure, parts)),
    status: withOriginal(statusMark(measure.status), now),
    variance: relativeVariance(position.figure, target, version.polarity),
    forecastTarget: targetCell(snapshot.yearTargets, unit, forecast),
    forecast: forecastCell(snapshot),
    forecastStatus: withOriginal(statusMark(measure.forecastStatus), forecast),
    ...(original === undefined || changes.length === 0
      ? {}
      : {
          original: {
            now: originalRecord(now, original.periodTargets, unit),
            forecast: originalRecord(forecast, original.yearTargets, unit),
          },
        }),
    direction: directionMark(measure.direction),
    signal: signalRecord(measure.signal()),
    flags: position.observation?.flags ?? [],
    notes: measureNotes(measure),
    commentary: {
      context: treeOf(snapshot, 'context'),
      actions: treeOf(snapshot, 'actions'),
      intervention: treeOf(snapshot, 'intervention'),
    },
    recent: sparkline(snapshot),
    chart: recordChart(measure),
    ...predecessorRecords(snapshot),
    parts,
    selectedBecause: because,
  };
}

/** What was promised: the target, or the range a figure should stay within. */
function targetCell({ target, low, high }: Targets, unit: Unit, change?: TargetChange): FigureCell {
  const notes = change === undefined ? [] : [`originally ${change.original}`];
  if (target === undefined && low !== undefined && high !== undefined) {
    const display = `${formatFigure(low.figure, unit)} to ${formatFigure(high.figure, unit)}`;
    return { display, kind: 'text', exact: display, format: null, missing: null, notes };
  }
  return figureCell(target?.figure ?? null, unit, NO_TARGET, notes);
}

const withOriginal = (mark: StatusMark, change: TargetChange | undefined): StatusMark =>
  change === undefined || change.brief === '' ? mark : { ...mark, original: change.brief };

function originalRecord(
  change: TargetChange | undefined,
  targets: Targets,
  unit: Unit,
): OriginalRecord | null {
  if (change === undefined) return null;
  return { target: targetCell(targets, unit), status: change.status, sentence: change.sentence };
}

const treeOf = (snapshot: MeasureSnapshot, part: 'context' | 'actions' | 'intervention'): TextTree =>
  snapshot.commentary[part]?.tree ?? [];

/** The forecast, or for something off the scale the words that say so with what the source printed. */
function forecastCell({ version, forecast }: MeasureSnapshot): FigureCell {
  const figure = forecast?.figure ?? null;
  if (figure?.kind === 'missing' && figure.reason === 'unusable') {
    const display = `no usable forecast (source: ${figure.typed})`;
    return { display, kind: 'missing', exact: null, format: null, missing: 'unusable', notes: [] };
  }
  return figureCell(figure, version.unit, NO_FORECAST);
}

function positionNotes(measure: EvaluatedMeasure, parts: readonly PartRecord[]): string[] {
  const { snapshot, smallNumbers } = measure;
  const { position, version } = snapshot;
  const { observation } = position;
  const notes: string[] = [];
  if (position.workedOut !== null) notes.push(position.workedOut);
  for (const flag of observation?.flags ?? []) notes.push(flag);
  if (observation?.dataPeriod) notes.push(`data for ${labelOf(observation.dataPeriod)}`);
  if (observation?.numerator && observation.denominator && position.workedOut === null) {
    notes.push(`${observation.numerator} of ${observation.denominator}`);
  }
  if (smallNumbers !== null) notes.push('small numbers');
  if (version.unit.kind !== 'milestone' && observation?.note) notes.push(observation.note);
  return [...notes, ...shortPartNotes(parts), ...partDoubts(snapshot)];
}

/** What a reader should know about the measure itself: changed targets, doubts about an imported fact. */
function measureNotes(measure: EvaluatedMeasure): string[] {
  const { version } = measure.snapshot;
  return [
    ...(version.note === null ? [] : [version.note]),
    ...targetNotes(measure),
    ...(measure.snapshot.tested === null ? [] : [testedInWords(measure.snapshot.tested)]),
    ...seriesNotes(measure.snapshot),
    ...(version.confidence.polarity === 'unconfirmed' ? ['Which way is good has not been confirmed'] : []),
  ];
}

const VARIANCE_PLACES = 2;

/** Signed by polarity, percent of target; null where a percentage would say nothing. */
function relativeVariance(
  actual: TypedFigure,
  target: TypedFigure | null,
  polarity: string | null,
): string | null {
  if (actual.kind !== 'number' || target?.kind !== 'number' || target.value.eq('0')) return null;
  if (polarity !== 'higher' && polarity !== 'lower') return null;
  const gap: Decimal =
    polarity === 'higher' ? actual.value.minus(target.value) : target.value.minus(actual.value);
  return toFixedText(divideTo(gap.times(hundred), target.value.abs(), VARIANCE_PLACES), VARIANCE_PLACES);
}
