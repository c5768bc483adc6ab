/** More than this is a sentence, not a figure; it also bounds the work on hostile input. */
const LONGEST = 200;

/** Controls (but not tab and line ends), zero-width, bidirectional and other characters that no reader sees. */
const INVISIBLE = /[\p{Cf}\p{DI}\p{Cs}\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/u;

/** Minus signs that word processors put in place of a hyphen. */
const LEADING_MINUS = /^[\u2212\u2010\u2011\u2012\u2013\u2014\uFE63\uFF0D](?=[\s£$€]*[\d.])/u;

/**
 * The text of one cell with its spacing made plain and typographic minus signs turned into `-`; refuses what a
 * reader could not see.
 *
 * @example cleanTyped(' 10.0\u00A0days ') // { text: '10.0 days' }
 */
export function cleanTyped(typed: string): { text: string } | { problem: string } {
  if (typed.length > LONGEST) {
    return {
      problem: `${quoted(typed)} is ${typed.length} characters long. A figure has at most ${LONGEST}: put explanations in the commentary.`,
    };
  }
  const hidden = INVISIBLE.exec(typed);
  if (hidden) {
    return {
      problem: `${quoted(typed)} contains an invisible character (${codePoint(hidden[0])}). Delete the text and type the figure again.`,
    };
  }
  const spaced = typed.replace(/\s+/gu, ' ').trim().replace(LEADING_MINUS, '-');
  return { text: spaced.replace(/^([£$€]) ?[\u2212\u2013](?=[\d.])/u, '$1-') };
}

/** Words compare without regard to case, spacing, hyphens and a final full stop. @example sameWords('On-Track') // 'on track' */
export function sameWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\u2010\u2011-]+/gu, ' ')
    .replace(/\.$/, '')
    .trim();
}

/** What was typed, in quotation marks, short enough for a sentence and with nothing invisible in it. */
export function quoted(typed: string): string {
  const points = [...typed];
  const shown = points.length > 60 ? `${points.slice(0, 60).join('')}…` : typed;
  return `“${shown.replace(new RegExp(INVISIBLE, 'gu'), (mark) => `[${codePoint(mark)}]`)}”`;
}

function codePoint(mark: string): string {
  return `U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
