import { roleNames } from '../../../../domain/organisation/person.ts';
import type { Action } from '../../../../domain/permission/action.ts';
import { type SetUp, unitsOn } from '../../../../workflow/queries/set-up.ts';
import { counted } from '../../../wording/count.ts';
import { yearKindNames } from '../year/year-kinds.ts';

export interface SetUpPlace {
  text: string;
  href: string;
  /** Who may go there, where that is not everybody who sees the overview. */
  action?: Action;
  /** How things stand there, in a sentence. */
  says: (setUp: SetUp, today: string) => string;
}

/** What can be set up, under the headings of the overview. */
export const setUpPlaces: readonly { heading: string; places: readonly SetUpPlace[] }[] = [
  {
    heading: 'People',
    places: [
      { text: 'People and what they may do', href: '/set-up/people', says: peopleSentence },
      {
        text: 'Who answers for which measure',
        href: '/set-up/responsibilities',
        says: responsibilitiesSentence,
      },
      { text: 'Levels of approval', href: '/set-up/levels', says: levelsSentence },
    ],
  },
  {
    heading: 'What is measured',
    places: [
      { text: 'Directorates and services', href: '/set-up/directorates', says: directoratesSentence },
      { text: 'Measures and definition sheets', href: '/set-up/measures', says: measuresSentence },
      { text: 'Scorecards', href: '/set-up/scorecards', says: scorecardsSentence },
      { text: 'Targets', href: '/set-up/targets', says: targetsSentence },
      {
        text: 'Forums and their meetings',
        href: '/set-up/forums',
        says: () => 'The boards before which commitments come, and whether reports print commitments.',
      },
      {
        text: 'Peer groups',
        href: '/set-up/peers',
        says: () =>
          'The councils that this one is compared with, and national figures that should have come.',
      },
      {
        text: 'Checks of commentary',
        href: '/set-up/checks',
        says: () =>
          'Abbreviations that readers know, small numbers of people, and how long a text should be.',
      },
      {
        text: 'Status scheme',
        href: '/set-up/scheme',
        says: () => 'The rules that give each figure its colour, and what others would change.',
      },
      {
        text: 'Direction of travel',
        href: '/set-up/direction',
        says: () => 'What tells that a measure improves, and what other rules would say.',
      },
      {
        text: 'Control charts',
        href: '/set-up/charts',
        says: () => 'What counts as a real change of a figure, and what other rules would say.',
      },
      {
        text: 'Every chart',
        href: '/charts',
        says: () => 'What each chart looks like in every state that it can be in.',
      },
    ],
  },
  {
    heading: 'When',
    places: [
      {
        text: 'Rounds calendar',
        href: '/set-up/rounds',
        says: () => 'The rounds of each year and all their days, worked back from its meetings.',
      },
    ],
  },
  {
    heading: 'Bringing in',
    places: [
      {
        text: 'Import from a spreadsheet',
        href: '/set-up/import',
        action: 'importFigures',
        says: () =>
          'Measures, targets, past figures, updates and values of other councils, with templates to fill in.',
      },
    ],
  },
  {
    heading: 'This site',
    places: [
      {
        text: 'Name and branding',
        href: '/set-up/branding',
        action: 'changeBranding',
        says: ({ authority }) =>
          `${authority.name}, and the colours of the pages. An administrator changes them.`,
      },
      {
        text: 'Whom the public asks',
        href: '/set-up/contact',
        action: 'changeBranding',
        says: () =>
          'Named in the accessibility statement and at the foot of reports. An administrator changes it.',
      },
      {
        text: 'Kind of year',
        href: '/set-up/year',
        says: ({ authority }) => `${yearKindNames[authority.yearKind]}.`,
      },
    ],
  },
];

function peopleSentence({ people }: SetUp): string {
  const active = people.filter((one) => one.active);
  const administrators = active.filter(({ roles }) => roles.includes('administrator'));
  return `${counted(active.length, 'person', 'people')} can sign in, ${administrators.length} as ${roleNames.administrator.toLowerCase()}.`;
}

function responsibilitiesSentence({ measures, responsibilities, levels }: SetUp): string {
  const without = measures.filter(({ code }) => (responsibilities.get(code)?.owner ?? null) === null);
  const unapproved = measures.filter(({ code }) =>
    levels.some(({ id }) => responsibilities.get(code)?.approvers[id] === undefined),
  );
  if (measures.length === 0) return 'There are no measures yet.';
  const says = [
    without.length === 0
      ? 'Every measure has an owner'
      : `${counted(without.length, 'measure')} of ${measures.length} ${without.length === 1 ? 'has' : 'have'} no owner`,
    unapproved.length === 0
      ? 'and an approver'
      : `${without.length === 0 ? 'but' : 'and'} ${unapproved.length} ${unapproved.length === 1 ? 'lacks' : 'lack'} an approver`,
  ];
  return `${says.join(' ')}.`;
}

function directoratesSentence({ units }: SetUp, today: string): string {
  const now = unitsOn(units, today);
  const top = now.filter(({ parent }) => parent === null).length;
  return `${counted(top, 'directorate')} and ${counted(now.length - top, 'service')}.`;
}

function measuresSentence({ measures, versions }: SetUp): string {
  const retired = new Set(versions.map(({ code }) => code)).size - measures.length;
  const unsaid = measures.filter(({ kind, polarity }) => kind === 'targeted' && polarity === null).length;
  return [
    `${counted(measures.length, 'measure')}${retired === 0 ? '' : `, and ${retired} retired`}.`,
    ...(unsaid === 0
      ? []
      : [
          `${unsaid} ${unsaid === 1 ? 'does' : 'do'} not say which way is good, and ${unsaid === 1 ? 'gets' : 'get'} no status.`,
        ]),
  ].join(' ');
}

function targetsSentence({ measures }: SetUp): string {
  const judged = measures.filter(({ kind }) => kind === 'targeted').length;
  return `${counted(judged, 'measure')} ${judged === 1 ? 'is' : 'are'} judged against a target.`;
}

function scorecardsSentence({ scorecards }: SetUp): string {
  const names = new Map(scorecards.map(({ code, name }) => [code, name]));
  return names.size === 0 ? 'None yet.' : `${[...names.values()].join(', ')}.`;
}

function levelsSentence({ levels }: SetUp): string {
  return `${levels.map(({ name }) => name).join(', then ')}.`;
}
