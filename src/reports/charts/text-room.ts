/** Width of a letter of text, in shares of its size: Arial's digits, which are wider than most of its letters. */
const LETTER = 0.53;

/** How wide a text is drawn, nearly: nothing that draws on a server knows a reader's fonts. */
export const widthOf = (text: string, fontSize: number): number => text.length * fontSize * LETTER;

/** A text cut to the room there is, with an ellipsis: all of it stands in the table beside. */
export function fitted(text: string, room: number, fontSize: number): string {
  if (widthOf(text, fontSize) <= room) return text;
  const letters = Math.max(1, Math.floor(room / (fontSize * LETTER)) - 1);
  return `${[...text].slice(0, letters).join('').trimEnd()}…`;
}

/** A text as lines of a width, broken between words; a word that is too long is broken too. */
export function wrapped(text: string, room: number, fontSize: number): string[] {
  const most = Math.max(4, Math.floor(room / (fontSize * LETTER)));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).flatMap((each) => pieces(each, most))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= most) line = longer;
    else {
      if (line !== '') lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function pieces(word: string, most: number): string[] {
  const letters = [...word];
  const all: string[] = [];
  for (let at = 0; at < letters.length; at += most) all.push(letters.slice(at, at + most).join(''));
  return all;
}
