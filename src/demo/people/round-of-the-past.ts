import type { Facts, ObservationRole } from '../../domain/facts.ts';
import type { RoundRecord } from '../../domain/round/round.ts';
import { emptyContent, type UpdateContent, type UpdateRecord } from '../../domain/round/update.ts';
import { demoResponsibilities, performanceManager } from './people.ts';

/** The second quarter's round, as it went: what the figures that are held came from. */
export const pastPeriod = '2018-19/Q2';

const at = (day: string, time = '09:30') => `${day}T${time}:00.000Z`;

const frozenAt = at('2018-10-29', '16:30');

export const pastPlan = {
  updatesDue: '2018-10-12',
  approvalsDue: { headOfService: '2018-10-26' },
  freezeOn: '2018-10-29',
  leadershipTeamOn: '2018-10-31',
  clearanceBy: '2018-10-31',
  democraticServicesBy: '2018-11-02',
  agendaOn: '2018-11-06',
  cabinetOn: '2018-11-14',
  scrutinyOn: '2018-11-20',
  publishOn: '2018-11-06',
} as const;

/** What happened to the round up to its freeze; it is published by the same use case as any other. */
export function pastRound(measures: readonly string[]): RoundRecord[] {
  const by = { period: pastPeriod, person: performanceManager.id, actingAs: 'performanceTeam', reason: null };
  return [
    { ...by, sequence: 1, verb: 'open', at: at('2018-10-01', '08:00'), detail: { plan: pastPlan, measures } },
    { ...by, sequence: 2, verb: 'close', at: at('2018-10-26', '16:00'), detail: {} },
    { ...by, sequence: 3, verb: 'freeze', at: frozenAt, detail: {} },
  ];
}

/** Each measure's update: typed and submitted by its owner, approved by the director. */
export function pastUpdates(facts: Facts, measures: readonly string[]): UpdateRecord[] {
  const responsibilities = new Map(demoResponsibilities.map((one) => [one.measure, one]));
  // What was corrected after the freeze is not what was typed then.
  const byThen = <T extends { recordedAt: string }>(all: readonly T[]) =>
    all.filter(({ recordedAt }) => recordedAt <= frozenAt);
  const known = {
    ...facts,
    observations: byThen(facts.observations),
    commentaries: byThen(facts.commentaries),
  };
  return measures.flatMap((measure): UpdateRecord[] => {
    const one = responsibilities.get(measure);
    const owner = one?.owner ?? performanceManager.id;
    const approver = one?.approvers.headOfService ?? performanceManager.id;
    const content = contentHeld(known, measure);
    if (content === null) return [];
    const by = { period: pastPeriod, measure, reason: null };
    return [
      {
        ...by,
        sequence: 1,
        verb: 'submit',
        person: owner,
        actingAs: 'contributor',
        at: at('2018-10-11'),
        content,
        detail: {},
      },
      {
        ...by,
        sequence: 2,
        verb: 'approve',
        person: approver,
        actingAs: 'approver',
        at: at('2018-10-26', '11:00'),
        content: null,
        detail: { level: 'headOfService' },
      },
    ];
  });
}

/** The form as it must have been typed for what is held; null where nothing is. */
function contentHeld(facts: Facts, measure: string): UpdateContent | null {
  const held = facts.observations.filter((each) => each.measure === measure && each.period === pastPeriod);
  if (held.length === 0) return null;
  const of = (role: ObservationRole) => held.findLast((each) => each.role === role);
  const typed = (role: ObservationRole) => of(role)?.figure.typed ?? '';
  const text = (part: 'context' | 'actions' | 'intervention') =>
    facts.commentaries.findLast(
      (each) => each.measure === measure && each.period === pastPeriod && each.part === part,
    )?.text.raw ?? '';
  return {
    ...emptyContent,
    actual: typed('actual'),
    toDate: typed('toDate'),
    forecast: typed('forecast'),
    numerator: of('actual')?.numerator ?? '',
    denominator: of('actual')?.denominator ?? '',
    note: of('actual')?.note ?? '',
    texts: { context: text('context'), actions: text('actions'), intervention: text('intervention') },
  };
}
