import { defineScheme } from '../scheme.ts';
import { amber, doneOrNot, green, red } from './palette.ts';

/** London Borough of Havering, 2013 to 2015: Amber is earned by not falling back. */
export const havering2013 = defineScheme({
  id: 'havering-2013',
  name: 'Havering 2013',
  authorityNote: 'London Borough of Havering, corporate performance reports 2013/14 and 2014/15',
  source: 'https://democracy.havering.gov.uk/mgAi.aspx?ID=7435',
  version: 1,
  effectiveFrom: '2013-04-01',
  effectiveTo: '2015-03-31',
  note: 'The published rule says "within 10%"; exactly 10% short counts as within. A measure with no figure for last year has not shown that it held up, so it is Red when it misses the 10%.',
  outcomes: [green, amber, red],
  parameters: [
    { id: 'green', label: 'Green reaches to this much short of target', value: '10', unit: 'percent' },
  ],
  tolerance: 'green',
  rules: [
    {
      id: 'within-tolerance',
      when: { kind: 'variance', from: 'target', form: 'relative', atLeast: '-green' },
      outcome: 'green',
    },
    {
      id: 'held-up',
      when: { kind: 'direction', basis: 'lastYear', isOneOf: ['improving', 'stabilised'] },
      outcome: 'amber',
      whenUnknown: 'skip',
    },
  ],
  otherwise: { id: 'fell-back', outcome: 'red' },
  others: [doneOrNot('green', 'red')],
});
