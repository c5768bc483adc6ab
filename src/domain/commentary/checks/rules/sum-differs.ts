import {
  type Decimal,
  decimal,
  divideTo,
  roundTo,
  toFixedText,
  toText,
  zero,
} from '../../../number/decimal.ts';
import type { Found } from '../finding.ts';
import { NUMBER_WORD, numberInWords } from '../number-words.ts';
import { part, type Reading, type Sentence } from '../reading.ts';
import { plainly } from '../words.ts';

const COUNT = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?![\d%]|,\d|\.\d)|\b(?:${NUMBER_WORD})\b`;
const PERCENT = String.raw`(?<percent>\d{1,3}(?:\.\d{1,4})?)(?: ?%| per cent\b)`;
/** "16 of 24 (66.7%)", "273 of the 420 absences that ended in the quarter were followed up: 65.0%". */
const SHARE = new RegExp(
  String.raw`(?<![\d.,%£])(?<part>${COUNT}) (?:out )?of (?:the |our |these |all )?(?<whole>${COUNT})(?<between>[^%;]{0,110}?)(?:\(|: |, or |, which is |, that is |\. That is | = | or |, )${PERCENT}`,
  'giu',
);
/** "Of the 50 plans finalised, 29 were in time, which is 58%". */
const OF_THE = new RegExp(
  String.raw`\bof (?:the |our |these |all )?(?<whole>${COUNT}) (?<between>[^%;.]{0,80}?), (?<part>${COUNT})(?<after> [^%;.]{0,80}?)(?:\(|: |, or |, which is |, that is )${PERCENT}`,
  'giu',
);
const ADDED =
  /(?<![\d.,+=])(?<sum>£?\d[\d,]*(?:\.\d+)?(?: ?\+ ?£?\d[\d,]*(?:\.\d+)?){1,9}) ?= ?£?(?<total>\d[\d,]*(?:\.\d+)?)/g;
const MAKES = new RegExp(
  String.raw`(?<a>${COUNT})(?<first> [^\d;.]{0,50}?) (?:plus|and|added to) (?<b>${COUNT})(?<second>(?: [^\d;.,]{0,40}?)?),? (?:makes?|making|total(?:s|ling)?|comes? to|gives?|giving) (?:a total of )?(?<total>${COUNT})`,
  'giu',
);

/** A quick look before the slow ones. */
const MAY_SHARE = /\bof\b.*(?:\d ?%|per cent)/i;
const MAY_MAKE =
  /\b(?:plus|and|added to)\b.*\b(?:mak(?:es?|ing)|total(?:s|ling)?|comes? to|giv(?:es?|ing))\b/i;

/** Sums and shares that a text works out, worked out again. */
export function sumDiffers({ sentences }: Reading): Found[] {
  return sentences.flatMap((sentence) => {
    const { text } = sentence;
    return [
      ...(MAY_SHARE.test(text) ? shares(sentence) : []),
      ...(text.includes('+') ? sums(sentence) : []),
      ...(MAY_MAKE.test(text) ? totals(sentence) : []),
    ];
  });
}

function shares(sentence: Sentence): Found[] {
  return [SHARE, OF_THE].flatMap((form) =>
    [...sentence.text.matchAll(form)].flatMap((match): Found[] => {
      const { part: some, whole, between = '', after = '', percent = '' } = match.groups ?? {};
      const [count, of] = [numberOf(some), numberOf(whole)];
      // Other counts between may be what the percentage is of.
      if (
        count === null ||
        of === null ||
        of.eq(zero) ||
        count.gt(of) ||
        /\bof\b.*\bof\b|\d+ of\b/.test(between + after)
      )
        return [];
      if (
        /\b(?:compared|against|target|up|down|from|was|last year)\b/i.test(
          between.slice(-30) + after.slice(-30),
        ) &&
        form === SHARE &&
        /,$/.test(between)
      )
        return [];
      const places = percent.split('.')[1]?.length ?? 0;
      const said = decimal(percent);
      const exact = divideTo(count.times('100'), of, 12);
      if (
        [roundTo(exact, places), roundTo(exact, places, 'down'), roundTo(exact, places, 'halfEven')].some(
          (each) => each.eq(said),
        )
      )
        return [];
      const shown = toFixedText(exact, Math.max(1, places));
      return [
        {
          ...part(sentence, match.index, match[0].length),
          figures: [
            {
              label: `${plainly(count)} of ${plainly(of)}`,
              display: `${shown}%`,
              exact: toFixedText(exact, 10),
            },
          ],
          says: `${plainly(count)} of ${plainly(of)} is ${shown}%, not ${percent}%.`,
          severity: 'warning',
        },
      ];
    }),
  );
}

function sums(sentence: Sentence): Found[] {
  return [...sentence.text.matchAll(ADDED)].flatMap((match) => {
    const parts = (match.groups?.sum ?? '').split('+').map(numberOf);
    const total = numberOf(match.groups?.total);
    if (total === null || parts.some((each) => each === null)) return [];
    const sum = parts.reduce<Decimal>((all, each) => all.plus(each ?? zero), zero);
    return sum.eq(total) ? [] : [wrongSum(sentence, match, sum, total)];
  });
}

function totals(sentence: Sentence): Found[] {
  return [...sentence.text.matchAll(MAKES)].flatMap((match) => {
    const { a, b, total, first = '', second = '' } = match.groups ?? {};
    const [one, other, said] = [numberOf(a), numberOf(b), numberOf(total)];
    // A quarter's own number is no count: "quarter 1 and quarter 2 make".
    if (
      one === null ||
      other === null ||
      said === null ||
      /\b(?:quarter|q)$/i.test(`${first}${second}`.trim())
    )
      return [];
    const sum = one.plus(other);
    return sum.eq(said) ? [] : [wrongSum(sentence, match, sum, said)];
  });
}

function wrongSum(sentence: Sentence, match: RegExpExecArray, sum: Decimal, said: Decimal): Found {
  return {
    ...part(sentence, match.index, match[0].length),
    figures: [{ label: 'Sum', display: plainly(sum), exact: toText(sum) }],
    says: `These add up to ${plainly(sum)}, not ${plainly(said)}.`,
    severity: 'warning',
  };
}

function numberOf(text: string | undefined): Decimal | null {
  const plain = text?.replace(/[£,\s]/g, '') ?? '';
  if (/^\d+(?:\.\d+)?$/.test(plain)) return decimal(plain);
  const count = numberInWords(text?.trim() ?? '');
  return count === null ? null : decimal(String(count));
}
