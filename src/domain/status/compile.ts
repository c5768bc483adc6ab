import { type Decimal, decimal, one, type RoundingMode, zero } from '../number/decimal.ts';
import { sameWords } from '../number/typed-text.ts';
import type { Assessment } from './assessment.ts';
import { compileCondition, type Test, type Workshop } from './compile-condition.ts';
import type { ComparatorRef, FigureName } from './condition.ts';
import { type BoundValue, boundValue, roundingOf } from './evaluation.ts';
import type { ParameterOverride, StatusInputs } from './inputs.ts';
import { type Outcome, type StateId, standardStates, stateIds } from './outcome.ts';
import { type OtherRules, outcomeOf, type Rule, type StatusScheme, stateOutcome } from './scheme.ts';
import { boundIn } from './words.ts';

export interface CompiledRules {
  /** null for the main rules of the scheme. */
  set: OtherRules | null;
  rules: readonly { test: Test; found: Assessment; skip: boolean }[];
  otherwise: Assessment;
}

/** A scheme ready to judge with: closures, bounds as decimals, and every assessment it can give, made once. */
export interface CompiledScheme {
  scheme: StatusScheme;
  main: CompiledRules;
  others: readonly CompiledRules[];
  milestones: ReadonlyMap<string, Assessment>;
  states: Readonly<Record<StateId, Assessment>>;
  zeroFound: Assessment | null;
  judgedKinds: ReadonlySet<string>;
  rounding: RoundingMode | null;
  zeroBase: Decimal;
  /** The bounds in force: the scheme's own, or with what was decided for this measure or period. */
  boundsFor(inputs: StatusInputs): readonly BoundValue[];
}

const compiled = new WeakMap<StatusScheme, CompiledScheme>();

/** The compiled form of a scheme, made on first use. */
export function compiledOf(scheme: StatusScheme): CompiledScheme {
  const known = compiled.get(scheme);
  if (known !== undefined) return known;
  const made = compileScheme(scheme);
  compiled.set(scheme, made);
  return made;
}

const levels = ['scorecard', 'measure', 'period'] as const;

/** The parameter an override means: `tolerance` is the scheme's tolerance, whatever its own name. */
export function parameterMeant(scheme: StatusScheme, name: string): string {
  if (scheme.parameters.some((parameter) => parameter.id === name)) return name;
  return name === 'tolerance' ? (scheme.tolerance ?? name) : name;
}

/** The override in force for each parameter: period before measure before scorecard; of two, the later. */
export function nearestOverrides(
  scheme: StatusScheme,
  overrides: readonly ParameterOverride[],
): ReadonlyMap<string, ParameterOverride> {
  const nearest = new Map<string, ParameterOverride>();
  for (const override of overrides) {
    const name = parameterMeant(scheme, override.parameter);
    const known = nearest.get(name);
    if (known === undefined || levels.indexOf(override.level) >= levels.indexOf(known.level))
      nearest.set(name, override);
  }
  return nearest;
}

/** The value of each parameter: the scheme's, unless something nearer the figure overrides it. */
export function parametersFor(
  scheme: StatusScheme,
  overrides: readonly ParameterOverride[] = [],
): Map<string, Decimal> {
  const nearest = nearestOverrides(scheme, overrides);
  return new Map(scheme.parameters.map(({ id, value }) => [id, nearest.get(id)?.value ?? decimal(value)]));
}

function compileScheme(scheme: StatusScheme): CompiledScheme {
  const bounds: string[] = [];
  const comparisons: string[] = [];
  const numbered = (list: string[], text: string) => {
    if (!list.includes(text)) list.push(text);
    return list.indexOf(text);
  };
  const shop: Workshop = {
    bound: (text) => numbered(bounds, text),
    comparison: (figure: FigureName, ref: ComparatorRef) =>
      numbered(comparisons, `${figure} ${JSON.stringify(ref)}`),
  };
  const outcome = (id: string): Outcome => outcomeOf(scheme, id) as Outcome;
  const found = (kind: Assessment['kind'], id: string, rule: string, state: StateId | null): Assessment =>
    Object.freeze({
      kind,
      outcome: state === null ? outcome(id) : stateOutcome(scheme, state),
      rule,
      state,
      needs: null,
      computed: null,
    });

  const compileRules = (set: OtherRules | null): CompiledRules => {
    const prefix = set === null ? '' : `${set.id}/`;
    const { rules, otherwise } = set ?? scheme;
    return {
      set,
      rules: rules.map((rule: Rule) => ({
        test: compileCondition(rule.when, shop),
        found: found('status', rule.outcome, prefix + rule.id, null),
        skip: rule.whenUnknown === 'skip',
      })),
      otherwise: found('status', otherwise.outcome, prefix + otherwise.id, null),
    };
  };
  const main = compileRules(null);
  const others = scheme.others.map(compileRules);
  const milestones = new Map(
    scheme.milestones.map(({ step, outcome: id }) => [
      sameWords(step),
      found('status', id, `milestone/${sameWords(step)}`, null),
    ]),
  );
  const states = Object.fromEntries(
    stateIds.map((state) => [state, found('state', standardStates[state].id, `state/${state}`, state)]),
  ) as Record<StateId, Assessment>;

  const own = boundsOfTexts(bounds, parametersFor(scheme));
  const boundsFor = (inputs: StatusInputs): readonly BoundValue[] => {
    const { overrides } = inputs;
    if (overrides === undefined || overrides.length === 0) return own;
    const nearest = nearestOverrides(scheme, overrides);
    return own.map((value, at) => {
      const text = bounds[at] as string;
      const negative = text.startsWith('-');
      const override = nearest.get(negative ? text.slice(1) : text);
      if (override === undefined) return value;
      return boundValue(negative ? zero.minus(override.value) : override.value);
    });
  };
  return {
    scheme,
    main,
    others,
    milestones,
    states,
    zeroFound: scheme.zero.kind === 'outcome' ? found('status', scheme.zero.outcome, 'zero', null) : null,
    judgedKinds: new Set(scheme.judgedKinds),
    rounding: roundingOf(scheme),
    zeroBase: scheme.zero.kind === 'base' ? decimal(scheme.zero.value).abs() : one,
    boundsFor,
  };
}

function boundsOfTexts(texts: readonly string[], parameters: ReadonlyMap<string, Decimal>): BoundValue[] {
  return texts.map((text) => boundValue(boundIn(text, parameters)));
}
