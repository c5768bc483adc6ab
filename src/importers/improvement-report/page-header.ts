import { cellText, oneLine } from './cell-text.ts';
import { dateOfLine, dateWithin, endsMonth } from './period-date.ts';

/** What the top of the first page says. */
export interface PageHeader {
  /** Without a date that stands in the same line; so is the name of the authority. */
  titleLine: string;
  authorityName: string;
  /** ISO date; null where no line is one. */
  periodEnd: string | null;
  /** Lines that are none of these. */
  others: readonly HeaderLine[];
  dateProblem: { line: number; text: string; problem: string } | null;
  /** Whether a line of a later page is the title line, or one of the other lines that the first page has. */
  isTitle(text: string): boolean;
  isKnown(text: string): boolean;
}

export interface HeaderLine {
  line: number;
  text: string;
}

const TITLE =
  /\breport\b|\bscorecard\b|\bperformance\b|\bexceptions?\b|\bmonitoring\b|\bimprovement\b|\bdashboard\b/i;
const AUTHORITY =
  /\b(?:council|authority|borough|county|city|district|combined|corporation|service|services|trust|police|partnership|cyngor|comhairle)\b/i;

export function isPageNumber(text: string): boolean {
  return /^[-–— ]*(?:page\s*)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?[-–— ]*$/i.test(text);
}

const MOST_LINES = 100;

/**
 * Finds title, authority and date among the lines above the first row of headings. The authority's name usually
 * stands twice; otherwise it is the line that says Council, Authority, Borough…, otherwise the last one.
 */
export function readPageHeader(lines: readonly HeaderLine[]): PageHeader {
  // Whatever stands hundreds of lines above a table is not its header.
  const texts = lines
    .slice(0, MOST_LINES)
    .map(({ line, text }) => ({ line, text: cellText(text) }))
    .filter(({ text }) => text !== '');
  const dated = texts.flatMap(({ line, text }) => {
    const found = dateOfLine(text);
    return found === null ? [] : [{ line, text, found }];
  });
  const ends = dated.filter(({ found }) => 'date' in found && endsMonth(found.date));
  const chosen = ends[0] ?? dated.find(({ found }) => 'date' in found) ?? null;
  let periodEnd = chosen !== null && 'date' in chosen.found ? chosen.found.date : null;
  const words = texts.filter(({ text }) => !dated.some((date) => date.text === text));
  // No line of its own for the date: it may stand behind the title or the name.
  const printed = new Map<HeaderLine, string>();
  if (periodEnd === null) {
    for (const word of words) {
      const within = dateWithin(word.text);
      if (within === null || within.rest === '' || (periodEnd !== null && within.date !== periodEnd))
        continue;
      periodEnd = within.date;
      printed.set(word, within.rest);
    }
  }
  const named = (word: HeaderLine | undefined) =>
    word === undefined ? '' : (printed.get(word) ?? word.text);
  const { title, authority } = titleAndAuthority(words.filter(({ text }) => !isPageNumber(text)));
  const known = new Set(texts.filter(({ text }) => !isPageNumber(text)).map(({ text }) => folded(text)));
  const others = words.filter(
    ({ text }) => text !== title?.text && text !== authority?.text && !isPageNumber(text),
  );
  const problem = dated.find(({ found }) => 'problem' in found);
  return {
    titleLine: named(title),
    authorityName: named(authority),
    periodEnd,
    others: [...others, ...dated.filter(({ found }) => 'date' in found && found.date !== periodEnd)],
    dateProblem:
      periodEnd !== null || problem === undefined || !('problem' in problem.found)
        ? null
        : { line: problem.line, text: problem.text, problem: problem.found.problem },
    isTitle: (text) => title !== undefined && folded(text) === folded(title.text),
    isKnown: (text) => {
      if (known.has(folded(text))) return true;
      const date = text.length > 60 ? null : dateOfLine(text);
      return date !== null && 'date' in date && date.date === periodEnd;
    },
  };
}

function titleAndAuthority(words: readonly HeaderLine[]): { title?: HeaderLine; authority?: HeaderLine } {
  const twice = words.filter(
    ({ text }, at) => words.findIndex((other) => folded(other.text) === folded(text)) !== at,
  );
  const isTitle = ({ text }: HeaderLine) => TITLE.test(text);
  const isName = ({ text }: HeaderLine) => AUTHORITY.test(text);
  const repeated =
    twice.find((word) => isName(word) && !isTitle(word)) ?? twice.find((word) => !isTitle(word));
  const different = (word: HeaderLine) =>
    repeated === undefined || folded(word.text) !== folded(repeated.text);
  const left = words.filter(different);
  const title =
    left.find((word) => isTitle(word) && !isName(word)) ??
    left.find(isTitle) ??
    // A name that says what it is stands before a title that does not.
    left.find((word) => repeated !== undefined || !isName(word)) ??
    left[0];
  const names = left.filter(({ text }) => text !== title?.text);
  const authority =
    repeated ?? names.find((word) => isName(word) && !isTitle(word)) ?? names.find(isName) ?? names.at(-1);
  return { ...(title && { title }), ...(authority && { authority }) };
}

const folded = (text: string): string => oneLine(text).toLowerCase();

/** `Improvement Report - Council Scorecard`: what it is, and over what. */
export function splitTitle(titleLine: string): { title: string; scopeLine: string } {
  const dash = /\s[-–—|]\s|:\s/u.exec(titleLine);
  if (dash === null) return { title: titleLine, scopeLine: '' };
  return {
    title: titleLine.slice(0, dash.index).trim(),
    scopeLine: titleLine.slice(dash.index + dash[0].length).trim(),
  };
}
