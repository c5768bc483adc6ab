import { defineScheme } from '../scheme.ts';
import { amber, blue, green, red } from './palette.ts';

/** Norfolk County Council 2013/14 (by the text of its report): a fourth status for far better than target. */
export const norfolk2013 = defineScheme({
  id: 'norfolk-2013',
  name: 'Norfolk 2013',
  authorityNote: 'An English county’s corporate performance report for 2013/14, Norfolk by its text',
  source:
    'https://vdocuments.net/2013-14-q4-corporate-performance-report-n-o-corporate-performance-report.html',
  version: 1,
  effectiveFrom: '2013-04-01',
  effectiveTo: '2014-03-31',
  note: 'The published bands share their edges. Here exactly 10% better is still Green, exactly 5% short is Green, and exactly 10% short is Amber. Programmes have a key of their own, which asks whether there is a plan to put things right; its full wording was not found.',
  outcomes: [
    { ...blue, id: 'green-plus', label: 'Green+', letter: 'G+', background: '#00523b', rank: 1 },
    green,
    amber,
    red,
  ],
  parameters: [
    { id: 'plus', label: 'Green+ begins above this much better than target', value: '10', unit: 'percent' },
    { id: 'green', label: 'Green reaches to this much short of target', value: '5', unit: 'percent' },
    { id: 'amber', label: 'Amber reaches to this much short of target', value: '10', unit: 'percent' },
  ],
  tolerance: 'green',
  rules: [
    {
      id: 'green-plus',
      when: { kind: 'variance', from: 'target', form: 'relative', above: 'plus' },
      outcome: 'green-plus',
    },
    {
      id: 'green',
      when: { kind: 'variance', from: 'target', form: 'relative', atLeast: '-green' },
      outcome: 'green',
    },
    {
      id: 'amber',
      when: { kind: 'variance', from: 'target', form: 'relative', atLeast: '-amber' },
      outcome: 'amber',
    },
  ],
  otherwise: { id: 'red', outcome: 'red' },
  others: [
    {
      id: 'programmes',
      name: 'Programmes',
      appliesTo: { subjects: ['action', 'milestone'] },
      rules: [
        { id: 'on-track', when: { kind: 'step', isOneOf: ['Completed', 'On track'] }, outcome: 'green' },
        {
          id: 'plan',
          when: { kind: 'flag', isOneOf: ['plan to rectify'] },
          outcome: 'amber',
          text: 'off track, with a plan to put it right',
        },
      ],
      otherwise: { id: 'no-plan', outcome: 'red', text: 'off track, with no plan to put it right' },
    },
  ],
});
