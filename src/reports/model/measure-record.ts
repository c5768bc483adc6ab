import { formatDate } from '../../domain/number/date.ts';
import { type Decimal, divideTo, hundred, toFixedText, toText } from '../../domain/number/decimal.ts';
import type { TypedFigure } from '../../domain/number/figure.ts';
import { formatFigure } from '../../domain/number/format.ts';
import type { Unit } from '../../domain/number/unit.ts';
import { unitInWords } from '../../domain/number/unit-words.ts';
import { periodLabel, shortPeriodLabel } from '../../domain/period/label.ts';
import { parsePeriod } from '../../domain/period/parse.ts';
import type { Selected } from '../../domain/scorecard/selection.ts';
import type { MeasureSnapshot, Targets } from '../../domain/snapshot.ts';
import { figureCell } from './figure-cell.ts';
import { directionMark, statusMark } from './marks.ts';
import { shortPartNotes } from './part-notes.ts';
import { partDoubts, partRecords } from './part-records.ts';
import type { FigureCell, MeasureRecord, PartRecord, Sparkline, TextTree } from './report.ts';

const NO_TARGET = { display: 'No target', reason: 'noTarget' };
const NO_FORECAST = { display: 'No forecast', reason: 'blank' };

/** Everything a report says about one measure, ready to print and still exact. */
export function measureRecord({ measure, because }: Selected): MeasureRecord {
  const { snapshot } = measure;
  const { version, position } = snapshot;
  const { unit } = version;
  const target = snapshot.periodTargets.target?.figure ?? null;
  const parts = partRecords(snapshot);
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
    target: targetCell(snapshot.periodTargets, unit),
    actual: figureCell(position.figure, unit, NO_TARGET, positionNotes(snapshot, parts)),
    status: statusMark(measure.status),
    variance: relativeVariance(position.figure, target, version.polarity),
    forecastTarget: targetCell(snapshot.yearTargets, unit),
    forecast: forecastCell(snapshot),
    forecastStatus: statusMark(measure.forecastStatus),
    direction: directionMark(measure.direction),
    flags: position.observation?.flags ?? [],
    notes: measureNotes(snapshot),
    commentary: {
      context: treeOf(snapshot, 'context'),
      actions: treeOf(snapshot, 'actions'),
      intervention: treeOf(snapshot, 'intervention'),
    },
    recent: sparkline(snapshot),
    parts,
    selectedBecause: because,
  };
}

/** What was promised: the target, or the range a figure should stay within. */
function targetCell({ target, low, high }: Targets, unit: Unit): FigureCell {
  if (target === undefined && low !== undefined && high !== undefined) {
    const display = `${formatFigure(low.figure, unit)} to ${formatFigure(high.figure, unit)}`;
    return { display, kind: 'text', exact: display, format: null, missing: null, notes: [] };
  }
  return figureCell(target?.figure ?? null, unit, NO_TARGET);
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

function positionNotes(snapshot: MeasureSnapshot, parts: readonly PartRecord[]): string[] {
  const { position, version } = snapshot;
  const { observation } = position;
  const notes: string[] = [];
  if (position.workedOut !== null) notes.push(position.workedOut);
  for (const flag of observation?.flags ?? []) notes.push(flag);
  if (observation?.dataPeriod) notes.push(`data for ${labelOf(observation.dataPeriod)}`);
  if (observation?.numerator && observation.denominator && position.workedOut === null) {
    notes.push(`${observation.numerator} of ${observation.denominator}`);
  }
  if (version.unit.kind !== 'milestone' && observation?.note) notes.push(observation.note);
  return [...notes, ...shortPartNotes(parts), ...partDoubts(snapshot)];
}

/** What a reader should know about the measure itself: amended targets, doubts about an imported fact. */
function measureNotes({ version, amended, yearTargets, periodTargets }: MeasureSnapshot): string[] {
  const notes: string[] = [];
  if (version.note !== null) notes.push(version.note);
  for (const old of amended) {
    const now =
      old.period === yearTargets[old.role]?.period ? yearTargets[old.role] : periodTargets[old.role];
    if (now === undefined) continue;
    const reason = now.reason === null ? '' : `: ${now.reason}`;
    const by =
      now.approvedBy === null
        ? ''
        : `, approved by ${now.approvedBy}${now.approvedOn === null ? '' : ` on ${formatDate(now.approvedOn)}`}`;
    // A tolerance is in the unit of the scheme, which its own text says or leaves to the status beside it.
    const [was, is] = [old.figure, now.figure].map((figure) =>
      old.role === 'tolerance' ? figure.typed.trim() : formatFigure(figure, version.unit),
    );
    const what = old.role === 'target' ? 'Target' : `${old.role.charAt(0).toUpperCase()}${old.role.slice(1)}`;
    notes.push(`${what} for ${labelOf(old.period)} amended from ${was} to ${is}${by}${reason}`);
  }
  if (version.confidence.polarity === 'unconfirmed') notes.push('Which way is good has not been confirmed');
  return notes;
}

/** A period code as a reader says it; anything else as it stands. */
function labelOf(code: string): string {
  const read = parsePeriod(code);
  return 'period' in read ? periodLabel(read.period) : code;
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

/** Recent periods as a small line with its sentence. */
export function sparkline({ version, history, periodTargets }: MeasureSnapshot): Sparkline {
  // A period in which nothing is due is no gap: the line of an annual measure goes from year to year.
  const due = history.filter(
    ({ position: { figure } }) => figure.kind !== 'missing' || figure.reason !== 'notDue',
  );
  const points = due.map(({ period, position }) => ({
    period: period.code,
    label: shortPeriodLabel(period),
    exact: position.figure.kind === 'number' ? toText(position.figure.value) : null,
    display: formatFigure(position.figure, version.unit),
  }));
  const held = history.filter(({ position }) => position.figure.kind === 'number');
  const first = held[0];
  const last = held.at(-1);
  const target = periodTargets.target?.figure;
  const description =
    first === undefined || last === undefined
      ? 'No figures to draw.'
      : first === last
        ? `One figure: ${formatFigure(last.position.figure, version.unit)} in ${periodLabel(last.period)}.`
        : `From ${formatFigure(first.position.figure, version.unit)} in ${periodLabel(first.period)} to ` +
          `${formatFigure(last.position.figure, version.unit)} in ${periodLabel(last.period)}.`;
  return {
    description,
    points,
    target:
      target?.kind === 'number'
        ? { exact: toText(target.value), display: formatFigure(target, version.unit) }
        : null,
    better: version.polarity === 'higher' ? 'up' : version.polarity === 'lower' ? 'down' : 'neither',
  };
}
