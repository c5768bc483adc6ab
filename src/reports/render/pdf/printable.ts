/** Zero width: joiners, direction marks and isolates, soft hyphen, variation selectors. */
const invisible = /^(?:[\u00ad\u200b-\u200f\u2060\u2066-\u2069]|\p{Variation_Selector})$/u;

/** Embeddings and overrides: they can make printed text read otherwise than it was written. */
const turning = /^[\u202a-\u202e]$/u;

const whiteSpace = /^[\t\n\r\u0085\u2028\u2029]$/u;

/** Whatever is not plain ASCII text: the only characters that need a look. */
const unusual = /[^\x20-\x7e]/gu;

/** A run with nowhere to break would run over into the next cell. */
const unbroken = /[^\s\u200b]{17,}/gu;
/** After `-` and `/` a line may break anyway. */
const afterPunctuation = /(?<=[^-/\P{P}]|\p{S})(?=[^\p{P}\p{S}])/u;
const longPart = /.{20}(?=.{4})/gu;

/**
 * Text made printable without losing anything of it: a line break becomes a space, and a character that no
 * font of ours has (or that would turn the text around it) is shown by its number, `[U+65E5]`.
 */
export function printableWith(points: ReadonlySet<number>): (text: string) => string {
  const shown = shownWith(points);
  return (text) => shown(text).replace(unbroken, withPlacesToBreak);
}

/** The same for a drawing, whose letters stand among its paths: nothing is put into long runs. */
export function shownWith(points: ReadonlySet<number>): (text: string) => string {
  const show = (character: string): string => {
    if (whiteSpace.test(character)) return ' ';
    const point = character.codePointAt(0)!;
    // PDF/UA forbids the old sign for "no break here"; this is its successor.
    if (character === '\ufeff') return '\u2060';
    if (invisible.test(character)) return character;
    if (points.has(point) && !turning.test(character)) return character;
    return `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
  };
  return (text) => text.replace(unusual, show);
}

function withPlacesToBreak(run: string): string {
  return run
    .split(afterPunctuation)
    .map((part) => part.replace(longPart, '$&\u200b'))
    .join('\u200b');
}
