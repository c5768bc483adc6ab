/**
 * A mistake in a file, as a value with an address. An importer collects all of them; one `error` refuses the
 * whole file, a `warning` says what was imported differently from how it was written, or with doubt.
 */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** The name the person knows the file by, not a path on the server. */
  readonly file: string;
  /** Worksheet name, for files that have sheets. */
  readonly sheet?: string;
  /** 1-based line (text) or row (sheet), as an editor or a spreadsheet shows it; 0 when it concerns the whole file. */
  readonly row: number;
  /** The heading of the column as the file writes it. */
  readonly column?: string;
  /** What was found there, as typed; `formatProblem` shortens it. */
  readonly value?: string;
  /** What is wrong: one sentence of plain English. */
  readonly message: string;
  /** What to do about it: one sentence that starts with a verb. */
  readonly remedy: string;
  /** The heading is none of ours: a person may say which it means. */
  readonly unknownColumn?: true;
}

const LONGEST_VALUE_SHOWN = 80;

/** One line for a terminal or a list: where, which value, what is wrong, what to do. */
export function formatProblem(problem: Problem): string {
  const where = [
    problem.file,
    problem.sheet === undefined ? '' : `sheet "${problem.sheet}"`,
    problem.row > 0 ? `row ${problem.row}` : '',
    problem.column === undefined ? '' : `column "${problem.column}"`,
  ].filter((part) => part !== '');
  const value = problem.value === undefined ? '' : ` Found: "${shortened(problem.value)}".`;
  return `${problem.severity}: ${where.join(', ')}: ${problem.message}${value} ${problem.remedy}`;
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

function shortened(value: string): string {
  const oneLine = [...value.slice(0, LONGEST_VALUE_SHOWN * 4)].map(visible).join('');
  return oneLine.length > LONGEST_VALUE_SHOWN ? `${oneLine.slice(0, LONGEST_VALUE_SHOWN - 1)}…` : oneLine;
}

/** Control characters could rewrite a terminal or split a line: show a space in their place. */
function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x20 || (code >= 0x7f && code < 0xa0) ? ' ' : character;
}
