import type { Written } from '../../store/what-changed.ts';

/**
 * What an answer can rest on. `texts` are those that are recorded, not what stands in an update; `setUp` is everything that has
 * no topic of its own: measures, scorecards, rules, settings.
 */
export const topics = ['figures', 'texts', 'setUp', 'people', 'rounds'] as const;
export type Topic = (typeof topics)[number];

const NONE: readonly Topic[] = [];

/** Kinds of facts that belong to single measures. */
const ofKind: Readonly<Record<string, readonly Topic[]>> = {
  observations: ['figures'],
  targets: ['figures'],
  statements: ['figures'],
  commentaries: ['texts'],
  // What others have is read whenever it is shown.
  peerValues: NONE,
};

const ofAction: Readonly<Record<string, readonly Topic[]>> = {
  // The facts of an import have an event of their own.
  import: NONE,
  // The figure of a restatement is written with an event of its own.
  'figure.restate': NONE,
  'figure.markProvisional': NONE,
  'figure.makeFinal': NONE,
  'evidence.add': NONE,
  'evidence.remove': NONE,
  'session.start': NONE,
  'session.end': NONE,
  'signIn.try': NONE,
  'signIn.refused': NONE,
  'mail.sendAgain': NONE,
  'credential.write': NONE,
  'calendarAddress.make': NONE,
  'calendarAddress.stop': NONE,
  'peerGroup.write': NONE,
  'nationalData.write': NONE,
  'person.write': ['people'],
  'responsibility.write': ['people'],
  'absence.write': ['people'],
};

/** What a write may have changed: everything, unless it is known to change less. */
export function topicsOf({ action, kinds }: Pick<Written, 'action' | 'kinds'>): readonly Topic[] {
  if (action === 'facts.write') return [...new Set(kinds.flatMap((kind) => ofKind[kind] ?? topics))];
  // Where an update, a commitment or a finding stands is read whenever it is shown; the facts of an approval have an event of their own.
  if (/^(?:update|commitment|suggestion|finding|forumCalendarAddress|correction)\./.test(action)) return NONE;
  if (action.startsWith('round.')) return ['rounds'];
  return ofAction[action] ?? topics;
}
