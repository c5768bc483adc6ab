import { defineScheme } from '../scheme.ts';
import { amber, blue, doneOrNot, green, red } from './palette.ts';

/** Cambridgeshire County Council 2019: Blue is an exception too; actions are asked for only at Red. */
export const cambridgeshire = defineScheme({
  id: 'cambridgeshire',
  name: 'Cambridgeshire 2019',
  authorityNote: 'Cambridgeshire County Council, corporate performance report, quarter 3 2019/20',
  source:
    'https://documents.pub/document/corporate-performance-report-quarter-3-201920-financial-year-2020-8-11-data.html',
  version: 1,
  effectiveFrom: '2019-04-01',
  note: 'Where Blue begins was not found in the published text; 10% better is a setting. Red is published as off target by more than 10%, so exactly 10% is Amber.',
  outcomes: [
    { ...blue, isException: true, needsCommentary: ['context'] },
    { ...green, needsCommentary: ['context'] },
    { ...amber, isException: false, needsCommentary: ['context'] },
    { ...red, needsCommentary: ['context', 'actions'] },
  ],
  parameters: [
    { id: 'blue', label: 'Blue begins at this much better than target', value: '10', unit: 'percent' },
    { id: 'amber', label: 'Amber reaches to this much short of target', value: '10', unit: 'percent' },
  ],
  tolerance: 'amber',
  rules: [
    {
      id: 'blue',
      when: { kind: 'variance', from: 'target', form: 'relative', atLeast: 'blue' },
      outcome: 'blue',
    },
    { id: 'green', when: { kind: 'meets', comparator: 'target' }, outcome: 'green' },
    {
      id: 'amber',
      when: { kind: 'variance', from: 'target', form: 'relative', atLeast: '-amber' },
      outcome: 'amber',
    },
  ],
  otherwise: { id: 'red', outcome: 'red' },
  others: [doneOrNot('green', 'red')],
});
