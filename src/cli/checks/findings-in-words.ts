import { checkRuleNames, type Finding } from '../../domain/commentary/checks/finding.ts';
import type { CommentaryPart } from '../../domain/commentary/text-tree.ts';
import { formatLongDate } from '../../domain/number/date.ts';
import { periodLabel } from '../../domain/period/label.ts';
import { updateStateNames } from '../../domain/round/update.ts';
import type { CheckedCommentary, CheckedRound } from '../../workflow/queries/check-commentary.ts';

const SECTIONS: Readonly<Record<CommentaryPart, string>> = {
  context: 'context',
  actions: 'actions',
  intervention: 'intervention',
};
/** A quote longer than this is cut in the middle: its place is in the JSON. */
const LONGEST_QUOTE = 160;

/** Findings as lines for a terminal: by measure, then the abbreviations of all of them, then the sums. */
export function findingsInWords(name: string, round: CheckedRound): string {
  const lines = [`${name}, ${periodLabel(round.period)}, read as on ${formatLongDate(round.asOf)}.`, ''];
  for (const each of round.checked) lines.push(...measureLines(each));
  const short = abbreviations(round.checked);
  if (short.length > 0) lines.push(`Not explained: ${short.join(', ')}.`, '');
  lines.push(sums(round));
  return lines.join('\n');
}

function measureLines({ code, measure, state, findings }: CheckedCommentary): string[] {
  const told = findings.filter(({ rule }) => rule !== 'abbreviation');
  if (told.length === 0) return [];
  const standing = state === null ? '' : ` (${updateStateNames[state].toLowerCase()})`;
  return [`${code}  ${measure.snapshot.version.title}${standing}`, ...told.flatMap(findingLines), ''];
}

function findingLines({ severity, section, rule, quote, figures, says }: Finding): string[] {
  const kind = severity === 'warning' ? 'Warning' : 'Advice';
  const held = figures.map(({ label, display }) => `${label}: ${display}`).join('; ');
  return [
    quote === ''
      ? `  ${kind}, ${SECTIONS[section]}: ${checkRuleNames[rule].toLowerCase()}`
      : `  ${kind}, ${SECTIONS[section]}: “${shown(quote)}”`,
    `      ${says}`,
    ...(held === '' ? [] : [`      ${held}`]),
  ];
}

/** On one line, without control characters, which could rewrite a terminal. */
function shown(quote: string): string {
  const line = quote.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  if (line.length <= LONGEST_QUOTE) return line;
  return `${line.slice(0, LONGEST_QUOTE / 2).trimEnd()} … ${line.slice(-LONGEST_QUOTE / 2).trimStart()}`;
}

/** Each once, with how many measures use it: the most used first. */
function abbreviations(checked: readonly CheckedCommentary[]): string[] {
  const uses = new Map<string, number>();
  for (const { findings } of checked) {
    for (const { rule, quote } of findings)
      if (rule === 'abbreviation') uses.set(quote, (uses.get(quote) ?? 0) + 1);
  }
  return [...uses]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([letters, count]) => (count === 1 ? letters : `${letters} (${count} measures)`));
}

function sums({ checked, withoutText }: CheckedRound): string {
  const { warning, advice } = counted(checked);
  const found = checked.filter(({ findings }) => findings.length > 0).length;
  const without =
    withoutText === 0 ? '' : ` ${counting(withoutText, 'measure has', 'measures have')} no text yet.`;
  return `${counting(checked.length, 'measure', 'measures')} checked: ${counting(warning, 'warning', 'warnings')} and ${counting(advice, 'piece of advice', 'pieces of advice')} in ${found} of them.${without}`;
}

const counting = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** How many findings of each severity there are. */
export function counted(checked: readonly CheckedCommentary[]): { warning: number; advice: number } {
  const all = checked.flatMap(({ findings }) => findings);
  const warning = all.filter(({ severity }) => severity === 'warning').length;
  return { warning, advice: all.length - warning };
}
