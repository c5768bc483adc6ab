import type { CommentaryPart } from '../text-tree.ts';

/** Every check there is, in the order in which findings about the same words are shown. */
export const checkRules = [
  'figureDiffers',
  'differenceDiffers',
  'changeDiffers',
  'targetWords',
  'extremeDiffers',
  'sizeOfChange',
  'worstPossible',
  'partsAgainstDirection',
  'sumDiffers',
  'quarterAlone',
  'datePassed',
  'otherPeriod',
  'textUnchanged',
  'noFurtherAction',
  'openAction',
  'sectionEmpty',
  'offTopic',
  'unknownMeasure',
  'contactDetails',
  'personNamed',
  'smallCount',
  'abbreviation',
  'longSentence',
  'hardWord',
  'lengthGuide',
] as const;
export type CheckRule = (typeof checkRules)[number];

/** What each check is called on a page, and what it looks for. */
export const checkRuleNames: Readonly<Record<CheckRule, string>> = {
  figureDiffers: 'A figure in the text differs from the one held',
  differenceDiffers: 'A difference in the text is not the one that the figures give',
  changeDiffers: 'Words of change disagree with the figures or the direction of travel',
  targetWords: 'Words about the target disagree with the figures',
  extremeDiffers: 'Highest or lowest, and an earlier figure goes further',
  sizeOfChange: 'Slight or large, and the figures say otherwise',
  worstPossible: 'Nothing achieved, and the direction of travel says improving',
  partsAgainstDirection: 'The cases of this period pull the figure the other way',
  sumDiffers: 'Sums in the text do not come out',
  quarterAlone: 'A figure of one period alone beside a figure to date',
  datePassed: 'A date that has passed is spoken of as to come',
  otherPeriod: 'Another period is spoken of as this one',
  textUnchanged: 'The text is the same as last time',
  noFurtherAction: 'No further action on a measure that is off target',
  openAction: 'Actions without a date or anybody to do them',
  sectionEmpty: 'Nothing is said where something is asked for',
  offTopic: 'The text seems to be about another measure',
  unknownMeasure: 'A measure is named that does not exist',
  contactDetails: 'An e-mail address or telephone number',
  personNamed: 'A person is named',
  smallCount: 'A number of people small enough to identify somebody',
  abbreviation: 'An abbreviation that is not explained',
  longSentence: 'A sentence too long to read at once',
  hardWord: 'A word with a plainer one',
  lengthGuide: 'The text is longer than the guide',
};

/** `warning`: the words and the figures cannot both be right, or must not be published. `advice`: worth a look. */
export type FindingSeverity = 'advice' | 'warning';

/** A figure that a finding rests on. */
export interface FindingFigure {
  /** What it is: "Target", "Quarter 1". */
  label: string;
  /** As reports print it. */
  display: string;
  /** Exact decimal as plain text; null for a figure in words or a day. */
  exact: string | null;
}

/** One thing that a check found in a text: which words, against which figures, and why they disagree. */
export interface Finding {
  rule: CheckRule;
  section: CommentaryPart;
  /** Exactly `text.slice(at.offset, at.offset + at.length)`; '' where the section itself is what is wrong. */
  quote: string;
  /** Where the words stand in the plain text of the section, in UTF-16 units. */
  at: { offset: number; length: number };
  figures: readonly FindingFigure[];
  /** One plain sentence: why it disagrees, or what to look at. */
  says: string;
  severity: FindingSeverity;
  /** The same as long as the rule, the words and the figures are: a dismissal with its reason hangs on it. */
  key: string;
}

/** What a rule gives back: the rest of the finding is worked out from it. */
export interface Found {
  section: CommentaryPart;
  offset: number;
  length: number;
  figures?: readonly FindingFigure[];
  says: string;
  severity: FindingSeverity;
}
