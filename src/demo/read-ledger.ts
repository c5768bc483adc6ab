import type { Observation, ObservationFlag, ObservationRole, Recorded } from '../domain/facts.ts';
import type { MeasureVersion } from '../domain/measure/measure.ts';
import type { TypedFigure } from '../domain/number/figure.ts';
import { parseFigure } from '../domain/number/parse.ts';
import type { TargetRole, TargetVersion } from '../domain/target/target.ts';
import { figuresRecordedAt, recordedOn, targetsAgreedOn, years } from './calendar.ts';

/** What a ledger holds, measure by measure. */
export interface LedgerFigures {
  targets: Recorded<TargetVersion>[];
  observations: Recorded<Observation>[];
}

const PROMISES: readonly string[] = ['target', 'low', 'high'];
const ROLES: Readonly<Record<string, ObservationRole>> = {
  actual: 'actual',
  'to date': 'toDate',
  forecast: 'forecast',
  outturn: 'outturn',
  annual: 'actual',
  months: 'actual',
};
const LABEL =
  /^ {2}(target|low|high|actual|to date|forecast|outturn|annual|months (\d{4}-\d{2})| {2}of) +(.*)$/;

/**
 * Reads a ledger: the figures of some measures as an officer would set them out to check them by hand.
 *
 * A measure's code stands alone on its line. Under it each row has a name and, between bars, the years 2015-16 to
 * 2018-19. `target` (also `low`, `high`) has the promises for quarters 1, 2, 3 and the year end; a single figure
 * holds for all four, or for an annual measure for the year end alone; of five the fourth is that of quarter 4. `actual`, `to date` and `forecast` have the
 * quarters in order; `annual` and `outturn` one figure a year; `months 2017-18` the twelve months of one year.
 * `of` gives, for the row above, the cases that each percentage rests on (`9/16`). A point is nothing recorded;
 * `awaited`, `withheld`, `suppressed` and `N/A` are reasons; `_` stands for a space; `:provisional` is a flag.
 *
 * @throws RangeError with the measure, row and text that cannot be read.
 */
export function readLedger(text: string, measures: readonly MeasureVersion[]): LedgerFigures {
  const found: LedgerFigures = { targets: [], observations: [] };
  let measure: MeasureVersion | null = null;
  let above: (Recorded<Observation> | null)[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    if (!line.startsWith(' ')) {
      measure = measures.findLast((each) => each.code === line) ?? null;
      if (measure === null) throw new RangeError(`the ledger names a measure that does not exist: ${line}`);
      continue;
    }
    const [, label = '', monthsOf, cells = ''] = LABEL.exec(line) ?? [];
    if (measure === null || label === '') throw new RangeError(`not a row of a ledger: ${line}`);
    const groups = cells.split('|').map((group) => group.trim().split(/ +/));
    if (PROMISES.includes(label)) found.targets.push(...promises(measure, label as TargetRole, groups));
    else if (label.endsWith('of')) giveCases(above, groups.flat(), `${measure.code}, ${line.trim()}`);
    else {
      above = observations(measure, label, monthsOf, groups);
      found.observations.push(...above.filter((each) => each !== null));
    }
  }
  return found;
}

function promises(measure: MeasureVersion, role: TargetRole, groups: readonly string[][]) {
  return groups.flatMap((cells, at) => {
    const year = years[at] ?? '';
    // A count of each quarter by itself has a promise for the fourth too, before that of the year.
    const fourth = cells.length === 5 ? [`${year}/Q4`] : [];
    const codes = [`${year}/Q1`, `${year}/Q2`, `${year}/Q3`, ...fourth, year];
    const given = cells.length > 1 ? cells : codes.map(() => cells[0] ?? '.');
    return given.flatMap((cell, place) => {
      const period = codes[place] ?? year;
      if (cell === '.' || (cells.length === 1 && measure.frequency === 'year' && period !== year)) return [];
      return [firstPromise(measure, role, period, cell)];
    });
  });
}

/** A promise as Cabinet first agreed it, before its year began. */
export function firstPromise(measure: MeasureVersion, role: TargetRole, period: string, cell: string) {
  const agreedOn = targetsAgreedOn(period.slice(0, 7));
  return {
    measure: measure.code,
    period,
    role,
    figure: figureIn(measure, cell),
    version: 1,
    approvedBy: 'Cabinet',
    approvedOn: agreedOn,
    reason: null,
    recordedAt: recordedOn(agreedOn),
  } satisfies Recorded<TargetVersion>;
}

/** One place a cell, null where nothing was recorded, so that a row of cases finds its figures. */
function observations(
  measure: MeasureVersion,
  label: string,
  monthsOf: string | undefined,
  groups: readonly string[][],
): (Recorded<Observation> | null)[] {
  const role = ROLES[monthsOf === undefined ? label : 'months'] ?? 'actual';
  return groups.flatMap((cells, at) =>
    cells.map((cell, place) => {
      if (cell === '.') return null;
      const period = periodAt(label, monthsOf ?? years[at] ?? '', place, monthsOf !== undefined);
      const [typed = '', ...flags] = cell.split(':');
      return {
        measure: measure.code,
        period,
        role,
        figure: figureIn(measure, typed),
        numerator: null,
        denominator: null,
        dataPeriod: null,
        flags: flags as ObservationFlag[],
        parts: [],
        source: `Return from the ${measure.owner ?? 'service'}`,
        note: null,
        recordedAt: figuresRecordedAt(period),
      };
    }),
  );
}

function periodAt(label: string, year: string, place: number, monthly: boolean): string {
  if (label === 'annual' || label === 'outturn') return year;
  return monthly ? `${year}/M${String(place + 1).padStart(2, '0')}` : `${year}/Q${place + 1}`;
}

function giveCases(
  above: readonly (Recorded<Observation> | null)[],
  cases: readonly string[],
  where: string,
) {
  if (cases.length !== above.length) throw new RangeError(`${where}: as many cases as figures are needed`);
  cases.forEach((text, at) => {
    const figure = above[at];
    if (text === '.' || !figure) return;
    const [numerator = '', denominator = ''] = text.split('/');
    Object.assign(figure, { numerator, denominator });
  });
}

/** A figure of a measure as typed in a ledger. @throws RangeError for text that is not one */
export function figureIn(measure: MeasureVersion, cell: string): TypedFigure {
  const read = parseFigure(cell.replaceAll('_', ' '), measure.unit);
  if ('problem' in read) throw new RangeError(`${measure.code}: ${read.problem}`);
  return read.figure;
}
