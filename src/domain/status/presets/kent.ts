import { defineScheme } from '../scheme.ts';
import { amber, green, grey, red } from './palette.ts';

/** Kent County Council 2020: a target and a floor standard; activity is only compared with an expected range. */
export const kent = defineScheme({
  id: 'kent',
  name: 'Kent 2020',
  authorityNote: 'Kent County Council, Quarterly Performance Report, quarter 1 2020/21',
  source: 'https://docslib.org/doc/502732/kent-county-council-quarterly-performance-report-quarter-1-2020',
  version: 1,
  effectiveFrom: '2020-04-01',
  note: 'A measure below target for which no floor standard is held is not judged: it could be Amber or Red.',
  outcomes: [
    green,
    amber,
    red,
    { ...grey, id: 'in-range', label: 'As expected', letter: 'E', shape: 'ring', rank: 5 },
    { ...grey, id: 'above-range', label: 'Above range', letter: 'AR', shape: 'pentagon', rank: 6 },
    { ...grey, id: 'below-range', label: 'Below range', letter: 'BR', shape: 'hexagon', rank: 7 },
  ],
  rules: [
    { id: 'target', when: { kind: 'meets', comparator: 'target' }, outcome: 'green' },
    { id: 'floor', when: { kind: 'meets', comparator: 'floor' }, outcome: 'amber' },
  ],
  otherwise: { id: 'below-floor', outcome: 'red' },
  others: [
    {
      id: 'activity',
      name: 'Activity',
      appliesTo: { kinds: ['dataOnly'] },
      rules: [
        { id: 'above', when: { kind: 'range', low: 'high', excludeLow: true }, outcome: 'above-range' },
        {
          id: 'below',
          when: { kind: 'range', high: 'low', excludeHigh: true },
          outcome: 'below-range',
          text: 'below the bottom of the expected range',
        },
      ],
      otherwise: {
        id: 'expected',
        outcome: 'in-range',
        text: 'inside the expected range, both ends included',
      },
    },
  ],
  comparatorNames: {
    floor: 'the floor standard',
    low: 'the bottom of the expected range',
    high: 'the top of the expected range',
  },
});
