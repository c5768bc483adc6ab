import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directionOf } from './direction-of.ts';
import { type Given, given, rate } from './example-evidence.ts';
import { n, none, percent, scheme } from './example-inputs.ts';
import { presetDirection } from './presets.ts';

const tested = presetDirection('tested');
const banded = scheme({ basis: 'tested', deadBand: { kind: 'relative', percent: '5' } });

const outcome = (held: Given, by = tested) => {
  const found = directionOf(given(held), by);
  return found.kind === 'available' ? found.outcome : found.reasonCode;
};
const flipped: Record<string, string> = { improving: 'deteriorating', deteriorating: 'improving' };
const mirror = (each: string) => flipped[each] ?? each;

const share = fc
  .tuple(fc.integer({ min: 1, max: 400 }), fc.nat(400))
  .map(([total, count]) => `${Math.min(total, count)}/${total}`);
const events = fc
  .tuple(fc.nat(60), fc.constantFrom(500, 1000, 4000))
  .map(([count, total]) => `${count}/${total}`);
const pair = fc.oneof(
  fc.tuple(share, share, fc.constant(percent)),
  fc.tuple(events, events, fc.constant(rate)),
);
const chart = fc
  .array(fc.integer({ min: 40, max: 60 }), { minLength: 12, maxLength: 23 })
  .map((figures) => [...figures, 90].join(' '));
const schemes = fc.constantFrom(tested, banded);

describe('laws of a tested direction', () => {
  it('the opposite polarity gives the opposite outcome, on every rung', () => {
    fc.assert(
      fc.property(pair, fc.option(chart), schemes, ([now, previous, unit], drawn, by) => {
        const held: Given = { now, previous, unit, ...(drawn === null ? {} : { chart: drawn }) };
        expect(outcome({ ...held, polarity: 'lower' }, by)).toBe(
          mirror(outcome({ ...held, polarity: 'higher' }, by)),
        );
      }),
    );
  });

  it('the two periods changed about give the opposite outcome where nothing but chance counts', () => {
    fc.assert(
      fc.property(pair, ([now, previous, unit]) => {
        expect(outcome({ now: previous, previous: now, unit })).toBe(
          mirror(outcome({ now, previous, unit })),
        );
      }),
    );
  });

  it('a direction never fades with more cases of the same shares', () => {
    fc.assert(
      fc.property(share, share, fc.integer({ min: 2, max: 9 }), (now, previous, times) => {
        const more = (text: string) =>
          text
            .split('/')
            .map((part) => Number(part) * times)
            .join('/');
        const first = outcome({ now, previous });
        if (first !== 'stabilised') {
          expect(outcome({ now: more(now), previous: more(previous) })).toBe(first);
        }
      }),
    );
  });

  it('a rate of another population number is the same rate', () => {
    fc.assert(
      fc.property(events, events, (now, previous) => {
        const per = { ...rate, per: '1,000 households' } as const;
        expect(outcome({ now, previous, unit: per })).toBe(outcome({ now, previous, unit: rate }));
      }),
    );
  });

  it('a figure that is missing never gives an arrow, whatever else is held', () => {
    const reason = fc.constantFrom('blank', 'awaited', 'notComparable', 'unusable');
    fc.assert(
      fc.property(pair, chart, reason, schemes, ([now, previous, unit], drawn, why, by) => {
        const held: Given = { now, previous, lastYear: previous, unit, chart: drawn };
        expect(outcome({ ...held, some: { now: none(why as 'blank') } }, by)).toBe('noFigure');
      }),
    );
  });

  it('a missing earlier figure never gives one either, without a chart', () => {
    fc.assert(
      fc.property(pair, fc.constantFrom(null, none(), none('awaited')), ([now, , unit], previous) => {
        expect(outcome({ now, unit, some: { previous } })).toBe('noEarlierFigure');
      }),
    );
  });

  it('the order in which earlier figures are listed is of no account to a test of two periods', () => {
    const history = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 8 });
    fc.assert(
      fc.property(pair, history, ([now, previous, unit], before) => {
        const listed = (some: readonly number[]) =>
          outcome({ now, previous, unit, some: { history: some.map((each) => n(`${each}`)) } });
        expect(listed(before)).toBe(listed([...before].reverse()));
      }),
    );
  });

  it('one case decides on both sides of a turn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 200 }), fc.nat(200), (total, count) => {
        const before = `${Math.min(total, count)}/${total}`;
        const found = Array.from({ length: total + 1 }, (_, now) =>
          directionOf(given({ now: `${now}/${total}`, previous: before }), tested),
        );
        found.forEach((each, at) => {
          if (each.kind !== 'available') throw new Error(each.reason);
          const beside = [found[at - 1], found[at + 1]];
          const turns = beside.some((other) => other?.kind === 'available' && other.outcome !== each.outcome);
          expect(each.tested?.oneCaseDecides).toBe(turns);
        });
      }),
      { numRuns: 30 },
    );
  });
});
