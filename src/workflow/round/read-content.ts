import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { decimal } from '../../domain/number/decimal.ts';
import { missing, type TypedFigure } from '../../domain/number/figure.ts';
import { isMissingReason, missingInWords } from '../../domain/number/missing-words.ts';
import { parseFigure } from '../../domain/number/parse.ts';
import type { UpdateContent } from '../../domain/round/update.ts';
import { isPlainDecimal } from '../../store/canonical.ts';

/** A field of the update form, as its problems name it. */
export type ContentField =
  | 'actual'
  | 'toDate'
  | 'forecast'
  | 'numerator'
  | 'denominator'
  | 'noFigure'
  | 'note';

export interface ReadContent {
  actual: TypedFigure | null;
  toDate: TypedFigure | null;
  forecast: TypedFigure | null;
  numerator: string | null;
  denominator: string | null;
  problems: readonly { field: ContentField; message: string }[];
}

/** Reads what was typed as figures of the measure's unit; every problem at once. */
export function readContent(content: UpdateContent, version: MeasureVersion): ReadContent {
  const problems: { field: ContentField; message: string }[] = [];
  const figure = (field: 'actual' | 'toDate' | 'forecast'): TypedFigure | null => {
    if (content[field].trim() === '') return null;
    const read = parseFigure(content[field], version.unit);
    if ('figure' in read) return read.figure;
    problems.push({ field, message: read.problem });
    return null;
  };
  const plain = (field: 'numerator' | 'denominator'): string | null => {
    const text = content[field].replace(/[, ]/g, '');
    if (text === '') return null;
    if (isPlainDecimal(text)) return text;
    const message = `The ${field} must be a number, like 1234`;
    problems.push({ field, message });
    return null;
  };
  const numerator = plain('numerator');
  const denominator = plain('denominator');
  if (denominator !== null && decimal(denominator).eq('0')) {
    problems.push({ field: 'denominator', message: 'The denominator must be more than zero' });
  }
  if ((numerator === null) !== (denominator === null) && problems.length === 0) {
    const field = numerator === null ? 'numerator' : 'denominator';
    problems.push({ field, message: `Enter the ${field} too, or leave both blank` });
  }
  const isToDate = version.periodBasis === 'toDate';
  const actual = figure('actual');
  const toDate = figure('toDate');
  const given = isToDate ? toDate : actual;
  const reason = content.noFigure;
  if (reason !== '' && !isMissingReason(reason)) {
    problems.push({ field: 'noFigure', message: 'Choose one of the reasons' });
  } else if (reason !== '' && given !== null && given.kind !== 'missing') {
    problems.push({
      field: 'noFigure',
      message: 'You have given both a figure and a reason for having none. Clear the one that is wrong',
    });
  }
  const absent = reason !== '' && isMissingReason(reason) ? missing(reason, missingInWords(reason)) : null;
  return {
    actual: isToDate ? actual : (actual ?? absent),
    toDate: isToDate ? (toDate ?? absent) : toDate,
    forecast: figure('forecast'),
    numerator,
    denominator,
    problems,
  };
}

/** What cannot be read of what was typed; nothing is said of what is still empty. */
export const readContentProblems = (
  content: UpdateContent,
  version: MeasureVersion,
): ReadContent['problems'] => readContent(content, version).problems;
