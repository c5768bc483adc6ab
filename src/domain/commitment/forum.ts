/** What a forum is: it decides how words of a text are recognised as one, and how the forward plan sorts them. */
export const forumKinds = [
  'scrutiny',
  'cabinet',
  'leadershipTeam',
  'performanceSurgery',
  'peerReview',
  'other',
] as const;
export type ForumKind = (typeof forumKinds)[number];

export const forumKindNames: Readonly<Record<ForumKind, string>> = {
  scrutiny: 'Scrutiny board or committee',
  cabinet: 'Cabinet or another that decides',
  leadershipTeam: 'Leadership team',
  performanceSurgery: 'Performance surgery',
  peerReview: 'Peer review or challenge',
  other: 'Another board or meeting',
};

/** A body before which things come: one of the authority's own list, which is kept in set-up. */
export interface Forum {
  /** Short and stable: `executive-scrutiny`. */
  id: string;
  name: string;
  /** Other names that texts use: `Executive Scrutiny`, `CLT`. */
  aliases: readonly string[];
  kind: ForumKind;
  /** ISO days, both inclusive; null where it has not ended. */
  validFrom: string;
  validTo: string | null;
  /** ISO days on which it meets, in order. */
  meetings: readonly string[];
}

/** The forums that there are on a day. */
export const forumsOn = (forums: readonly Forum[], day: string): Forum[] =>
  forums.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));

/**
 * The meeting that something due on a day comes to: the one of that day, or else the last before it in the same month,
 * because what is promised "in November" is due at the end of November and comes to the meeting of the twentieth. null
 * where no such meeting is fixed.
 *
 * @example meetingFor({ meetings: ['2018-11-20', '2019-02-19'] }, '2018-11-30') // '2018-11-20'
 * @example meetingFor({ meetings: ['2018-11-20'] }, '2018-12-31') // null
 */
export const meetingFor = ({ meetings }: Pick<Forum, 'meetings'>, due: string): string | null =>
  meetings.findLast((day) => day <= due && day.slice(0, 7) === due.slice(0, 7)) ?? null;

/**
 * The first meeting within two days, both inclusive: what a month or a quarter named in a text comes to.
 *
 * @example meetingWithin({ meetings: ['2018-11-20'] }, '2018-11-01', '2018-11-30') // '2018-11-20'
 */
export const meetingWithin = (
  { meetings }: Pick<Forum, 'meetings'>,
  from: string,
  until: string,
): string | null => meetings.find((day) => from <= day && day <= until) ?? null;
