import { commentaryParts } from '../../status/outcome.ts';
import { checkRules, type Finding } from './finding.ts';
import type { CheckInput } from './input.ts';
import { keyOf } from './key.ts';
import { readingOf } from './reading.ts';
import { rules } from './rules/rules.ts';

/**
 * Holds what is written about a measure against what is held of it, and against itself: no language model, so the same
 * input always gives the same findings, and each quotes its words, shows its figures and says why.
 *
 * In: the three texts as plain text, the figures of this and earlier periods as exact decimals in the measure's unit, how it
 * was judged, and what is known around it. Out: findings in the order of the text. A rule stays silent where it cannot be
 * sure that a sentence is about this measure: a missed contradiction costs less than an officer who stops reading.
 * Refuses nothing: any text is read, in a time that grows with its length.
 *
 * @example checkCommentary(input)[0]
 * // { rule: 'datePassed', section: 'intervention', quote: 'to be considered by CLT in August 2018', … }
 */
export function checkCommentary(input: CheckInput): Finding[] {
  const reading = readingOf(input);
  const findings = checkRules.flatMap((rule) =>
    (rules[rule]?.(reading) ?? []).map((found): Finding => {
      const { section, offset, length, says, severity, figures = [] } = found;
      const quote = input.texts[section].slice(offset, offset + length);
      const key = keyOf({ rule, section, quote, figures });
      return { rule, section, quote, at: { offset, length }, figures, says, severity, key };
    }),
  );
  // A stable sort: findings about the same words keep the order of the rules.
  return findings.sort(
    (a, b) =>
      commentaryParts.indexOf(a.section) - commentaryParts.indexOf(b.section) || a.at.offset - b.at.offset,
  );
}
