import { isAbout } from './claims.ts';
import { referenceAfter } from './comparisons.ts';
import type { Reading, Sentence } from './reading.ts';
import type { Reference } from './references.ts';

/** What a sentence says happened to the measure since something. */
export interface ChangeClaim {
  sentence: Sentence;
  /** `up` and `down` are of the figure, `better` and `worse` are judged; `same` is unchanged, `steady` much the same. */
  says: 'up' | 'down' | 'better' | 'worse' | 'same' | 'steady';
  size: 'slight' | 'large' | null;
  reference: Reference | null;
  /** The words from the subject to the end of the reference. */
  from: number;
  to: number;
  of: 'actual' | 'forecast';
}

const WORDS: readonly [ChangeClaim['says'], string][] = [
  ['better', 'improved|improving|improves|improvement|better|recovered|quicker|faster'],
  ['worse', 'worse|worsened|worsening|deteriorated|deteriorating|deterioration|slower|slipped'],
  ['up', 'increased|increasing|increase|gone up|risen|risen|rose|rise|rising|higher|more|up|grown|growth'],
  [
    'down',
    'decreased|decreasing|decrease|gone down|come down|fallen|fell|fall|falling|lower|fewer|less|down|dropped|drop|reduced|reduction|declined|declining|decline',
  ],
  ['same', 'unchanged|no change|the same as|identical to'],
  ['steady', 'stable|consistent|steady|similar to|in line with|static'],
];
const ANY = WORDS.map(([, words]) => words).join('|');
const SLIGHT = /\b(?:slight|slightly|marginal|marginally|small|minor|modest|a little|a bit)\b/i;
const LARGE =
  /\b(?:significant|significantly|sharp|sharply|marked|markedly|considerable|considerably|substantial|substantially|dramatic|dramatically|greatly|much|far|large|big|steep|steeply)\b/i;
const ADVERBS =
  '(?:(?:slight|marginal|significant|sharp|marked|considerable|substantial|dramatic|great|steady|steadi|relative|broad|general|small|minor|modest|large|big|steep|further|welcome|clear|real|overall)(?:ly)?|much|far|a little|a bit|even|also|still|now|again|therefore|however|since)';
/** Between the subject and the word of change; anything else, a "not" or a "will" above all, makes it another claim. */
const AFTER_SUBJECT = new RegExp(
  String.raw`^(?:,? (?:of|at|is|was) [£$€]?[\d.,]+(?: ?%| per cent)?(?: \p{L}+)?,?)?(?:,? (?:has|have|had|is|was|are|were|been|got|become|shows|showed|remains|remained|continued to|continues to|being|an?|the|which|and|\p{L}+ing|${ADVERBS}))* (?<word>${ANY})\b`,
  'iu',
);
/** A noun of change that opens the sentence: "Slight improvement since last quarter", "There has been a rise in…". */
const OPENING = new RegExp(
  String.raw`^(?:(?:however|overall|encouragingly),? )?(?:(?:there (?:has been|have been|was|is)|this (?:is|was|represents|shows|reflects|reveals)|it (?:is|was|represents)|we (?:have seen|saw|are seeing)|it represents) )?(?:an? |the |some )?(?:${ADVERBS} )*(?<word>improvement|deterioration|increase|decrease|rise|fall|drop|reduction|decline|growth)\b`,
  'iu',
);
const SAME = /(?<!\bnot )(?<!\bfar from )(?<word>\bthe same as|\bidentical to|\bunchanged)\b/i;
const PRONOUN = /^(?:however,? )?(?:this|it) /i;
const HYPOTHETICAL =
  /\b(?:if|would|could|should|may|might|unless|hope|aim|expect(?:ed)? to|likely to|will|than (?:expected|planned|that))\b/i;

/** The changes that a sentence claims for the measure. */
export function changesIn(sentence: Sentence, reading: Reading): ChangeClaim[] {
  const { text } = sentence;
  const found: ChangeClaim[] = [];
  for (const { start, end, of } of sentence.subjects()) {
    const match = AFTER_SUBJECT.exec(text.slice(end, end + 110));
    const claim = match === null ? null : claimAt(sentence, reading, start, end + match[0].length, match, of);
    if (claim !== null) found.push(claim);
  }
  const opening = OPENING.exec(text);
  if (
    opening !== null &&
    found.length === 0 &&
    (!PRONOUN.test(text) || followsTheMeasure(sentence, reading))
  ) {
    const claim = claimAt(sentence, reading, 0, opening[0].length, opening, 'actual');
    if (claim !== null) found.push(claim);
  }
  const same = found.length === 0 && SAME.test(text) && isAbout(sentence, reading) ? SAME.exec(text) : null;
  if (same !== null) {
    const of = /\bforecast\b/i.test(text.slice(0, same.index)) ? 'forecast' : 'actual';
    const claim = claimAt(sentence, reading, same.index, same.index + same[0].length, same, of);
    if (claim !== null) found.push(claim);
  }
  return found;
}

/** "This is an increase": of the measure, where the sentence before is about it. */
function followsTheMeasure(sentence: Sentence, reading: Reading): boolean {
  if (sentence.place === 0) return true;
  const before = reading.sentences.find(
    (one) => one.section === sentence.section && one.place === sentence.place - 1,
  );
  return before !== undefined && before.subjects().length > 0;
}

function claimAt(
  sentence: Sentence,
  reading: Reading,
  from: number,
  wordEnd: number,
  match: RegExpExecArray,
  of: ChangeClaim['of'],
): ChangeClaim | null {
  const { text } = sentence;
  const word = match.groups?.word?.toLowerCase() ?? '';
  const says = WORDS.find(([, words]) => new RegExp(`^(?:${words})$`, 'i').test(word))?.[0];
  if (says === undefined) return null;
  const topic = ofTopic(text.slice(wordEnd), reading);
  if (topic === null) return null;
  const reference = referenceAfter(sentence, wordEnd + topic);
  const to = reference === null ? wordEnd + topic : reference.index + reference.length;
  const words = text.slice(from, to);
  if (HYPOTHETICAL.test(words) || /^ (?:expected|planned|that)\b/i.test(text.slice(to))) return null;
  if (/^ in (?:the )?\p{L}/iu.test(text.slice(to)) && !isTopicNext(text.slice(to), reading)) return null;
  const size = SLIGHT.test(words) ? 'slight' : LARGE.test(words) ? 'large' : null;
  return { sentence, says, size, reference, from, to, of };
}

/** How many letters after a noun of change say what changed: " in children in care"; null where that is something else. */
function ofTopic(rest: string, reading: Reading): number | null {
  const of = /^ (?:in|of) (?:the |our )?(?=\p{L})/iu.exec(rest);
  if (of === null) return 0;
  let at = of[0].length;
  let known = false;
  for (;;) {
    const word = /^(\p{L}[\p{L}'’-]*) ?/u.exec(rest.slice(at));
    if (word === null) break;
    const isTopic = reading.isTopic(word[1] ?? '');
    if (
      !isTopic &&
      !/^(?:the|in|of|rate|number|numbers|performance|level|levels|percentage)$/i.test(word[1] ?? '')
    )
      break;
    known ||= isTopic || /^(?:rate|performance)$/i.test(word[1] ?? '');
    at += word[0].length;
  }
  if (known) return rest.slice(0, at).trimEnd().length;
  // "An increase of six percentage points on" says how much, and "in the quarter" when.
  return /^ (?:of (?:[\d£]|\p{L}+ (?:percentage )?points)|in (?:the|this) (?:quarter|year))/iu.test(rest)
    ? 0
    : null;
}

const isTopicNext = (rest: string, reading: Reading): boolean => {
  const word = /^ in (?:the )?(\p{L}+)/iu.exec(rest)?.[1] ?? '';
  return reading.isTopic(word) || /^(?:quarter|year|rate|performance|all|both|line|part)$/i.test(word);
};
