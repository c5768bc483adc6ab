/** What ends a line, is not to be seen, or turns round the order in which the words after it are shown. */
const NOT_IN_A_LINE = /[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/**
 * A text as part of one line of ours. A name that brought lines of its own could add a line that looks like ours, with
 * an address of its own; one that turned the order round could make ours read as something else.
 */
export const oneLine = (text: string): string => text.replace(NOT_IN_A_LINE, ' ').trim();

/** The same, at most so many characters: no line of a header is longer than mail servers take (RFC 5322, 998). */
export function shortLine(text: string, most: number): string {
  const characters = [...oneLine(text)];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}
