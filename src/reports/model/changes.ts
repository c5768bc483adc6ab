import {
  type Aspect,
  aspectGroups,
  aspectNames,
  NOT_MARKED,
  NOTHING_WRITTEN,
} from '../../domain/comparison/as-printed.ts';
import { compareEvaluations, type Difference, type Member } from '../../domain/comparison/compare.ts';
import type { Evaluation } from '../../domain/evaluate.ts';

/**
 * What differs between the figures of two editions of a report, a sentence a measure, in the order of the later one.
 * Everything is said as it is printed: a change that no reader can see is none.
 *
 * @example changesBetween(first, second) // ['HOM 2.4, Void homes: actual 16, was 12; status Amber, was Green.']
 */
export function changesBetween(before: Evaluation, now: Evaluation): string[] {
  const { differences, joined, left } = compareEvaluations(before, now);
  const parts = new Map<string, { member: Member; words: string[] }>();
  for (const each of differences) {
    const words = inWords(each);
    if (words === null) continue;
    const held = parts.get(each.measure) ?? { member: each, words: [] };
    parts.set(each.measure, { ...held, words: [...held.words, words] });
  }
  const added = new Map(joined.map((each) => [each.measure, each]));
  const changes = now.measures.flatMap(({ snapshot: { version } }) => {
    const more = added.get(version.code);
    if (more !== undefined) return [`${named(more)}: not in the edition before.`];
    const own = parts.get(version.code);
    return own === undefined ? [] : [`${named(own.member)}: ${own.words.join('; ')}.`];
  });
  return [...changes, ...left.map((each) => `${named(each)}: no longer in this edition.`)];
}

const named = ({ measure, title }: Member) => `${measure}, ${title}`;

const texts: readonly Aspect[] = aspectGroups.texts;

function inWords({ aspect, was, is }: Difference): string | null {
  if (aspect === 'flags') return is === NOT_MARKED ? `no longer ${was}` : `now ${is}`;
  const name = aspectNames[aspect].toLowerCase();
  if (!texts.includes(aspect)) return `${name} ${is}, was ${was}`;
  // A text that was not printed before says nothing of a change: the measure was no exception then.
  return was === NOTHING_WRITTEN || is === NOTHING_WRITTEN ? null : `the ${name} was rewritten`;
}
