import type { HeldFindings } from '../../domain/commentary/checks/dismissal.ts';
import type { CheckRule, Finding } from '../../domain/commentary/checks/finding.ts';
import { plainText } from '../../domain/commentary/plain-text.ts';
import type { CommentaryPart } from '../../domain/commentary/text-tree.ts';
import type { EvaluatedMeasure } from '../../domain/evaluate.ts';
import { commentaryParts } from '../../domain/status/outcome.ts';
import { asLine, type ChecklistItem, counted, listed, some } from './checklist-item.ts';

/** The texts that a measure's status, now or in forecast, asks for and that nobody has written. */
export function lackingTexts(each: EvaluatedMeasure): CommentaryPart[] {
  const needed = new Set([
    ...each.status.outcome.needsCommentary,
    ...each.forecastStatus.outcome.needsCommentary,
  ]);
  return commentaryParts.filter((part) => needed.has(part) && textOf(each, part) === '');
}

/** The texts that are missing among the measures that go out with all that belongs to them. */
export function missingTexts(measures: readonly EvaluatedMeasure[]): ChecklistItem[] {
  const lacking = measures.flatMap((each) => {
    const parts = lackingTexts(each);
    return parts.length === 0 ? [] : [asLine(each, namesOf(parts))];
  });
  return some('textMissing', 'error', lacking.length, {
    sentence: (count) =>
      `${counted(count)} ${count === 1 ? 'lacks a text that its' : 'lack texts that their'} status asks for.`,
    remedy: 'Have the texts written and approved, or mark the measure provisional.',
    measures: lacking,
  });
}

/**
 * What the checks found in the texts as they would be printed and nobody has dismissed: what has not changed, what names a
 * person or how to reach one, and what the words say and the figures deny.
 */
export function foundInTexts(
  shown: readonly EvaluatedMeasure[],
  findings: ReadonlyMap<string, HeldFindings>,
): ChecklistItem[] {
  const linesOf = (isWanted: (finding: Finding) => boolean, say: (found: readonly Finding[]) => string) =>
    shown.flatMap((each) => {
      const found = (findings.get(each.snapshot.version.code)?.open ?? []).filter(isWanted);
      return found.length === 0 ? [] : [asLine(each, say(found))];
    });
  const same = linesOf(({ rule }) => rule === 'textUnchanged', unchangedInWords);
  const personal = linesOf(({ rule }) => PERSONAL.has(rule), quoted);
  const doubtful = linesOf(({ rule, severity }) => severity === 'warning' && !OWN_LINE.has(rule), saidOf);
  return [
    ...some('textUnchanged', 'warning', same.length, {
      sentence: (count) =>
        `${counted(count)} ${count === 1 ? 'has a text' : 'have texts'} unchanged since the period before.`,
      remedy: `Have them brought up to date, ${OR_DISMISS} they still hold.`,
      measures: same,
    }),
    ...some('personalDetails', 'warning', personal.length, {
      sentence: (count) => `The texts of ${counted(count)} may name a person, or how to reach one.`,
      remedy: `Take it out, ${OR_DISMISS} it may be published.`,
      measures: personal,
    }),
    ...some('wordsAgainstFigures', 'warning', doubtful.length, {
      sentence: (count) =>
        `The words of ${counted(count)} may disagree with ${count === 1 ? 'its' : 'their'} figures, or should not be published.`,
      remedy:
        'Have the texts put right, dismiss what does not hold beside the text, or say why they may stand.',
      measures: doubtful,
    }),
  ];
}

const OR_DISMISS = 'dismiss what was found beside the text, or say that';

const PERSONAL: ReadonlySet<CheckRule> = new Set(['contactDetails', 'personNamed']);
const OWN_LINE: ReadonlySet<CheckRule> = new Set([...PERSONAL, 'textUnchanged']);
const MOST_SAID = 3;

/** @example 'context, actions (since Quarter 1)' */
function unchangedInWords(found: readonly Finding[]): string {
  const since = new Map<string, CommentaryPart[]>();
  for (const { section, figures } of found) {
    const period = figures[0]?.display ?? '';
    since.set(period, [...(since.get(period) ?? []), section]);
  }
  return listed([...since].map(([period, parts]) => `${namesOf(parts)} (since ${period})`));
}

const quoted = (found: readonly Finding[]): string => listed([...new Set(found.map(({ quote }) => quote))]);

function saidOf(found: readonly Finding[]): string {
  const said = found
    .slice(0, MOST_SAID)
    .map(({ quote, says }) => (quote === '' ? says : `“${inShort(quote)}”: ${says}`));
  const more = found.length - said.length;
  return [...said, ...(more === 0 ? [] : [`And ${more} more.`])].join(' ');
}

const inShort = (words: string): string => (words.length <= 120 ? words : `${words.slice(0, 119)}…`);

const PART_NAMES = { context: 'context', actions: 'actions', intervention: 'intervention' } as const;
const namesOf = (parts: readonly CommentaryPart[]): string => listed(parts.map((part) => PART_NAMES[part]));

const textOf = ({ snapshot }: EvaluatedMeasure, part: CommentaryPart): string =>
  plainText(snapshot.commentary[part]?.tree ?? []).trim();
