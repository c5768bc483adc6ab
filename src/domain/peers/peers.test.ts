import { describe, expect, it } from 'vitest';
import { decimal, toText } from '../number/decimal.ts';
import { missing } from '../number/figure.ts';
import type { Unit } from '../number/unit.ts';
import { periodOf } from '../period/parse.ts';
import { averageOf } from './averages.ts';
import { versionFollowed, whyNotCompared } from './comparable.ts';
import { countingOf, countsBehind, intervalOf } from './counts.ts';
import { asking, counted, figure, percentage, value, version } from './example-peers.ts';
import { peerFunnel } from './funnel.ts';
import { overdue } from './national-data.ts';
import { groupsOn, isSameCouncil, type PeerGroup } from './peer-group.ts';
import { standAmong } from './standing.ts';

describe('what can be compared', () => {
  const compared = { period: periodOf('2017-18'), versions: [version()] };
  const broken = (validFrom: string) => ({
    ...compared,
    versions: [version(), version({ validFrom, definition: { breaksSeries: true } })],
  });
  it.each([
    ['the same period and definition', value('A', '1'), compared, null],
    [
      'another year',
      value('A', '1', { period: '2016-17' }),
      compared,
      'It is for 2016-17, and not for 2017-18.',
    ],
    [
      'a quarter of the same year',
      value('A', '1', { period: '2017-18/Q4' }),
      compared,
      'It is for Quarter 4, 2017-18, and not for 2017-18.',
    ],
    [
      'another definition',
      value('A', '1', { sameDefinition: false, definitionNote: 'Counts schools.' }),
      compared,
      'It counts otherwise: Counts schools.',
    ],
    [
      'a break within the period',
      value('A', '1'),
      broken('2017-10-01'),
      'Our own figure has a break within the period: on 1 October 2017 the definition changed.',
    ],
    [
      'a break that the value was brought in before',
      value('A', '1'),
      broken('2017-04-01'),
      'It was brought in before our measure changed: from 1 April 2017 the definition changed. Import it again if it follows the new definition.',
    ],
    ['a break that it follows', value('A', '1', { follows: '2017-04-01' }), broken('2017-04-01'), null],
    ['a break after the period', value('A', '1'), broken('2018-04-01'), null],
    [
      'a figure that is missing',
      value('A', '1', { figure: missing('suppressed', '*') }),
      compared,
      'There is no figure: suppressed.',
    ],
  ])('%s', (_, given, against, expected) => {
    expect(whyNotCompared(given, against)).toBe(expected);
  });

  it('follows the version in force at the end of its period', () => {
    const beginnings = ['2018-10-01', '2016-04-01'];
    expect(versionFollowed(beginnings, '2018-12-31')).toBe('2018-10-01');
    expect(versionFollowed(beginnings, '2018-09-30')).toBe('2016-04-01');
    expect(versionFollowed(beginnings, '2010-03-31')).toBe('2016-04-01');
    expect(versionFollowed([], '2010-03-31')).toBe('2010-03-31');
  });
});

describe('cases and intervals', () => {
  it.each([
    [percentage, { kind: 'proportion', per: 100 }],
    [
      { kind: 'rate', decimals: 1, per: '10,000 population' },
      { kind: 'rate', per: 10000 },
    ],
    [
      { kind: 'rate', decimals: 1, per: '1000 births' },
      { kind: 'rate', per: 1000 },
    ],
    [{ kind: 'rate', decimals: 1, per: 'household' }, null],
    [{ kind: 'number', decimals: 0 }, null],
    [{ kind: 'currency', decimals: 0, symbol: '£' }, null],
  ] as [Unit, unknown][])('%j is counted as %j', (unit, expected) => {
    expect(countingOf(unit)).toEqual(expected);
  });

  const held = (text: string, numerator: string | null, denominator: string | null) =>
    countsBehind({ figure: figure(text), numerator, denominator }, percentage);
  it.each([
    [held('40', '4', '10'), { kind: 'proportion', per: 100, count: 4, of: 10 }],
    [held('33.3', '1', '3'), { kind: 'proportion', per: 100, count: 1, of: 3 }],
    [held('33.4', '1', '3'), 'disagree'],
    [held('40', null, '10'), 'notHeld'],
    [held('45', '4.5', '10'), 'notWhole'],
    [held('110', '11', '10'), 'moreThanThereAre'],
  ])('%j', (found, expected) => expect(found).toEqual(expected));

  it('are those of the reference: 4 of 10 by Wilson, 0 of 100 exactly', () => {
    const wilson = intervalOf({ kind: 'proportion', per: 100, count: 4, of: 10 });
    expect(wilson.lower).toBeCloseTo(16.818033, 5);
    expect(wilson.upper).toBeCloseTo(68.73262, 4);
    const none = intervalOf({ kind: 'rate', per: 100, count: 0, of: 100 });
    expect([none.lower, none.upper.toFixed(4)]).toEqual([0, '3.6889']);
  });
});

describe('an average of others', () => {
  it('is of all cases together where each gives them, else the mean of the values', () => {
    const cases = (count: number, of: number) => ({ kind: 'proportion', per: 100, count, of }) as const;
    const three = [
      { value: decimal('10'), counts: cases(1, 10) },
      { value: decimal('20'), counts: cases(20, 100) },
      { value: decimal('30'), counts: cases(3, 10) },
    ];
    // 24 of 120 are 20%.
    expect(averageOf(three)).toMatchObject({ how: 'pooled', of: 3 });
    expect(toText(averageOf(three)!.value)).toBe('20');
    const [first, ...rest] = three;
    const mean = averageOf([{ ...first!, counts: null, value: decimal('70') }, ...rest]);
    expect([mean?.how, toText(mean!.value)]).toEqual(['mean', '40']);
    expect(averageOf(three.slice(1))).toBeNull();
  });
});

describe('an authority among others', () => {
  const eleven = Array.from({ length: 11 }, (_, at) =>
    counted(`P${String(at).padStart(2, '0')}`, 20 + at * 4, 100),
  );

  it('has its rank, quartile and verdict', () => {
    // The others have 20, 24 … 60%; 40% is equal to the sixth of them.
    const { own, rows, benchmarks } = standAmong(asking({ values: eleven }));
    expect(own?.place).toEqual({ rank: 6, among: 12, quartile: 2 });
    expect(rows).toHaveLength(12);
    expect(rows[0]).toMatchObject({ area: { name: 'P10' }, place: { rank: 1 } });
    expect(benchmarks).toMatchObject([{ name: 'the 11 others', how: 'pooled', of: 11, verdict: 'similar' }]);
    expect(toText(benchmarks[0]!.value)).toBe('40');
  });

  it('is worse where the average lies above its interval, and higher or lower where neither way is good', () => {
    const low = { figure: figure('10'), numerator: '10', denominator: '100', published: null };
    expect(standAmong(asking({ values: eleven, own: low })).benchmarks[0]?.verdict).toBe('worse');
    for (const [polarity, verdict] of [
      ['lower', 'better'],
      ['none', 'lower'],
      ['within', 'lower'],
      [null, 'lower'],
    ] as const) {
      const measure = version({ polarity });
      const found = standAmong(asking({ values: eleven, own: low, measure }));
      expect(found.benchmarks[0]?.verdict).toBe(verdict);
    }
  });

  it('has no verdict where its cases are not held, only a side', () => {
    const own = { figure: figure('10'), numerator: null, denominator: null, published: null };
    const standing = standAmong(asking({ values: eleven, own }));
    expect(standing.benchmarks).toMatchObject([{ verdict: null, side: 'below' }]);
    expect(standing.own).toMatchObject({ interval: null, noInterval: 'notHeld', funnelPlace: null });
  });

  it('has no quartile among fewer than eight, and no funnel of fewer than seven others', () => {
    const six = standAmong(asking({ values: eleven.slice(0, 6) }));
    expect(six.own?.place).toMatchObject({ among: 7, quartile: null });
    expect(six.funnel).toBe('tooFew');
    const seven = standAmong(asking({ values: eleven.slice(0, 7) }));
    expect(seven.own?.place).toEqual({ rank: 2, among: 8, quartile: 1 });
    expect(typeof seven.funnel).toBe('object');
  });

  it('is compared with its group alone, whose members without a value are named', () => {
    const group: PeerGroup = {
      code: 'nn',
      validFrom: '2018-04-01',
      name: 'Nearest neighbours',
      kind: 'nearestNeighbours',
      members: ['P01', 'P02', 'P03', 'P77', 'Borchester'].map((name) => ({ code: name, name })),
      source: 'Model 2018',
      sourceDate: '2018-04-01',
      ended: false,
    };
    const standing = standAmong(
      asking({ values: [...eleven, value('P77', '1', { period: '2016-17' })], group }),
    );
    expect(standing.own?.place).toMatchObject({ among: 4 });
    expect(standing.leftOut.map(({ area, reason }) => [area.name, reason])).toEqual([
      ['P77', 'It is for 2016-17, and not for 2017-18.'],
    ]);
  });

  it('is not ranked without a figure of its own', () => {
    const standing = standAmong(asking({ values: eleven, own: null }));
    expect(standing.own).toBeNull();
    expect(standing.rows).toHaveLength(11);
    expect(standing.benchmarks).toEqual([]);
    expect(standing.averages).toHaveLength(1);
  });
});

describe('a funnel of others', () => {
  const alike = Array.from({ length: 9 }, (_, at) => ({
    kind: 'proportion' as const,
    per: 100,
    count: 50 + (at % 3),
    of: 100,
  }));
  it('is as narrow as chance where they differ no more than that, and wider where they do', () => {
    const narrow = peerFunnel(alike);
    const wide = peerFunnel(alike.map((each, at) => ({ ...each, count: 10 + at * 10 })));
    if (typeof narrow === 'string' || typeof wide === 'string') throw new Error('no funnel');
    expect([narrow.widened, wide.widened]).toEqual([false, true]);
    const width = (one: typeof wide) => one.limitsAt(200).inner.upper - one.limitsAt(200).inner.lower;
    expect(width(wide)).toBeGreaterThan(width(narrow) * 2);
    expect(narrow.placeOf({ kind: 'proportion', per: 100, count: 90, of: 100 })).toBe('farAbove');
    expect(wide.placeOf({ kind: 'proportion', per: 100, count: 90, of: 100 })).toBe('within');
  });
  it('is not drawn about nothing', () => {
    expect(peerFunnel(alike.map((each) => ({ ...each, count: 0 })))).toBe('noCases');
    expect(peerFunnel(alike.map((each) => ({ ...each, count: 100 })))).toBe('noCases');
    expect(peerFunnel([])).toBe('tooFew');
  });
});

describe('groups, names and expected figures', () => {
  const group = (validFrom: string, more: Partial<PeerGroup> = {}) =>
    ({ code: 'nn', name: 'Nearest', validFrom, members: [], ended: false, ...more }) as unknown as PeerGroup;
  it('a group is what it was on the day', () => {
    const versions = [
      group('2018-04-01', { name: 'New' }),
      group('2015-04-01'),
      group('2019-04-01', { ended: true }),
    ];
    expect(groupsOn(versions, '2015-03-31')).toEqual([]);
    expect(groupsOn(versions, '2018-03-31').map(({ name }) => name)).toEqual(['Nearest']);
    expect(groupsOn(versions, '2018-04-01').map(({ name }) => name)).toEqual(['New']);
    expect(groupsOn(versions, '2019-04-01')).toEqual([]);
  });
  it.each([
    ['Borchester', 'Borchester City Council', true],
    ['City of York', 'York', true],
    ['Leicester', 'Leicestershire County Council', false],
    ['Derby', 'Derbyshire', false],
    ['City of London', 'London', false],
    ['Brighton & Hove', 'Brighton and Hove City Council', true],
  ])('%s and %s: %s', (one, other, same) => {
    expect(isSameCouncil(one, other)).toBe(same);
    expect(isSameCouncil(other, one)).toBe(same);
  });
  it('national figures are overdue from their day on, until something published since is held', () => {
    const one = (measure: string, expectedOn: string | null) => ({
      measure,
      expectedOn,
      period: null,
      publication: 'DfE',
    });
    const expected = [one('A', '2018-12-13'), one('B', '2018-12-01'), one('C', '2019-02-01'), one('D', null)];
    const due = (published: [string, string][]) =>
      overdue(expected, new Map(published), '2019-01-09').map(({ measure }) => measure);
    expect(due([])).toEqual(['B', 'A']);
    expect(
      due([
        ['A', '2018-12-13'],
        ['B', '2018-11-30'],
      ]),
    ).toEqual(['B']);
  });
});
