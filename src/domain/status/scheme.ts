import type { z } from 'zod';
import type { Outcome, StateId } from './outcome.ts';
import { standardStates } from './outcome.ts';
import { referenceProblems } from './scheme-checks.ts';
import { deepest, problemsOfIssues, type SchemeProblem } from './scheme-problem.ts';
import { schemeSchema } from './scheme-schema.ts';

export type { Outcome, StateId } from './outcome.ts';
export type { SchemeProblem } from './scheme-problem.ts';

/** A status scheme: data, checked. Made by `parseScheme` only. */
export type StatusScheme = z.output<typeof schemeSchema>;
/** A scheme as written by hand, where fields with a default may be left out. */
export type SchemeInput = z.input<typeof schemeSchema>;
export type Rule = StatusScheme['rules'][number];
export type Otherwise = StatusScheme['otherwise'];
export type OtherRules = StatusScheme['others'][number];
export type Parameter = StatusScheme['parameters'][number];

/**
 * Reads a status scheme from parsed JSON.
 *
 * In: any value. Out: the scheme with every default filled in, or all of its problems at once, each with its path
 * (`rules[2].outcome`), the value found, what is wrong and what to do. Refuses misspelt fields, references to
 * outcomes or parameters that are not declared, colour pairs under 4.5:1 (WCAG 2.2, 1.4.3), and two outcomes that
 * share letter and shape.
 *
 * @example parseScheme({ id: 'x' }) // { problems: [{ path: 'name', … }, …] }
 */
export function parseScheme(json: unknown): { scheme: StatusScheme } | { problems: SchemeProblem[] } {
  const tooDeep = deepest(json);
  if (tooDeep !== null) return { problems: [tooDeep] };
  const read = schemeSchema.safeParse(json);
  if (!read.success) return { problems: problemsOfIssues(read.error.issues, json) };
  const problems = referenceProblems(read.data);
  return problems.length > 0 ? { problems } : { scheme: read.data };
}

/**
 * A scheme written in our own source. @throws Error listing every problem, so that a broken preset fails its
 * first import and not its first report.
 */
export function defineScheme(input: SchemeInput): StatusScheme {
  const read = parseScheme(input);
  if ('scheme' in read) return read.scheme;
  const lines = read.problems.map((problem) => `${problem.path}: ${problem.message} ${problem.remedy}`);
  throw new Error(`scheme ${input.id} is not valid:\n${lines.join('\n')}`);
}

/** The outcome with this id, or null. @example outcomeOf(derby, 'amber')?.label // 'Amber' */
export function outcomeOf(scheme: StatusScheme, id: string): Outcome | null {
  return scheme.outcomes.find((outcome) => outcome.id === id) ?? null;
}

/** The outcome a scheme gives to a state: its own, or the standard one. "Unknown counts as Red" lives here. */
export function stateOutcome(scheme: StatusScheme, state: StateId): Outcome {
  const own = scheme.states[state];
  return (own === undefined ? null : outcomeOf(scheme, own)) ?? standardStates[state];
}

/** Every outcome that the scheme can lead to, in rank order; states without one of their own included. */
export function allOutcomes(scheme: StatusScheme): Outcome[] {
  const standard = Object.values(standardStates).filter(
    (outcome) => scheme.states[outcome.id as StateId] === undefined,
  );
  return [...scheme.outcomes, ...standard].sort((a, b) => a.rank - b.rank);
}
