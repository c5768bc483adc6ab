import { type Decimal, divideTo, roundTo, toFixedText } from '../../../number/decimal.ts';
import { agrees } from '../agreement.ts';
import { isAbout, placesOf } from '../claims.ts';
import { figuresOfPairs, referenceAfter } from '../comparisons.ts';
import type { Found } from '../finding.ts';
import type { CheckInput } from '../input.ts';
import type { Quantity } from '../quantities.ts';
import { part, type Reading, type Sentence } from '../reading.ts';
import { type Pair, pairsFor, type Reference } from '../references.ts';
import { inUnit, plainly } from '../words.ts';

/** After a number: "0.2 days higher than", "a 16% increase on". */
const THAN =
  /^(?: (?!is\b|was\b|are\b|were\b|and\b|but\b)\p{L}+)? (?:higher|lower|more|fewer|less|better|worse|faster|quicker|slower|longer|shorter|greater|above|below|over|under|short|behind|ahead|outside|up|down|increase|decrease|rise|fall|reduction|improvement|growth)\b/iu;
/** Before a number: "improved by", "an increase of", "up". */
const BY =
  /\b(?:improv\w+|increas\w+|decreas\w+|rise|rose|risen|fall|fell|fallen|drop\w*|declin\w+|reduc\w+|deteriorat\w+|up|down|growth|grown|grew) (?:(?:of|by) )?(?:(?:around|about|approximately|roughly|nearly|almost|over|more than|just) )*(?:an? )?$/i;
const MULTIPLE =
  /\b(?:(?<more>more than|over) |(?:almost|nearly|roughly|about) )?(?<word>doubled|halved|trebled|tripled)\b/gi;

/** A difference that a sentence gives between the measure and an earlier figure or its target, and that no pair gives. */
export function differenceDiffers(reading: Reading): Found[] {
  return reading.sentences.flatMap((sentence) => {
    if (sentence.references().length === 0) return [];
    return [...amounts(sentence, reading), ...multiples(sentence, reading)];
  });
}

function amounts(sentence: Sentence, reading: Reading): Found[] {
  const { text } = sentence;
  const { input } = reading;
  return sentence.quantities().flatMap((said) => {
    const end = said.index + said.length;
    const than = THAN.exec(text.slice(end, end + 60));
    const by = BY.exec(text.slice(Math.max(0, said.index - 60), said.index));
    if (than === null && by === null) return [];
    if (!measures(said, input)) return [];
    const reference = referenceAfter(sentence, end + (than?.[0].length ?? nounOf(text.slice(end))));
    if (reference === null || !speaksOf(sentence, said, reference, reading)) return [];
    const pairs = pairsFor(reference, input, 'actual').concat(
      /\bforecast\b/i.test(text.slice(0, said.index)) && reference.kind !== 'target'
        ? pairsFor(reference, input, 'forecast')
        : [],
    );
    if (pairs.length === 0 || pairs.some((pair) => isDifference(said, pair, input))) return [];
    const from = by === null ? said.index : said.index - by[0].length;
    return [found(sentence, from, reference, pairs, said, input)];
  });
}

const nounOf = (rest: string): number =>
  /^ \p{L}+(?= (?:on|from|since|compared|than|over|against|in|at)\b)/iu.exec(rest)?.[0].length ?? 0;

/** True where a number may be a difference of the measure's figures. */
function measures({ kind, noun, inWords }: Quantity, { measure: { unit } }: CheckInput): boolean {
  if (kind === 'percent' || kind === 'share') return true;
  if (unit.kind === 'percentage') return kind === 'points';
  if (unit.kind === 'currency') return kind === 'money';
  if (kind !== 'plain') return false;
  const comparing =
    /^(?:higher|lower|more|fewer|less|better|worse|faster|quicker|slower|above|below|over|under|short|outside|up|down|from|on|since|compared|ahead|behind|longer|shorter|$)/;
  const ownNoun =
    'noun' in unit && unit.noun !== undefined && unit.noun.startsWith(noun.replace(/s$/, '')) && noun !== '';
  return !inWords || ownNoun ? comparing.test(noun) || ownNoun : comparing.test(noun);
}

/** "We are 1.4 days over the target" is about the measure, whoever "we" are. */
function speaksOf(sentence: Sentence, said: Quantity, reference: Reference, reading: Reading): boolean {
  const before = sentence.text.slice(0, said.index);
  if (
    reference.kind === 'target' &&
    /^(?:we|it) (?:are|is|remain|remains|were|was) (?:still |now )?(?:\p{L}+ )?$/iu.test(before)
  )
    return true;
  if (sentence.subjects().some(({ start }) => start < said.index))
    return noOtherSubject(before, sentence, said);
  return isAbout(sentence, reading);
}

/** The last clause before the number has no other subject: "…, and complaints rose by 3% on last year". */
function noOtherSubject(before: string, sentence: Sentence, said: Quantity): boolean {
  const clause = Math.max(
    before.lastIndexOf(';'),
    before.search(
      /,? (?:and|but|while|whilst|although) (?!was|is|are|were|has|have)(?!.*,? (?:and|but|while|whilst|although) )/,
    ),
  );
  return clause < 0 || sentence.subjects().some(({ start }) => start > clause && start < said.index);
}

/** True where a pair is as far apart as the words say: in the unit, in points, or in per cent of the earlier figure. */
function isDifference(said: Quantity, pair: Pair, input: CheckInput): boolean {
  const places = placesOf(input);
  const percentage = input.measure.unit.kind === 'percentage';
  const relative = said.kind === 'percent' || said.kind === 'share';
  const exact = pair.now.minus(pair.before).abs();
  const printed = roundTo(pair.now, places).minus(roundTo(pair.before, places)).abs();
  const amounts: Decimal[] = !relative || percentage ? [exact, printed] : [];
  if (relative && !pair.before.eq('0'))
    amounts.push(
      divideTo(exact.times('100'), pair.before.abs(), 10),
      divideTo(printed.times('100'), pair.before.abs(), 10),
    );
  return amounts.some((amount) => agrees(said, amount, relative ? 10 : places));
}

function found(
  sentence: Sentence,
  from: number,
  reference: Reference,
  pairs: readonly Pair[],
  said: Quantity,
  input: CheckInput,
): Found {
  const { unit } = input.measure;
  const points = unit.kind === 'percentage';
  const relative = said.kind === 'percent' || said.kind === 'share';
  const apart = pairs.map(({ now, before }) => {
    const gap = now.minus(before).abs();
    const plain = points ? `${plainly(roundTo(gap, unit.decimals))} percentage points` : inUnit(gap, unit);
    if (!relative || before.eq('0'))
      return `${inUnit(now, unit)} and ${inUnit(before, unit)} are ${plain} apart`;
    const percent = toFixedText(divideTo(gap.times('100'), before.abs(), 1), 1);
    return `${inUnit(now, unit)} and ${inUnit(before, unit)} are ${points ? `${plain}, or ` : ''}${percent}% apart`;
  });
  return {
    ...part(sentence, from, reference.index + reference.length - from),
    figures: figuresOfPairs(pairs, input),
    says: `Compared with ${reference.words}, ${[...new Set(apart)].slice(0, 3).join('; ')}.`,
    severity: 'warning',
  };
}

/** What a figure must have become, as hundredths of what it was, for the word to be fair. */
const FAIR: Readonly<Record<string, readonly [number, number, number]>> = {
  doubled: [180, 230, 320],
  halved: [40, 60, 60],
  trebled: [260, 340, 450],
  tripled: [260, 340, 450],
};

function multiples(sentence: Sentence, reading: Reading): Found[] {
  const { input } = reading;
  return [...sentence.text.matchAll(MULTIPLE)].flatMap((match) => {
    const end = match.index + match[0].length;
    const reference = referenceAfter(sentence, end);
    if (reference === null || reference.kind === 'target') return [];
    const subject = sentence
      .subjects()
      .find(
        (one) =>
          one.end <= match.index &&
          /^(?: (?:has|have|had|also|now|almost|nearly|more than|over|roughly|about))* ?$/i.test(
            sentence.text.slice(one.end, match.index),
          ),
      );
    const [low, high, most] = FAIR[match.groups?.word?.toLowerCase() ?? ''] ?? [0, 0, 0];
    const upTo = match.groups?.more === undefined ? high : most;
    if (subject === undefined) return [];
    const pairs = pairsFor(reference, input, subject.of);
    const fair = pairs.some(({ now, before }) => {
      const hundredths = now.times('100');
      return hundredths.gte(before.times(String(low))) && hundredths.lte(before.times(String(upTo)));
    });
    if (pairs.length === 0 || fair) return [];
    const { unit } = input.measure;
    const told = pairs.map(
      ({ now, before }) => `it went from ${inUnit(before, unit)} to ${inUnit(now, unit)}`,
    );
    return [
      {
        ...part(sentence, subject.start, reference.index + reference.length - subject.start),
        figures: figuresOfPairs(pairs, input),
        says: `Compared with ${reference.words}, ${[...new Set(told)].slice(0, 3).join('; ')}.`,
        severity: 'warning' as const,
      },
    ];
  });
}
