import { formatLongDate, monthName, plainDate } from '../../../number/date.ts';
import type { NamedTime } from '../dates.ts';
import type { Found } from '../finding.ts';
import { part, type Reading, type Sentence } from '../reading.ts';

/** What is done to something: "to be considered", but not "likely to be down to". */
const DONE = String.raw`(?=\w{2,}ed\b|(?:held|made|given|set|run|sent|taken|seen|done|ready|complete|in place)\b)`;
const BE = '(?:is |are )?';

/** Words that put what follows in the future; each is looked for before the time in the same sentence. */
const TO_COME = new RegExp(
  String.raw`(?<!\b(?:was|were|been|had|originally|previously) )\b(?:${[
    String.raw`(?<!\b(?:likely|seems?|appears?|thought|believed|felt) )${BE}to be (?:\w+ly )?${DONE}`,
    'will(?: not)?(?: be| have)? ',
    `${BE}(?:next )?due (?:to (?=be|start|open|begin|complete|launch|go|report|finish)|(?!to\\b))`,
    String.raw`(?<!\b(?:than|as) )${BE}(?:planned|scheduled|expected|anticipated|forecast) `,
    `${BE}going to `,
    '(?:we|they) (?:plan|intend|aim|hope|expect) to ',
    'shall ',
  ].join('|')})`,
  'gi',
);

/** A quick look before the slow one. */
const MAY_COME =
  /\b(?:to be|will|due|planned|scheduled|expected|anticipated|forecast|going|plan|intend|aim|hope|expect|shall)\b/i;

/** Between the words of the future and the time: another clause has begun, and the time belongs to it. */
const OTHER_CLAUSE =
  /[;:]|\b(?:since|after|following|because|which|that|where|when|who|compared|than|launched|introduced|agreed at|as at|but|although|despite)\b/i;

/** What stands straight before a time that something is to happen at. */
const AT =
  /\b(?:in|for|by|on|during|before|until|from|at|of|the|end|early|late|mid|beginning|start|middle|week|w\/c|commencing|beginning)[ -]?$/i;

/** A participle straight before the preposition: "the pilot completed in July" has its own time. */
const PARTICIPLE = /^(?:\p{L}{2,}ed|held|begun|made|given|set|run|sent|won|built|taken|seen|done)$/iu;
/** How far apart the words and the time may stand. */
const REACH = 140;

/** Beyond this a month without its year may well be the next one. */
const RECENT_MONTHS = 5;

/**
 * A time that has passed by the day on which the text is read, spoken of as to come: "to be considered in August 2018"
 * in a report as at 30 September. A month without its year counts only where it ended in the last few months.
 */
export function datePassed({ input, sentences }: Reading): Found[] {
  return sentences.flatMap((sentence) => {
    if (!MAY_COME.test(sentence.text)) return [];
    const times = sentence.times().filter((time) => time.kind !== 'year' && hasPassed(time, input.asOf));
    if (times.length === 0) return [];
    const words = [...sentence.text.matchAll(TO_COME)];
    return times.flatMap((time) => {
      const from = governing(sentence, words, time);
      return from === null ? [] : [found(sentence, from, time, input.asOf)];
    });
  });
}

function hasPassed(time: NamedTime, asOf: string): boolean {
  if (time.end >= asOf) return false;
  if (time.yearGiven) return true;
  return wholeMonths(time.end, asOf) < RECENT_MONTHS;
}

/** How many whole months lie between two ISO days, the earlier first. @example wholeMonths('2018-06-30', '2018-08-29') // 1 */
function wholeMonths(from: string, to: string): number {
  const monthsOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return monthsOf(to) - monthsOf(from) - (to.slice(8) < from.slice(8) ? 1 : 0);
}

/** Where the words begin that put this time in the future; null where none do. */
function governing(sentence: Sentence, words: readonly RegExpExecArray[], time: NamedTime): number | null {
  const { text } = sentence;
  const nearest = words.findLast((each) => each.index + each[0].length <= time.index);
  if (nearest === undefined || time.index - nearest.index > REACH) return null;
  const between = text.slice(nearest.index + nearest[0].length, time.index);
  if (OTHER_CLAUSE.test(between)) return null;
  if (!AT.test(between)) return null;
  // "Nothing further is planned at the end of Q2" says when it was written, which another rule reads.
  if (/\b(?:no|nothing) (?:\w+ ){0,3}$/i.test(text.slice(0, nearest.index))) return null;
  const said = between.trim().split(/\s+/);
  while (said.length > 0 && AT.test(`${said.at(-1)}`)) said.pop();
  const last = said.at(-1)?.replace(/[^\p{L}]/gu, '') ?? '';
  if (said.length > 2 && PARTICIPLE.test(last)) return null;
  return nearest.index;
}

function found(sentence: Sentence, from: number, time: NamedTime, asOf: string): Found {
  const to = time.index + time.length;
  return {
    ...part(sentence, from, to - from),
    // Not the day it is read: a finding is the same one tomorrow.
    figures: [{ label: 'Time named', display: inWords(time), exact: null }],
    says: `This is spoken of as to come, and ${inWords(time)} had passed by ${formatLongDate(asOf)}. Say what came of it, or give the new date.`,
    severity: time.yearGiven ? 'warning' : 'advice',
  };
}

function inWords(time: NamedTime): string {
  if (time.kind === 'quarter') return `quarter ${time.quarter}`;
  if (time.kind === 'day') return formatLongDate(time.end);
  const { month, year } = plainDate(time.end);
  return `${monthName(month)} ${year}`;
}
