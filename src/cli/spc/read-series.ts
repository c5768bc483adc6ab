import type { Polarity } from '../../domain/measure/measure.ts';
import { readDate } from '../../domain/number/date.ts';
import type { Decimal } from '../../domain/number/decimal.ts';
import { parseFigure } from '../../domain/number/parse.ts';
import { parsePeriod } from '../../domain/period/parse.ts';
import { floatOf } from '../../domain/statistics/float.ts';
import type { SeriesPoint, TargetStep } from '../../domain/statistics/series.ts';
import type { Problem } from '../../importers/problem.ts';
import { type InputColumn, inputProblem, readTypedRows, type TypedRow } from '../series-input.ts';

type Name =
  | 'series'
  | 'date'
  | 'period'
  | 'value'
  | 'target'
  | 'polarity'
  | 'count'
  | 'denominator'
  | 'lower'
  | 'upper';

export const SPC_COLUMNS: readonly InputColumn<Name>[] = [
  { name: 'series', alsoCalled: ['code', 'measure'] },
  { name: 'date', alsoCalled: ['period_end'] },
  { name: 'period' },
  { name: 'value', required: true, alsoCalled: ['actual'] },
  { name: 'target' },
  { name: 'polarity' },
];

/** What a direction of travel is tested by beside the figures themselves: what they are made of, or their bounds. */
export const DIRECTION_COLUMNS: readonly InputColumn<Name>[] = [
  ...SPC_COLUMNS,
  { name: 'count', alsoCalled: ['numerator', 'events'] },
  { name: 'denominator', alsoCalled: ['of', 'population', 'n'] },
  { name: 'lower', alsoCalled: ['lower95', 'lower_95'] },
  { name: 'upper', alsoCalled: ['upper95', 'upper_95'] },
];

/** What one period's figure was made of, and its 95% interval; null where the row does not say. */
export interface PeriodParts {
  readonly row: number;
  readonly counted: { readonly count: number; readonly of: number } | null;
  readonly bounds: { readonly lower: number; readonly upper: number } | null;
}

/** One series as rows gave it. */
export interface NamedSeries {
  readonly name: string;
  /** Where its first row is, for what concerns the whole of it. */
  readonly row: number;
  polarity: Polarity | null;
  readonly points: SeriesPoint[];
  readonly targets: TargetStep[];
  /** By date; empty unless the columns of a direction were asked for. */
  readonly parts: Map<string, PeriodParts>;
  /** True where a value was written with a per cent sign. */
  percentages: boolean;
}

const polarities: readonly Polarity[] = ['higher', 'lower', 'closest', 'within', 'none'];

/** @example polarityNamed('Higher') // 'higher' */
export const polarityNamed = (text: string): Polarity | null =>
  polarities.find((each) => each === text.trim().toLowerCase()) ?? null;

/** Series from standard input, in the order in which each first appears, with every problem of every row. */
export function readSeries(
  bytes: Uint8Array,
  columns: readonly InputColumn<Name>[] = SPC_COLUMNS,
): { series: NamedSeries[]; problems: Problem[] } {
  const { rows, problems } = readTypedRows(bytes, columns);
  const reader = new SeriesReader([...problems]);
  for (const row of rows) reader.take(row);
  return { series: [...reader.series.values()], problems: reader.problems };
}

class SeriesReader {
  readonly series = new Map<string, NamedSeries>();
  readonly problems: Problem[];
  private readonly dates = new Set<string>();

  constructor(problems: Problem[]) {
    this.problems = problems;
  }

  take(row: TypedRow<Name>): void {
    const name = (row.values.series ?? '').trim();
    const series = this.named(name, row.row);
    this.polarity(row, series);
    const date = this.date(row);
    const value = this.number(row, 'value');
    const target = this.target(row);
    const parts = this.parts(row);
    if (date === null || value === undefined) return;
    const key = JSON.stringify([name, date]);
    if (this.dates.has(key)) {
      this.refuse(row, 'date', `The series has two rows on ${date}.`, 'Keep one of them.');
      return;
    }
    this.dates.add(key);
    series.points.push({ date, value });
    if (parts !== null) series.parts.set(date, parts);
    if ((row.values.value ?? '').includes('%')) series.percentages = true;
    if (target !== undefined) series.targets.push({ from: date, value: target });
  }

  private named(name: string, row: number): NamedSeries {
    const known = this.series.get(name);
    if (known !== undefined) return known;
    const made = { name, row, polarity: null, points: [], targets: [], parts: new Map(), percentages: false };
    this.series.set(name, made);
    return made;
  }

  private date(row: TypedRow<Name>): string | null {
    const column = (row.values.date ?? '').trim() === '' ? 'period' : 'date';
    const text = (row.values[column] ?? '').trim();
    const remedy = 'Write a date as 2018-09-30 or 30-Sep-2018, or a period as 2018-19/Q2.';
    if (text === '') {
      this.refuse(row, 'date', 'There is no date.', remedy);
      return null;
    }
    const read = readDate(text);
    if (read !== null && 'date' in read) return read.date;
    const period = parsePeriod(text);
    if ('period' in period) return period.period.end;
    this.refuse(row, column, 'This is no date and no period.', remedy);
    return null;
  }

  /** An exact number; null where there is none, with a word that says so or without; undefined where it cannot be read. */
  private number(row: TypedRow<Name>, column: Name): Decimal | null | undefined {
    const text = row.values[column] ?? '';
    if (text.trim() === '') return null;
    const read = parseFigure(text, null);
    if ('problem' in read) {
      this.refuse(row, column, read.problem, 'Correct it and run again.');
      return undefined;
    }
    if (read.figure.kind === 'number') return read.figure.value;
    if (read.figure.kind === 'missing') return null;
    this.refuse(row, column, 'This is not a number.', 'Write a number, or leave it empty.');
    return undefined;
  }

  /** Undefined where the row says nothing of a target: then the one before goes on. */
  private target(row: TypedRow<Name>): Decimal | null | undefined {
    const text = (row.values.target ?? '').trim();
    if (text === '') return undefined;
    return text.toLowerCase() === 'none' ? null : this.number(row, 'target');
  }

  private parts(row: TypedRow<Name>): PeriodParts | null {
    const float = (column: Name): number | null => {
      const read = this.number(row, column);
      return read ? floatOf(read) : null;
    };
    const [count, of] = [float('count'), float('denominator')];
    const [lower, upper, value] = [float('lower'), float('upper'), this.quietly(row)];
    if (count !== null && !(Number.isSafeInteger(count) && count >= 0)) {
      this.refuse(
        row,
        'count',
        'A count is a whole number from 0.',
        'Give the cases, not a percentage or a rate.',
      );
    }
    if (of !== null && !(of > 0)) {
      this.refuse(row, 'denominator', 'This cannot be counted out of.', 'Give a number above 0.');
    }
    if ((lower === null) !== (upper === null)) {
      const missing = lower === null ? 'lower' : 'upper';
      this.refuse(
        row,
        missing,
        'Only one end of the interval is given.',
        'Give lower and upper, or neither.',
      );
    }
    const within = lower === null || upper === null || value === null || (lower <= value && value <= upper);
    if (!within)
      this.refuse(row, 'lower', 'The value does not lie within its interval.', 'Correct one of the three.');
    const counted = count === null || of === null ? null : { count, of };
    const bounds = lower === null || upper === null ? null : { lower, upper };
    return counted === null && bounds === null ? null : { row: row.row, counted, bounds };
  }

  /** The value once more, for what is held against it; what is wrong with it has been said. */
  private quietly(row: TypedRow<Name>): number | null {
    const read = parseFigure(row.values.value ?? '', null);
    return 'figure' in read && read.figure.kind === 'number' ? floatOf(read.figure.value) : null;
  }

  private polarity(row: TypedRow<Name>, series: NamedSeries): void {
    const text = (row.values.polarity ?? '').trim();
    if (text === '') return;
    const polarity = polarityNamed(text);
    if (polarity === null) {
      const remedy = `Write ${polarities.join(', ')}, or leave it empty.`;
      this.refuse(row, 'polarity', 'This polarity is not known.', remedy);
    } else if (series.polarity !== null && series.polarity !== polarity) {
      this.refuse(row, 'polarity', 'The series has another polarity in a row before.', 'Write one of them.');
    } else series.polarity = polarity;
  }

  private refuse(row: TypedRow<Name>, column: Name, message: string, remedy: string): void {
    this.problems.push(inputProblem(row.row, message, remedy, { column, value: row.values[column] ?? '' }));
  }
}
