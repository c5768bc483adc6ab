import type { SchemeInput } from '../scheme.ts';

type OutcomeInput = SchemeInput['outcomes'][number];

/**
 * Outcomes that many schemes share. Each differs from the others by word, letter and shape; the colours are
 * those of the GOV.UK palette where that gives 4.5:1, darkened where it does not.
 */
export const blue: OutcomeInput = {
  id: 'blue',
  label: 'Blue',
  letter: 'B',
  shape: 'star',
  background: '#1d70b8',
  foreground: '#ffffff',
  rank: 1,
  countsAsOnTarget: true,
};

export const green: OutcomeInput = {
  id: 'green',
  label: 'Green',
  letter: 'G',
  shape: 'circle',
  background: '#00703c',
  foreground: '#ffffff',
  rank: 2,
  countsAsOnTarget: true,
};

export const amber: OutcomeInput = {
  id: 'amber',
  label: 'Amber',
  letter: 'A',
  shape: 'triangle',
  background: '#ffbf47',
  foreground: '#0b0c0c',
  rank: 3,
  isException: true,
  needsCommentary: ['context', 'actions'],
};

export const red: OutcomeInput = {
  id: 'red',
  label: 'Red',
  letter: 'R',
  shape: 'octagon',
  background: '#b8261b',
  foreground: '#ffffff',
  rank: 4,
  isException: true,
  needsCommentary: ['context', 'actions', 'intervention'],
};

/** Not a status: shown, and left out of every share. */
export const grey: OutcomeInput = {
  id: 'grey',
  label: 'Grey',
  letter: '-',
  shape: 'dash',
  background: '#eeefef',
  foreground: '#383f43',
  rank: 9,
  inDenominator: false,
};

/** Milestones and dates in a scheme whose rules speak of percentages: done in time, or not. */
export function doneOrNot(met: string, missed: string): NonNullable<SchemeInput['others']>[number] {
  return {
    id: 'done-or-not',
    name: 'Dates, and measures answered by yes or no',
    appliesTo: { figures: ['step', 'date'] },
    rules: [{ id: 'done', when: { kind: 'meets', comparator: 'target' }, outcome: met }],
    otherwise: { id: 'not-done', outcome: missed },
  };
}

/** The steps that councils use for projects, best first. */
export const milestoneSteps = (good: string, middle: string, bad: string) => [
  { step: 'Completed', outcome: good },
  { step: 'On track', outcome: good },
  { step: 'Minor slippage', outcome: middle },
  { step: 'Major slippage', outcome: bad },
];
