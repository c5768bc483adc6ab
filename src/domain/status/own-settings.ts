import { type Decimal, one } from '../number/decimal.ts';
import type { Unit } from '../number/unit.ts';
import { nearestOverrides, parametersFor } from './compile.ts';
import { walk } from './condition.ts';
import type { ParameterOverride } from './inputs.ts';
import { parameterInWords } from './parameter.ts';
import { ruleInWords } from './rule-words.ts';
import type { OtherRules, Parameter, StatusScheme } from './scheme.ts';

/** Whose setting it is. The measure is what the sentence is about. */
const WHOSE: Record<ParameterOverride['level'], string> = {
  scorecard: 'this scorecard’s own',
  measure: 'its own',
  period: 'this period’s own',
};

/**
 * The settings that were decided differently and bear on a rule, in words: whose they are, their value and why.
 * A setting bears on a rule where the words of the rule would be others at another value.
 *
 * @param at the place of the rule among those of the set; the number of rules stands for `otherwise`
 * @example ['its own tolerance of 10%, because one case moves it by 4%']
 */
export function ownSettings(
  overrides: readonly ParameterOverride[],
  scheme: StatusScheme,
  set: Pick<OtherRules, 'rules' | 'otherwise'>,
  at: number,
  unit: Unit,
): string[] {
  if (overrides.length === 0) return [];
  const parameters = parametersFor(scheme, overrides);
  const nearest = nearestOverrides(scheme, overrides);
  return scheme.parameters.flatMap((parameter) => {
    const override = nearest.get(parameter.id);
    if (override === undefined || !bearsOn(parameter.id, set, at, scheme, parameters)) return [];
    return [settingInWords(override, parameter, scheme, unit)];
  });
}

/** One setting in words. @example 'this scorecard’s own tolerance of 8%, because its groups are small' */
export function settingInWords(
  { level, value, reason }: ParameterOverride,
  parameter: Parameter,
  scheme: StatusScheme,
  unit?: Unit,
): string {
  const noun = parameter.id === scheme.tolerance ? 'tolerance' : `setting “${parameter.id}”`;
  const why = reason.trim().replace(/\.$/, '');
  const because = why === '' ? '' : `, because ${why}`;
  return `${WHOSE[level]} ${noun} of ${parameterInWords(value, parameter, unit)}${because}`;
}

function bearsOn(
  id: string,
  set: Pick<OtherRules, 'rules' | 'otherwise'>,
  at: number,
  scheme: StatusScheme,
  parameters: ReadonlyMap<string, Decimal>,
): boolean {
  const rule = set.rules[at];
  // Words of the rule's own do not change with its settings: look at what it asks.
  if ((rule ?? set.otherwise).text !== null)
    return rule !== undefined && [...walk(rule.when)].some(asksFor(id));
  const other = new Map(parameters).set(id, (parameters.get(id) ?? one).plus(one));
  const words = (values: ReadonlyMap<string, Decimal>) =>
    ruleInWords(set, at, { scheme, parameters: values });
  return words(parameters) !== words(other);
}

const BOUNDS = ['atLeast', 'above', 'atMost', 'below', 'percent', 'places'] as const;

const asksFor = (id: string) => (condition: object) =>
  BOUNDS.some((bound) => {
    const text = (condition as Partial<Record<(typeof BOUNDS)[number], unknown>>)[bound];
    return text === id || text === `-${id}`;
  });
