import { defineScheme } from '../scheme.ts';
import { amber, green, red } from './palette.ts';

/** Thurrock Council 2014/15: Amber has missed the target and still beaten last year. */
export const thurrock = defineScheme({
  id: 'thurrock',
  name: 'Thurrock 2014',
  authorityNote: 'Thurrock Council, corporate performance reports 2014/15',
  source: 'https://democracy.thurrock.gov.uk/mgAi.aspx?ID=3190',
  version: 1,
  effectiveFrom: '2014-04-01',
  note: 'Level with last year is not better than last year, so it is Red. A measure with no figure for last year cannot show that it is better, so a miss is Red.',
  outcomes: [green, amber, red],
  rules: [
    { id: 'on-target', when: { kind: 'meets', comparator: 'target' }, outcome: 'green' },
    {
      id: 'better-than-last-year',
      when: { kind: 'direction', basis: 'lastYear', isOneOf: ['improving'] },
      outcome: 'amber',
      whenUnknown: 'skip',
    },
  ],
  otherwise: { id: 'missed', outcome: 'red' },
});
