import type { Observation } from '../../domain/facts.ts';
import { decimal } from '../../domain/number/decimal.ts';
import type { TypedFigure } from '../../domain/number/figure.ts';
import { parseFigure } from '../../domain/number/parse.ts';
import type { Unit } from '../../domain/number/unit.ts';
import {
  MOST_REASON,
  MOST_WAITS_FOR,
  type RestatedRole,
  restatementKinds,
} from '../../domain/restatement/restatement.ts';
import { partsDoubt } from '../../domain/round/doubts.ts';
import { isPlainDecimal } from '../../store/canonical.ts';

/** What was typed: nothing of it has been read yet. */
export interface GivenRestatement {
  /** Made with the form, so that a form that is sent twice restates once. */
  id: string;
  period: string;
  measure: string;
  role: RestatedRole;
  figure: string;
  numerator: string;
  denominator: string;
  kind: string;
  reason: string;
  provisional: boolean;
  waitsFor: string;
  /** When the figure that was on the screen was recorded; '' where there was none. */
  seen: string;
  /** Number of the proposed correction that it accepts; absent where nobody proposed it. */
  answers?: number;
}

/** What a figure was worked out from. */
export type Parts = Pick<Observation, 'numerator' | 'denominator'>;

export interface ReadRestatement extends Parts {
  figure: TypedFigure;
  problems: { field: string; message: string }[];
}

/** Reads the figure and its parts, every problem at once. A blank figure means: as it is. */
export function readGiven(given: GivenRestatement, unit: Unit, before: TypedFigure): ReadRestatement {
  const problems: ReadRestatement['problems'] = [];
  let figure = before;
  if (given.figure.trim() !== '') {
    const read = parseFigure(given.figure, unit);
    if ('figure' in read) figure = read.figure;
    else problems.push({ field: 'figure', message: read.problem });
  }
  const plain = (field: 'numerator' | 'denominator'): string | null => {
    const text = given[field].replace(/[, ]/g, '');
    if (text === '') return null;
    if (isPlainDecimal(text)) return text;
    problems.push({ field, message: `The ${field} must be a number, like 1234` });
    return null;
  };
  const [numerator, denominator] = [plain('numerator'), plain('denominator')];
  if ((numerator === null) !== (denominator === null) && problems.length === 0) {
    const field = numerator === null ? 'numerator' : 'denominator';
    problems.push({ field, message: `Enter the ${field} too, or leave both blank` });
  }
  if (numerator !== null && denominator !== null && problems.length === 0) {
    if (decimal(denominator).eq('0')) {
      problems.push({ field: 'denominator', message: 'The denominator must be more than zero' });
    } else {
      const doubt = partsDoubt(figure, decimal(numerator), decimal(denominator), unit);
      if (doubt !== null) problems.push({ field: 'figure', message: doubt.replace(/\.$/, '') });
    }
  }
  return { figure, numerator, denominator, problems };
}

/** What is wrong with the words. */
export function wordProblems(
  { kind, reason, provisional, waitsFor }: GivenRestatement,
  changesFigure: boolean,
): { field: string; message: string }[] {
  const problems: { field: string; message: string }[] = [];
  if (changesFigure && !restatementKinds.some((one) => one === kind)) {
    problems.push({ field: 'kind', message: 'Choose why the figure changes' });
  }
  if (reason.trim() === '') problems.push({ field: 'reason', message: 'Say what happened, in a sentence' });
  if (reason.trim().length > MOST_REASON) {
    problems.push({ field: 'reason', message: `The reason must be ${MOST_REASON} characters or fewer` });
  }
  if (provisional && waitsFor.trim() === '') {
    problems.push({ field: 'waitsFor', message: 'Say what the provisional figure waits for' });
  }
  if (waitsFor.trim().length > MOST_WAITS_FOR) {
    problems.push({
      field: 'waitsFor',
      message: `What it waits for must be ${MOST_WAITS_FOR} characters or fewer`,
    });
  }
  return problems;
}
