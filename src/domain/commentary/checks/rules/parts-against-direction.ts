import { type Decimal, decimal, divideTo, roundTo } from '../../../number/decimal.ts';
import { placesOf } from '../claims.ts';
import { better } from '../comparisons.ts';
import type { Found } from '../finding.ts';
import { NUMBER_WORD, numberInWords } from '../number-words.ts';
import { part, type Reading, type Sentence } from '../reading.ts';
import { figure, inUnit, periodInWords } from '../words.ts';

const COUNT = `(?:${NUMBER_WORD}|\\d{1,6})`;
/** "Of the six children placed in Q2, three waited". */
const OF_THE = new RegExp(
  String.raw`\bof (?:the |our |these )?(?<of>${COUNT}) (?<who>\p{L}+)(?<how>[^.;:()]{0,70}?),? (?<part>${COUNT}) (?<did>\p{L}+(?: \p{L}+){0,6})`,
  'iu',
);
/** Fewer cases than this and the sentence names nobody's share. */
const PLACES = 10;

/**
 * Cases of this period alone whose share lies on one side of the figure to date: the earlier periods then lay on the other,
 * so the measure moved that way in the year. Held against a published direction of travel that says the opposite.
 */
export function partsAgainstDirection(reading: Reading): Found[] {
  const { input } = reading;
  const { direction, measure, figures, period } = input;
  const good = better(input);
  const { position } = figures.now;
  if (
    direction?.kind !== 'asStated' ||
    measure.unit.kind !== 'percentage' ||
    good === null ||
    position === null
  )
    return [];
  if (period.number === 1 || (measure.periodBasis !== null && measure.periodBasis !== 'toDate')) return [];
  return reading.sentences.flatMap((sentence) => {
    const said = shareIn(sentence, reading);
    if (said === null) return [];
    const way = roundTo(said.share, placesOf(input)).cmp(roundTo(position, placesOf(input))) * good;
    const opposite = way < 0 ? 'improving' : way > 0 ? 'deteriorating' : null;
    if (opposite === null || direction.outcome !== opposite) return [];
    const { unit } = measure;
    const known = measure.periodBasis === 'toDate';
    const now = periodInWords(period, period);
    return [
      {
        ...part(sentence, said.index, said.length),
        figures: [
          figure('Actual', position, unit),
          figure(`${now.charAt(0).toUpperCase()}${now.slice(1)}, ${said.words}`, said.share, unit),
          { label: 'Direction of travel', display: direction.label, exact: null },
        ],
        says: `${said.words} is ${inUnit(said.share, unit)} in ${now} alone. ${known ? `The figure for the year to date is ${inUnit(position, unit)}` : `If ${inUnit(position, unit)} is for the year to date`}, ${known ? 'so before that' : 'then before that'} it was ${said.share.lt(position) ? 'higher' : 'lower'} and the measure got ${way < 0 ? 'worse' : 'better'} in the year, but the direction of travel is given as ${direction.label}.`,
        severity: known ? 'warning' : 'advice',
      },
    ];
  });
}

function shareIn(
  sentence: Sentence,
  { input, isTopic }: Reading,
): { share: Decimal; words: string; index: number; length: number } | null {
  const match = OF_THE.exec(sentence.text);
  const { of = '', who = '', how = '', part: some = '', did = '' } = match?.groups ?? {};
  if (match === null) return null;
  const [whole, count] = [of, some].map((text) => (/^\d/.test(text) ? Number(text) : numberInWords(text)));
  if (whole == null || count == null || count > whole || whole === 0) return null;
  const now = sentence
    .times()
    .some(
      ({ kind, end, start }) =>
        kind === 'quarter' && end === input.period.end && start === input.period.start,
    );
  const topics = [who, ...how.split(' '), ...did.split(' ')].filter((word) =>
    isTopic(word.replace(/[^\p{L}]/gu, '')),
  );
  if (!now || new Set(topics).size < 2 || !isTopic(who)) return null;
  const share = divideTo(decimal(String(count)).times('100'), decimal(String(whole)), PLACES);
  return {
    share,
    words: `${count} of ${whole}`,
    index: match.index,
    length: match[0].length - did.length + (did.split(' ')[0]?.length ?? 0),
  };
}
