import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { count, lasting, measuresOf, percent, pounds, whole } from './sketch.ts';

const measure = measuresOf('resources');
const works = ['A council that works'];

export const customerMeasures: readonly MeasureVersion[] = [
  measure('CM PM15', 'Number of online transactions', {
    unit: count,
    better: 'higher',
    basis: 'toDate',
    service: 'customers',
    owner: 'Digital Services Manager',
    themes: works,
    definition: {
      meaning: 'Requests, reports, applications and payments completed online since 1 April.',
      source: 'Online forms and payment records',
    },
  }),
  measure('WEB-1', 'Percentage of web pages rated useful by their readers', {
    unit: percent,
    better: 'higher',
    basis: 'discrete',
    service: 'customers',
    owner: 'Digital Services Manager',
    themes: works,
    from: '2016-04-01',
    definition: {
      meaning: 'Answers of “yes” to “Was this page useful?”.',
      source: 'Website survey',
      limitations: 'Few readers answer, so no target has been set.',
    },
  }),
  measure('DIG-9', 'Cost of an online transaction', {
    unit: pounds(2),
    better: 'lower',
    basis: 'discrete',
    service: 'customers',
    owner: 'Digital Services Manager',
    themes: works,
    kind: 'inDevelopment',
    from: '2017-04-01',
    definition: {
      meaning: 'Cost of the online service divided by the transactions completed.',
      limitations: 'The share of staff cost is still being worked out.',
    },
  }),
  measure('CSC 1.3', 'Average wait before a call is answered', {
    unit: lasting('minutes'),
    better: 'lower',
    basis: 'discrete',
    service: 'customers',
    owner: 'Contact Centre Manager',
    themes: works,
    definition: { meaning: 'Average over all calls that were answered.', source: 'Telephone system' },
  }),
  measure('CSC 1.5', 'Complaints received', {
    unit: whole,
    better: 'none',
    basis: 'discrete',
    service: 'customers',
    owner: 'Customer Feedback Manager',
    themes: works,
    kind: 'dataOnly',
    definition: {
      meaning:
        'Complaints at the first stage. More may mean worse service, or that it is easier to complain.',
      source: 'Complaints register',
    },
  }),
  measure('CSC 1.6', 'Percentage of complaints answered within 15 working days', {
    unit: percent,
    better: 'higher',
    basis: 'discrete',
    service: 'customers',
    owner: 'Customer Feedback Manager',
    themes: works,
    definition: {
      meaning: 'Of the complaints due an answer in the quarter.',
      numerator: 'Complaints answered within 15 working days',
      denominator: 'Complaints due an answer',
      source: 'Complaints register',
    },
  }),
  measure('CTX-A', 'Percentage of council tax due for the year that has been collected', {
    unit: percent,
    better: 'higher',
    basis: 'toDate',
    service: 'customers',
    owner: 'Head of Revenues and Benefits',
    themes: works,
    definition: {
      meaning: 'Cash received for this year’s bills, as a share of the whole year’s bills.',
      source: 'Ledger',
    },
  }),
  measure('CM PM24', 'Average time (days) taken to process new Housing Benefit claims', {
    unit: count,
    better: 'lower',
    basis: 'toDate',
    service: 'customers',
    owner: 'Head of Revenues and Benefits',
    themes: works,
    definition: {
      meaning: 'Calendar days from claim to decision, since 1 April.',
      source: 'Benefits system',
    },
  }),
  measure('CM PM24a', 'Average time (days) taken to process changes of circumstances for Housing Benefit', {
    unit: count,
    better: 'lower',
    basis: 'toDate',
    service: 'customers',
    owner: 'Head of Revenues and Benefits',
    themes: works,
    definition: {
      meaning: 'Calendar days from report to decision, since 1 April.',
      source: 'Benefits system',
    },
  }),
  measure('IG/20', 'Percentage of information requests answered within 20 working days', {
    unit: percent,
    better: 'higher',
    basis: 'discrete',
    service: 'legal',
    owner: 'Information Governance Manager',
    themes: works,
    definition: {
      meaning: 'Requests under the Freedom of Information Act and the environmental information rules.',
      numerator: 'Requests answered within 20 working days',
      denominator: 'Requests due an answer',
      source: 'Request register',
    },
  }),
  measure('L&D PM07b', 'Average time taken (days) to issue a Local Land Charges search', {
    unit: lasting('days'),
    better: 'lower',
    basis: 'toDate',
    service: 'legal',
    owner: 'Land Charges Manager',
    themes: works,
    from: '2016-04-01',
    definition: {
      meaning: 'Working days from a valid request to the issue of the search, since 1 April.',
      source: 'Land charges register',
    },
  }),
  measure('BCP-1', 'Every critical service has tested its continuity plan in the last 12 months', {
    unit: { kind: 'yesNo' },
    better: 'higher',
    basis: 'snapshot',
    service: 'legal',
    owner: 'Emergency Planning Manager',
    themes: works,
    definition: { meaning: 'Yes when all 31 critical services have; otherwise no.', source: 'Test records' },
  }),
];
