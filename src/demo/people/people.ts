import type { Person, Responsibility } from '../../domain/organisation/person.ts';
import { measures } from '../measures/measures.ts';

/** Who holds each post: names that belong to nobody we know of. */
const holders: readonly [post: string, name: string][] = [
  ['Waste Services Manager', 'Gareth Pym'],
  ['Public Health Manager', 'Ines Calder'],
  ['Libraries Manager', 'Rosalind Okoro'],
  ['Head of Leisure', 'Tom Venables'],
  ['Head of Strategic Housing', 'Priya Nandra'],
  ['Housing Options Manager', 'Callum Reith'],
  ['Head of Planning', 'Helen Strand'],
  ['Business Support Manager', 'Amir Qadri'],
  ['City Centre Manager', 'Bethan Moss'],
  ['Street Scene Manager', 'Doug Arkell'],
  ['Highways Maintenance Manager', 'Lena Fairclough'],
  ['Parking Manager', 'Stuart Ogle'],
  ['Energy Manager', 'Mina Ferrers'],
  ['Digital Services Manager', 'Owen Tait'],
  ['Contact Centre Manager', 'Jaya Pillai'],
  ['Customer Feedback Manager', 'Fern Hallam'],
  ['Head of Revenues and Benefits', 'Derek Soames'],
  ['Information Governance Manager', 'Nuala Keane'],
  ['Land Charges Manager', 'Piotr Zaleski'],
  ['Emergency Planning Manager', 'Ruth Ballard'],
  ['Head of Human Resources', 'Simone Achebe'],
  ['Learning and Development Manager', 'Kit Marlow'],
  ['Head of Finance', 'Alan Prewitt'],
  ['Payments Manager', 'Gwen Tolley'],
  ['Head of Early Help', 'Marcus Adeyemi'],
  ['Placements Manager', 'Tessa Quill'],
  ['Head of Safeguarding', 'Orla Finnegan'],
  ['Head of Children in Care', 'Bashir Latif'],
  ['Adoption Manager', 'Cora Whitby'],
  ['Fostering Manager', 'Neil Aspinall'],
  ["Children's Homes Manager", 'Joan Erskine'],
  ['Youth Justice Manager', 'Kwame Boateng'],
  ['Early Years Manager', 'Dilys Rowe'],
  ['Head of School Improvement', 'Martin Sugden'],
  ['Head of SEND', 'Farah Siddiqui'],
  ['Education Welfare Manager', 'Paul Garside'],
  ['Youth Participation Manager', 'Chloe Danvers'],
  ['Head of Adult Assessment', 'Hazel Thorne'],
  ['Head of Learning Disability', 'Victor Amos'],
  ['Head of Hospital and Reablement', 'Siobhan Leary'],
  ['Head of Adult Safeguarding', 'Edith Nwosu'],
];

/** `Siobhan Leary` signs in as `siobhan.leary`. */
const idOf = (name: string): string => name.toLowerCase().replaceAll(' ', '.');

const person = (name: string, more: Partial<Person>): Person => ({
  id: idOf(name),
  name,
  email: `${idOf(name)}@borchester.example`,
  roles: ['viewer'],
  directorate: null,
  post: null,
  level: null,
  subject: null,
  mail: 'each',
  active: true,
  ...more,
});

const officers = holders.map(([post, name]) =>
  person(name, {
    roles: ['contributor'],
    post,
    directorate: measures.findLast((each) => each.owner === post)?.directorate ?? null,
  }),
);

const approver = (name: string, post: string, directorate: string) =>
  person(name, { roles: ['approver'], post, directorate, level: 'headOfService' });

/** The directors sign off what their directorate's officers submit. */
const approvers: Readonly<Record<string, Person>> = {
  place: approver('Judith Shah', 'Director of Communities & Place', 'place'),
  resources: approver('Lionel Grant', 'Director of Corporate Resources', 'resources'),
  people: approver('Miriam Oduya', 'Director of People Services', 'people'),
};

export const performanceManager = person('Nadia Hussain', {
  roles: ['performanceTeam', 'administrator'],
  post: 'Performance Manager',
});

/** Everybody at Borchester who signs in. */
export const demoPeople: readonly Person[] = [
  ...officers,
  ...Object.values(approvers),
  performanceManager,
  person('Colin Webb', { roles: ['performanceTeam'], post: 'Performance Officer' }),
  person('Dame Esther Lyle', { roles: ['viewer'], post: 'Leader of the Council' }),
  person('Raymond Tuck', { roles: ['viewer'], post: 'Chair of Executive Scrutiny' }),
  person('Petra Hollis', { roles: ['internalAudit'], post: 'Internal Auditor' }),
];

/** The holder of the post answers for the measure; the director of its directorate signs it off. */
export const demoResponsibilities: readonly Responsibility[] = [
  ...new Set(measures.map(({ code }) => code)),
].map((measure) => {
  const version = measures.findLast((each) => each.code === measure);
  const owner = officers.find(({ post }) => post === version?.owner)?.id ?? null;
  const head = approvers[version?.directorate ?? ''];
  return {
    measure,
    owner,
    contributors: [],
    approvers: head === undefined ? {} : { headOfService: head.id },
  };
});
