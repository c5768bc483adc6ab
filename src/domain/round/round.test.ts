import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundRefusal, updateRefusal } from './guards.ts';
import { type RoundRecord, type RoundVerb, roundStanding } from './round.ts';
import { nextLevel, standingOf } from './standing.ts';
import { emptyContent, type UpdateRecord, type UpdateVerb } from './update.ts';

const plan = {
  updatesDue: '2018-10-12',
  approvalsDue: { headOfService: '2018-10-16' },
  freezeOn: '2018-10-19',
  leadershipTeamOn: null,
  clearanceBy: null,
  democraticServicesBy: null,
  agendaOn: null,
  cabinetOn: null,
  scrutinyOn: null,
  publishOn: null,
};
const round = (...verbs: [RoundVerb, Partial<RoundRecord>?][]): RoundRecord[] =>
  [['open', { detail: { plan, measures: ['A', 'B'] } }] as [RoundVerb, Partial<RoundRecord>], ...verbs].map(
    ([verb, more], index) => ({
      period: '2018-19/Q2',
      sequence: index + 1,
      verb,
      person: 'perf',
      actingAs: 'performanceTeam',
      at: '2018-10-01T08:00:00.000Z',
      reason: null,
      detail: {},
      ...more,
    }),
  );
const update = (...steps: [UpdateVerb, string, Partial<UpdateRecord>?][]): UpdateRecord[] =>
  steps.map(([verb, person, more], index) => ({
    period: '2018-19/Q2',
    measure: 'A',
    sequence: index + 1,
    verb,
    person,
    actingAs: 'contributor',
    at: '2018-10-08T09:00:00.000Z',
    reason: null,
    content: verb === 'save' || verb === 'submit' ? { ...emptyContent, actual: String(index) } : null,
    detail: verb === 'approve' ? { level: `level${index}` } : {},
    ...more,
  }));
const levels = ['headOfService', 'directorateTeam'];

describe('where an update stands', () => {
  it.each([
    ['nothing has happened', update(), 'awaited', null],
    ['saved', update(['save', 'ann']), 'draft', null],
    ['submitted', update(['save', 'ann'], ['submit', 'ann']), 'submitted', 'headOfService'],
    ['approved once of twice', update(['submit', 'ann'], ['approve', 'bo']), 'submitted', 'directorateTeam'],
    ['approved twice', update(['submit', 'ann'], ['approve', 'bo'], ['approve', 'cy']), 'approved', null],
    ['sent back', update(['submit', 'ann'], ['sendBack', 'bo']), 'sentBack', null],
    [
      'sent back and being changed',
      update(['submit', 'ann'], ['sendBack', 'bo'], ['save', 'ann']),
      'sentBack',
      null,
    ],
    [
      'submitted again',
      update(['submit', 'ann'], ['sendBack', 'bo'], ['submit', 'ann']),
      'submitted',
      'headOfService',
    ],
    ['withdrawn', update(['submit', 'ann'], ['withdraw', 'ann']), 'draft', null],
    ['changed while with the approver', update(['submit', 'ann'], ['save', 'ann']), 'draft', null],
    [
      'reopened',
      update(['submit', 'ann'], ['approve', 'bo'], ['approve', 'cy'], ['reopen', 'perf']),
      'draft',
      null,
    ],
  ])('%s', (_what, records, state, level) => {
    const standing = standingOf(records, levels);
    expect(standing.state).toBe(state);
    expect(nextLevel(standing, levels)).toBe(level);
    expect(standing.version).toBe(records.length);
  });

  it('names everybody who typed some of it, until it is reopened', () => {
    expect(standingOf(update(['save', 'ann'], ['submit', 'bo']), levels).authors).toEqual(['ann', 'bo']);
  });
});

describe('what may be done to an update', () => {
  const attempt = { person: 'ann', isPerformanceTeam: false, measure: 'A', today: '2018-10-10' };
  const standing = roundStanding(round())!;
  it.each<[string, RoundRecord[], UpdateRecord[], UpdateVerb, string, RegExp | null]>([
    ['save in an open round', round(), update(), 'save', 'ann', null],
    ['save in a closed round', round(['close']), update(), 'save', 'ann', /has closed/],
    [
      'save in a closed round with an extension',
      round(['extend', { detail: { of: ['A'], until: '2018-10-20' }, reason: 'sick' }], ['close']),
      update(),
      'save',
      'ann',
      null,
    ],
    [
      'answer a question in a closed round',
      round(['close']),
      update(['submit', 'ann'], ['sendBack', 'bo']),
      'submit',
      'ann',
      null,
    ],
    ['save in a frozen round', round(['close'], ['freeze']), update(), 'save', 'ann', /frozen/],
    [
      'save what was reopened after the freeze',
      round(['close'], ['freeze'], ['reopenMeasure', { detail: { of: ['A'] }, reason: 'wrong' }]),
      update(['submit', 'ann'], ['approve', 'bo'], ['approve', 'cy'], ['reopen', 'perf']),
      'save',
      'ann',
      null,
    ],
    ['approve one’s own', round(), update(['submit', 'ann']), 'approve', 'ann', /somebody else/],
    ['approve somebody else’s', round(), update(['submit', 'bo']), 'approve', 'ann', null],
    ['approve a draft', round(), update(['save', 'bo']), 'approve', 'ann', /not been submitted/],
    [
      'approve twice',
      round(),
      update(['submit', 'bo'], ['approve', 'cy'], ['approve', 'di']),
      'approve',
      'ann',
      /has been approved/,
    ],
    [
      'save once approval has begun',
      round(),
      update(['submit', 'ann'], ['approve', 'bo']),
      'save',
      'ann',
      /Approval has begun/,
    ],
  ])('%s', (_what, rounds, updates, verb, person, refusal) => {
    const said = updateRefusal(
      roundStanding(rounds)!,
      standingOf(updates, levels),
      { ...attempt, verb, person },
      levels,
    );
    if (refusal === null) expect(said).toBeNull();
    else expect(said).toMatch(refusal);
  });

  it('is nothing to a measure that is not in the round', () => {
    const said = updateRefusal(
      standing,
      standingOf([], levels),
      { ...attempt, verb: 'save', measure: 'Z' },
      levels,
    );
    expect(said).toMatch(/not collected/);
  });
});

describe('whatever is tried in whatever order', () => {
  const verbs: UpdateVerb[] = ['save', 'submit', 'withdraw', 'sendBack', 'approve', 'reopen'];
  const step = fc.record({
    verb: fc.constantFrom(...verbs),
    person: fc.constantFrom('ann', 'bo', 'cy', 'di'),
  });
  it('nothing is approved by who typed it, at every level once, and a freeze is a wall', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.nat(30), (steps, freezeAt) => {
        let rounds = round();
        let records: UpdateRecord[] = [];
        for (const [index, { verb, person }] of steps.entries()) {
          if (index === freezeAt) rounds = round(['close'], ['freeze']);
          const standing = standingOf(records, levels);
          const attempt = { verb, person, isPerformanceTeam: true, measure: 'A', today: '2018-10-10' };
          const level = nextLevel(standing, levels) ?? '';
          if (updateRefusal(roundStanding(rounds)!, standing, attempt, levels) !== null) continue;
          expect(index).toBeLessThan(freezeAt);
          if (verb === 'approve') expect(standing.authors).not.toContain(person);
          const [made] = update([verb, person, { sequence: records.length + 1, detail: { level } }]);
          records = [...records, { ...made!, sequence: records.length + 1, detail: { level } }];
          const now = standingOf(records, levels);
          if (now.state === 'approved') expect(now.approvedBy.map((one) => one.level)).toEqual(levels);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('what may be done to a round', () => {
  it.each<[RoundVerb[], RoundVerb, RegExp | null]>([
    [[], 'close', null],
    [[], 'freeze', /close it first/],
    [['close'], 'freeze', null],
    [['close', 'freeze'], 'publish', null],
    [['close'], 'publish', /freeze it first/],
    [['close', 'freeze'], 'openAgain', /frozen/],
    [['close', 'freeze', 'publish'], 'reopenMeasure', null],
    [[], 'open', /open already/],
  ])('after %j: %s', (before, verb, refusal) => {
    const said = roundRefusal(roundStanding(round(...before.map((one): [RoundVerb] => [one]))), verb);
    if (refusal === null) expect(said).toBeNull();
    else expect(said).toMatch(refusal);
  });
  it('can only be opened where there is none', () => {
    expect(roundRefusal(null, 'open')).toBeNull();
    expect(roundRefusal(null, 'close')).toMatch(/no round/);
  });
});
