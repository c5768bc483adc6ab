import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { measuresOf, percent, whole } from './sketch.ts';

const measure = measuresOf('people');
const fair = ['A fair start'];

export const learningMeasures: readonly MeasureVersion[] = [
  measure('C PM02a', 'Takeup of universal entitlement 15 hour FEEE places for three and four year-olds', {
    unit: percent,
    better: 'higher',
    basis: 'snapshot',
    service: 'learning',
    owner: 'Early Years Manager',
    themes: fair,
    definition: {
      meaning: 'Of the three and four year-olds in the city, those taking up funded early education.',
      source: 'Termly headcount',
      lag: 'The summer count is provisional until the end of October.',
    },
  }),
  measure('L&I PM02a', 'Percentage of Y6 pupils achieving expected level in reading, writing and maths', {
    unit: percent,
    better: 'higher',
    basis: 'annual',
    every: 'year',
    service: 'learning',
    owner: 'Head of School Improvement',
    themes: fair,
    from: '2016-04-01',
    definition: {
      meaning: 'Pupils in state-funded schools, in the tests of the academic year that ended in summer.',
      source: 'Department for Education',
      lag: 'Provisional in September, final in December or January.',
    },
  }),
  measure('KS4-P8', 'Progress 8: average score of Year 11 pupils', {
    unit: { kind: 'number', decimals: 2 },
    better: 'higher',
    basis: 'annual',
    every: 'year',
    service: 'learning',
    owner: 'Head of School Improvement',
    themes: fair,
    from: '2016-04-01',
    definition: {
      meaning:
        'How far pupils have come since the age of 11 compared with others like them; 0 is the average.',
      source: 'Department for Education',
    },
  }),
  measure(
    'L&I PM23c',
    "Maintained Schools services, settings and institutions judged 'good' or 'outstanding'",
    {
      unit: percent,
      better: 'higher',
      basis: 'snapshot',
      service: 'learning',
      owner: 'Head of School Improvement',
      themes: fair,
      definition: {
        meaning: 'Latest inspection of each maintained school open on the last day of the quarter.',
        numerator: 'Schools judged good or outstanding',
        denominator: 'Maintained schools inspected',
        source: 'Ofsted reports',
        limitations: 'A school that becomes an academy leaves the count.',
      },
    },
  ),
  measure('SEND 6', 'Percentage of new EHCPs issued in 20 weeks', {
    unit: percent,
    better: 'higher',
    basis: 'toDate',
    service: 'learning',
    owner: 'Head of SEND',
    themes: fair,
    aliases: ['L&I PM26a'],
    definition: {
      meaning: 'Of the new plans issued since 1 April.',
      numerator: 'Plans issued within 20 weeks of the request',
      denominator: 'Plans issued',
      source: 'SEND case records',
    },
  }),
  measure('ATT-1', 'Attendance in primary schools', {
    unit: percent,
    better: 'higher',
    basis: 'toDate',
    service: 'learning',
    owner: 'Education Welfare Manager',
    themes: fair,
    definition: { meaning: 'Half-day sessions attended, of those possible.', source: 'School census' },
  }),
  measure('EXC-4', 'Permanent exclusions', {
    unit: whole,
    better: 'lower',
    basis: 'discrete',
    service: 'learning',
    owner: 'Education Welfare Manager',
    themes: fair,
    definition: {
      meaning: 'Pupils permanently excluded in the quarter.',
      source: 'School returns',
      limitations: 'Fewer than five in a quarter is not published, because a child could be recognised.',
    },
  }),
  measure('NEET 16', 'Percentage of 16 and 17 year-olds not in education, employment or training', {
    unit: percent,
    better: 'lower',
    basis: 'snapshot',
    every: 'month',
    service: 'learning',
    owner: 'Youth Participation Manager',
    themes: fair,
    definition: {
      meaning: 'On the last day of the month, with those whose activity is not known.',
      source: 'Tracking records',
    },
  }),
];
