import { readDate } from '../../domain/number/date.ts';
import { toText } from '../../domain/number/decimal.ts';
import { parseFigure } from '../../domain/number/parse.ts';
import { sameWords } from '../../domain/number/typed-text.ts';
import { parsePeriod } from '../../domain/period/parse.ts';
import { field, repeatedField } from './field.ts';
import { nearestOf } from './nearest.ts';
import { sentenceAndRemedy } from './sentence.ts';

/** Any text, read later by those who know more: a figure needs its measure's unit. */
export const text = field((typed) => ({ value: typed }));

/** One line of text, trimmed. */
export const line = (most: number) =>
  field((typed) => {
    const value = typed.trim();
    return value.length <= most
      ? { value }
      : {
          message: `The text has ${value.length} characters; the most allowed is ${most}.`,
          remedy: 'Shorten it.',
        };
  });

/** Characters that nobody sees make two codes look alike (Unicode TR 36); a code holds none. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{DI}\p{Cs}]/u;

/** A measure's code: any text, composed (NFC), single spaces. */
export const code = repeatedField((typed) => {
  const value = typed
    .normalize('NFC')
    .trim()
    .replace(/[ \u00a0]+/g, ' ');
  if (UNSEEN.test(value)) {
    return {
      message: 'The code holds a character that cannot be seen.',
      remedy: 'Delete the code and type it again.',
    };
  }
  return value.length <= 80
    ? { value }
    : { message: 'The code is longer than 80 characters.', remedy: 'Shorten it.' };
});

/** One of a few words, forgiving in case and spacing. */
export function choice<T>(words: Readonly<Record<string, T>>) {
  const known = new Map(Object.entries(words).map(([word, value]) => [sameWords(word), value]));
  const shown = Object.keys(words);
  return field<T>((typed) => {
    const value = known.get(sameWords(typed));
    if (value !== undefined) return { value };
    const near = nearestOf(typed, shown);
    const first = near === null ? '' : `Did you mean “${near}”? `;
    return {
      message: `“${shortened(typed)}” is not one of the known values.`,
      remedy: `${first}Use one of: ${shown.join(', ')}.`,
    };
  });
}

/** A date, as ISO text. */
export const date = field((typed) => {
  const read = readDate(typed.trim());
  if (read !== null && 'date' in read) return { value: read.date };
  const fallback = {
    message: `“${shortened(typed)}” is not a date.`,
    remedy: 'Type it as 30-Sep-2018 or 2018-09-30.',
  };
  return read === null ? fallback : sentenceAndRemedy(read.problem, fallback.remedy);
});

/** A period code. */
export const period = repeatedField((typed) => {
  const text = typed.trim();
  const read = parsePeriod(text);
  return 'period' in read
    ? { value: read.period.code }
    : sentenceAndRemedy(read.problem, 'Type it as 2018-19/Q2.');
});

/** An exact number without a unit, as plain decimal text: numerators, denominators, orders. */
export const plainNumber = repeatedField((typed) => {
  if (/^(?:0|[1-9]\d{0,14})$/.test(typed)) return { value: typed };
  const read = parseFigure(typed, { kind: 'number', decimals: 0 });
  if ('problem' in read) return sentenceAndRemedy(read.problem, 'Type a number.');
  if (read.figure.kind === 'number') return { value: toText(read.figure.value) };
  return {
    message: `“${shortened(typed)}” is not a number.`,
    remedy: 'Type a number, or leave the cell blank.',
  };
});

/** Several short texts in one cell, separated by semicolons or line ends. */
export const list = field((typed) => {
  const value = typed
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return { value };
});

export const yesNo = choice({ Yes: true, No: false, Y: true, N: false, True: true, False: false });

const shortened = (typed: string): string => (typed.length > 60 ? `${typed.slice(0, 59)}…` : typed);
