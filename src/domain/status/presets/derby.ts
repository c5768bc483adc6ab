import { defineScheme } from '../scheme.ts';
import { amber, blue, doneOrNot, green, milestoneSteps, red } from './palette.ts';

/** Derby City Council, Council Scorecard 2018: any miss is at least Amber. */
export const derby = defineScheme({
  id: 'derby',
  name: 'Derby 2018',
  authorityNote: 'Derby City Council, Improvement Report at 30 September 2018',
  source:
    'https://derby.gov.uk/council-and-democracy/council-budgets-spending-performance/how-are-we-performing',
  version: 1,
  effectiveFrom: '2018-04-01',
  note: 'The report prints statuses but no rule. This rule gives all 48 of its numeric statuses. Where Blue begins (2%), and whether each edge belongs to the better status (it does here), is not known from any published paper; the 2% and the 5% are settings.',
  outcomes: [
    blue,
    green,
    amber,
    red,
    {
      id: 'na',
      label: 'N/A',
      letter: 'N/A',
      shape: 'dash',
      background: '#eeefef',
      foreground: '#383f43',
      rank: 5,
      inDenominator: false,
    },
  ],
  parameters: [
    { id: 'blue', label: 'Blue begins at this much better than target', value: '2', unit: 'percent' },
    { id: 'amber', label: 'Amber reaches to this much short of target', value: '5', unit: 'percent' },
  ],
  tolerance: 'amber',
  rules: [
    {
      id: 'blue',
      when: { kind: 'variance', from: 'target', form: 'relative', atLeast: 'blue' },
      outcome: 'blue',
    },
    {
      id: 'green',
      when: { kind: 'variance', from: 'target', form: 'relative', atLeast: '0' },
      outcome: 'green',
    },
    {
      id: 'amber',
      when: { kind: 'variance', from: 'target', form: 'relative', atLeast: '-amber' },
      outcome: 'amber',
    },
  ],
  otherwise: { id: 'red', outcome: 'red' },
  others: [doneOrNot('green', 'red')],
  milestones: milestoneSteps('green', 'amber', 'red'),
  states: { notApplicable: 'na', blank: 'na', unusable: 'na' },
});
