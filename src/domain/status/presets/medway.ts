import { defineScheme } from '../scheme.ts';
import { amber, green, grey, red } from './palette.ts';

/** Medway Council 2010: Amber looks ahead to the end of the year. */
export const medway = defineScheme({
  id: 'medway',
  name: 'Medway 2010',
  authorityNote: 'Medway Council, Council Plan monitoring 2010/11',
  source: 'https://democracy.medway.gov.uk/ieIssueDetails.aspx?IId=4097&Opt=3&PlanId=0',
  version: 1,
  effectiveFrom: '2010-04-01',
  note: 'The published rule says "judged able to reach the target in the year". Here the year-end forecast is that judgement; without one nobody has judged it able, and a miss is Red.',
  outcomes: [green, amber, red, { ...grey, id: 'data-only', label: 'Data only', letter: 'D' }],
  rules: [
    { id: 'on-target', when: { kind: 'meets', comparator: 'target' }, outcome: 'green' },
    {
      id: 'will-recover',
      when: { kind: 'meets', figure: 'forecast', comparator: 'yearTarget' },
      outcome: 'amber',
      whenUnknown: 'skip',
    },
  ],
  otherwise: { id: 'off-target', outcome: 'red' },
  others: [
    {
      id: 'forecast',
      name: 'Year-end forecast',
      appliesTo: { subjects: ['forecast'] },
      rules: [{ id: 'on-target', when: { kind: 'meets', comparator: 'target' }, outcome: 'green' }],
      otherwise: { id: 'off-target', outcome: 'red' },
    },
  ],
  states: { dataOnly: 'data-only' },
});
