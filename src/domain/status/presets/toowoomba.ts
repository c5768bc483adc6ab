import { defineScheme } from '../scheme.ts';
import { amber, green, grey, red } from './palette.ts';

/** Toowoomba Regional Council 2017: how much of the target has been achieved. */
export const toowoomba = defineScheme({
  id: 'toowoomba',
  name: 'Toowoomba 2017',
  authorityNote: 'Toowoomba Regional Council, annual report 2016/17',
  source: 'https://www.tr.qld.gov.au/ar2017/our-goals/built-environment',
  version: 1,
  effectiveFrom: '2016-07-01',
  note: 'For a measure where lower is better the published rule says nothing; here the share achieved is the target divided by the figure. Green, Amber and Red stand for its three bands.',
  outcomes: [green, amber, red, { ...grey, id: 'not-commenced', label: 'Not commenced', letter: 'N' }],
  parameters: [
    { id: 'green', label: 'Green begins at this share of the target', value: '85', unit: 'percent' },
    { id: 'amber', label: 'Amber begins at this share of the target', value: '50', unit: 'percent' },
  ],
  rules: [
    {
      id: 'green',
      when: { kind: 'variance', from: 'target', form: 'achieved', atLeast: 'green' },
      outcome: 'green',
    },
    {
      id: 'amber',
      when: { kind: 'variance', from: 'target', form: 'achieved', atLeast: 'amber' },
      outcome: 'amber',
    },
  ],
  otherwise: { id: 'red', outcome: 'red' },
  milestones: [
    { step: 'Completed', outcome: 'green' },
    { step: 'Not commenced', outcome: 'not-commenced' },
  ],
  states: { notDue: 'not-commenced' },
});
