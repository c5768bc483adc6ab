import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { count, measuresOf, per, percent } from './sketch.ts';

const measure = measuresOf('people');
const fair = ['A fair start'];

export const childrenMeasures: readonly MeasureVersion[] = [
  measure(
    'EI 12/EI 3',
    "Percentage of children and young people's early help cases where progression tools show an improving direction of travel after support has been provided",
    {
      unit: percent,
      better: 'higher',
      basis: 'toDate',
      service: 'early-help',
      owner: 'Head of Early Help',
      themes: fair,
      aliases: ['EI 12', 'EI 3'],
      definition: {
        meaning:
          'Of the early help cases closed since 1 April, those whose last score was better than their first.',
        numerator: 'Cases with a better score',
        denominator: 'Cases closed with two scores',
        source: 'Case records',
      },
    },
  ),
  measure(
    'C PM21',
    '% of children and young people placed within 20 miles of Borchester (for IFA providers)',
    {
      unit: percent,
      better: 'higher',
      basis: 'snapshot',
      service: 'corporate-parenting',
      owner: 'Placements Manager',
      themes: fair,
      from: '2018-04-01',
      note: 'New in 2018-19',
      definition: {
        meaning:
          'Of the children placed with independent fostering agencies, those living within 20 miles of the city.',
        numerator: 'Children placed within 20 miles',
        denominator: 'Children placed with independent fostering agencies',
        source: 'Placement records',
      },
    },
  ),
  measure(
    'EIIS PM04',
    'Children who are the subject of a child protection plan per 10,000 population aged under 18 (Snapshot)',
    {
      unit: per('10,000', 2),
      better: 'lower',
      basis: 'snapshot',
      service: 'early-help',
      owner: 'Head of Safeguarding',
      themes: fair,
      definition: {
        meaning: 'Children with a plan on the last day of the quarter.',
        denominator: 'Population aged under 18, latest estimate',
        source: 'Case records',
        limitations: 'A low rate is only good where every child who needs a plan has one.',
      },
    },
  ),
  measure('SS PM07', 'Children in Care per 10,000 population aged under 18', {
    unit: per('10,000', 2),
    better: 'lower',
    basis: 'snapshot',
    service: 'corporate-parenting',
    owner: 'Head of Children in Care',
    themes: fair,
    aliases: ['EIIS PM05'],
    definition: {
      meaning: 'Children in care on the last day of the quarter.',
      denominator: 'Population aged under 18, latest estimate',
      source: 'Case records',
    },
  }),
  measure('SS PM23b', 'Percentage of children placed with independent fostering agencies', {
    unit: percent,
    better: 'lower',
    basis: 'snapshot',
    service: 'corporate-parenting',
    owner: 'Placements Manager',
    themes: fair,
    definition: {
      meaning: 'Of the children in foster care, those placed through an agency.',
      rationale: 'Agency placements cost more, and are more often far from home.',
      source: 'Placement records',
    },
  }),
  measure(
    'SS PM25',
    'Percentage of children who wait less than 16 months between entering care and moving in with their adoptive family',
    {
      unit: percent,
      better: 'higher',
      basis: 'toDate',
      service: 'corporate-parenting',
      owner: 'Adoption Manager',
      themes: fair,
      definition: {
        meaning: 'Of the children who moved in with their adoptive family since 1 April.',
        numerator: 'Children who waited less than 16 months',
        denominator: 'Children who moved in',
        source: 'Adoption records',
        limitations: 'Few children a quarter: one child moves the figure by several points.',
      },
    },
  ),
  measure(
    'SS PM28',
    'Percentage of foster carer applicants approved in 8 months from receipt of application',
    {
      unit: percent,
      better: 'higher',
      basis: 'toDate',
      service: 'corporate-parenting',
      owner: 'Fostering Manager',
      themes: fair,
      definition: {
        meaning: 'Of the applicants approved since 1 April.',
        numerator: 'Applicants approved within 8 months',
        denominator: 'Applicants approved',
        source: 'Fostering panel minutes',
        limitations: 'Very few applicants a quarter.',
      },
    },
  ),
  measure(
    'L&I PM23e',
    "Percentage of inspected services settings and institutions that are judged as 'good' or 'outstanding' – Residential Children's Homes",
    {
      unit: percent,
      better: 'higher',
      basis: 'snapshot',
      service: 'corporate-parenting',
      owner: "Children's Homes Manager",
      themes: fair,
      definition: {
        meaning: 'Latest full inspection of each home open on the last day of the quarter.',
        numerator: 'Homes judged good or outstanding',
        denominator: 'Homes inspected',
        source: 'Ofsted reports',
      },
    },
  ),
  measure('SW-CL', "Average number of cases held by a children's social worker", {
    unit: count,
    better: 'lower',
    basis: 'snapshot',
    service: 'early-help',
    owner: 'Head of Safeguarding',
    themes: fair,
    definition: {
      meaning: 'Children allocated, for each full-time social worker in post.',
      source: 'Case records',
    },
  }),
  measure('YJ-2', 'First-time entrants to the youth justice system in the last 12 months', {
    unit: per('100,000', 1),
    better: 'lower',
    basis: 'rolling12',
    service: 'early-help',
    owner: 'Youth Justice Manager',
    themes: fair,
    definition: {
      meaning: 'Young people aged 10 to 17 given a first caution or conviction.',
      source: 'Partner data',
    },
  }),
];
