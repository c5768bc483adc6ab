import type { Found } from '../finding.ts';
import { NUMBER_WORD, numberInWords } from '../number-words.ts';
import { part, type Reading } from '../reading.ts';

const PEOPLE =
  'child|children|young people|young person|care leavers?|babies|pupils?|students?|patients?|clients?|service users?|residents?|tenants?|families|family|households?|adults?|older people|carers?|foster carers?|applicants?|victims?|women|men|girls|boys|people|persons?|parents?|learners';
const COUNTED = new RegExp(
  String.raw`(?<![\d.,%£-]|\b(?:phase|stage|aged|age|years?|group|in|per|out of|every) )\b(?<count>\d{1,4}|${NUMBER_WORD})(?: of (?:the|these|our|those))?(?: (?:young|younger|older|other|local|new|disabled|adopted|unaccompanied|looked[- ]after|homeless|vulnerable|foster|adult))? (?<who>${PEOPLE})\b(?! (?:homes?|centres?|services?|boards?|panels?|units?|hubs?|teams?))`,
  'giu',
);
/** A quick look before the slow one. */
const MAY_COUNT =
  /\b(?:child|people|person|leaver|bab|pupil|student|patient|client|user|resident|tenant|famil|household|adult|carer|applicant|victim|women|men|girl|boy|parent|learner)/i;
/** Said of any one of them, of nobody in particular, or of how the figures work. */
const NOBODY =
  /^[^.;]{0,30}\b(?:would|makes? a|is worth|are worth|accounts? for|represents?|can|could|may|might)\b/i;
const IN_GENERAL = /\b(?:each|every|any|per|than) $/i;

/** Numbers of people that are too small to publish, by the authority's own threshold. */
export function smallCount({ input, sentences }: Reading): Found[] {
  const threshold = input.disclosureThreshold;
  if (threshold === null) return [];
  return sentences.flatMap((sentence) =>
    [...(MAY_COUNT.test(sentence.text) ? sentence.text.matchAll(COUNTED) : [])].flatMap((match): Found[] => {
      const { text } = sentence;
      const said = match.groups?.count ?? '';
      const count = /^\d/.test(said) ? Number(said) : (numberInWords(said) ?? 0);
      if (count < 1 || count >= threshold) return [];
      if (
        NOBODY.test(text.slice(match.index + match[0].length)) ||
        IN_GENERAL.test(text.slice(0, match.index))
      )
        return [];
      return [
        {
          ...part(sentence, match.index, match[0].length),
          figures: [
            { label: 'Smallest number published', display: String(threshold), exact: String(threshold) },
          ],
          says: `A number of people below ${threshold} may identify somebody. Say “fewer than ${threshold}”, or leave the number out.`,
          severity: 'warning',
        },
      ];
    }),
  );
}
