/**
 * Shapes that every renderer can draw. A status is always word + shape + colour, so two outcomes of one scheme
 * never share both their shape and their letter.
 */
export const shapes = [
  'star',
  'circle',
  'ring',
  'triangle',
  'triangleDown',
  'square',
  'diamond',
  'pentagon',
  'hexagon',
  'octagon',
  'dash',
] as const;
export type Shape = (typeof shapes)[number];

/** Situations in which there is nothing to judge. None is bad in itself; a scheme may say otherwise. */
export const stateIds = [
  'noTarget',
  'dataOnly',
  'trendOnly',
  'baselineYear',
  'inDevelopment',
  'notDue',
  'awaited',
  'notComparable',
  'suppressed',
  'withheld',
  'notApplicable',
  'deferred',
  'blank',
  'unusable',
  'unjudgeable',
] as const;
export type StateId = (typeof stateIds)[number];

/** The commentary an outcome asks for; the words are those of an update's three texts. */
export const commentaryParts = ['context', 'actions', 'intervention'] as const;

/** What a rule or a state leads to, and how the rest of the product treats it. */
export interface Outcome {
  id: string;
  label: string;
  /** One to three characters, for narrow columns and for people who do not see the colour. */
  letter: string;
  shape: Shape;
  /** `#rrggbb`; the pair has a contrast of 4.5:1 or better. */
  background: string;
  foreground: string;
  /** Sort order, best first. */
  rank: number;
  /** Is it among those "on target" in a count? */
  countsAsOnTarget: boolean;
  /** Is it among those "with data and a target", over which a share is worked out? */
  inDenominator: boolean;
  /** Does an exception report show it? */
  isException: boolean;
  needsCommentary: readonly (typeof commentaryParts)[number][];
}

const state = (id: StateId, label: string, letter: string, rank: number): Outcome => ({
  id,
  label,
  letter,
  shape: 'dash',
  background: '#eeefef',
  foreground: '#383f43',
  rank,
  countsAsOnTarget: false,
  inDenominator: false,
  isException: false,
  needsCommentary: [],
});

/** The outcome of each state in a scheme that does not declare its own. */
export const standardStates: Readonly<Record<StateId, Outcome>> = {
  noTarget: state('noTarget', 'No target', 'NT', 101),
  dataOnly: state('dataOnly', 'Data only', 'DO', 102),
  trendOnly: state('trendOnly', 'Trend only', 'TO', 103),
  baselineYear: state('baselineYear', 'Baseline year', 'BY', 104),
  inDevelopment: state('inDevelopment', 'In development', 'ID', 105),
  notDue: state('notDue', 'Not due', 'ND', 106),
  awaited: state('awaited', 'Awaited', 'AW', 107),
  notComparable: state('notComparable', 'Not comparable', 'NC', 108),
  suppressed: state('suppressed', 'Suppressed', 'SU', 109),
  withheld: state('withheld', 'Withheld', 'WH', 110),
  notApplicable: state('notApplicable', 'Not applicable', 'NA', 111),
  deferred: state('deferred', 'Deferred', 'DF', 112),
  blank: state('blank', 'No data', 'NO', 113),
  unusable: state('unusable', 'No usable figure', 'NU', 114),
  unjudgeable: state('unjudgeable', 'Cannot be judged', 'CJ', 115),
};
