import type { z } from 'zod';

/** What is wrong with a scheme: where, with which value, and what to do. */
export interface SchemeProblem {
  /** `rules[2].when.atLeast`; `scheme` for the whole. */
  path: string;
  /** The value found, as JSON, cut short; null where there was none. */
  value: string | null;
  message: string;
  remedy: string;
}

/** `['rules', 2, 'outcome']` as `rules[2].outcome`. */
export function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text === '' ? 'scheme' : text.replace(/^\./, '');
}

const LONGEST = 80;

/** A value as a problem shows it. */
export function shown(value: unknown): string | null {
  if (value === undefined) return null;
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const part of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

type Issue = z.core.$ZodIssue;

/** zod's issues in words for the person who wrote the file. */
export function problemsOfIssues(issues: readonly Issue[], json: unknown): SchemeProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, json, []));
}

function problemsOf(issue: Issue, json: unknown, above: readonly PropertyKey[]): SchemeProblem[] {
  const path = [...above, ...issue.path];
  const value = shown(valueAt(json, path));
  const problem = (message: string, remedy: string): SchemeProblem[] => [
    { path: pathText(path), value, message, remedy },
  ];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: pathText([...path, key]),
      value: shown(valueAt(json, [...path, key])),
      message: 'is not a field of a status scheme.',
      remedy: 'Check its spelling, or take it out.',
    }));
  }
  if (issue.code === 'invalid_union' && 'discriminator' in issue && issue.discriminator !== undefined) {
    return [
      {
        path: pathText(path),
        value,
        message: `${value ?? 'nothing'} is not a kind that is known here.`,
        remedy: 'See the list of kinds in the documentation of status schemes.',
      },
    ];
  }
  if (issue.code === 'invalid_union') {
    const listed = issue.errors.flat().find((inner) => inner.code === 'invalid_value');
    const remedy =
      listed?.code === 'invalid_value'
        ? `Use one of: ${listed.values.map(String).join(', ')}.`
        : 'Compare it with a preset.';
    return problem(value === null ? 'is missing.' : `${value} is not allowed here.`, remedy);
  }
  if (value === null) return problem('is missing.', 'Every scheme needs it; compare with a preset.');
  if (issue.code === 'invalid_value')
    return problem(
      `${value} is not one of the words allowed.`,
      `Use one of: ${issue.values.map(String).join(', ')}.`,
    );
  if (issue.code === 'invalid_type')
    return problem(
      `${value} is not of the right type.`,
      `Give ${EXPECTED[issue.expected] ?? issue.expected}.`,
    );
  if (issue.code === 'custom' || issue.code === 'invalid_format') return problem(...split(issue.message));
  return problem(`${value}: ${issue.message}.`, 'Compare it with a preset.');
}

const EXPECTED: Record<string, string> = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in square brackets',
  object: 'an object in curly brackets',
};

/** Messages of our own say what is wrong in the first sentence and what to do in the rest. */
function split(message: string): [message: string, remedy: string] {
  const end = message.indexOf('. ');
  return end < 0
    ? [message, 'Compare it with a preset.']
    : [message.slice(0, end + 1), message.slice(end + 2)];
}

/** Conditions within conditions; nobody needs more, and a hostile file could have thousands. */
const MOST_LEVELS = 50;

/** The problem of a file nested too deeply to be read safely; null for any other. Walks without recursion. */
export function deepest(json: unknown): SchemeProblem | null {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS)
      return {
        path: 'scheme',
        value: null,
        message: `is nested more than ${MOST_LEVELS} levels deep.`,
        remedy: 'Write its conditions with fewer brackets.',
      };
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return null;
}
