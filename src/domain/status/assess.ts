import { sameWords } from '../number/typed-text.ts';
import type { Assessment } from './assessment.ts';
import { type CompiledRules, type CompiledScheme, compiledOf } from './compile.ts';
import { Evaluation } from './evaluation.ts';
import { promiseNames, type StatusInputs } from './inputs.ts';
import { outcomeOf, type StatusScheme } from './scheme.ts';

/**
 * Decides a status. This is the one place where it happens.
 *
 * In: what is known of one figure, and a scheme. Out: the outcome with the rule that gave it. In order: a status
 * that a person gave (where the scheme allows it); a declared state; a kind of measure that is not judged; a
 * missing figure; then the first rule whose condition holds, else the scheme's `otherwise`.
 *
 * Exact: figures are compared by multiplying out, never divided and never as binary floats. What a rule needs and
 * is not held stops the judgement ("No target", "Cannot be judged") unless the rule says to skip it; it is never
 * taken for a miss. Refuses nothing: every input has an answer.
 *
 * @example
 * assessStatus({ subject: 'actual', polarity: 'higher', unit: { kind: 'number', decimals: 1 },
 *   actual: number('366'), comparators: { target: number('375') }, measureKind: 'targeted' }, derby).outcome.label
 * // 'Amber': 366 is 2.4% short of 375, and Derby's Amber reaches to 5%
 */
export function assessStatus(inputs: StatusInputs, scheme: StatusScheme): Assessment {
  const compiled = compiledOf(scheme);
  if (scheme.judged === 'never') return computeStatus(inputs, compiled);
  return judgedStatus(inputs, compiled);
}

function judgedStatus(inputs: StatusInputs, compiled: CompiledScheme): Assessment {
  const { scheme } = compiled;
  const { judged } = inputs;
  if (judged === undefined) {
    if (scheme.judged === 'instead') return computeStatus(inputs, compiled);
    return inputs.state === undefined && inputs.actual.kind !== 'missing'
      ? compiled.states.awaited
      : computeStatus(inputs, compiled);
  }
  const computed = scheme.judged === 'only' ? null : computeStatus(inputs, compiled);
  const outcome = outcomeOf(scheme, judged.outcome);
  const signed = judged.by.trim() !== '' && judged.reason.trim() !== '' && judged.on.trim() !== '';
  if (outcome === null || !signed) {
    return {
      ...compiled.states.unjudgeable,
      needs: outcome === null ? 'judgedOutcome' : 'judgedReason',
      computed,
    };
  }
  return { kind: 'judged', outcome, rule: 'judged', state: null, needs: null, computed };
}

/** The status by the rules alone. */
function computeStatus(inputs: StatusInputs, compiled: CompiledScheme): Assessment {
  const { actual } = inputs;
  if (inputs.state !== undefined) return compiled.states[inputs.state];
  const rules = compiled.others.length === 0 ? compiled.main : rulesFor(inputs, compiled);
  const kindIsJudged =
    compiled.judgedKinds.has(inputs.measureKind) || rules.set?.appliesTo.kinds !== undefined;
  if (!kindIsJudged && inputs.measureKind !== 'targeted') return compiled.states[inputs.measureKind];
  if (actual.kind === 'missing') return compiled.states[actual.reason];
  if (actual.kind === 'number' && !('decimals' in inputs.unit)) return compiled.states.unusable;
  const hasOwnRules = rules.set?.appliesTo.subjects !== undefined;
  if (
    actual.kind === 'step' &&
    inputs.unit.kind === 'milestone' &&
    compiled.milestones.size > 0 &&
    !hasOwnRules
  ) {
    return compiled.milestones.get(sameWords(actual.step)) ?? compiled.states.unusable;
  }
  return applyRules(inputs, compiled, rules);
}

/** The first other set that applies to this subject, kind of measure and kind of figure; else the main rules. */
export function rulesFor(inputs: StatusInputs, compiled: CompiledScheme): CompiledRules {
  const fits = <T>(wanted: readonly T[] | undefined, found: unknown) =>
    wanted === undefined || wanted.includes(found as T);
  return (
    compiled.others.find(({ set }) => {
      const { subjects, kinds, figures } = set?.appliesTo ?? {};
      return (
        fits(subjects, inputs.subject) && fits(kinds, inputs.measureKind) && fits(figures, inputs.actual.kind)
      );
    }) ?? compiled.main
  );
}

/** An evaluation of these inputs under a scheme, for the rules and for the explanation alike. */
export function evaluationOf(inputs: StatusInputs, compiled: CompiledScheme): Evaluation {
  return new Evaluation(
    inputs,
    compiled.boundsFor(inputs),
    compiled.rounding,
    compiled.scheme.zero,
    compiled.zeroBase,
  );
}

function applyRules(inputs: StatusInputs, compiled: CompiledScheme, set: CompiledRules): Assessment {
  const evaluation = evaluationOf(inputs, compiled);
  for (const rule of set.rules) {
    const answer = rule.test(evaluation);
    if (answer === true) return rule.found;
    if (answer === null) {
      const stopped = stop(evaluation, compiled, rule.skip);
      if (stopped !== null) return stopped;
    }
  }
  return set.otherwise;
}

/** What an unanswered condition leads to, or null where the next rule may be tried. */
function stop(evaluation: Evaluation, compiled: CompiledScheme, skip: boolean): Assessment | null {
  const { needs, inputs } = evaluation;
  if (evaluation.metZero) return compiled.zeroFound;
  // Which way is good decides every rule at once: skipping one for want of it would turn a doubt into a Red.
  if (needs === 'anyPolarity') return compiled.states.dataOnly;
  if (needs === 'polarity') return { ...compiled.states.unjudgeable, needs };
  if (skip) return null;
  if (needs === 'target' || (promiseNames.has(needs ?? '') && !holdsPromise(inputs)))
    return compiled.states.noTarget;
  return { ...compiled.states.unjudgeable, needs };
}

function holdsPromise(inputs: StatusInputs): boolean {
  return Object.entries(inputs.comparators).some(
    ([name, figure]) => promiseNames.has(name) && figure !== undefined && figure.kind !== 'missing',
  );
}
