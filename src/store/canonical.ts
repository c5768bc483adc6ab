import { createHash } from 'node:crypto';
import { StoreProblem } from './problem.ts';

/** JSON with the keys of every object in order, so that equal values have equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) => {
    if (held === null || typeof held !== 'object' || Array.isArray(held)) return held;
    const object = held as Record<string, unknown>;
    return Object.fromEntries(
      Object.keys(object)
        .sort()
        .map((key) => [key, object[key]]),
    );
  });
}

/** What a row says, in 16 bytes as hexadecimal: the first half of a SHA-256. */
export function digestOf(columns: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(columns)).digest('hex').slice(0, 32);
}

/** A decimal as it is written nowhere but one way: what a numeric column, or a decimal within JSON, takes. */
export const isPlainDecimal = (text: string): boolean => /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text);

/** PostgreSQL's text cannot hold U+0000 or half a surrogate pair, and neither means anything in a report. */
export function storable(text: string, where: () => string): string {
  if (text.includes('\0') || !text.isWellFormed()) {
    throw new StoreProblem(
      'unusableFact',
      `${where()} holds a character that is not text (U+0000 or half of a surrogate pair). Remove it and try again.`,
    );
  }
  return text;
}

/** An instant as ISO in UTC with milliseconds, the form in which the store keeps and compares all of them. */
export function instant(text: string): string {
  const time = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new StoreProblem(
      'unusableFact',
      `${JSON.stringify(text)} is not a moment in time. Give a date and time with its zone, such as 2018-10-12T08:30:00.000Z.`,
    );
  }
  return new Date(time).toISOString();
}
