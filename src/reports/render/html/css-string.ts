/**
 * Any text as a CSS string that is also safe inside a style element: everything but plain letters,
 * digits and spaces is written as a CSS escape, so neither a quote nor `</style` can occur.
 */
export function cssString(text: string): string {
  const characters = [...text.toWellFormed()].map((character) =>
    /[A-Za-z0-9 ]/.test(character) ? character : `\\${codePoint(character)} `,
  );
  return `"${characters.join('')}"`;
}

function codePoint(character: string): string {
  // CSS has no NUL: a replacement character stands for it, as in HTML.
  return (character.codePointAt(0) || 0xfffd).toString(16);
}
