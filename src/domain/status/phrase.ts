import { compare, zero } from '../number/decimal.ts';
import { type Band, bandInWords } from './band.ts';
import type { Condition } from './condition.ts';
import {
  daysInWords,
  directionInWords,
  KINDS,
  limits,
  POLARITIES,
  rangeInWords,
  type Tone,
  UNITS,
  type Wording,
} from './condition-words.ts';
import { merged, type Part, partsOf } from './parts.ts';
import { boundIn, listed, nounOf, sizeOf } from './words.ts';

/** A part in words, with its tone, so that a good thing after a bad one is joined by "but". */
export function partInWords(part: Part, wording: Wording): { text: string; tone: Tone } {
  const { scheme } = wording;
  if (part.kind === 'direction') return directionInWords(part.basis, part.outcomes, scheme);
  if (part.kind === 'other') {
    const words = wordsOf(part.condition, wording);
    return part.holds ? words : { text: notSo(part.condition, words.text), tone: 'plain' };
  }
  const text = bandInWords(part.band);
  const tone = toneOf(part.band);
  if (part.figure === 'actual') return { text, tone };
  return { text: `${nounOf(part.figure, scheme)} is ${text}`, tone };
}

function notSo(condition: Condition, text: string): string {
  if (condition.kind === 'run') return text.replace(/^it was /, 'it was not ').replace(/ too$/, '');
  if (condition.kind === 'flag') return text.replace('is marked', 'is not marked');
  if (condition.kind === 'signal') return text.replace('chart shows', 'chart does not show');
  return `it is not so that ${text}`;
}

function toneOf({ from, to, form }: Band): Tone {
  if (form === 'achieved') return from === null ? 'bad' : 'good';
  if (from !== null && compare(from.value, zero) >= 0) return 'good';
  if (to !== null && (compare(to.value, zero) < 0 || (to.value.eq(zero) && !to.inclusive))) return 'bad';
  return 'plain';
}

/** Any condition as a phrase, for use inside another sentence. */
export function phraseOf(condition: Condition, wording: Wording): string {
  return joined(merged(partsOf(condition, wording)), wording);
}

/** Parts as one phrase. */
export function joined(parts: readonly Part[], wording: Wording): string {
  const phrases = parts.map((part) => partInWords(part, wording));
  return phrases
    .map(({ text, tone }, at) => {
      const before = phrases[at - 1]?.tone;
      if (before === undefined) return text;
      const turns = (before === 'bad' && tone === 'good') || (before === 'good' && tone === 'bad');
      return `${turns ? ', but ' : ', and '}${text}`;
    })
    .join('');
}

function wordsOf(condition: Condition, wording: Wording): { text: string; tone: Tone } {
  const plain = (text: string, tone: Tone = 'plain') => ({ text, tone });
  switch (condition.kind) {
    case 'any':
      return plain(condition.of.map((each) => phraseOf(each, wording)).join('; or '));
    case 'range':
      return plain(rangeInWords(condition, wording));
    case 'run': {
      const noun =
        condition.before === 1 ? 'in the period before' : `in the ${condition.before} periods before`;
      const side = {
        better: 'better than its tolerance',
        within: 'within its tolerance',
        worse: 'worse than its tolerance',
      };
      return plain(`it was ${side[condition.side]} ${noun} too`);
    }
    case 'rank':
      return plain(
        condition.places !== undefined
          ? `among the best ${sizeOf(boundIn(condition.places, wording.parameters), 'absolute')} of comparable authorities`
          : `among the best ${sizeOf(boundIn(condition.percent ?? '0', wording.parameters), 'relative')} of comparable authorities`,
      );
    case 'count':
    case 'share': {
      const labels = condition.outcomes.map(
        (id) => wording.scheme.outcomes.find((one) => one.id === id)?.label ?? id,
      );
      const unit = condition.kind === 'share' ? '% of its measures are' : ' of its measures are';
      return plain(`${limits(condition, wording, unit)} ${listed(labels, 'or')}`);
    }
    case 'denominator':
      return plain(`the figure rests on ${limits(condition, wording, ' cases')}`);
    case 'daysLate':
      return plain(daysInWords(condition, wording));
    case 'held':
      return plain(`${nounOf(condition.comparator, wording.scheme)} is held`);
    case 'forecastOutcome': {
      const labels = condition.isOneOf.map(
        (id) => wording.scheme.outcomes.find((one) => one.id === id)?.label ?? id,
      );
      return plain(`the year-end forecast is ${listed(labels, 'or')}`);
    }
    case 'signal':
      return plain(`the control chart shows ${listed(condition.isOneOf, 'or')}`);
    case 'flag':
      return plain(`the figure is marked ${listed(condition.isOneOf, 'or')}`);
    case 'step':
      return plain(listed(condition.isOneOf, 'or'));
    case 'unit':
      return plain(
        `measured as ${listed(
          condition.isOneOf.map((kind) => UNITS[kind]),
          'or',
        )}`,
      );
    case 'polarity':
      return plain(
        `a measure where ${listed(
          condition.isOneOf.map((each) => POLARITIES[each]),
          'or',
        )}`,
      );
    case 'measureKind':
      return plain(
        `a ${listed(
          condition.isOneOf.map((kind) => KINDS[kind]),
          'or',
        )} measure`,
      );
    default:
      return plain(phraseOf(condition, wording));
  }
}
