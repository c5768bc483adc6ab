import type { Findings } from './findings.ts';
import { isPageNumber, type PageHeader } from './page-header.ts';
import { dateOfLine } from './period-date.ts';

/** A line as far as it matters here. */
export interface OutlineLine {
  line: number;
  kind: 'blank' | 'headings' | 'section' | 'text' | 'row';
  /** Decoded and on one line; empty for lines too long to be anything a page repeats. */
  text: string;
  /** True where only its first cell is filled; a header may have its title and date side by side. */
  single: boolean;
}

/** What a page repeats: `head` starts a page, `foot` only ends one. */
export type Furniture = 'head' | 'foot';

/** How far a page's header may reach, and how many of its lines may be unlike those of the first page. */
const MOST_HEAD_LINES = 30;
const MOST_FOOT_LINES = 3;
const LONGEST_FOOT = 120;

const PAGE_NUMBER = /^[-–— ]*page\b/i;
const FOOT =
  /^(?:printed|produced|generated|exported|created|run|report (?:run|generated|printed|produced|created)|(?:date|time) (?:printed|produced|run)|run (?:date|on|at))\b/i;

/**
 * Finds the lines of later pages that belong to no measure: the header that each page repeats above its column
 * headings, and what stands at the foot of pages. What is new there is left out with a warning; a page with
 * another date is an error.
 */
export function furnitureOf(
  lines: readonly OutlineLine[],
  firstTable: number,
  header: PageHeader,
  findings: Findings,
): ReadonlyMap<number, Furniture> {
  const found = new Map<number, Furniture>();
  const leftOut = new Set<string>();
  const leaveOut = ({ line, text }: OutlineLine, where: string) => {
    if (isPageNumber(text) && (where === 'head' || !/^\d+$/.test(text))) return;
    // A number alone may have been the last word of a text: it is said once, for the first of them.
    const key = isPageNumber(text) ? '#' : text;
    if (leftOut.has(key)) return;
    leftOut.add(key);
    findings.warning(line, {
      value: text,
      message: `This line at the ${where} of a page is not the title, authority or date. It was left out.`,
      remedy: 'Nothing needs doing unless it belongs to a measure.',
    });
  };
  for (const { line, text } of header.others) leaveOut({ line, text, kind: 'text', single: true }, 'head');

  const tops: number[] = [];
  lines.forEach((line, at) => {
    if (line.kind === 'headings' && at > firstTable) tops.push(topOf(lines, at, firstTable, header));
  });
  let inHead = -1;
  let blockEnd = -1;
  const starts = new Set(tops);
  for (let at = firstTable + 1; at < lines.length; at += 1) {
    const line = lines[at] as OutlineLine;
    if (starts.has(at)) {
      blockEnd = at;
      while (lines[blockEnd]?.kind !== 'headings') blockEnd += 1;
    }
    if (line.kind === 'headings') inHead = -1;
    if (line.kind !== 'text' || line.text === '') {
      if (line.kind === 'row') inHead = -1;
      continue;
    }
    if (at < blockEnd) {
      found.set(at, 'head');
      checkHead(line, header, findings, leaveOut);
    } else if (header.isTitle(line.text)) {
      found.set(at, 'head');
      inHead = at;
    } else if (line.single && PAGE_NUMBER.test(line.text) && isPageNumber(line.text)) {
      found.set(at, 'foot');
    } else if (inHead >= 0 && header.isKnown(line.text)) {
      found.set(at, 'head');
    } else {
      inHead = -1;
    }
  }
  for (const at of feet(lines, [...tops, ...titlesOutside(found, lines), lines.length], found, firstTable)) {
    found.set(at, 'foot');
    leaveOut(lines[at] as OutlineLine, 'foot');
  }
  return found;
}

/** The first line of the header that stands above a row of column headings: the topmost that the first page has too. */
function topOf(
  lines: readonly OutlineLine[],
  headings: number,
  firstTable: number,
  header: PageHeader,
): number {
  let top = headings;
  let unknown = 0;
  let seen = 0;
  for (let at = headings - 1; at > firstTable && seen < MOST_HEAD_LINES; at -= 1) {
    const line = lines[at] as OutlineLine;
    if (line.kind === 'blank' || line.kind === 'section') continue;
    if (line.kind !== 'text' || line.text === '' || !(line.single || header.isKnown(line.text))) break;
    seen += 1;
    if (header.isKnown(line.text)) top = at;
    else if (!isPageNumber(line.text)) unknown += 1;
    if (unknown > header.others.length + 2) break;
  }
  return top;
}

function checkHead(
  line: OutlineLine,
  header: PageHeader,
  findings: Findings,
  leaveOut: (line: OutlineLine, where: string) => void,
): void {
  if (header.isKnown(line.text)) return;
  const date = dateOfLine(line.text);
  if (date === null) {
    leaveOut(line, 'head');
    return;
  }
  findings.error(line.line, {
    value: line.text,
    message: 'This page has another date than the first page.',
    remedy: 'Import each report as a file of its own.',
  });
}

const titlesOutside = (found: ReadonlyMap<number, Furniture>, lines: readonly OutlineLine[]): number[] =>
  [...found.entries()].flatMap(([at, kind]) =>
    kind === 'head' && found.get(before(lines, at)) !== 'head' ? [at] : [],
  );

function before(lines: readonly OutlineLine[], at: number): number {
  let above = at - 1;
  while (above >= 0 && lines[above]?.kind === 'blank') above -= 1;
  return above;
}

/** Lines at the foot of two pages that are the same but for their digits, or that say what a footer says. */
function feet(
  lines: readonly OutlineLine[],
  ends: readonly number[],
  found: ReadonlyMap<number, Furniture>,
  firstTable: number,
): number[] {
  const candidates = new Map<string, Set<number>>();
  for (const end of new Set(ends)) {
    let taken = 0;
    for (let at = before(lines, end); at > firstTable && taken < MOST_FOOT_LINES; at = before(lines, at)) {
      const line = lines[at] as OutlineLine;
      if (found.get(at) === 'foot') continue;
      if (
        !line.single ||
        line.kind !== 'text' ||
        line.text === '' ||
        line.text.length > LONGEST_FOOT ||
        found.has(at)
      )
        break;
      taken += 1;
      const key =
        FOOT.test(line.text) || isPageNumber(line.text) ? '' : line.text.toLowerCase().replace(/\d+/g, '#');
      candidates.set(key, (candidates.get(key) ?? new Set()).add(at));
    }
  }
  return [...candidates]
    .flatMap(([key, places]) => (key === '' || places.size > 1 ? [...places] : []))
    .sort((a, b) => a - b);
}
