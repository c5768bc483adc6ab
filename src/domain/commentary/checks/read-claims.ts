import { yearOf } from '../../period/relate.ts';
import {
  ALONE,
  BY_YEAR_END,
  DIFFERENCE_AFTER,
  EXPECT_BEFORE,
  EXPECTED_BEFORE,
  FORECAST_BEFORE,
  GAP_TO_TARGET,
  NUMBER_THEN_PAST,
  OTHER_FORECAST,
  OTHER_TARGET,
  PAST_THEN_NUMBER,
  SUBJECT_THEN_NUMBER,
  TARGET_AFTER,
  TARGET_BEFORE,
  TARGET_OF_OTHERS,
  TO_DATE,
} from './claim-patterns.ts';
import type { Candidate, Claim } from './claims.ts';
import { fitsUnit, isAbout } from './claims.ts';
import { countedFrom } from './counted.ts';
import type { Quantity } from './quantities.ts';
import type { Reading, Sentence } from './reading.ts';
import { type Reference, standingValues } from './references.ts';

/** Words before a number that say how exactly it is meant: they stand between a claim and its number. */
const HEDGE =
  /(?:\b(?:around|about|approximately|roughly|circa|some|close to|nearly|almost|just (?:over|under)|over|more than|at least|under|less than|fewer than|up to|only|just|still|at or around) )+$/i;
const LONGEST = 110;
/** Quick looks before the slow ones. */
const MAY_TARGET = /target|expected|planned|profiled|required/i;
const MAY_FORECAST = /forecast|projec|predict|expect|likely|set to|on course|anticipated|the year will/i;

/** The numbers of a sentence that it gives as figures of this measure, each with what it says they are. */
export function claimsIn(sentence: Sentence, reading: Reading): readonly Claim[] {
  const held = known.get(sentence) ?? readClaims(sentence, reading);
  known.set(sentence, held);
  return held;
}

/** Several rules ask the same of one sentence. */
const known = new WeakMap<Sentence, readonly Claim[]>();

function readClaims(sentence: Sentence, reading: Reading): Claim[] {
  const all = sentence.quantities();
  if (all.length === 0) return [];
  const [mayTarget, mayForecast] = [MAY_TARGET.test(sentence.text), MAY_FORECAST.test(sentence.text)];
  return all.flatMap((quantity, at) => {
    if (!fitsUnit(quantity, reading)) return [];
    const before = leftOf(sentence.text, all, at);
    if (before === null) return [];
    const claim =
      (mayTarget ? targetClaim(sentence, quantity, before, reading) : null) ??
      (mayForecast ? forecastClaim(sentence, quantity, before, reading) : null) ??
      pastClaim(sentence, quantity, reading) ??
      actualClaim(sentence, quantity, before, reading);
    return claim === null ? [] : [claim];
  });
}

/** The words before a number, back to the number before; of "from A to B" those before A, for B. Null for A. */
function leftOf(text: string, all: readonly Quantity[], at: number): { text: string; from: number } | null {
  const quantity = all[at];
  const previous = all[at - 1];
  if (quantity === undefined) return null;
  const end = previous === undefined ? 0 : previous.index + previous.length;
  const start = Math.max(end, quantity.index - LONGEST);
  const left = text.slice(start, quantity.index);
  const moved =
    previous !== undefined &&
    /^[^.;]{0,16} to $/i.test(left) &&
    /\bfrom $/i.test(text.slice(0, previous.index));
  if (moved) {
    const from = Math.max(0, previous.index - LONGEST);
    return { text: text.slice(from, previous.index).replace(/from $/i, 'to '), from };
  }
  return { text: left.replace(HEDGE, ''), from: start };
}

interface Left {
  text: string;
  from: number;
}

function targetClaim(sentence: Sentence, quantity: Quantity, left: Left, { input }: Reading): Claim | null {
  const right = sentence.text.slice(quantity.index + quantity.length, quantity.index + quantity.length + 40);
  if (/\bfrom $/i.test(left.text)) return null;
  const before = TARGET_BEFORE.exec(left.text) ?? EXPECTED_BEFORE.exec(left.text);
  if (before === null && !TARGET_AFTER.test(right)) return null;
  const near =
    sentence.text.slice(Math.max(0, quantity.index - 60), quantity.index) + (before === null ? right : '');
  if (GAP_TO_TARGET.test(left.text) || DIFFERENCE_AFTER.test(right)) return null;
  if (
    OTHER_TARGET.test(near) ||
    TARGET_OF_OTHERS.test(near) ||
    /^[^.;]{0,12} for (?!the (?:year|quarter|period)|this)/i.test(right)
  )
    return null;
  if (/\b(?:would suggest|suggest that|propose|recommend)\w*\b/i.test(sentence.text)) return null;
  const { now, yearTarget, otherTargets, past } = input.figures;
  const candidates: Candidate[] = [];
  const saysYear =
    /\b(?:(?:year[- ]end|annual) target|target for the (?:end of the )?year(?! to date))\b/i.test(near);
  if (now.target !== null && !(saysYear && yearTarget !== null)) candidates.push([now.target, 'Target']);
  if (yearTarget !== null) candidates.push([yearTarget, 'Year-end target']);
  if (candidates.length === 0) return null;
  for (const other of otherTargets) candidates.push([other, 'Other target']);
  // Another time may be meant: "in the first half of the year; the target was 4.2".
  if (/\bwas\b|\bwere\b/i.test(near) || sentence.references().some(({ kind }) => kind !== 'target')) {
    for (const { target } of past) if (target !== null) candidates.push([target, 'Earlier target']);
  }
  const from = before === null ? quantity.index : left.from + before.index;
  return { role: 'target', sentence, quantity, from, candidates, span: null };
}

function forecastClaim(sentence: Sentence, quantity: Quantity, left: Left, { input }: Reading): Claim | null {
  const { now, past } = input.figures;
  if (now.forecast === null || OTHER_FORECAST.test(sentence.text)) return null;
  const right = sentence.text.slice(quantity.index + quantity.length, quantity.index + quantity.length + 50);
  const expect = BY_YEAR_END.test(right) ? EXPECT_BEFORE.exec(left.text) : null;
  const before = FORECAST_BEFORE.exec(left.text) ?? expect;
  if (before === null) return null;
  // "We forecast 12 starts": without the year it may be anything.
  if (/^\bwe /i.test(before[0]) && !BY_YEAR_END.test(right)) return null;
  const earlier = sentence.references().some(({ kind }) => kind === 'period');
  const candidates: Candidate[] = [[now.forecast, 'Forecast']];
  if (earlier)
    for (const { forecast } of past) if (forecast !== null) candidates.push([forecast, 'Earlier forecast']);
  return { role: 'forecast', sentence, quantity, from: left.from + before.index, candidates, span: null };
}

function pastClaim(sentence: Sentence, quantity: Quantity, reading: Reading): Claim | null {
  const { text } = sentence;
  const end = quantity.index + quantity.length;
  const reference = sentence.references().find((one) => {
    if (one.kind === 'target' || DIFFERENCE_AFTER.test(text.slice(end, end + 40))) return false;
    const refEnd = one.index + one.length;
    if (one.index >= end) return NUMBER_THEN_PAST.test(text.slice(end, one.index));
    if (refEnd > quantity.index) return false;
    // "The increase since quarter 2 is 16" is no figure of quarter 2.
    if (CHANGE_SINCE.test(text.slice(0, one.index))) return false;
    const between = text.slice(refEnd, quantity.index).replace(HEDGE, '');
    return PAST_THEN_NUMBER.test(between) || (/^,? $/.test(between) && reading.isTopic(quantity.noun));
  });
  if (reference === undefined) return null;
  const about =
    isAbout(sentence, reading) || reading.isTopic(quantity.noun) || startsWithTime(sentence, reference);
  if (!about || isOtherSubject(sentence, quantity, reading)) return null;
  const candidates = pastCandidates(reference, reading);
  if (candidates.length === 0) return null;
  const from = Math.min(quantity.index, reference.index);
  return { role: 'past', sentence, quantity, from, candidates, span: null };
}

const CHANGE_SINCE =
  /\b(?:increase|decrease|rise|fall|reduction|change|improvement|difference|growth|decline) (?:since|on|from|over|between|compared with) (?:the )?$/i;

/** "Last year's outturn was…", "In Q1 it was…": the time itself is the subject. */
const startsWithTime = ({ text }: Sentence, { index, kind }: Reference): boolean =>
  kind !== 'target' &&
  /^(?:(?:(?:in|at) )?(?:the )?|the year .{0,40})$/i.test(text.slice(0, index)) &&
  TIME_IS_SUBJECT.test(text);

const TIME_IS_SUBJECT = /outturn|\bit was\b|\bthe figure\b|^the year (?:began|started|opened) (?:at|with)\b/i;

/** A figure with a subject of its own: "Stress accounts for 31%, up from 27% last year". */
function isOtherSubject(sentence: Sentence, quantity: Quantity, reading: Reading): boolean {
  const first = sentence.subjects()[0];
  if (first !== undefined && first.start < quantity.index) return false;
  return (
    !isAbout(sentence, reading) && !reading.isTopic(quantity.noun) && !TIME_IS_SUBJECT.test(sentence.text)
  );
}

function pastCandidates({ standing, kind, words }: Reference, { input }: Reading): Candidate[] {
  const label = words.replace(/^the /, '');
  const named = label.charAt(0).toUpperCase() + label.slice(1);
  const candidates: Candidate[] =
    standing === null ? [] : standingValues(standing).map(([value]) => [value, named]);
  const outturn = input.figures.outturns[0];
  if (kind === 'lastYear' && outturn !== undefined) candidates.push([outturn.value, "Last year's outturn"]);
  return candidates;
}

function actualClaim(sentence: Sentence, quantity: Quantity, left: Left, reading: Reading): Claim | null {
  const { text } = sentence;
  if (
    DIFFERENCE_AFTER.test(text.slice(quantity.index + quantity.length, quantity.index + quantity.length + 40))
  )
    return null;
  const subject = sentence
    .subjects()
    .findLast(
      ({ end, of }) =>
        of === 'actual' &&
        end <= quantity.index &&
        SUBJECT_THEN_NUMBER.test(text.slice(end, quantity.index).replace(HEDGE, '')),
    );
  const from =
    subject?.start ?? (left.from === 0 ? countedFrom(sentence, quantity, left.text, reading) : null);
  if (from === null) return null;
  const near = text.slice(Math.max(0, from - 40), quantity.index + quantity.length + 40);
  // A month, or an earlier period, has figures of its own.
  if (hasOtherMonth(sentence, reading)) return null;
  if (sentence.references().some(({ kind, index }) => kind !== 'target' && index < quantity.index))
    return null;
  const span = ALONE.test(near)
    ? 'alone'
    : TO_DATE.test(near)
      ? 'toDate'
      : namesPeriod(text.slice(from, quantity.index + quantity.length + 30), reading)
        ? 'period'
        : null;
  const { now } = reading.input.figures;
  const values = standingValues(now);
  const only = span === 'alone' ? now.inPeriod : span === 'toDate' ? (now.toDate ?? now.position) : null;
  if (span === 'alone' && only === null) return null;
  const candidates: Candidate[] =
    only === null ? values : [[only, span === 'alone' ? 'This period alone' : 'Year to date']];
  if (candidates.length === 0) return null;
  return { role: 'actual', sentence, quantity, from, candidates, span };
}

/** "In August"; but "July to September" of that quarter is the quarter, and "April to December" the year to date. */
function hasOtherMonth(sentence: Sentence, { input }: Reading): boolean {
  const { start, end } = input.period;
  const yearStart = yearOf(input.period).start;
  const all = sentence.times();
  const joined = all.some(
    (time) => time.end === end && /(?:to|and|-|–) ?$/.test(sentence.text.slice(0, time.index)),
  );
  return all.some(
    (time) =>
      (time.kind === 'month' || time.kind === 'day') &&
      time.end !== end &&
      time.start <= end &&
      !(joined && (time.start === start || time.start === yearStart)),
  );
}

function namesPeriod(text: string, { input }: Reading): boolean {
  const { span, number } = input.period;
  if (/\b(?:in|for|during|of) (?:the|this) (?:quarter|period|month)\b|\bthis quarter\b/i.test(text))
    return true;
  if (span !== 'quarter') return false;
  const ordinal = ['first', 'second', 'third', 'fourth'][number - 1] ?? '';
  return new RegExp(`\\b(?:q${number}|quarter ${number}|${ordinal} quarter)\\b`, 'i').test(text);
}
