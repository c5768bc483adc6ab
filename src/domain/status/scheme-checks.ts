import type { z } from 'zod';
import { type Bounds, type Condition, walk } from './condition.ts';
import { contrast, leastContrast } from './contrast.ts';
import { type SchemeProblem, shown } from './scheme-problem.ts';
import type { schemeSchema } from './scheme-schema.ts';

type Scheme = z.output<typeof schemeSchema>;

/** What the shape of the file cannot show: dangling references, doubles, colours nobody can read. */
export function referenceProblems(scheme: Scheme): SchemeProblem[] {
  const problems: SchemeProblem[] = [];
  const say = (path: string, value: unknown, message: string, remedy: string) =>
    problems.push({ path, value: shown(value), message, remedy });
  const outcomes = new Set(scheme.outcomes.map((outcome) => outcome.id));
  const parameters = new Set(scheme.parameters.map((parameter) => parameter.id));

  const outcomeKnown = (path: string, id: string) => {
    if (!outcomes.has(id))
      say(
        path,
        id,
        `no outcome is called ${JSON.stringify(id)}.`,
        `Use one of: ${[...outcomes].join(', ')}.`,
      );
  };
  const parameterKnown = (path: string, bound: string | undefined) => {
    const name = bound?.replace(/^-/, '');
    if (name === undefined || /^\d/.test(name) || parameters.has(name)) return;
    const declared = parameters.size > 0 ? `Use one of: ${[...parameters].join(', ')}` : 'None is declared';
    say(path, bound, `no parameter is called ${JSON.stringify(name)}.`, `${declared}, or write a number.`);
  };

  for (const [at, outcome] of scheme.outcomes.entries()) {
    const measured = contrast(outcome.background, outcome.foreground);
    if (measured < leastContrast)
      say(
        `outcomes[${at}].foreground`,
        outcome.foreground,
        `on ${outcome.background} has a contrast of only ${Math.floor(measured * 100) / 100}:1.`,
        'Choose a pair of 4.5:1 or better; black or white text usually does.',
      );
  }
  for (const double of doubles(scheme.outcomes.map((outcome) => outcome.id)))
    say('outcomes', double, 'is the id of two outcomes.', 'Give each its own id.');
  for (const double of doubles(scheme.outcomes.map((outcome) => `${outcome.letter} ${outcome.shape}`)))
    say(
      'outcomes',
      double,
      'is the letter and shape of two outcomes, which would be told apart by colour alone.',
      'Give one of them another letter or shape.',
    );
  for (const double of doubles(scheme.parameters.map((parameter) => parameter.id)))
    say('parameters', double, 'is the id of two parameters.', 'Give each its own id.');

  const sets = [
    { path: '', rules: scheme.rules, otherwise: scheme.otherwise },
    ...scheme.others.map((set, at) => ({ path: `others[${at}].`, ...set })),
  ];
  for (const set of sets) {
    for (const double of doubles([...set.rules.map((rule) => rule.id), set.otherwise.id]))
      say(`${set.path}rules`, double, 'is the id of two rules.', 'Give each its own id.');
    for (const [at, rule] of set.rules.entries()) {
      outcomeKnown(`${set.path}rules[${at}].outcome`, rule.outcome);
      for (const condition of walk(rule.when)) {
        const path = `${set.path}rules[${at}].when`;
        for (const bound of boundsOf(condition)) parameterKnown(path, bound);
        for (const id of outcomesIn(condition)) outcomeKnown(path, id);
      }
    }
    outcomeKnown(`${set.path}otherwise.outcome`, set.otherwise.outcome);
  }
  for (const [at, milestone] of scheme.milestones.entries())
    outcomeKnown(`milestones[${at}].outcome`, milestone.outcome);
  for (const [state, id] of Object.entries(scheme.states)) outcomeKnown(`states.${state}`, id);
  if (scheme.zero.kind === 'outcome') outcomeKnown('zero.outcome', scheme.zero.outcome);
  if (scheme.zero.kind === 'base' && !/[1-9]/.test(scheme.zero.value))
    say('zero.value', scheme.zero.value, 'is itself zero.', 'Give the amount that percentages are taken of.');
  if (scheme.tolerance !== null) parameterKnown('tolerance', scheme.tolerance);
  if (scheme.effectiveTo !== null && scheme.effectiveTo < scheme.effectiveFrom)
    say(
      'effectiveTo',
      scheme.effectiveTo,
      `is before effectiveFrom (${scheme.effectiveFrom}).`,
      'Swap or correct them.',
    );
  return problems;
}

function doubles(ids: readonly string[]): Set<string> {
  return new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
}

/** Every bound that a condition mentions. */
export function boundsOf(condition: Condition): string[] {
  if (condition.kind === 'rank')
    return [condition.places, condition.percent].filter((bound) => bound !== undefined);
  const { atLeast, above, atMost, below } = condition as Bounds;
  return [atLeast, above, atMost, below].filter((bound) => bound !== undefined);
}

function outcomesIn(condition: Condition): readonly string[] {
  if (condition.kind === 'forecastOutcome') return condition.isOneOf;
  return condition.kind === 'count' || condition.kind === 'share' ? condition.outcomes : [];
}
