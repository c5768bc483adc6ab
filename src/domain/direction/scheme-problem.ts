import type { z } from 'zod';

/** What is wrong with a direction scheme: where, with which value, and what to do. */
export interface DirectionSchemeProblem {
  /** `deadBand.percent`; `scheme` for the whole. */
  path: string;
  /** The value found, as JSON, cut short; null where there was none. */
  value: string | null;
  message: string;
  remedy: string;
}

const COMPARE = 'Compare it with a preset: outturn scheme show derby --direction.';

/** The schema's issues in words for the person who wrote the file. */
export function problemsOfIssues(
  issues: readonly z.core.$ZodIssue[],
  json: unknown,
): DirectionSchemeProblem[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        problem(
          [...issue.path, key],
          json,
          'This is not a field of a direction scheme.',
          'Check its spelling, or take it out.',
        ),
      );
    }
    return [problem(issue.path, json, ...wordsFor(issue, valueAt(json, issue.path)))];
  });
}

/** Kinds of issue that have words of ours in some places: two sentences. */
const ofOurOwn: readonly string[] = ['too_small', 'too_big', 'invalid_union'];

function wordsFor(issue: z.core.$ZodIssue, value: unknown): [message: string, remedy: string] {
  if (value === undefined) return ['It is missing.', `Every scheme needs it. ${COMPARE}`];
  if (issue.code === 'custom' || issue.code === 'invalid_format') return sentences(issue.message);
  if (issue.code === 'invalid_value') {
    return ['This word is not allowed here.', `Use one of: ${issue.values.map(String).join(', ')}.`];
  }
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined) {
    return ['This kind is not known.', 'Use none, relative or absolute.'];
  }
  if (ofOurOwn.includes(issue.code) && issue.message.includes('. ')) return sentences(issue.message);
  if (issue.code === 'too_small') return [`It must be at least ${issue.minimum}.`, COMPARE];
  if (issue.code === 'too_big') return [`It must be at most ${issue.maximum}.`, COMPARE];
  return ['It is not of the right type.', COMPARE];
}

/** Messages of our own: the first sentence says what is wrong, the rest what to do. */
function sentences(message: string): [message: string, remedy: string] {
  const end = message.indexOf('. ');
  return end < 0 ? [message, COMPARE] : [message.slice(0, end + 1), message.slice(end + 2)];
}

function problem(
  path: readonly PropertyKey[],
  json: unknown,
  message: string,
  remedy: string,
): DirectionSchemeProblem {
  const value = valueAt(json, path);
  const shown = value === undefined ? null : (JSON.stringify(value) ?? String(value));
  const named = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return {
    path: named === '' ? 'scheme' : named.replace(/^\./, ''),
    value: shown !== null && shown.length > 80 ? `${shown.slice(0, 80)}…` : shown,
    message,
    remedy,
  };
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const part of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}
