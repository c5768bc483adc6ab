import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { measuresOf, per, percent, whole } from './sketch.ts';

const measure = measuresOf('people');
const living = ['Living well'];

const delayedTransfers = {
  unit: per('100,000', 1),
  better: 'lower',
  basis: 'snapshot',
  service: 'adults',
  owner: 'Head of Hospital and Reablement',
  themes: living,
} as const;

export const adultMeasures: readonly MeasureVersion[] = [
  measure(
    'AHH 02D',
    '% of new Adult Social Care clients who received short term support, who then required no other services (STMAX)',
    {
      unit: percent,
      better: 'higher',
      basis: 'rolling12',
      service: 'adults',
      owner: 'Head of Adult Assessment',
      themes: living,
      definition: {
        meaning:
          'Of new clients who were given short-term support to maximise independence in the last 12 months.',
        source: 'Case records',
      },
    },
  ),
  measure(
    'AHH Local 2A (i)',
    'Adults aged 18 to 64 whose long term care needs are met through residential or nursing care per 100,000 population',
    {
      unit: per('100,000', 1),
      better: 'lower',
      basis: 'toDate',
      service: 'adults',
      owner: 'Head of Learning Disability',
      themes: living,
      definition: {
        meaning: 'Admissions since 1 April.',
        source: 'Care contracts',
        lag: 'Contracts may be recorded late.',
      },
    },
  ),
  measure(
    'AHH 02B',
    '% of older people who were still at home 91 days after discharge from hospital into reablement/rehabilitation services',
    {
      unit: percent,
      better: 'higher',
      basis: 'snapshot',
      service: 'adults',
      owner: 'Head of Hospital and Reablement',
      themes: living,
      aliases: ['NI 125'],
      definition: { meaning: 'People aged 65 and over, followed up after 91 days.', source: 'Case records' },
    },
  ),
  measure('DTOC-2', 'Delayed transfers of care from hospital, average a day', {
    ...delayedTransfers,
    definition: { meaning: 'All delays on one day of each month.', source: 'National hospital return' },
  }),
  measure('DTOC-2', 'Delayed transfers of care from hospital, average a day', {
    ...delayedTransfers,
    from: '2018-04-01',
    note: 'Counts every day of the quarter from 2018-19; not comparable with earlier years',
    definition: {
      meaning: 'All delays on every day of the quarter, divided by its days.',
      source: 'National hospital return',
      breaksSeries: true,
    },
  }),
  measure('ASC/DP', 'Percentage of adults with long-term support who have a direct payment', {
    unit: percent,
    better: 'higher',
    basis: 'snapshot',
    service: 'adults',
    owner: 'Head of Adult Assessment',
    themes: living,
    definition: { meaning: 'On the last day of the quarter.', source: 'Case records' },
  }),
  measure('SG-1', 'Percentage of adults at risk whose outcomes were met after a safeguarding enquiry', {
    unit: percent,
    better: 'higher',
    basis: 'discrete',
    service: 'adults',
    owner: 'Head of Adult Safeguarding',
    themes: living,
    definition: {
      meaning: 'Of those asked what they wanted from the enquiry, those who got all or part of it.',
      numerator: 'Adults whose outcomes were met in full or in part',
      denominator: 'Adults who were asked',
      source: 'Partners’ return',
    },
  }),
  measure('PH-12', 'People who have stopped smoking, four weeks after their quit date', {
    unit: whole,
    better: 'higher',
    basis: 'toDate',
    service: 'adults',
    owner: 'Public Health Manager',
    themes: living,
    definition: {
      meaning: 'People supported to quit since 1 April who had not smoked for two weeks at their follow-up.',
      source: 'Provider return',
      lag: 'The last weeks of a quarter are counted in the next.',
    },
  }),
];
