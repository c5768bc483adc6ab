import type { Quantity } from './quantities.ts';
import type { Reading, Sentence } from './reading.ts';

/** What may open a sentence that counts: "There were", "At the end of December there were", "We recorded", or nothing. */
const COUNTS =
  /(?:^|[,;] )(?:(?:in|at|by|during) (?:the |this )?(?:end of )?(?:the )?[\p{L}\d ]{1,24}?,? )?(?:there (?:are|were|have been|was)|we (?:had|have had|recorded|have)|only)? ?$/iu;
const IN_PERIOD =
  /^ \p{L}+(?: (?:were|have been|was|had been) \p{L}+)?,? (?:in (?:the|this) quarter|this quarter|since april|so far this year|to date)\b/iu;
const SHARED =
  /^(?: of)?(?: the| all| our)? (\p{L}+) (?:were|was|are|is|have been|has been) ((?:\p{L}+ ?){1,4})/iu;
/** "We paid 92% of invoices": what we did is what the measure is about. */
const WE_DID = /(?:^|[,;] )we (?:have )?(\p{L}+) $/iu;
const OF_TOPIC = /^ of (?:all |our |the )*(\p{L}+)/iu;

/**
 * Where a claim begins that counts the measure without naming it: "There were 41,250 visits in the quarter", "Nearly nine in
 * ten repairs were finished on time", "We paid 92% of invoices". Null where the sentence does not.
 *
 * @param left the words before the number, without its hedge, from the start of the sentence
 */
export function countedFrom(
  sentence: Sentence,
  quantity: Quantity,
  left: string,
  reading: Reading,
): number | null {
  const { unit } = reading.input.measure;
  const end = quantity.index + quantity.length;
  const right = sentence.text.slice(end, end + 90);
  const counts = COUNTS.exec(left);
  if (quantity.kind === 'plain' && unit.kind === 'number') {
    const noun = quantity.noun.replace(/s$/, '');
    const isTopic =
      reading.isTopic(quantity.noun) ||
      (unit.noun !== undefined && noun !== '' && unit.noun.startsWith(noun));
    const dated = /^at the end of /i.test(left) && endsWithPeriod(sentence, quantity, reading);
    return isTopic && counts !== null && (IN_PERIOD.test(right) || dated) ? quantity.index : null;
  }
  if (unit.kind !== 'percentage') return null;
  const did = WE_DID.exec(left);
  if (did !== null && quantity.kind === 'percent') {
    return reading.isTopic(did[1] ?? '') && reading.isTopic(OF_TOPIC.exec(right)?.[1] ?? '')
      ? did.index
      : null;
  }
  const shared = SHARED.exec(right);
  if (quantity.kind !== 'share' || counts === null || shared === null) return null;
  const said = shared[2]?.split(' ') ?? [];
  return reading.isTopic(shared[1] ?? '') && said.some(reading.isTopic) ? quantity.index : null;
}

const endsWithPeriod = (sentence: Sentence, quantity: Quantity, { input }: Reading): boolean =>
  sentence.times().some(({ index, end }) => index < quantity.index && end === input.period.end);
