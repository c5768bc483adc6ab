import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Forum } from './forum.ts';
import { forwardPlan } from './forward-plan.ts';

const forum = (id: string, meetings: string[], validTo: string | null = null): Forum => ({
  id,
  name: id,
  aliases: [],
  kind: 'scrutiny',
  validFrom: '2018-04-01',
  validTo,
  meetings,
});
const scrutiny = forum('scrutiny', ['2018-11-20', '2019-01-22', '2019-02-19', '2021-01-01']);
const open = (due: string, of: string | null = 'scrutiny') => ({ state: 'open' as const, due, forum: of });
const TODAY = '2019-01-09';

describe('the forward plan of a forum', () => {
  it.each([
    ['on the day of a meeting', '2019-01-22', 'at 2019-01-22'],
    ['in the month of a meeting, after it', '2019-02-28', 'at 2019-02-19'],
    ['in the month of a meeting, before it', '2019-02-10', 'unfixed'],
    ['in a month without a meeting', '2019-03-31', 'unfixed'],
    ['before today', '2018-11-20', 'overdue'],
    ['today', TODAY, 'unfixed'],
  ])('puts what is due %s (%s) %s', (_words, due, place) => {
    const [plan] = forwardPlan([open(due)], [scrutiny], TODAY);
    const found = [
      ...plan!.meetings.filter(({ items }) => items.length > 0).map(({ day }) => `at ${day}`),
      ...plan!.unfixed.map(() => 'unfixed'),
      ...plan!.overdue.map(() => 'overdue'),
    ];
    expect(found).toEqual([place]);
  });

  it('shows the meetings of a year, those without anything too, and leaves out what is closed or of no forum', () => {
    const closed = { state: 'done' as const, due: '2019-01-22', forum: 'scrutiny' };
    const [plan] = forwardPlan([closed, open('2019-01-22', null)], [scrutiny], TODAY);
    expect(plan?.meetings).toEqual([
      { day: '2019-01-22', items: [] },
      { day: '2019-02-19', items: [] },
    ]);
  });

  it('leaves out a forum that has ended, unless something open still names it', () => {
    const ended = forum('old', [], '2018-12-31');
    expect(forwardPlan([], [ended], TODAY)).toEqual([]);
    expect(forwardPlan([open('2019-02-01', 'old')], [ended], TODAY)).toHaveLength(1);
  });

  it('places every open commitment of a forum exactly once', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((days) => {
      const month = 1 + (days % 12);
      return `20${18 + (days % 3)}-${String(month).padStart(2, '0')}-${String(1 + (days % 28)).padStart(2, '0')}`;
    });
    fc.assert(
      fc.property(fc.array(day, { maxLength: 20 }), fc.array(day, { maxLength: 12 }), (dues, meetings) => {
        const lines = dues.map((due) => open(due));
        const [plan] = forwardPlan(lines, [forum('scrutiny', [...new Set(meetings)].sort())], TODAY);
        const placed = [...plan!.meetings.flatMap(({ items }) => items), ...plan!.unfixed, ...plan!.overdue];
        expect(placed).toHaveLength(lines.length);
        expect(new Set(placed)).toEqual(new Set(lines));
      }),
    );
  });
});
