import { aspectGroups, aspectNames } from '../domain/comparison/as-printed.ts';
import type { Comparison, Difference, Member } from '../domain/comparison/compare.ts';
import { comparisonSentence } from '../domain/comparison/in-words.ts';
import type { Authority } from '../domain/organisation/organisation.ts';
import type { ReportingPeriod } from '../domain/period/period.ts';
import { sideInWords } from '../workflow/queries/comparison-table.ts';
import type { Side } from '../workflow/queries/read-comparison.ts';
import { textTable } from './console.ts';

/** What was compared with what, and what came of it. */
export interface Compared {
  authority: Authority;
  period: ReportingPeriod;
  sides: { before: Side; after: Side };
  comparison: Comparison;
  /** The differences that were asked for. */
  shown: readonly Difference[];
}

/** For `--json`: `docs/schemas/report-compare.schema.json`. */
export function comparisonDocument({ authority, period, sides, comparison, shown }: Compared) {
  const { joined, left, nowExceptions, noLongerExceptions, counts } = comparison;
  const sideOf = (side: Side) => ({
    words: sideInWords(side, period, authority.timeZone),
    edition: side.kind === 'edition' ? side.edition.id : null,
    asAt: side.kind === 'edition' ? null : side.asAt,
  });
  return {
    authority: authority.code,
    period: period.code,
    before: sideOf(sides.before),
    after: sideOf(sides.after),
    summary: comparisonSentence(comparison),
    joined,
    left,
    nowExceptions,
    noLongerExceptions,
    counts,
    differences: shown,
  };
}

/** For a terminal: what the page of the comparison shows, in its order. */
export function comparisonText({ authority, period, sides, comparison, shown }: Compared): string {
  const { joined, left, nowExceptions, noLongerExceptions } = comparison;
  const words = (side: Side) => sideInWords(side, period, authority.timeZone);
  const blocks = [
    comparisonSentence(comparison),
    `Was: ${words(sides.before)}.\nIs: ${words(sides.after)}.`,
    ...membersText('Joined the scorecard', joined),
    ...membersText('Left the scorecard', left),
    ...membersText('Now off target, or off target in forecast', nowExceptions),
    ...membersText('No longer off target, now or in forecast', noLongerExceptions),
    countsText(comparison),
    ...differencesText(shown),
  ];
  if (shown.length === 0 && comparison.differences.length > 0)
    blocks.push('Nothing of what you chose is different.');
  return blocks.filter((block) => block !== '').join('\n\n');
}

const membersText = (title: string, members: readonly Member[]): string[] =>
  members.length === 0
    ? []
    : [[`${title}:`, ...members.map(({ measure, title: name }) => `  ${measure}, ${name}`)].join('\n')];

function countsText({ counts }: Comparison): string {
  const changed = counts.filter(({ now, forecast }) => now.was !== now.is || forecast.was !== forecast.is);
  if (changed.length === 0) return '';
  const rows = changed.map(({ label, now, forecast }) => [
    `  ${label}`,
    `now ${now.was} > ${now.is}`,
    `forecast ${forecast.was} > ${forecast.is}`,
  ]);
  return `How many measures had which status, where that differs:\n${textTable(rows)}`;
}

const texts: readonly string[] = aspectGroups.texts;

/** One block a measure. Texts stand below each other: they may have several paragraphs. */
function differencesText(shown: readonly Difference[]): string[] {
  const measures = new Map<string, Difference[]>();
  for (const each of shown) measures.set(each.measure, [...(measures.get(each.measure) ?? []), each]);
  return [...measures.values()].map((own) =>
    [
      `${own[0]?.measure}, ${own[0]?.title} (${own[0]?.directorate})`,
      ...own.map(({ aspect, was, is }) =>
        texts.includes(aspect)
          ? `  ${aspectNames[aspect]}\n    was: ${indented(was)}\n    is:  ${indented(is)}`
          : `  ${aspectNames[aspect]}: ${was} > ${is}`,
      ),
    ].join('\n'),
  );
}

const indented = (text: string): string => text.replaceAll('\n', '\n         ');
