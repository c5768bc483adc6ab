import type { Forum } from '../domain/commitment/forum.ts';

const forum = (
  id: string,
  name: string,
  kind: Forum['kind'],
  aliases: readonly string[],
  meetings: readonly string[],
): Forum => ({ id, name, kind, aliases, meetings, validFrom: '2015-04-01', validTo: null });

/** The bodies before which things come at Borchester, with their meetings of the year. */
export const demoForums: readonly Forum[] = [
  forum(
    'executive-scrutiny-board',
    'Executive Scrutiny Board',
    'scrutiny',
    ['Executive Scrutiny', 'Scrutiny'],
    ['2018-09-18', '2018-11-20', '2018-12-18', '2019-01-22', '2019-02-19', '2019-04-16'],
  ),
  forum(
    'cabinet',
    'Cabinet',
    'cabinet',
    [],
    ['2018-11-14', '2018-12-12', '2019-01-16', '2019-02-13', '2019-03-13'],
  ),
  forum(
    'corporate-leadership-team',
    'Corporate Leadership Team',
    'leadershipTeam',
    ['CLT', 'Leadership Team'],
    ['2018-10-31', '2018-11-28', '2019-01-24', '2019-02-27'],
  ),
  forum(
    'performance-surgery',
    'Performance Surgery',
    'performanceSurgery',
    [],
    ['2018-04-24', '2018-12-06', '2019-03-07'],
  ),
  forum(
    'adult-services-peer-review',
    'Adult Services Peer Review',
    'peerReview',
    ['peer review'],
    ['2018-10-10'],
  ),
  {
    ...forum('education-board', 'Education Board', 'other', [], ['2018-11-07', '2019-01-30']),
    validFrom: '2018-04-01',
  },
];
