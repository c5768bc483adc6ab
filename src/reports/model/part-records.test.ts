import { expect, it } from 'vitest';
import { authority, measure, observation, target } from '../../../test/fixtures/small-authority.ts';
import { presetDirection } from '../../domain/direction/presets.ts';
import { evaluate } from '../../domain/evaluate.ts';
import type { ObservationPart } from '../../domain/facts.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { selectAll } from '../../domain/scorecard/selection.ts';
import { snapshotOf } from '../../domain/snapshot.ts';
import { derby } from '../../domain/status/presets/derby.ts';
import { measureRecord } from './measure-record.ts';
import { longPartNotes } from './part-notes.ts';

function recordOf(parts: readonly ObservationPart[], figure = '5.6', more: Partial<MeasureVersion> = {}) {
  const facts = authority([measure('A', more)], {
    targets: [target('A', '2018-19/Q2', '5.6')],
    observations: [observation('A', '2018-19/Q2', 'actual', figure, { parts })],
  });
  const snapshot = snapshotOf(facts, { period: periodOf('2018-19/Q2'), scorecard: null, asAt: null });
  const [selected] = selectAll(evaluate(snapshot, derby, presetDirection('derby')).measures);
  if (selected === undefined) throw new Error('nothing selected');
  return measureRecord(selected);
}

const part = (kind: string, name: string, value: string): ObservationPart => ({ kind, name, value });

it('few parts stand under the actual, in the decimals they are given in', () => {
  const record = recordOf([part('directorate', 'Place', '2.98'), part('directorate', 'People', '2.62')]);
  expect(record.actual.notes).toEqual(['by directorate: Place 2.98; People 2.62']);
  expect(record.parts[0]).toEqual({
    partOf: 'directorate',
    name: 'Place',
    figure: expect.objectContaining({ display: '2.98', exact: '2.98', kind: 'number' }),
  });
});

it('many stand in the files for analysts alone', () => {
  const wards = Array.from({ length: 14 }, (_, at) => part('ward', `Ward ${at + 1}`, '0.4'));
  const record = recordOf(wards);
  expect(record.actual.notes).toEqual([]);
  expect(record.parts).toHaveLength(14);
  expect(longPartNotes(record.parts)).toEqual([
    expect.stringMatching(/^by ward: Ward 1 0\.4; .*; Ward 14 0\.4$/),
  ]);
});

it('says where parts and figure contradict each other, which part is held back, and what a part rests on', () => {
  const wrong = recordOf([part('town', 'North', '3'), part('town', 'South', '2.5')]);
  expect(wrong.actual.notes).toEqual([
    'by town: North 3.0; South 2.5',
    'the parts by town add up to 5.5, and the figure is 5.6, a difference of 0.1',
  ]);
  const held = recordOf([part('town', 'North', 'suppressed'), part('town', 'South', '2.5')]);
  expect(held.actual.notes).toEqual(['by town: North Suppressed; South 2.5']);
  expect(held.parts[0]?.figure).toMatchObject({ kind: 'missing', missing: 'suppressed', exact: null });
  const cases = recordOf([{ ...part('town', 'North', '50'), numerator: '3', denominator: '6' }], '50', {
    unit: { kind: 'percentage', decimals: 1 },
  });
  expect(cases.parts[0]?.figure).toMatchObject({ display: '50.0%', notes: ['3 of 6'] });
  expect(cases.actual.notes).toEqual(['by town: North 50.0%']);
});

it('gives no parts of a figure that was worked out from several', () => {
  const facts = authority([measure('A', { frequency: 'month', periodBasis: 'discrete' })], {
    observations: ['M04', 'M05', 'M06'].map((month) =>
      observation('A', `2018-19/${month}`, 'actual', '2', { parts: [part('town', 'North', '2')] }),
    ),
  });
  const snapshot = snapshotOf(facts, { period: periodOf('2018-19/Q2'), scorecard: null, asAt: null });
  const [selected] = selectAll(evaluate(snapshot, derby, presetDirection('derby')).measures);
  expect(selected === undefined ? null : measureRecord(selected).parts).toEqual([]);
});
