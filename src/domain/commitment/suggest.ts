import { sentences } from '../commentary/checks/sentences.ts';
import { plainText } from '../commentary/plain-text.ts';
import type { CommentaryPart, TextTree } from '../commentary/text-tree.ts';
import type { ReportingPeriod } from '../period/period.ts';
import type { CommitmentKind } from './commitment.ts';
import { type Forum, meetingWithin } from './forum.ts';
import { type NamedDue, timesToCome } from './suggest-due.ts';
import { forumsNamed, type NamedForum } from './suggest-forums.ts';

/** A sentence that promises something: a person confirms it, changes it, or says no. */
export interface Suggestion {
  part: CommentaryPart;
  /** The sentence, word for word. */
  words: string;
  /** The same in the form by which it is remembered: asked once as long as the words are the same. */
  key: string;
  kind: CommitmentKind;
  /** What would be promised: the sentence without its full stop. */
  what: string;
  forum: Pick<NamedForum, 'name' | 'kind' | 'forum'> | null;
  /** `day` is the forum's meeting within the time that is named, or its last day; null where no time is named. */
  due: { day: string; words: string; meeting: boolean } | null;
  /** True where it is to happen only if something else does. */
  conditional: boolean;
}

export interface SuggestionInput {
  part: CommentaryPart;
  tree: TextTree;
}

/** "to be considered", "will be reviewed", "is planned for", "we aim to": said of what is still to come. */
const TO_COME = new RegExp(
  [
    String.raw`\b(?:will|shall)\b`,
    String.raw`(?<!continues? )(?<!continuing )(?<!tends )(?<!seems? )(?<!appears? )(?<!believed )(?<!thought )(?<!likely )\bto be (?!at\b|in the\b|likely\b|high|low)[a-z]+`,
    String.raw`\b(?:planned|scheduled|booked|arranged|timetabled|intended|programmed)\b`,
    String.raw`\b(?:are|is|were) (?:planning|preparing|going) to\b`,
    String.raw`\b(?:we|the \w+) (?:plan|intend|aim|propose) to\b`,
    String.raw`\bdue (?:to (?:be|go|report|meet|start|begin|launch|complete)|for|at|in|by|back)\b`,
    String.raw`\bfor (?:consideration|decision|approval|discussion|review) (?:by|at)\b`,
    String.raw`\b(?:is|are) proposed\b|\bpropos(?:ed|al)\b`,
  ].join('|'),
  'i',
);

/** A line that begins with what is to be done: `Review performance at the end of Q3`. */
const TO_DO =
  /^(?:Review|Report|Present|Take|Bring|Consider|Complete|Agree|Publish|Launch|Hold|Introduce|Recruit|Implement|Update|Develop|Deliver|Audit|Survey)\b(?! (?:of|on)\b)/;

/** "No further action proposed" promises nothing. */
const NOTHING =
  /\bno (?:(?:further|other|additional|more|new|specific) )*(?:actions?|interventions?|reviews?|updates?|reports?)\b|\bnot (?:be )?(?:planned|proposed|scheduled|due|required)\b/i;

/** What has happened, where the sentence says nothing of what is to come. */
const CONDITION =
  /\b(?:if|unless|should (?:performance|it|this|they)|subject to)\b(?! (?:regular|review|scrutiny|challenge))/i;

/**
 * The commitments that texts speak of: a sentence about what is to come that names a forum, or a time by which something
 * is done. What goes on every month without a date is no promise, nor is "no further action". Reads the actions and the
 * intervention; the context tells what has been.
 *
 * @param period the reporting period of the texts
 * @param forums those of the authority on the period's last day
 * @example suggestionsIn([{ part: 'intervention', tree }], periodOf('2018-19/Q2'), [])
 * // of "To be considered by the Executive Scrutiny Board in November 2018." one, due 2018-11-30
 */
export function suggestionsIn(
  texts: readonly SuggestionInput[],
  period: ReportingPeriod,
  forums: readonly Forum[],
): Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const { part, tree } of texts) {
    if (part === 'context') continue;
    for (const { text: words } of sentences(plainText(tree))) {
      const one = suggestionOf(words, part, period, forums);
      if (one !== null && !found.has(one.key)) found.set(one.key, one);
    }
  }
  return [...found.values()];
}

function suggestionOf(
  words: string,
  part: 'actions' | 'intervention',
  period: ReportingPeriod,
  forums: readonly Forum[],
): Suggestion | null {
  if (NOTHING.test(words) || !(TO_COME.test(words) || TO_DO.test(words))) return null;
  const forum = chosenForum(forumsNamed(words, forums));
  const times = timesToCome(words, period).filter(
    // "began in September" tells of the period itself; before a forum it may still be to come, or late.
    ({ end, isDeadline }) => forum !== null || isDeadline || end > period.end,
  );
  const time = forum === null ? timeOfAction(times, part) : timeOfForum(times, forum);
  if (time === undefined && forum === null) return null;
  return {
    part,
    words,
    key: suggestionKey(words),
    kind: part === 'actions' && forum === null ? 'action' : 'intervention',
    what: words.replace(/[.;\s]+$/u, ''),
    forum: forum === null ? null : { name: forum.name, kind: forum.kind, forum: forum.forum },
    due:
      time === undefined
        ? null
        : dayOf(
            time,
            forums.find(({ id }) => id === forum?.forum),
          ),
    conditional: CONDITION.test(words),
  };
}

/** The day by which it is done; of several times the last, when all of it is. */
const timeOfAction = (times: readonly NamedDue[], part: 'actions' | 'intervention'): NamedDue | undefined =>
  times.find(({ isDeadline }) => isDeadline) ?? (part === 'actions' ? times.at(-1) : times[0]);

/** The time that is said of the forum: the first after its name, or else the last before it. */
const timeOfForum = (times: readonly NamedDue[], { index }: NamedForum): NamedDue | undefined =>
  times.find((time) => time.index > index) ?? times.at(-1);

/** Of several the one that something comes before: a review is the occasion, Cabinet is who considers it. */
function chosenForum(named: readonly NamedForum[]): NamedForum | null {
  const isOccasion = ({ name }: NamedForum) => /^mid-year/i.test(name);
  return named.find((one) => !isOccasion(one)) ?? named[0] ?? null;
}

function dayOf({ start, end, words }: NamedDue, forum: Forum | undefined): Suggestion['due'] {
  const meeting = forum === undefined ? null : meetingWithin(forum, start, end);
  return { day: meeting ?? end, words, meeting: meeting !== null };
}

/** How a sentence is remembered: its words, whatever their case and the space between them. */
export const suggestionKey = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
