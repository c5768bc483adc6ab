import type { CheckInput } from './input.ts';
import { isEmptyWord, isQualifier, type MeasureWords } from './measure-words.ts';

/** Where a clause that speaks of the measure begins, and where the words for the measure end. */
export interface Subject {
  start: number;
  end: number;
  /** What of it is meant: its figure, or its year-end forecast. */
  of: 'actual' | 'forecast';
}

const CLAUSE = /(?:^|[,;:(–] |\b(?:and|but|while|whilst|although|though|because|that|so|as|where) )/g;
/** Phrases before the subject that say when, and nothing of where or who. */
const LEAD =
  /^(?:(?:however|overall|currently|at present|as a result|therefore|nevertheless|unfortunately|also|encouragingly|as expected|provisionally|to date),? |(?:in|at|for|by|during|since|over) (?:the )?(?:end of )?(?:this |current |latest |whole |second |first |third |fourth )?(?:quarter(?: [1-4])?|q[1-4]|period|year(?: to date| so far)?|half(?:-| of the )year)(?: alone| on its own| to date)?,? )*/i;
const WORD = /\p{L}[\p{L}\d'’&-]*/uy;
const PREPOSITION = /^(?:of|for|in|with|to|at|on|since|during|over|by)$/i;
/** Time phrases that may follow the subject: they leave it what it is. */
const TIME_AFTER =
  /^ (?:(?:of|for|in|to|at|since|during|over|by|so) )?(?:the )?(?:(?:year|quarter|period|half(?:-year)?)(?: [1-4])?(?: to date| so far| as a whole| on its own| alone| itself)?|date|q[1-4]|(?:end of |first half of |second half of )+(?:the )?(?:quarter(?: [1-4])?|year|q[1-4]|\p{Lu}\p{L}+(?: 20\d\d)?)|(?:this|that) (?:quarter|year|point|stage)(?: last year| in the year)?|(?:first|second|third|fourth) quarter|(?:last year|the previous year|20\d\d[-/]\d\d)|(?:same|corresponding) (?:quarter|period|point)(?: of| in)? (?:the )?(?:last|previous) year|april|far this year|far)(?: alone| on its own)?(?![\p{L}\d])/iu;

/**
 * The clauses of a sentence whose subject is the measure itself: "Performance", "The rate of children in care", "Q2",
 * "Collection to the end of September". Not "Satisfaction with repairs" nor "Performance in Abbey ward", whose figures
 * are others.
 */
export function subjectsIn(text: string, words: MeasureWords, input: CheckInput): Subject[] {
  const found: Subject[] = [];
  for (const clause of text.matchAll(CLAUSE)) {
    const start = clause.index + clause[0].length;
    const subject = subjectAt(text, start, words, input);
    if (subject !== null) found.push(subject);
  }
  return found;
}

function subjectAt(text: string, start: number, words: MeasureWords, input: CheckInput): Subject | null {
  let at = start + (LEAD.exec(text.slice(start, start + 120))?.[0].length ?? 0);
  const ahead = text.slice(at, at + 60);
  const forecast =
    /^(?:the |our |this )?(?:current |year[- ]end |revised |latest )*forecast(?: for the year| outturn)?\b/i.exec(
      ahead,
    );
  if (forecast !== null) return { start, end: at + forecast[0].length, of: 'forecast' };
  const quarter =
    /^(?:the )?(?:end of )?(?:q[1-4]|quarter [1-4]|(?:first|second|third|fourth) quarter)(?:['’]s)?(?: figure| performance| result)?\b(?: alone| on its own)?/i.exec(
      ahead,
    );
  if (quarter !== null && isThisQuarter(quarter[0], input))
    return {
      start,
      end: afterTime(text, at + quarter[0].length, words) ?? at + quarter[0].length,
      of: 'actual',
    };
  at +=
    /^(?:the |our )?(?:year[- ]to[- ]date|cumulative|in-year) /i.exec(text.slice(at, at + 30))?.[0].length ??
    0;
  let known = false;
  let last = '';
  for (;;) {
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    if (word === undefined || PREPOSITION.test(word)) break;
    const head = words.isHead(word) || words.isTopic(word);
    // "Number of" counts cases; a percentage may fall while its cases rise.
    const counts = /^(?:number|volume|amount)s?$/i.test(word) && input.measure.unit.kind !== 'percentage';
    if (!head && !counts && !isQualifier(word)) {
      if (!known || !isEmptyWord(word)) break;
    }
    known ||= head || counts;
    if (/^(?:is|was|are|were|has|have|had)$/i.test(word)) break;
    last = word;
    at += word.length;
    const gap = /^(?: |, )/.exec(text.slice(at, at + 2))?.[0];
    if (gap !== ' ') break;
    at += 1;
  }
  if (!known || last === '') return null;
  const end = afterTime(text, text.slice(0, at).trimEnd().length, words);
  return end === null ? null : { start, end, of: 'actual' };
}

/** Past what follows the noun: when, or of what; null where that makes it something else. */
function afterTime(text: string, from: number, words: MeasureWords): number | null {
  let at = from;
  for (let count = 0; count < 4; count += 1) {
    const time = TIME_AFTER.exec(text.slice(at, at + 80));
    if (time !== null) {
      at += time[0].length;
      continue;
    }
    const bracket = /^ \([^()]{0,60}\)/.exec(text.slice(at, at + 70));
    if (bracket !== null) {
      at += bracket[0].length;
      continue;
    }
    const next =
      /^ (of|for|in|with|on|per|among|across|from|between|at|to) ((?:the |our |all )?)(\p{L}[\p{L}'’-]*)/iu.exec(
        text.slice(at, at + 60),
      );
    if (next === null) return at;
    if (!words.isTopic(next[3] ?? ''))
      return /^of$/i.test(next[1] ?? '') ? null : /\d/.test(text.slice(at, at + next[0].length)) ? at : null;
    at += next[0].length;
    // The rest of the topic: "of children in care".
    for (;;) {
      const more = /^ (\p{L}[\p{L}'’-]*)/u.exec(text.slice(at, at + 40));
      if (more === null || !words.isTopic(more[1] ?? '')) break;
      at += more[0].length;
    }
  }
  return at;
}

function isThisQuarter(text: string, { period }: CheckInput): boolean {
  const at = ['first', 'second', 'third', 'fourth'].findIndex((word) => text.toLowerCase().includes(word));
  const number = at >= 0 ? at + 1 : Number(/[1-4]/.exec(text)?.[0]);
  return period.span === 'quarter' && number === period.number;
}
