import { compare, type Decimal, roundTo } from '../../../number/decimal.ts';
import { placesOf } from '../claims.ts';
import { better } from '../comparisons.ts';
import type { Found } from '../finding.ts';
import type { CheckInput } from '../input.ts';
import { part, type Reading, type Sentence } from '../reading.ts';
import { figure, inUnit } from '../words.ts';

type Says = 'met' | 'beaten' | 'missed' | 'above' | 'below';

/** What people call a target; a plan is one only where nothing more is said of it ("the plan to recruit", "the plan is"). */
const NOUN = String.raw`(?:targets?|(?:planned level|plan|profile|trajectory)(?! (?:(?:to|with|which|that|is|was|has|will)\b|for (?!(?:the|this) (?:quarter|period|year|point)\b))))`;
const TARGET = String.raw`(?:the |our |its |this )?(?:(?<year>year[- ]end|annual|end of year) |quarterly |[\d.,]+%? |current )?${NOUN}(?: (?:of|for) (?:[\d£.,]+%?(?: \p{L}+)?|the (?:quarter|(?<forYear>(?:end of the )?year)|period)|this (?:quarter|point)))?\b`;
const STATES: readonly [Says, string][] = [
  ['met', 'on|within|meeting|met|have met|has met|achieving|achieved|reached|has achieved|have achieved'],
  ['beaten', 'better than|ahead of|exceeding|exceeded|has exceeded|have exceeded|beating|outperforming'],
  ['missed', 'worse than|behind|short of|missing|missed|not meeting|outside|off'],
  ['above', 'above|over|higher than'],
  ['below', 'below|under|lower than'],
];
const ANY = STATES.map(([, words]) => words).join('|');
/** From the measure to what it is said to be: "is 5.6 days and remains above the target". */
const STANDS = new RegExp(
  String.raw`^(?:,? (?:of|at|is|was|are|were) [£$€]?[\d.,]+(?: ?%| per cent|m\b)?(?: \p{L}+)?,?(?: which)?)?(?:,? (?:is|are|was|were|remains?|remained|stands|has been|have been|and|still|now|currently|again|well|slightly|just|comfortably|narrowly|significantly|far|a little|has|have))* (?<state>${ANY}) ${TARGET}`,
  'iu',
);
const WE =
  /^(?:(?:however|overall|currently|at present|as expected),? )?(?:we|it|this) (?=are|is|remain|have|were|exceeded|met|missed|narrowly)/i;
/** The target as the subject: "The target for the quarter was narrowly missed". */
const TARGET_IS =
  /^(?:(?:however|overall|unfortunately),? )?(?:the |our |this )?(?:(?<year>year[- ]end|annual) |quarterly )?target(?: (?:of|for) (?:[\d£.,]+%?(?: \p{L}+)?|the (?:quarter|(?<forYear>(?:end of the )?year)|period)|this quarter))*(?:,? (?:was|is|has been|were))(?: again| narrowly| just| comfortably)*(?<not> not)?(?: being)?(?: again| narrowly| just| comfortably)* (?<done>met|missed|exceeded|achieved|reached|beaten)\b(?! by)/iu;
/** What is expected of the year end. */
const TO_COME = new RegExp(
  String.raw`\b(?:target (?:will|is (?:expected|forecast|likely|set) to)(?<not> not)? be (?<done>met|missed|exceeded|achieved|reached)|(?:we|it|performance|the measure|the service) (?:still |now )?(?:expect|forecast|are (?:confident|likely|on course|on track)|is (?:likely|expected|forecast|on course|on track))(?: (?:that )?(?:to|we will|it will)) (?<verb>meet|exceed|achieve|reach|miss) ${TARGET})`,
  'iu',
);
const UNSURE =
  /\b(?:if|would|could|should|may|might|unless|aim|hope|nearly|almost|not yet|national|regional|stretch|their|own)\b/i;

const NAMED = new RegExp(NOUN, 'i');

/** Words about the target ("met", "below target", "will be exceeded") that the figures deny. */
export function targetWords({ input, sentences }: Reading): Found[] {
  if (better(input) === null) return [];
  return sentences.flatMap((sentence) => {
    if (!NAMED.test(sentence.text) || UNSURE.test(sentence.text)) return [];
    return expected(sentence, input) ?? present(sentence, input);
  });
}

function expected(sentence: Sentence, input: CheckInput): Found[] | null {
  const match = TO_COME.exec(sentence.text);
  if (match === null) return null;
  const { forecast } = input.figures.now;
  const { yearTarget } = input.figures;
  if (forecast === null || yearTarget === null) return [];
  const done = `${match.groups?.done ?? match.groups?.verb ?? ''}`.toLowerCase();
  const not = match.groups?.not !== undefined;
  const says: Says =
    /^(?:miss|missed)$/.test(done) !== not ? 'missed' : /^exceed/.test(done) ? 'beaten' : 'met';
  // "Will be exceeded" of a measure that should be low may well be a confession.
  const ambiguous = says === 'beaten' && better(input) === -1;
  return ambiguous
    ? []
    : judged(sentence, match, 0, says, forecast, yearTarget, ['Forecast', 'Year-end target'], input);
}

function present(sentence: Sentence, input: CheckInput): Found[] {
  const { text } = sentence;
  const { now, yearTarget } = input.figures;
  const target = TARGET_IS.exec(text);
  if (target !== null) {
    const done = target.groups?.done?.toLowerCase();
    const missed = (done === 'missed') !== (target.groups?.not !== undefined);
    const says = missed ? 'missed' : done === 'exceeded' || done === 'beaten' ? 'beaten' : 'met';
    if (says === 'beaten' && better(input) === -1) return [];
    return isYear(target) ? [] : judgedNow(sentence, target, 0, says, input);
  }
  const starts = sentence
    .subjects()
    .filter(({ of }) => of === 'actual')
    .map(({ start, end }) => ({ start, end, we: false }));
  const we = WE.exec(text);
  if (we !== null) starts.push({ start: 0, end: we[0].length - 1, we: true });
  for (const { start, end, we: isWe } of starts) {
    const match = STANDS.exec(text.slice(end, end + 140));
    if (match === null) continue;
    const state = match.groups?.state?.toLowerCase() ?? '';
    const says = STATES.find(([, words]) => words.split('|').includes(state))?.[0];
    if (
      says === undefined ||
      isYear(match) ||
      /^,? (?:for|by) the (?:year|end)|^ to /i.test(text.slice(end + match[0].length))
    )
      continue;
    // "We are on target" may be said of the year end.
    const alsoForecast =
      isWe &&
      says === 'met' &&
      now.forecast !== null &&
      yearTarget !== null &&
      !isWorse(now.forecast, yearTarget, input);
    if (alsoForecast) continue;
    return judgedNow(sentence, match, start - end, says, input, end);
  }
  return [];
}

const isYear = (match: RegExpExecArray): boolean =>
  match.groups?.year !== undefined || match.groups?.forYear !== undefined;

function judgedNow(
  sentence: Sentence,
  match: RegExpExecArray,
  back: number,
  says: Says,
  input: CheckInput,
  end = 0,
): Found[] {
  const { position, target } = input.figures.now;
  if (position === null || target === null) return [];
  return judged(
    sentence,
    match,
    end === 0 ? 0 : end + back - match.index,
    says,
    position,
    target,
    ['Actual', 'Target'],
    input,
    end,
  );
}

function judged(
  sentence: Sentence,
  match: RegExpExecArray,
  from: number,
  says: Says,
  value: Decimal,
  target: Decimal,
  labels: readonly [string, string],
  input: CheckInput,
  end = 0,
): Found[] {
  if (holds(says, value, target, input)) return [];
  const { unit } = input.measure;
  const start = end === 0 ? match.index : from;
  const way = compare(value, target);
  const relation = way === 0 ? 'the same as' : way > 0 ? 'above' : 'below';
  const [name, aim] = [labels[0] === 'Actual' ? 'figure' : 'forecast', labels[1].toLowerCase()];
  return [
    {
      ...part(sentence, start, end + match.index + match[0].length - start),
      figures: [figure(labels[0], value, unit), figure(labels[1], target, unit)],
      says: `The ${name} ${inUnit(value, unit)} is ${relation} the ${aim} ${inUnit(target, unit)}, and ${better(input) === 1 ? 'higher' : 'lower'} is better.`,
      severity: 'warning',
    },
  ];
}

const isWorse = (value: Decimal, target: Decimal, input: CheckInput): boolean =>
  compare(value, target) * (better(input) ?? 0) < 0;

/** Generous: a figure that prints as its target may be called either; "above" may mean better. */
function holds(says: Says, value: Decimal, target: Decimal, input: CheckInput): boolean {
  const places = placesOf(input);
  const way = compare(value, target);
  const good = way * (better(input) ?? 0);
  if (roundTo(value, places).eq(roundTo(target, places))) return says !== 'missed' || good < 0;
  switch (says) {
    case 'met':
      return good > 0;
    case 'beaten':
      return good > 0;
    case 'missed':
      return good < 0;
    case 'above':
      return way > 0 || good > 0;
    case 'below':
      return way < 0 || good < 0;
  }
}
