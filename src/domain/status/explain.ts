import { type Decimal, toText } from '../number/decimal.ts';
import { formatFigure } from '../number/format.ts';
import { once } from '../once/once.ts';
import { evaluationOf, rulesFor } from './assess.ts';
import type { Assessment } from './assessment.ts';
import { comparisonsOf } from './compared.ts';
import { type ExplainedComparison, explainComparison, textOf } from './comparison-words.ts';
import { compiledOf, nearestOverrides, parametersFor } from './compile.ts';
import type { FigureName } from './condition.ts';
import { type DistanceToBand, distancesToBands } from './distance.ts';
import type { StatusInputs } from './inputs.ts';
import { type NearThreshold, nearThreshold } from './near-threshold.ts';
import { ownSettings } from './own-settings.ts';
import { ruleInWords } from './rule-words.ts';
import type { OtherRules, StatusScheme } from './scheme.ts';
import { needInWords, stateReason } from './state-words.ts';
import { nounOf } from './words.ts';

/** Why a status is what it is, for a reader and for an auditor. Every number is exact text. */
export interface Explanation {
  scheme: { id: string; name: string; version: number };
  rule: string;
  kind: Assessment['kind'];
  outcome: { id: string; label: string };
  actual: { value: string; display: string };
  /** The comparison that decided, then the others that were made on the way. */
  comparator: ExplainedComparison | null;
  comparisons: readonly ExplainedComparison[];
  /** Parameters in force, and who decided and why where one is not the scheme's own. */
  parameters: readonly { id: string; value: string; level: string; reason: string | null }[];
  /**
   * "Actual 366.0 is 2.4% below the target of 375.0; Amber is worse than target by up to and including 5%." Where a
   * setting was decided differently: "… 10% (its own tolerance of 10%, because one case moves it by 4%)." Where little was
   * missing for another status, that follows: "… Only 0.12 percentage points from Red."
   */
  sentence: string;
  /** That the figure rests on few cases, which the sentence ends with; null where it does not. */
  smallNumbers: string | null;
  /**
   * The comparison alone, for a cell that stands beside its figures and a key: "2.4% below target". Where little was missing
   * for another status, or the figure rests on few cases, that follows: "…; 0.1 from Red".
   */
  brief: string;
  distances: readonly DistanceToBand[];
  /** That little was missing for another status; null where more was, and where nothing can be said of it. */
  near: NearThreshold | null;
  /** "9.0 more would make it Green; more than 9.75 fewer would make it Red." null where no figure would change it. */
  distanceSentence: string | null;
  /** Beside a judged status: what the rules would have said. */
  computed: Explanation | null;
}

/**
 * Builds the reasons for an assessment of `assessStatus`, from the same inputs and scheme.
 *
 * Out: the comparators with exact values and signed variances (positive is better), the rule, the scheme with its
 * version, a sentence, and the distance to the next status on either side in the unit of the measure.
 *
 * @example explain(inputs, derby, assessStatus(inputs, derby)).sentence
 * // 'Actual 366.0 is 2.4% below the target of 375.0; Amber is worse than target by up to and including 5%.'
 */
export function explain(inputs: StatusInputs, scheme: StatusScheme, assessment: Assessment): Explanation {
  // Each part is worked out when it is read: a list of a thousand measures reads the brief of each and no more.
  const comparisons = once(() =>
    assessment.kind === 'status' ? comparisonsMade(inputs, scheme, assessment) : [],
  );
  const distances = once(() => distancesToBands(inputs, scheme, assessment));
  const parameters = once(() => parametersInForce(inputs, scheme, parametersFor(scheme, inputs.overrides)));
  // What was not judged by its figure is as certain as it was, however few the cases.
  const small = assessment.kind === 'status' ? (inputs.smallNumbers ?? null) : null;
  const near = once(() => nearThreshold(inputs, scheme, assessment, distances));
  const sentence = once(() => {
    const said = sentenceOf(inputs, scheme, assessment, comparisons());
    return [said, near()?.sentence ?? '', small?.sentence ?? ''].filter((each) => each !== '').join(' ');
  });
  const brief = once(() => {
    const said = briefOf(inputs, scheme, assessment, comparisons());
    return [said, near()?.brief ?? '', small?.brief ?? ''].filter((each) => each !== '').join('; ');
  });
  const computed = once(() =>
    assessment.computed === null
      ? null
      : explain({ ...inputs, judged: undefined }, scheme, assessment.computed),
  );
  return {
    scheme: { id: scheme.id, name: scheme.name, version: scheme.version },
    rule: assessment.rule,
    kind: assessment.kind,
    outcome: { id: assessment.outcome.id, label: assessment.outcome.label },
    smallNumbers: small?.sentence ?? null,
    actual: { value: textOf(inputs.actual), display: formatFigure(inputs.actual, inputs.unit) },
    get comparator() {
      return comparisons()[0] ?? null;
    },
    get comparisons() {
      return comparisons();
    },
    get parameters() {
      return parameters();
    },
    get sentence() {
      return sentence();
    },
    get brief() {
      return brief();
    },
    get distances() {
      return distances();
    },
    get near() {
      return near();
    },
    get distanceSentence() {
      const found = distances();
      if (found.length === 0) return null;
      return upper(`${found.map(({ phrase }) => phrase).join('; ')}.`);
    },
    get computed() {
      return computed();
    },
  };
}

function parametersInForce(
  inputs: StatusInputs,
  scheme: StatusScheme,
  values: ReadonlyMap<string, Decimal>,
): Explanation['parameters'] {
  const nearest = nearestOverrides(scheme, inputs.overrides ?? []);
  return [...values].map(([id, value]) => {
    const override = nearest.get(id);
    return { id, value: toText(value), level: override?.level ?? 'scheme', reason: override?.reason || null };
  });
}

/** The comparisons of the rules that were tried, those of the rule that matched first. */
function comparisonsMade(
  inputs: StatusInputs,
  scheme: StatusScheme,
  assessment: Assessment,
): ExplainedComparison[] {
  const compiled = compiledOf(scheme);
  const evaluation = evaluationOf(inputs, compiled);
  const set = rulesFor(inputs, compiled).set ?? scheme;
  const found = new Map<string, ExplainedComparison>();
  for (const { subject, figure, ref, form } of comparisonsOf(set, matched(set, assessment))) {
    if (found.has(subject)) continue;
    const explained = explainComparison(evaluation, scheme, figure, ref, form);
    if (explained !== null) found.set(subject, explained);
  }
  // Two comparators of one value (a floor that falls back on the target) are said once, as the rule says it.
  return [...found.values()].filter(
    ({ figure, value }, index, all) =>
      !all.slice(index + 1).some((later) => later.figure === figure && later.value === value),
  );
}

/** The place of the rule that matched; the number of rules for `otherwise`. */
function matched(set: StatusScheme | OtherRules, assessment: Assessment): number {
  const id = assessment.rule.split('/').at(-1);
  const at = set.rules.findIndex((rule) => rule.id === id);
  return at < 0 ? set.rules.length : at;
}

function sentenceOf(
  inputs: StatusInputs,
  scheme: StatusScheme,
  assessment: Assessment,
  comparisons: readonly ExplainedComparison[],
): string {
  const { label } = assessment.outcome;
  const display = formatFigure(inputs.actual, inputs.unit);
  const noun = inputs.subject === 'forecast' ? 'Forecast' : 'Actual';
  if (assessment.kind === 'judged') {
    const { judged } = inputs;
    return `${label} was given by ${judged?.by} on ${judged?.on}: ${judged?.reason.replace(/\.$/, '')}.`;
  }
  if (assessment.state !== null) {
    const reason =
      assessment.needs === null ? stateReason(assessment.state) : needInWords(assessment.needs, scheme);
    return `${label}: ${reason}.`;
  }
  if (assessment.rule.startsWith('milestone/')) {
    return `${display} counts as ${label}${targetStep(inputs)}.`;
  }
  if (assessment.rule === 'zero')
    return `${noun} ${display} is held against zero, of which there is no percentage; this scheme then says ${label}.`;
  const set = rulesFor(inputs, compiledOf(scheme)).set ?? scheme;
  const wording = { scheme, parameters: parametersFor(scheme, inputs.overrides) };
  const at = matched(set, assessment);
  const own = ownSettings(inputs.overrides ?? [], scheme, set, at, inputs.unit);
  const rule = `${ruleInWords(set, at, wording)}${own.length === 0 ? '' : ` (${own.join('; ')})`}`;
  if (comparisons.length === 0) return `${noun} ${display}; ${label} is ${rule}.`;
  return `${[...comparedIn(`${noun} ${display}`, inputs, scheme, comparisons), `${label} is ${rule}`].join('; ')}.`;
}

/** Empty where the status says it all, as that of a milestone does. */
function briefOf(
  inputs: StatusInputs,
  scheme: StatusScheme,
  assessment: Assessment,
  comparisons: readonly ExplainedComparison[],
): string {
  const { kind, state, needs, rule } = assessment;
  if (kind === 'judged') return `given by ${inputs.judged?.by}`;
  if (state !== null) return needs === null ? stateReason(state) : needInWords(needs, scheme);
  if (rule.startsWith('milestone/')) return '';
  if (rule === 'zero') return 'held against zero';
  const compared = figuresCompared(comparisons).map((figure) => {
    const said = comparisons.filter((each) => each.figure === figure).map(({ brief }) => brief);
    const subject = figure === 'actual' ? '' : `${nounOf(figure, scheme)} is `;
    return `${subject}${said.join(' and ')}`;
  });
  // What holds for the whole scorecard is in the key of the report.
  const own = (inputs.overrides ?? []).filter(({ level }) => level !== 'scorecard');
  const set = rulesFor(inputs, compiledOf(scheme)).set ?? scheme;
  const settings = ownSettings(own, scheme, set, matched(set, assessment), inputs.unit);
  return [...compared, ...settings].join('; ');
}

/** One clause for each figure that was compared. */
function comparedIn(
  actual: string,
  inputs: StatusInputs,
  scheme: StatusScheme,
  comparisons: readonly ExplainedComparison[],
): string[] {
  return figuresCompared(comparisons).map((figure) => {
    const phrases = comparisons.filter((each) => each.figure === figure).map(({ phrase }) => phrase);
    const held = figure === 'actual' ? undefined : inputs.comparators[figure];
    const subject =
      figure === 'actual' || held === undefined
        ? actual
        : `${nounOf(figure, scheme)} of ${formatFigure(held, inputs.unit)}`;
    return `${subject} is ${phrases.join(' and ')}${lowerIsBetter(inputs, comparisons, figure)}`;
  });
}

/** The figure being judged first. */
function figuresCompared(comparisons: readonly ExplainedComparison[]): FigureName[] {
  const figures = new Set(comparisons.map(({ figure }) => figure));
  return figures.delete('actual') ? ['actual', ...figures] : [...figures];
}

/** "Below target" sounds bad; where it is good, the sentence says so. */
function lowerIsBetter(
  { polarity }: StatusInputs,
  comparisons: readonly ExplainedComparison[],
  figure: FigureName,
): string {
  const differs = comparisons.some(
    (each) => each.figure === figure && /\b(?:above|below)\b/.test(each.phrase),
  );
  return polarity === 'lower' && differs ? ' (lower is better)' : '';
}

function targetStep({ comparators }: StatusInputs): string {
  return comparators.target?.kind === 'step' ? `; the target is ${comparators.target.step}` : '';
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
