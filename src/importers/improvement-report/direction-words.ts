/** Words that state a direction of travel without a paragraph of their own; others need one, or a label. */
const WORDS = [
  'no (?:significant |real )?change',
  'not available',
  'not applicable',
  'not comparable',
  '(?:slightly |much |significantly |getting )?(?:better|worse)',
  'improving',
  'improved',
  'improvement',
  'stabili[sz]ed',
  'stabili[sz]ing',
  'stable',
  'static',
  'steady',
  'level',
  'maintained',
  'maintaining',
  'unchanged',
  'same',
  'deteriorating',
  'deteriorated',
  'deterioration',
  'worsening',
  'worsened',
  'declining',
  'declined',
  'decline',
  'up',
  'down',
  'n\\/a',
];
const ARROW = '[\u2190-\u21ff\u25a0-\u25ff\u2b00-\u2bff\u{1f53a}-\u{1f53d}]\ufe0f?';
const AT_END = new RegExp(`(?:^|\\s)((?:${ARROW}\\s*)?(?:${WORDS.join('|')})|(?:${ARROW}\\s*)+)$`, 'iu');
const WHOLE = new RegExp(`^(?:(?:${ARROW}\\s*)?(?:${WORDS.join('|')})|(?:${ARROW}\\s*)+)$`, 'iu');
/** More than any direction; looking no further bounds the work on hostile text. */
const LONGEST = 60;
const LABEL = /(?:^|\s)(?:direction(?:\s+of\s+travel)?|dot|trend)\s*[:–-]?\s+(?=\S)/i;

/** A text taken apart: what stands before the direction of travel, and the direction; empty where none is stated. */
export interface WithDirection {
  before: string;
  direction: string;
}

/** The direction behind its label: `… Direction of travel: Improving`. */
export function labelledDirection(text: string): WithDirection | null {
  const found = LABEL.exec(text);
  if (found === null) return null;
  const direction = text.slice(found.index + found[0].length).trim();
  return { before: text.slice(0, found.index).trim(), direction };
}

/** A direction in known words at the end of a text. @example directionAtEnd('9.0 Improving') // { before: '9.0', direction: 'Improving' } */
export function directionAtEnd(text: string): WithDirection | null {
  const from = Math.max(0, text.length - LONGEST);
  const found = AT_END.exec(text.slice(from));
  if (found === null || (from > 0 && found.index === 0)) return null;
  return { before: text.slice(0, from + found.index).trim(), direction: found[1] as string };
}

/** True for a text that is nothing but a direction in known words. */
export const isDirection = (text: string): boolean => text.length < LONGEST && WHOLE.test(text);

const FIGURE = /^[+-]?\s?[£$€]?\s?[+-]?[\d.,]+/;

/**
 * A direction in a council's own words after a figure, told from the wording of the unit by the other figures of
 * the cell: after `10.0 days`, `9.0 days Going the right way` goes on beyond the unit.
 */
export function directionBeyondUnit(text: string, others: readonly string[]): WithDirection | null {
  const number = FIGURE.exec(text)?.[0];
  if (number === undefined) return null;
  const suffixes = others.flatMap((other) => {
    const figure = FIGURE.exec(other)?.[0];
    return figure === undefined ? [] : [other.slice(figure.length)];
  });
  const after = text.slice(number.length);
  if (suffixes.length === 0 || suffixes.some((suffix) => suffix.toLowerCase() === after.toLowerCase()))
    return null;
  const unit = suffixes
    .filter((suffix) => after.toLowerCase().startsWith(suffix.toLowerCase()))
    .sort((a, b) => b.length - a.length)[0];
  const beyond = unit === undefined ? '' : after.slice(unit.length);
  if (unit === undefined || !/^\s+\p{Lu}\p{Ll}+/u.test(beyond)) return null;
  return { before: `${number}${unit}`.trim(), direction: beyond.trim() };
}
