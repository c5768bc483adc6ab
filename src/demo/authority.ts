import type { Authority, OrganisationUnit } from '../domain/organisation/organisation.ts';
import { beginning } from './calendar.ts';

/** An English city that does not exist. Its measures and their figures are real ones; its words are ours. */
export const authority: Authority = {
  code: 'borchester',
  name: 'Borchester City Council',
  timeZone: 'Europe/London',
  language: 'en-GB',
  yearKind: 'financial',
  statusScheme: 'derby',
  directionScheme: 'derby',
};

const directorate = (code: string, name: string, order: number): OrganisationUnit => ({
  code,
  name,
  parent: null,
  order,
  validFrom: beginning,
  validTo: null,
});

const service = (
  parent: string,
  order: number,
  code: string,
  name: string,
  [validFrom, validTo]: [string, string | null] = [beginning, null],
): OrganisationUnit => ({ code, name, parent, order, validFrom, validTo });

export const organisation: readonly OrganisationUnit[] = [
  directorate('place', 'Communities & Place', 1),
  service('place', 1, 'streets', 'Streets and Waste'),
  service('place', 2, 'housing', 'Housing and Homelessness'),
  service('place', 3, 'growth', 'Planning and Growth'),
  service('place', 4, 'leisure', 'Leisure and Public Health'),
  // Libraries moved here from People Services on 1 April 2017.
  service('place', 5, 'libraries', 'Libraries', ['2017-04-01', null]),

  directorate('resources', 'Corporate Resources', 2),
  // Renamed on 1 April 2018, when the digital team joined.
  service('resources', 1, 'customers', 'Customer Management', [beginning, '2018-03-31']),
  service('resources', 1, 'customers', 'Digital and Customer Services', ['2018-04-01', null]),
  service('resources', 2, 'finance', 'Finance and Audit'),
  service('resources', 3, 'workforce', 'Human Resources'),
  service('resources', 4, 'legal', 'Legal and Democratic Services'),

  directorate('people', 'People Services', 3),
  service('people', 1, 'early-help', "Early Help and Children's Safeguarding"),
  service('people', 2, 'corporate-parenting', 'Children in Care'),
  service('people', 3, 'learning', 'Learning and Inclusion'),
  service('people', 4, 'adults', 'Adult Social Care'),
  service('people', 5, 'libraries', 'Libraries', [beginning, '2017-03-31']),
];

/** Whom the people of Borchester ask; the telephone number is one that is kept for fiction. */
export const contact = {
  address: 'Performance team\nCity Hall\nCathedral Street\nBorchester',
  email: 'performance@borchester.example',
  telephone: '01632 960123',
};
