import { defineScheme } from '../scheme.ts';
import { blue, green, red } from './palette.ts';

/** East Riding of Yorkshire 2009, and Harlow: a two-sided tolerance; Blue is the middle. */
export const eastRiding = defineScheme({
  id: 'east-riding',
  name: 'East Riding 2009',
  authorityNote:
    'East Riding of Yorkshire Council, Customer Promises, January 2009; Harlow Council uses the same',
  source: 'http://www.eastriding.gov.uk/customer_promises/Customer_Promises_January_09/3.htm',
  version: 1,
  effectiveFrom: '2009-01-01',
  note: 'The size of the tolerance is not in the published key; 10% is a setting. Exactly at the tolerance counts as within it, on both sides.',
  outcomes: [
    { ...green, shape: 'star', label: 'Green star', rank: 1 },
    { ...blue, shape: 'circle', label: 'Blue circle', rank: 2 },
    { ...red, shape: 'triangle', label: 'Red triangle', rank: 3 },
  ],
  parameters: [
    { id: 'tolerance', label: 'Tolerance on either side of target', value: '10', unit: 'percent' },
  ],
  tolerance: 'tolerance',
  rules: [
    {
      id: 'better',
      when: { kind: 'variance', from: 'target', form: 'relative', above: 'tolerance' },
      outcome: 'green',
    },
    {
      id: 'within',
      when: { kind: 'variance', from: 'target', form: 'relative', atLeast: '-tolerance' },
      outcome: 'blue',
    },
  ],
  otherwise: { id: 'worse', outcome: 'red' },
});
