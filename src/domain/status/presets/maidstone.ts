import { defineScheme } from '../scheme.ts';
import { amber, green, grey, red } from './palette.ts';

/** Maidstone Borough Council: percentages on target are of measures that have one. */
export const maidstone = defineScheme({
  id: 'maidstone',
  name: 'Maidstone',
  authorityNote: 'Maidstone Borough Council, quarterly performance updates',
  source:
    'https://meetings.maidstone.gov.uk/documents/s89824/Appendix%202%20-%20Q1%20Performance%20Update.html',
  version: 1,
  effectiveFrom: '2022-04-01',
  note: 'The published key says "missed within 10%"; exactly 10% short counts as within. The date from which the rule holds is not published.',
  outcomes: [
    { ...green, label: 'Target met' },
    { ...amber, label: 'Target missed (within 10%)' },
    { ...red, label: 'Target not achieved' },
    { ...grey, id: 'data-only', label: 'Data only', letter: 'D' },
  ],
  parameters: [
    { id: 'near', label: 'A near miss reaches to this much short of target', value: '10', unit: 'percent' },
  ],
  rules: [
    { id: 'met', when: { kind: 'meets', comparator: 'target' }, outcome: 'green' },
    {
      id: 'near-miss',
      when: { kind: 'variance', from: 'target', form: 'relative', atLeast: '-near' },
      outcome: 'amber',
    },
  ],
  otherwise: { id: 'not-achieved', outcome: 'red' },
  states: { dataOnly: 'data-only', noTarget: 'data-only' },
});
