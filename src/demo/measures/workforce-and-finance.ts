import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { count, measuresOf, percent, pounds, progress, whole } from './sketch.ts';

const measure = measuresOf('resources');
const works = ['A council that works'];

export const workforceAndFinanceMeasures: readonly MeasureVersion[] = [
  measure(
    'CP 08f',
    'Average working days per employee (full time equivalents) per year lost through sickness absence - Excluding Schools',
    {
      unit: count,
      better: 'lower',
      basis: 'toDate',
      service: 'workforce',
      owner: 'Head of Human Resources',
      themes: works,
      definition: {
        meaning: 'Working days lost since 1 April for each full-time equivalent employee.',
        numerator: 'Working days lost through sickness',
        denominator: 'Average full-time equivalent employees',
        exclusions: 'Schools',
        source: 'Absence line and payroll',
      },
    },
  ),
  measure(
    'EARS PM53',
    'Percentage of sickness incidents where a return interview has been completed within three working days',
    {
      unit: percent,
      better: 'higher',
      basis: 'discrete',
      service: 'workforce',
      owner: 'Head of Human Resources',
      themes: works,
      from: '2016-04-01',
      definition: {
        meaning: 'Of the absences that ended in the quarter.',
        numerator: 'Interviews completed within three working days',
        denominator: 'Absences that ended',
        source: 'Absence line',
      },
    },
  ),
  measure('HR-APP', 'Apprentices started, council and maintained schools', {
    unit: whole,
    better: 'higher',
    basis: 'toDate',
    service: 'workforce',
    owner: 'Learning and Development Manager',
    themes: works,
    definition: { meaning: 'Apprenticeships begun since 1 April.', source: 'Payroll' },
  }),
  measure('HR-TO', 'Staff turnover in the last 12 months', {
    unit: percent,
    better: 'within',
    basis: 'rolling12',
    service: 'workforce',
    owner: 'Head of Human Resources',
    themes: works,
    definition: {
      meaning:
        'Leavers as a share of the average workforce. Some turnover is healthy; too much costs experience.',
      exclusions: 'Schools; the end of temporary contracts',
      source: 'Payroll',
    },
  }),
  measure(
    'FPA PM22b',
    "Positive Value for Money opinion from external auditors on last year's statement of accounts",
    {
      unit: progress,
      better: 'higher',
      basis: 'annual',
      every: 'year',
      service: 'finance',
      owner: 'Head of Finance',
      themes: works,
      definition: {
        meaning: 'Completed when the opinion is positive; otherwise how far the findings fall short of one.',
        source: 'Annual audit letter',
        lag: 'The opinion given this year is on last year’s accounts.',
      },
    },
  ),
  measure('FIN-ACC', "Date on which last year's audited accounts were published", {
    unit: { kind: 'date' },
    better: 'lower',
    basis: 'annual',
    every: 'year',
    service: 'finance',
    owner: 'Head of Finance',
    themes: works,
    definition: { meaning: 'The day the audited accounts were published.', source: 'Council website' },
  }),
  measure('FIN-05b', 'Savings delivered', {
    unit: pounds(0),
    better: 'higher',
    basis: 'toDate',
    service: 'finance',
    owner: 'Head of Finance',
    themes: works,
    definition: {
      meaning:
        'Savings in the year’s budget that have been made since 1 April, as confirmed by finance partners.',
      source: 'Savings tracker',
    },
  }),
  measure('FIN-07', 'Forecast spending as a percentage of the revenue budget', {
    unit: percent,
    better: 'closest',
    basis: 'snapshot',
    service: 'finance',
    owner: 'Head of Finance',
    themes: works,
    definition: {
      meaning: 'Above 100% is an overspend, below it money not used.',
      source: 'Ledger and service forecasts',
    },
  }),
  measure('PAY 30', 'Percentage of suppliers’ invoices paid within 30 days', {
    unit: percent,
    better: 'higher',
    basis: 'discrete',
    every: 'month',
    service: 'finance',
    owner: 'Payments Manager',
    themes: works,
    definition: {
      meaning: 'Undisputed invoices paid within 30 days of receipt.',
      numerator: 'Invoices paid within 30 days',
      denominator: 'Invoices paid',
      source: 'Ledger',
    },
  }),
];
