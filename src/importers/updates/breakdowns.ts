import type { ObservationPart } from '../../domain/facts.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { checkParts, partFigure } from '../../domain/measure/parts.ts';
import type { RowReport } from '../table/import-table.ts';
import { DIVIDED, type DividedRole, partIn, roleOfCases, textOf } from './part-row.ts';
import type { UpdateRow } from './row.ts';

/** What is remembered of the row of a whole: texts only, since the row itself goes on its way. */
interface Whole {
  row: number;
  /** False where a figure of the row could not be read, which is reported there. */
  sound: boolean;
  values: Readonly<Record<DividedRole, string | null>>;
  cases: { role: DividedRole; numerator: string | null; denominator: string | null };
}

type WholeRow = Pick<
  UpdateRow,
  'row' | 'measure' | 'period' | 'actual' | 'toDate' | 'numerator' | 'denominator'
>;

/** The parts of one measure in one period; `sound` is false where one of them could not be read. */
interface Division {
  measure: MeasureVersion;
  period: string;
  parts: Map<string, { row: number; part: ObservationPart; role: DividedRole }>;
  sound: boolean;
}

/** Brings the rows of parts together with the rows of their wholes, wherever in the file either stands. */
export class Breakdowns {
  /** False for a file without the column: then nothing need be remembered of its rows. */
  watching = false;
  readonly #wholes = new Map<string, Whole>();
  readonly #divisions = new Map<string, Division>();

  whole(row: WholeRow, sound: boolean): void {
    if (!this.watching) return;
    const { actual, toDate, numerator, denominator } = row;
    this.#wholes.set(key(row.measure, row.period), {
      row: row.row,
      sound,
      values: { actual: textOf(actual), toDate: textOf(toDate) },
      cases: { role: roleOfCases(row), numerator, denominator },
    });
  }

  /** A row in the template that nobody filled in: parts of it want a figure there. */
  blankWhole(row: Pick<UpdateRow, 'row' | 'measure' | 'period'>): void {
    this.whole({ ...row, actual: null, toDate: null, numerator: null, denominator: null }, true);
  }

  /** A row of a part that was refused: what is left of the parts proves nothing. */
  refusedPart(measure: MeasureVersion, period: string): void {
    this.#division(measure, period).sound = false;
  }

  part(row: UpdateRow, measure: MeasureVersion, sound: boolean): void {
    const division = this.#division(measure, row.period);
    division.sound &&= sound;
    for (const role of DIVIDED) {
      const part = partIn(row, role);
      if (part !== null) division.parts.set(key(role, part.kind, part.name), { row: row.row, part, role });
    }
  }

  #division(measure: MeasureVersion, period: string): Division {
    const at = key(measure.code, period);
    const division = this.#divisions.get(at) ?? { measure, period, parts: new Map(), sound: true };
    this.#divisions.set(at, division);
    return division;
  }

  /** Parts without their whole are errors; parts that do not come to it are worth a warning. */
  check(reportOn: (row: number) => RowReport): void {
    for (const [at, division] of this.#divisions) {
      const whole = this.#wholes.get(at);
      if (whole?.sound === false) continue;
      const { measure, period, parts, sound } = division;
      for (const role of DIVIDED) {
        const held = [...parts.values()].filter((each) => each.role === role);
        if (held.length === 0) continue;
        const value = whole?.values[role] ?? null;
        if (whole !== undefined && value !== null) {
          if (sound) compareWith(whole, role, value, held, measure, reportOn(whole.row));
        } else {
          for (const { row, part } of held) withoutWhole(reportOn(row), role, part, measure, period, whole);
        }
      }
    }
  }
}

type Held = { part: ObservationPart };

function compareWith(
  { cases }: Whole,
  role: DividedRole,
  value: string,
  held: readonly Held[],
  measure: MeasureVersion,
  report: RowReport,
): void {
  const own = role === cases.role;
  const figure = partFigure({ kind: '', name: '', value });
  const whole = {
    figure,
    numerator: own ? cases.numerator : null,
    denominator: own ? cases.denominator : null,
    parts: held.map(({ part }) => part),
  };
  for (const check of checkParts(whole, measure)) {
    if (check.result !== 'disagrees') continue;
    report.warning(role, { message: check.sentence, remedy: remedyFor(measure) });
  }
}

const remedyFor = ({ unit, definition }: MeasureVersion): string =>
  unit.kind === 'number' && definition.denominator === undefined
    ? 'Correct the figure or the part that is wrong, or add the part that is missing. If the measure is an average, say so by a denominator in its definition.'
    : 'Correct the figure or the part that is wrong, or add the part that is missing.';

const HEADINGS: Readonly<Record<DividedRole, string>> = { actual: 'Actual', toDate: 'To date' };

function withoutWhole(
  report: RowReport,
  role: DividedRole,
  { kind, name }: ObservationPart,
  { code }: MeasureVersion,
  period: string,
  whole: Whole | undefined,
): void {
  const what = `The row is a part (${kind}: ${name}) of ${code} in ${period}`;
  report.error(
    role,
    whole === undefined
      ? {
          message: `${what}, and the file has no row for the whole.`,
          remedy: `Add a row for ${code} in ${period} with Part of and Part left blank, and the whole figure.`,
        }
      : {
          message: `${what}, and the row of the whole (row ${whole.row}) has nothing under ${HEADINGS[role]}.`,
          remedy: `Fill in ${HEADINGS[role]} on row ${whole.row}, or move the figure of the part.`,
        },
  );
}

const key = (...parts: readonly string[]): string => JSON.stringify(parts);
