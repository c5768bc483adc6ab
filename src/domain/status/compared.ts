import { type ComparatorRef, type Condition, type FigureName, type VarianceForm, walk } from './condition.ts';
import type { OtherRules, StatusScheme } from './scheme.ts';

/** One comparison that a rule asks for, and what it is about: the same figure and comparator have one subject. */
export type AskedComparison = NonNullable<ReturnType<typeof comparisonIn>> & { subject: string };

/** By set of rules and place of the rule: the same for every measure of a scorecard. */
const known = new WeakMap<StatusScheme | OtherRules, Map<number, readonly AskedComparison[]>>();

/** What the rules up to one of them compare, that one's own first; in per cent where these rules do so anywhere. */
export function comparisonsOf(set: StatusScheme | OtherRules, at: number): readonly AskedComparison[] {
  const ofSet = known.get(set) ?? new Map<number, readonly AskedComparison[]>();
  known.set(set, ofSet);
  const held = ofSet.get(at);
  if (held !== undefined) return held;
  const tried = set.rules.slice(0, at + 1);
  const conditions = [tried[at], ...tried.slice(0, at)].flatMap((rule) =>
    rule === undefined ? [] : [...walk(rule.when)],
  );
  const percentages = comparedAsPercentage(set);
  const all = conditions.flatMap((condition): AskedComparison[] => {
    const one = comparisonIn(condition);
    if (one === null) return [];
    const subject = subjectOf({ figure: one.figure, from: one.ref });
    return [{ ...one, subject, form: percentages.has(subject) ? 'relative' : one.form }];
  });
  ofSet.set(at, all);
  return all;
}

/** What is compared somewhere in these rules as a percentage, and so is read best as one. */
function comparedAsPercentage({ rules }: StatusScheme | OtherRules): Set<string> {
  const conditions = rules.flatMap((rule) => [...walk(rule.when)]);
  return new Set(
    conditions.flatMap((condition) =>
      condition.kind === 'variance' && condition.form === 'relative' ? [subjectOf(condition)] : [],
    ),
  );
}

const subjectOf = ({ figure, from }: { figure?: FigureName | undefined; from: ComparatorRef }): string =>
  JSON.stringify([figure ?? 'actual', from]);

function comparisonIn(
  condition: Condition,
): { figure: FigureName; ref: ComparatorRef; form: VarianceForm } | null {
  if (condition.kind === 'variance')
    return { figure: condition.figure ?? 'actual', ref: condition.from, form: condition.form };
  if (condition.kind === 'meets')
    return { figure: condition.figure ?? 'actual', ref: condition.comparator, form: 'absolute' };
  return null;
}
