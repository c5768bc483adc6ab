import { defineScheme } from '../scheme.ts';
import { amber, doneOrNot, green, grey, red } from './palette.ts';

/** Belfast City Council: within 1% is as good as on target; Red begins at exactly 5%. */
export const belfast = defineScheme({
  id: 'belfast',
  name: 'Belfast',
  authorityNote: 'Belfast City Council, self-assessment of improvement objectives',
  source:
    'https://www.belfastcity.gov.uk/Documents/Performance-Improvement-Self-Assessment-Report/Self-assessment-of-improvement-objectives',
  version: 1,
  effectiveFrom: '2019-04-01',
  note: 'Amber is published as "1% to 5% adrift" and Red as "5% or more". Exactly 1% adrift counts as within 1%, so Green; exactly 5% is Red. The date from which the rule holds is not published.',
  outcomes: [green, amber, red, { ...grey, id: 'no-data', label: 'No data', letter: 'N' }],
  parameters: [
    { id: 'green', label: 'Green reaches to this much short of target', value: '1', unit: 'percent' },
    { id: 'red', label: 'Red begins at this much short of target', value: '5', unit: 'percent' },
  ],
  tolerance: 'green',
  rules: [
    {
      id: 'green',
      when: { kind: 'variance', from: 'target', form: 'relative', atLeast: '-green' },
      outcome: 'green',
    },
    {
      id: 'amber',
      when: { kind: 'variance', from: 'target', form: 'relative', above: '-red' },
      outcome: 'amber',
    },
  ],
  otherwise: { id: 'red', outcome: 'red' },
  others: [doneOrNot('green', 'red')],
  states: { blank: 'no-data', awaited: 'no-data', unusable: 'no-data' },
});
