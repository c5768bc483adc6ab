import type { Polarity } from '../../domain/measure/measure.ts';
import { decimal, toText } from '../../domain/number/decimal.ts';
import type { Figure } from '../../domain/number/figure.ts';
import { inferUnit } from '../../domain/number/infer-unit.ts';
import { parseFigure } from '../../domain/number/parse.ts';
import type { Unit } from '../../domain/number/unit.ts';
import { readUnit } from '../../domain/number/unit-words.ts';
import type { ComparatorName, ParameterOverride, StatusInputs } from '../../domain/status/inputs.ts';
import { overrideProblems } from '../../domain/status/overrides.ts';
import { readParameter } from '../../domain/status/parameter.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import type { Problem } from '../problem.ts';
import type { EvaluationColumn } from './columns.ts';
import type { EvaluationRow } from './read-rows.ts';

/** One row as the rules take it: the position, and the forecast where the row has one to judge. */
export interface EvaluableRow {
  code: string;
  status: StatusInputs;
  forecast: StatusInputs | null;
}

const COMPARATORS: readonly (readonly [EvaluationColumn, ComparatorName])[] = [
  ['target', 'target'],
  ['floor', 'floor'],
  ['stretch', 'stretch'],
  ['low', 'low'],
  ['high', 'high'],
  ['previous', 'previous'],
  ['last_year', 'lastYear'],
  ['last_outturn', 'lastOutturn'],
  ['forecast', 'forecast'],
  ['year_target', 'yearTarget'],
];

const POLARITIES: Record<string, Polarity> = {
  higher: 'higher',
  h: 'higher',
  'higher is better': 'higher',
  lower: 'lower',
  l: 'lower',
  'lower is better': 'lower',
  closest: 'closest',
  within: 'within',
  none: 'none',
};

/** Typed rows as inputs of the rules, with every problem of every row. */
export function toInputs(
  rows: readonly EvaluationRow[],
  scheme: StatusScheme,
): { rows: EvaluableRow[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = rows.map((row) => new RowReader(row, scheme, problems).read());
  return { rows: read, problems };
}

class RowReader {
  private readonly row: EvaluationRow;
  private readonly scheme: StatusScheme;
  private readonly problems: Problem[];

  constructor(row: EvaluationRow, scheme: StatusScheme, problems: Problem[]) {
    this.row = row;
    this.scheme = scheme;
    this.problems = problems;
  }

  read(): EvaluableRow {
    const unit = this.unit();
    const actual = this.figure('actual', unit) ?? { kind: 'missing', reason: 'blank' };
    const comparators: Partial<Record<ComparatorName, Figure>> = {};
    for (const [column, name] of COMPARATORS) {
      const figure = this.figure(column, unit);
      if (figure !== null && figure.kind !== 'missing') comparators[name] = figure;
    }
    const denominator = this.number('denominator');
    const flags = this.typed('flags')
      .split(/[\s,;|]+/)
      .filter((flag) => flag !== '');
    const shared = {
      polarity: this.polarity(),
      unit,
      measureKind: 'targeted' as const,
      overrides: this.overrides(unit),
      denominator: denominator === null ? undefined : decimal(denominator),
      flags: flags.map((flag) => flag.toLowerCase()),
    };
    const { forecast, yearTarget, ...promises } = comparators;
    const forecastInputs: StatusInputs | null =
      forecast === undefined || yearTarget === undefined
        ? null
        : {
            ...shared,
            subject: 'forecast',
            actual: forecast,
            comparators: { ...promises, forecast, yearTarget, target: yearTarget },
          };
    return {
      code: this.typed('code').trim(),
      status: { ...shared, subject: 'actual', actual, comparators },
      forecast: forecastInputs,
    };
  }

  private typed(column: EvaluationColumn): string {
    return this.row.values[column] ?? '';
  }

  /** The unit given, or the one that the row's own texts imply. */
  private unit(): Unit {
    const given = this.typed('unit').trim();
    const texts = (
      ['target', 'actual', 'floor', 'stretch', 'low', 'high', 'forecast', 'year_target'] as const
    )
      .map((column) => this.typed(column))
      .filter((text) => text.trim() !== '');
    const inferred = inferUnit(texts)?.unit;
    if (given === '') return inferred ?? { kind: 'number', decimals: 0 };
    const decimals = inferred !== undefined && 'decimals' in inferred ? inferred.decimals : 0;
    const unit = readUnit(given, decimals);
    if (unit !== null) return unit.kind === 'milestone' && inferred?.kind === 'milestone' ? inferred : unit;
    this.report(
      'unit',
      'This unit is not known.',
      'Write number, %, days, £, per 10,000 population, ratio, yes/no, date or milestone.',
    );
    return inferred ?? { kind: 'number', decimals: 0 };
  }

  private figure(column: EvaluationColumn, unit: Unit): Figure | null {
    const typed = this.typed(column);
    if (typed.trim() === '') return null;
    const read = parseFigure(typed, unit);
    if ('figure' in read) return read.figure;
    this.report(column, read.problem, 'Correct it and run again.');
    return null;
  }

  private number(column: EvaluationColumn): string | null {
    const typed = this.typed(column).trim();
    if (typed === '') return null;
    const read = parseFigure(typed.replace(/%$/, ''), null);
    if ('figure' in read && read.figure.kind === 'number') return toText(read.figure.value);
    this.report(column, 'This is not a number.', 'Write a plain number, such as 19.');
    return null;
  }

  private polarity(): Polarity | null {
    const typed = this.typed('polarity').trim().toLowerCase();
    if (typed === '') return null;
    const polarity = POLARITIES[typed];
    if (polarity !== undefined) return polarity;
    this.report(
      'polarity',
      'This polarity is not known.',
      'Write higher, lower, closest, within or none, or leave it empty.',
    );
    return null;
  }

  private overrides(unit: Unit): ParameterOverride[] {
    const typed = this.typed('tolerance');
    if (typed.trim() === '') return [];
    const parameter = this.scheme.parameters.find(({ id }) => id === this.scheme.tolerance);
    if (parameter === undefined) {
      this.report(
        'tolerance',
        `The scheme ${this.scheme.id} has no tolerance to replace.`,
        'Leave the column empty.',
      );
      return [];
    }
    const read = readParameter(typed, parameter, unit);
    if ('problem' in read) {
      this.report('tolerance', read.problem, 'Correct it and run again.');
      return [];
    }
    const { value } = read;
    const override = {
      parameter: parameter.id,
      value,
      level: 'measure',
      reason: 'the row gives it',
    } as const;
    const [problem] = overrideProblems(this.scheme, [override]);
    if (problem === undefined) return [override];
    this.report('tolerance', problem.message, problem.remedy);
    return [];
  }

  private report(column: EvaluationColumn, message: string, remedy: string): void {
    const value = this.typed(column);
    this.problems.push({
      severity: 'error',
      file: 'standard input',
      row: this.row.row,
      column,
      value,
      message,
      remedy,
    });
  }
}
