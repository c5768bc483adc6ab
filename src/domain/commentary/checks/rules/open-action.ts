import type { Found } from '../finding.ts';
import { part, type Reading } from '../reading.ts';
import { isFiller } from './section-empty.ts';

const WHEN =
  /\b(?:by|before|until|from|during|within|each|every|all|hourly|daily|weekly|fortnightly|monthly|quarterly|annual(?:ly)?|termly|now|already|currently|this (?:week|month|quarter|year|term)|next|spring|summer|autumn|winter|year|month|week|day|today|tomorrow|quarter|since|has been|have been|is being|are being|was|were|completed|underway|under way|in place)\b/i;
const WHO =
  /\b(?:we|our|manager|team|head|director|officer|board|group|service|services|lead|leads|partner|partners|contractor|panel|committee|cabinet|staff|department|council|provider|providers|college|school|schools|colleague|colleagues|assessor|worker|workers|member|members|division|divisions|office|crew|crews|unit|agency|agencies|hr|leadership)s?\b/iu;
/** Words that promise without saying what; a text without any of them says what is done. */
const VAGUE =
  /\b(?:continu\w*|monitor\w*|work|review\w*|progress\w*|focus\w*|look\w*|explor\w*|consider\w*|track\w*|support\w*|maintain\w*|improv\w*|develop\w*|ensur\w*|keep|further|ongoing)\b/i;
/** A body by its letters: CAPT, SEND. */
const BODY = /\b\p{Lu}{3,6}\b/u;
/** Longer texts that name no date or person in these words do so in others. */
const MOST_WORDS = 40;

/** Actions on a measure that is off target, with no date and nobody to do them. */
export function openAction({ input, sentences }: Reading): Found[] {
  if (input.status.onTarget !== false) return [];
  const own = sentences.filter(({ section }) => section === 'actions');
  const first = own[0];
  const words = input.texts.actions.split(/\s+/u).length;
  if (first === undefined || isFiller(input.texts.actions) || words < 2 || words > MOST_WORDS) return [];
  const { actions } = input.texts;
  if (!VAGUE.test(actions) || input.people.some((name) => actions.includes(name))) return [];
  if (
    own.some(
      (one) => one.times().length > 0 || WHEN.test(one.text) || WHO.test(one.text) || BODY.test(one.text),
    )
  )
    return [];
  return [
    {
      ...part(first, 0, first.text.length),
      figures: [{ label: 'Status', display: input.status.label, exact: null }],
      says: 'These actions have no date and nobody to do them. Say who does what, and by when.',
      severity: 'advice',
    },
  ];
}
