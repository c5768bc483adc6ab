import type { Piece } from './pieces.ts';

const BULLET = /^\s*[-*•] (.*)$/u;
const NUMBER = /^\s*(\d{1,2})[.)] (.*)$/u;

/**
 * Plain text: paragraphs are separated by blank lines; successive lines that start `- `, `* ` or `• ` are a list,
 * and so are lines numbered 1, 2, 3 in order. Nothing else has a meaning, so every other character stays.
 */
export function piecesFromPlain(text: string): Piece[] {
  const pieces: Piece[] = [];
  let lines: string[] = [];
  let items: Piece[] = [];
  let ordered = false;
  const endParagraph = () => {
    if (lines.length > 0)
      pieces.push({ kind: 'block', children: [{ kind: 'text', text: lines.join('\n') }] });
    lines = [];
  };
  const endList = () => {
    if (items.length > 0) pieces.push({ kind: 'list', ordered, children: items });
    items = [];
  };
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const bullet = BULLET.exec(line)?.[1];
    const numbered = NUMBER.exec(line);
    const next = ordered ? items.length + 1 : 1;
    if (line.trim() === '') {
      endParagraph();
      endList();
    } else if (bullet !== undefined || (numbered !== null && Number(numbered[1]) === next)) {
      endParagraph();
      if (ordered !== (bullet === undefined)) endList();
      ordered = bullet === undefined;
      items.push({ kind: 'item', children: [{ kind: 'text', text: bullet ?? (numbered?.[2] as string) }] });
    } else if (items.length > 0 && /^\s/u.test(line)) {
      // An indented line goes on with its item.
      const last = items.pop() as Piece & { children: Piece[] };
      items.push({ kind: 'item', children: [...last.children, { kind: 'text', text: `\n${line}` }] });
    } else {
      endList();
      lines.push(line);
    }
  }
  endParagraph();
  endList();
  return pieces;
}
