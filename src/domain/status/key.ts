import { decimal } from '../number/decimal.ts';
import { nearestOverrides, parametersFor } from './compile.ts';
import { walk } from './condition.ts';
import type { Wording } from './condition-words.ts';
import type { ParameterOverride } from './inputs.ts';
import { type Outcome, type StateId, stateIds } from './outcome.ts';
import { settingInWords } from './own-settings.ts';
import { parameterInWords } from './parameter.ts';
import { needsInWords, ruleInWords } from './rule-words.ts';
import { type Otherwise, outcomeOf, type Rule, type StatusScheme } from './scheme.ts';
import { stateReason } from './state-words.ts';
import { listed, sentence } from './words.ts';

/** One line of the published key: how an outcome looks and when it is given. */
export interface KeyEntry {
  outcome: Outcome;
  /** The ids of the rules that lead here, in order. */
  rules: readonly string[];
  /** "Worse than target by up to and including 5%." */
  sentence: string;
  /** The same after the label: "Amber: worse than target by up to and including 5%." */
  text: string;
}

interface Found {
  rules: string[];
  main: string[];
  more: string[];
}

/**
 * The key of a scheme, generated from its rules, so that what is printed is what is done.
 *
 * In: a scheme, and the settings that hold for the whole of what is printed (a scorecard's). Out: one entry for every outcome that its rules, milestones or states lead to, in the order in
 * which the rules are tried, in plain English. `keyNotesOf` gives the notes that stand below it.
 *
 * @example keyOf(derby)[2]?.text
 * // 'Amber: worse than target by up to and including 5%. Milestones: Minor slippage.'
 */
export function keyOf(scheme: StatusScheme, overrides: readonly ParameterOverride[] = []): KeyEntry[] {
  const wording: Wording = { scheme, parameters: parametersFor(scheme, overrides) };
  const found = new Map<string, Found>();
  const at = (outcome: string): Found => {
    const known = found.get(outcome) ?? { rules: [], main: [], more: [] };
    found.set(outcome, known);
    return known;
  };
  if (scheme.judged === 'only') {
    for (const { id } of scheme.outcomes) at(id).main.push('judged so by a person');
  }
  for (const { rule, phrase } of scheme.judged === 'only' ? [] : linesOf(scheme, wording)) {
    at(rule.outcome).main.push(phrase);
    at(rule.outcome).rules.push(rule.id);
  }
  for (const set of scheme.others) {
    for (const [outcome, lines] of grouped(linesOf(set, wording))) {
      at(outcome).more.push(`${set.name}: ${lines.map(({ phrase }) => phrase).join('; or ')}`);
      at(outcome).rules.push(...lines.map(({ rule }) => `${set.id}/${rule.id}`));
    }
  }
  for (const outcome of new Set(scheme.milestones.map((milestone) => milestone.outcome))) {
    const steps = scheme.milestones
      .filter((milestone) => milestone.outcome === outcome)
      .map(({ step }) => step);
    at(outcome).more.push(`Milestones: ${listed(steps, 'or')}`);
    at(outcome).rules.push(...steps.map((step) => `milestone/${step.toLowerCase()}`));
  }
  for (const [outcome, states] of statesByOutcome(scheme)) {
    const reasons = listed(states.map(stateReason), 'or');
    const only = at(outcome).main.length + at(outcome).more.length === 0;
    at(outcome).more.push(only ? reasons : `Also where ${reasons}`);
    at(outcome).rules.push(...states.map((state) => `state/${state}`));
  }
  return [...found].map(([id, { rules, main, more }]) => {
    const outcome = outcomeOf(scheme, id) as Outcome;
    const sentences = [...(main.length > 0 ? [main.join('; or ')] : []), ...more].map(sentence).join(' ');
    return { outcome, rules, sentence: sentences, text: `${outcome.label}: ${lowered(sentences)}` };
  });
}

function linesOf(list: { rules: readonly Rule[]; otherwise: Otherwise }, wording: Wording) {
  return [...list.rules, list.otherwise].map((rule, index) => ({
    rule,
    phrase: ruleInWords(list, index, wording),
  }));
}

function grouped(lines: ReturnType<typeof linesOf>): Map<string, ReturnType<typeof linesOf>> {
  const groups = new Map<string, ReturnType<typeof linesOf>>();
  for (const line of lines) groups.set(line.rule.outcome, [...(groups.get(line.rule.outcome) ?? []), line]);
  return groups;
}

function statesByOutcome(scheme: StatusScheme): Map<string, StateId[]> {
  const groups = new Map<string, StateId[]>();
  for (const state of stateIds) {
    const outcome = scheme.states[state];
    if (outcome !== undefined) groups.set(outcome, [...(groups.get(outcome) ?? []), state]);
  }
  return groups;
}

/** After a label and a colon a sentence goes on, unless it begins with a name. */
function lowered(text: string): string {
  return /^[A-Z][a-z]*:/.test(text) || /^[A-Z]{2}/.test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}

/**
 * The notes below a key: how figures are compared, what is not judged, what the published rule leaves open, and which
 * settings hold in place of the scheme's own.
 */
export function keyNotesOf(scheme: StatusScheme, overrides: readonly ParameterOverride[] = []): string[] {
  const notes: string[] = [];
  const rules = [scheme, ...scheme.others].flatMap((list) => list.rules);
  const conditions = rules.flatMap((rule) => [...walk(rule.when)]);
  const compares = conditions.some(
    ({ kind }) => kind === 'variance' || kind === 'meets' || kind === 'direction',
  );
  const percent = conditions.some(
    (condition) =>
      condition.kind === 'variance' && (condition.form === 'relative' || condition.form === 'achieved'),
  );
  if (compares)
    notes.push('“Better” is higher, lower or closer to target, whichever is good for the measure.');
  if (compares)
    notes.push(
      scheme.numeric.compare === 'asDisplayed'
        ? 'Figures are rounded as they are printed before they are compared.'
        : 'Figures are compared before they are rounded for printing.',
    );
  if (percent) notes.push(zeroNote(scheme));
  const wording: Wording = { scheme, parameters: parametersFor(scheme, overrides) };
  const nearest = nearestOverrides(scheme, overrides);
  for (const parameter of scheme.parameters) {
    const override = nearest.get(parameter.id);
    if (override === undefined) continue;
    const usual = parameterInWords(decimal(parameter.value), parameter);
    notes.push(sentence(`${settingInWords(override, parameter, scheme)}, holds in place of ${usual}`));
  }
  const tolerance = scheme.parameters.find((parameter) => parameter.id === scheme.tolerance);
  if (tolerance !== undefined) {
    const size = parameterInWords(
      wording.parameters.get(tolerance.id) ?? decimal(tolerance.value),
      tolerance,
    );
    notes.push(
      `A measure, or one period of it, may have a tolerance of its own in place of the ${size}, with a reason.`,
    );
  }
  for (const rule of rules.filter((each) => each.whenUnknown === 'skip')) {
    const label = outcomeOf(scheme, rule.outcome)?.label ?? rule.outcome;
    notes.push(
      `${label} needs ${needsInWords(rule.when, wording)}; where that is not known, the next line applies.`,
    );
  }
  if (scheme.judged === 'instead')
    notes.push(
      'A person may give the status instead, with a name, a reason and a date. The status under these rules is kept beside it.',
    );
  if (scheme.judged === 'only')
    notes.push('Each status is a person’s judgement, with a name, a reason and a date.');
  notes.push(
    'A measure that has no target, is not due or cannot be judged says so. It is not counted as off target, unless a line above says otherwise.',
  );
  if (scheme.note !== null) notes.push(scheme.note);
  return notes;
}

function zeroNote(scheme: StatusScheme): string {
  if (scheme.zero.kind === 'base')
    return `Where a target is zero, percentages are taken of ${scheme.zero.value}.`;
  if (scheme.zero.kind === 'outcome')
    return `Where a target is zero there is no percentage, and the status is ${outcomeOf(scheme, scheme.zero.outcome)?.label}.`;
  return 'Where a target is zero a percentage cannot be worked out: any better figure is treated as far better, and any worse figure as far worse.';
}
