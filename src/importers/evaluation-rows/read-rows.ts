import { readCsv } from '../../formats/csv.ts';
import { DEFAULT_LIMITS, type FileLimits } from '../../formats/limits.ts';
import { Refusal } from '../../formats/refusal.ts';
import { decodeText } from '../../formats/text-encoding.ts';
import type { Problem } from '../problem.ts';
import { columnNamed, EVALUATION_COLUMNS, type EvaluationColumn, REQUIRED_COLUMNS } from './columns.ts';

/** One row of typed texts, before any is understood, with the row a person would find it in. */
export interface EvaluationRow {
  row: number;
  values: Partial<Record<EvaluationColumn, string>>;
}

const NAME = 'standard input';

/** Rows from CSV (with a heading row) or JSON (an array of objects), told apart by the first character. */
export function readEvaluationRows(
  bytes: Uint8Array,
  limits: FileLimits = DEFAULT_LIMITS,
): { rows: EvaluationRow[]; problems: Problem[] } {
  try {
    const { text } = decodeText(bytes);
    return /^\s*[[{]/.test(text.slice(0, 1000)) ? fromJson(text, limits) : fromCsv(bytes, limits);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { rows: [], problems: [problem(error.place.row ?? 0, error.message, error.remedy)] };
  }
}

function fromCsv(bytes: Uint8Array, limits: FileLimits) {
  const rows: EvaluationRow[] = [];
  const problems: Problem[] = [];
  let columns: (EvaluationColumn | null)[] | null = null;
  readCsv(
    bytes,
    (record, row) => {
      if (columns === null) {
        columns = record.map((heading) => columnNamed(heading));
        problems.push(...headingProblems(record, columns));
        return;
      }
      if (record.length > columns.length && record.slice(columns.length).some((value) => value !== '')) {
        const remedy = 'Put a value that has a comma in it between quotation marks, as "1,000.0".';
        problems.push(
          problem(row, `The row has ${record.length} values under ${columns.length} headings.`, remedy),
        );
      }
      const values: EvaluationRow['values'] = {};
      record.forEach((value, index) => {
        const column = columns?.[index];
        if (column) values[column] = value;
      });
      rows.push({ row, values });
    },
    limits,
  );
  if (columns === null) {
    problems.push(
      problem(0, 'There are no rows.', 'Pipe in a heading row and at least one row, or a JSON array.'),
    );
  }
  return { rows, problems };
}

function headingProblems(
  headings: readonly string[],
  columns: readonly (EvaluationColumn | null)[],
): Problem[] {
  const found: Problem[] = [];
  headings.forEach((heading, index) => {
    if (columns[index] === null) found.push(unknownColumn(1, heading));
    else if (columns.indexOf(columns[index] as EvaluationColumn) !== index) {
      found.push(problem(1, `The column "${heading}" appears twice.`, 'Keep one of them.'));
    }
  });
  for (const required of REQUIRED_COLUMNS) {
    if (!columns.includes(required)) {
      found.push(
        problem(1, `There is no column "${required}".`, `Add it: ${REQUIRED_COLUMNS.join(', ')} are needed.`),
      );
    }
  }
  return found;
}

function unknownColumn(row: number, heading: string): Problem {
  return {
    ...problem(row, 'This column is not known.', `Use only ${EVALUATION_COLUMNS.join(', ')}.`),
    value: heading,
  };
}

function fromJson(text: string, limits: FileLimits) {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    return {
      rows: [],
      problems: [problem(0, `This is not valid JSON: ${why}.`, 'Correct it and run again.')],
    };
  }
  if (!Array.isArray(parsed)) {
    return { rows: [], problems: [problem(0, 'The JSON is not a list of rows.', 'Write [{"code": …}, …].')] };
  }
  if (parsed.length > limits.rows) {
    return { rows: [], problems: [problem(0, `There are more than ${limits.rows} rows.`, 'Split them.')] };
  }
  const rows: EvaluationRow[] = [];
  const problems: Problem[] = [];
  for (const [index, each] of parsed.entries()) readObject(each, index + 1, rows, problems);
  return { rows, problems };
}

function readObject(each: unknown, row: number, rows: EvaluationRow[], problems: Problem[]): void {
  if (typeof each !== 'object' || each === null || Array.isArray(each)) {
    problems.push(problem(row, 'This item is not an object.', 'Write {"code": …, "polarity": …}.'));
    return;
  }
  const values: EvaluationRow['values'] = {};
  for (const [name, value] of Object.entries(each)) {
    const column = columnNamed(name);
    if (column === null) problems.push(unknownColumn(row, name));
    else if (value === null) values[column] = '';
    else if (typeof value === 'string') values[column] = value;
    else if (column === 'flags' && Array.isArray(value)) values[column] = value.map(String).join(' ');
    // A JSON number has been through a binary float: its shortest text is what was meant, up to 15 digits.
    else if (typeof value === 'number' && isExactEnough(value)) values[column] = String(value);
    else
      problems.push({
        ...problem(
          row,
          'This value is not text, or has more digits than a JSON number keeps.',
          'Write it in quotation marks.',
        ),
        column: name,
      });
  }
  for (const required of REQUIRED_COLUMNS) {
    if (values[required] === undefined) {
      problems.push(problem(row, `There is no "${required}".`, 'Add it; it may be an empty text.'));
    }
  }
  rows.push({ row, values });
}

/** Beyond 15 significant digits a binary float no longer says what was written. */
function isExactEnough(value: number): boolean {
  return (
    String(value)
      .replace(/^-|\.|e.*$/g, '')
      .replace(/^0+/, '').length <= 15
  );
}

function problem(row: number, message: string, remedy: string): Problem {
  return { severity: 'error', file: NAME, row, message, remedy };
}
