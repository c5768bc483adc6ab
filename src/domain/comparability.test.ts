import { describe, expect, it } from 'vitest';
import { authority, measure, observation, target } from '../../test/fixtures/small-authority.ts';
import { presetDirection } from './direction/presets.ts';
import { evaluate } from './evaluate.ts';
import type { MeasureVersion } from './measure/measure.ts';
import type { SeriesChange } from './measure/series-change.ts';
import { periodOf } from './period/parse.ts';
import { snapshotOf } from './snapshot.ts';
import { derby } from './status/presets/derby.ts';

const change = (more: Partial<SeriesChange> = {}): SeriesChange => ({
  kind: 'defined',
  comparable: 'no',
  note: 'Repeat calls are no longer counted',
  from: [],
  into: [],
  decided: 'Cabinet, 14 November 2018, CAB/18/112',
  ...more,
});
const changed = (code: string, more: Partial<SeriesChange>, version: Partial<MeasureVersion> = {}) =>
  measure(code, { validFrom: '2018-10-01', definition: { change: change(more) }, ...version });

/** 80 was last year's outturn, 90 is expected; better than before, if the two may be compared. */
function directionWith(versions: readonly MeasureVersion[], period = '2018-19/Q3') {
  const code = versions[0]?.code ?? '';
  const facts = authority(versions, {
    targets: [target(code, '2018-19', '100')],
    observations: [
      observation(code, '2017-18', 'outturn', '80'),
      observation(code, '2018-19/Q2', 'actual', '85'),
      observation(code, '2018-19/Q3', 'actual', '88'),
      observation(code, period, 'forecast', '90'),
    ],
  });
  const [first] = evaluate(
    snapshotOf(
      { ...facts, scorecards: facts.scorecards.map((card) => ({ ...card, measures: [code] })) },
      { period: periodOf(period), scorecard: null, asAt: null },
    ),
    derby,
    presetDirection('derby'),
  ).measures;
  const { direction } = first!;
  if (direction.kind === 'asStated') throw new Error('nothing was stated');
  return direction.kind === 'available' ? direction.sentence : direction.reason;
}

describe('a direction of travel across a change in the series', () => {
  it.each<[string, readonly MeasureVersion[], string | undefined, string]>([
    [
      'none',
      [measure('A')],
      undefined,
      "Improving: the year-end forecast (90.0) is higher than last year's outturn (80.0)",
    ],
    [
      'another definition',
      [measure('A'), changed('A', {})],
      undefined,
      "Not comparable: the definition changed in Quarter 3, 2018-19, so last year's outturn cannot be compared.",
    ],
    ['another definition, not yet in force', [measure('A'), changed('A', {})], '2018-19/Q2', 'Improving: '],
    [
      'another definition that counts the same',
      [measure('A'), changed('A', { comparable: 'yes' })],
      undefined,
      'Improving: ',
    ],
    [
      'another definition, to be compared with care',
      [measure('A'), changed('A', { comparable: 'withCare' })],
      undefined,
      'Compare with care: the definition changed in Quarter 3, 2018-19.',
    ],
    [
      'combined with another, under its own code',
      [measure('A'), changed('A', { kind: 'combined', from: ['A', 'B'] })],
      undefined,
      "Not comparable: it combines A and B from Quarter 3, 2018-19, so last year's outturn cannot be compared.",
    ],
    [
      'imported as a break in the series',
      [measure('A'), measure('A', { validFrom: '2018-07-01', definition: { breaksSeries: true } })],
      undefined,
      'Not comparable: the definition changed in Quarter 2, 2018-19, so',
    ],
  ])('%s', (_, versions, period, expected) => {
    expect(directionWith(versions, period).replaceAll('’', "'")).toContain(expected);
  });

  it('of a measure made from others is not computed from theirs, and says so', () => {
    const made = changed('C', { kind: 'combined', from: ['A', 'B'] });
    const facts = authority([made], {
      observations: [
        observation('C', '2018-19/Q3', 'actual', '88'),
        observation('C', '2018-19/Q3', 'forecast', '90'),
      ],
    });
    const [first] = evaluate(
      snapshotOf(facts, { period: periodOf('2018-19/Q3'), scorecard: null, asAt: null }),
      derby,
      presetDirection('derby'),
    ).measures;
    expect(first?.direction).toMatchObject({
      kind: 'unavailable',
      reasonCode: 'notComparable',
      reason: expect.stringContaining('it combines A and B from Quarter 3, 2018-19'),
    });
  });
});
