import { defineScheme } from '../scheme.ts';
import { blue, green, red } from './palette.ts';

/** City of Lincoln Council: two targets; Blue is the acceptable middle. */
export const lincoln = defineScheme({
  id: 'lincoln',
  name: 'Lincoln',
  authorityNote: 'City of Lincoln Council, operational performance reports',
  source: 'https://democratic.lincoln.gov.uk/mgAi.aspx?ID=40063',
  version: 1,
  effectiveFrom: '2016-04-01',
  note: 'The higher target is the more demanding one, so for a measure where lower is better it is the smaller number. A figure exactly on either target has met it. The date from which the rule holds is not published.',
  outcomes: [
    { ...green, rank: 1 },
    { ...blue, label: 'Blue', shape: 'square', rank: 2, countsAsOnTarget: false },
    red,
    {
      id: 'volumetric',
      label: 'Volumetric',
      letter: 'V',
      shape: 'dash',
      background: '#eeefef',
      foreground: '#383f43',
      rank: 6,
      inDenominator: false,
    },
  ],
  rules: [
    {
      id: 'higher-target',
      when: { kind: 'meets', comparator: { firstOf: ['high', 'stretch', 'target'] } },
      outcome: 'green',
    },
    {
      id: 'acceptable',
      when: { kind: 'meets', comparator: { firstOf: ['low', 'floor', 'target'] } },
      outcome: 'blue',
    },
  ],
  otherwise: { id: 'below', outcome: 'red' },
  states: { dataOnly: 'volumetric' },
  judged: 'instead',
  comparatorNames: { high: 'the higher target', low: 'the lower target' },
});
