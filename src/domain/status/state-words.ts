import type { ComparatorName } from './inputs.ts';
import { comparatorNames } from './inputs.ts';
import type { StateId } from './outcome.ts';
import type { StatusScheme } from './scheme.ts';
import { nounOf } from './words.ts';

const SENTENCES: Record<StateId, string> = {
  noTarget: 'no target is held for this figure',
  dataOnly: 'this measure is for information only',
  trendOnly: 'this measure is followed by its trend only',
  baselineYear: 'this first year sets the starting point',
  inDevelopment: 'this measure is still being developed',
  notDue: 'nothing is due this period',
  awaited: 'the figure has not been supplied yet',
  notComparable: 'the definition changed, so this figure cannot be compared',
  suppressed: 'the number is too small to publish',
  withheld: 'the figure is held back by decision',
  notApplicable: 'the measure does not apply this period',
  deferred: 'the measure was put off by decision',
  blank: 'no figure was supplied',
  unusable: 'what was supplied cannot be used as a figure',
  unjudgeable: 'not enough is known to judge it',
};

/** Why there is nothing to judge: after a colon, after "where", or as a sentence of its own. */
export function stateReason(state: StateId): string {
  return SENTENCES[state];
}

const NEEDS: Record<string, string> = {
  polarity: 'nobody has confirmed whether higher or lower is better',
  anyPolarity: 'neither higher nor lower is better for this measure',
  sameKind: 'the figure and what it is held against are not of the same kind',
  percentage: 'the rule is in percentage points and the measure is not a percentage',
  number: 'the rule asks how far off the figure is, and this figure only has an order',
  scaleStep: 'the step is not on the scale of the measure',
  recent: 'there are too few earlier figures',
  denominator: 'the number of cases is not held',
  rank: 'the place among comparable authorities is not held',
  counts: 'no measures of the theme have been counted',
  signals: 'there is no control chart yet',
  forecastOutcome: 'the year-end forecast has not been judged',
  date: 'a date is missing',
  judgedReason: 'a status given by a person needs a name, a reason and a date',
  judgedOutcome: 'the status given by a person is not one of this scheme',
};

/** Why a figure could not be judged: "the floor standard is not held". */
export function needInWords(needs: string, scheme: StatusScheme): string {
  const known = NEEDS[needs];
  if (known !== undefined) return known;
  if (needs.startsWith('direction:')) return `the direction of travel (${needs.slice(10)}) is not known`;
  const isName = (comparatorNames as readonly string[]).includes(needs);
  return isName ? `${nounOf(needs as ComparatorName, scheme)} is not held` : `${needs} is not held`;
}
