import type { ComparatorRef, Condition } from './condition.ts';
import type { Tone, Wording } from './condition-words.ts';
import { contradictory, merged, negationOf, type Part, partsOf } from './parts.ts';
import { joined, partInWords } from './phrase.ts';
import type { Otherwise, Rule } from './scheme.ts';
import { listed, nounOf } from './words.ts';

interface RuleList {
  rules: readonly Rule[];
  otherwise: Otherwise;
}

/**
 * What a rule comes to, given that no earlier rule matched: "worse than target by up to and including 5%".
 * `at` counts from 0; the number of rules stands for `otherwise`. A text of the rule's own goes first.
 */
export function ruleInWords({ rules, otherwise }: RuleList, at: number, wording: Wording): string {
  const rule = rules[at];
  const own = rule === undefined ? otherwise.text : rule.text;
  if (own !== null) return own;
  const mine = rule === undefined ? [] : partsOf(rule.when, wording);
  const before = rules.slice(0, at).map((each) => ({ each, negation: negationOf(each.when, wording) }));
  // What earlier lines took by marks or signals goes without saying; what they took by amount does not.
  const left = before
    .flatMap(({ negation }) => negation ?? [])
    .filter((part) => part.kind !== 'other' || part.condition.kind === 'run');
  const all = merged([...left, ...mine]);
  if (contradictory(all)) return 'only where a measure has a setting of its own';
  const parts = withoutImplied(all, wording);
  if (parts.length === 0) return 'anything else';
  const phrase = joined(parts, wording);
  // An earlier rule of several conditions cannot be said the other way round: name what it gives instead.
  const instead = before
    .filter(
      ({ each, negation }) =>
        negation === null && !contradictory(merged([...partsOf(each.when, wording), ...all])),
    )
    .map(({ each }) => labelOf(each.outcome, wording));
  return instead.length === 0 ? phrase : `${phrase}, unless it is ${listed([...new Set(instead)], 'or')}`;
}

function labelOf(outcome: string, { scheme }: Wording): string {
  const label = scheme.outcomes.find(({ id }) => id === outcome)?.label ?? outcome;
  return label.includes(',') ? `“${label}”` : label;
}

/** The more demanding first: whoever misses the minimum has missed the target too. */
const DEMANDING = ['stretch', 'high', 'target', 'low', 'floor'];

function withoutImplied(parts: readonly Part[], wording: Wording): Part[] {
  const missed = (part: Part): number => {
    if (part.kind !== 'band' || part.figure !== 'actual' || toneOf(part, wording) !== 'bad') return -1;
    const { ref, from, to } = part.band;
    if (from !== null || to?.value.c[0] !== 0) return -1;
    const name = typeof ref === 'object' && 'firstOf' in ref ? ref.firstOf[0] : ref;
    return typeof name === 'string' ? DEMANDING.indexOf(name) : -1;
  };
  const lowest = Math.max(...parts.map(missed));
  return parts.filter((part) => missed(part) < 0 || missed(part) === lowest);
}

const toneOf = (part: Part, wording: Wording): Tone => partInWords(part, wording).tone;

/** What a rule needs, in words, for "where … is not known". */
export function needsInWords(condition: Condition, wording: Wording): string {
  const noun = (ref: ComparatorRef) => nounOf(ref, wording.scheme);
  switch (condition.kind) {
    case 'direction':
      return `the figure for ${noun(condition.basis as ComparatorRef)}`;
    case 'variance':
    case 'meets': {
      const ref = condition.kind === 'meets' ? condition.comparator : condition.from;
      return condition.figure === undefined || condition.figure === 'actual'
        ? noun(ref)
        : noun(condition.figure);
    }
    case 'all':
    case 'any':
      return needsInWords(condition.of.at(-1) as Condition, wording);
    case 'not':
      return needsInWords(condition.of, wording);
    case 'denominator':
      return 'the number of cases';
    case 'rank':
      return 'the place among comparable authorities';
    case 'forecastOutcome':
      return 'the year-end forecast';
    case 'signal':
      return 'the control chart';
    default:
      return 'what this line asks for';
  }
}
