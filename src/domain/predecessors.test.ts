import { describe, expect, it } from 'vitest';
import { demoFacts } from '../demo/demo-facts.ts';
import { toText } from './number/decimal.ts';
import { periodOf } from './period/parse.ts';
import { predecessorCodes } from './predecessors.ts';
import { snapshotOf } from './snapshot.ts';

const change = { day: '2018-04-01', comparable: 'no', what: 'it combines A and B', note: '' } as const;

describe('the measures that one was made from', () => {
  it.each([
    ['a new code', 'C', ['A', 'B'], ['A', 'B']],
    ['a code that goes on', 'A', ['A', 'B'], ['B']],
    ['a split under its own code', 'A', ['A'], []],
    ['a changed definition', 'C', [], []],
  ])('%s: %s from %j is shown beside %j', (_, code, from, expected) => {
    expect(predecessorCodes(code, [{ ...change, from }]).map((each) => each.code)).toEqual(expected);
  });

  const str11In = (period: string) =>
    snapshotOf(demoFacts(), { period: periodOf(period), scorecard: null, asAt: null }).measures.find(
      ({ version }) => version.code === 'STR 11',
    )!;

  it('keep their figures up to the change, and none after it', () => {
    const { predecessors, history, previous } = str11In('2018-19/Q2');
    expect(predecessors.map(({ code }) => code)).toEqual(['STR 4', 'STR 6']);
    for (const { history: theirs } of predecessors) {
      expect(theirs.map(({ period }) => period.code)).toEqual([
        ...['2016-17/Q3', '2016-17/Q4', '2017-18/Q1', '2017-18/Q2', '2017-18/Q3', '2017-18/Q4'],
      ]);
      expect(theirs.every(({ position }) => position.figure.kind === 'number')).toBe(true);
    }
    // Its own series holds nothing of theirs.
    const own = history.flatMap(({ period, position: { figure } }) =>
      figure.kind === 'number' ? [`${period.code} ${toText(figure.value)}`] : [],
    );
    expect(own.map((each) => each.slice(0, 10))).toEqual(['2018-19/Q1', '2018-19/Q2']);
    expect(previous.figure.kind).toBe('number');
  });

  it('are never compared with: the first figure after the change has none before it', () => {
    const { previous, lastYear, lastOutturn } = str11In('2018-19/Q1');
    expect([previous.figure, lastYear.figure, lastOutturn]).toEqual([
      expect.objectContaining({ kind: 'missing', reason: 'notComparable' }),
      expect.objectContaining({ kind: 'missing', reason: 'notComparable' }),
      expect.objectContaining({ kind: 'missing', reason: 'notComparable' }),
    ]);
  });
});
