import { describe, expect, it } from 'vitest';
import { authority, measure, observation, RECORDED, target } from '../../test/fixtures/small-authority.ts';
import { presetDirection } from './direction/presets.ts';
import type { DirectionScheme } from './direction/scheme.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import type { Facts } from './facts.ts';
import { periodOf } from './period/parse.ts';
import { byDirectorate, selectExceptions } from './scorecard/selection.ts';
import { tallyOf } from './scorecard/tally.ts';
import { snapshotOf } from './snapshot.ts';
import { derby } from './status/presets/derby.ts';

function evaluated(facts: Facts, period = '2018-19/Q2', asAt: string | null = null): Evaluation {
  const snapshot = snapshotOf(facts, { period: periodOf(period), scorecard: null, asAt });
  return evaluate(snapshot, derby, presetDirection('derby'));
}

const only = (evaluation: Evaluation) => {
  const [first] = evaluation.measures;
  if (first === undefined || evaluation.measures.length !== 1) throw new Error('not one measure');
  return first;
};

/** A measure with target and actual now, and target and forecast for the year. */
const figures = (code: string, now: [string, string], year: [string, string]) => ({
  targets: [target(code, '2018-19/Q2', now[0]), target(code, '2018-19', year[0])],
  observations: [
    observation(code, '2018-19/Q2', 'actual', now[1]),
    observation(code, '2018-19/Q2', 'forecast', year[1]),
  ],
});

const together = (...parts: ReturnType<typeof figures>[]) => ({
  targets: parts.flatMap((part) => part.targets),
  observations: parts.flatMap((part) => part.observations),
});

describe('a scorecard judged', () => {
  it('judges the position against the target of the period and the forecast against that of the year', () => {
    const found = only(evaluated(authority([measure('A')], figures('A', ['22', '30'], ['135', '90']))));
    expect([found.status.outcome.label, found.forecastStatus.outcome.label]).toEqual(['Blue', 'Red']);
    expect(found.status.explain().sentence).toContain('36.4%');
  });

  it('compares the forecast with last year’s outturn for the direction of travel', () => {
    const facts = authority([measure('A')], figures('A', ['22', '30'], ['135', '90']));
    const before = observation('A', '2017-18', 'outturn', '80');
    const { direction } = only(evaluated({ ...facts, observations: [...facts.observations, before] }));
    expect(direction.kind === 'available' && direction.label).toBe('Improving');
  });

  it('gives the reason where there is no direction of travel', () => {
    const { direction } = only(
      evaluated(authority([measure('A')], figures('A', ['22', '30'], ['135', '90']))),
    );
    expect(direction.kind === 'unavailable' && direction.reasonCode).toBe('noEarlierFigure');
  });

  it('cuts the direction of travel where the definition changed', () => {
    const changed = measure('A', { validFrom: '2018-04-01', definition: { breaksSeries: true } });
    const facts = authority([measure('A'), changed], figures('A', ['22', '30'], ['135', '90']));
    const before = observation('A', '2017-18', 'outturn', '80');
    const { direction } = only(evaluated({ ...facts, observations: [...facts.observations, before] }));
    expect(direction.kind === 'unavailable' && direction.reasonCode).toBe('notComparable');
  });

  it('notes beside status and direction that a figure rests on few cases, and keeps them where they were', () => {
    const share = (period: string, value: string, numerator: string, denominator: string) => ({
      ...observation('A', period, 'actual', value),
      numerator,
      denominator,
    });
    const facts = authority([measure('A', { unit: { kind: 'percentage', decimals: 1 } })], {
      targets: [target('A', '2018-19/Q2', '60')],
      observations: [share('2018-19/Q1', '40', '6', '15'), share('2018-19/Q2', '75', '12', '16')],
    });
    const snapshot = snapshotOf(facts, { period: periodOf('2018-19/Q2'), scorecard: null, asAt: null });
    const judgedBy = (scheme: DirectionScheme) => only(evaluate(snapshot, derby, scheme));
    const found = judgedBy(presetDirection('maidstone'));
    const few = 'Small numbers: 12 of 16, which is fewer than 20 cases in all.';
    expect(found.status.outcome.label).toBe('Blue');
    expect(found.status.explain()).toMatchObject({
      smallNumbers: few,
      sentence: expect.stringMatching(/the target of 60.*; Blue is .*cases in all\.$/),
      brief: expect.stringMatching(/; small numbers \(12 of 16\)$/),
    });
    expect(found.direction).toMatchObject({
      label: 'Improving',
      sentence: expect.stringContaining(few),
      brief: expect.stringContaining(few),
    });
    const own = { ...presetDirection('maidstone'), smallNumbers: { events: 5, denominator: 10 } };
    expect(judgedBy(own).status.explain().smallNumbers).toBeNull();
    expect(judgedBy(presetDirection('tested')).direction).toMatchObject({
      kind: 'available',
      tested: { spokenBy: expect.any(String) },
    });
  });

  it('a tolerance recorded with the targets replaces the scheme’s, with its reason', () => {
    const facts = authority([measure('A')], figures('A', ['100', '92'], ['100', '100']));
    const wider = target('A', '2018-19/Q2', '10', { reason: 'volatile by nature' }, 'tolerance');
    expect(only(evaluated(facts)).status.outcome.label).toBe('Red');
    expect(only(evaluated({ ...facts, targets: [...facts.targets, wider] })).status.outcome.label).toBe(
      'Amber',
    );
  });

  it.each([
    ['nothing supplied', measure('A'), [], 'Awaited'],
    ['annual, mid-year', measure('A', { frequency: 'year', periodBasis: 'annual' }), [], 'Not due'],
    [
      'information only',
      measure('A', { kind: 'dataOnly' }),
      [observation('A', '2018-19/Q2', 'actual', '5')],
      'Data only',
    ],
    ['a figure without a target', measure('A'), [observation('A', '2018-19/Q2', 'actual', '5')], 'No target'],
  ])('a state that is not a status: %s', (_what, version, observations, label) => {
    const found = only(evaluated(authority([version], { observations })));
    expect(found.status.outcome.label).toBe(label);
    expect(found.status.outcome.isException).toBe(false);
  });
});

describe('what a document stated', () => {
  const stated = (subject: 'status' | 'direction', word: string) => ({
    measure: 'A',
    period: '2018-19/Q2',
    subject,
    stated: word,
    source: 'report.txt, line 3',
    recordedAt: RECORDED,
  });

  it('is shown, marked, where ours cannot be computed', () => {
    const facts = authority([measure('A', { polarity: null })], {
      ...figures('A', ['10', '10'], ['10', '10']),
      statements: [stated('status', 'Red'), stated('direction', 'Improving')],
    });
    const found = only(evaluated(facts));
    expect(found.status).toMatchObject({ shown: 'asPublished', agrees: true, outcome: { label: 'Red' } });
    expect(found.direction).toMatchObject({
      kind: 'asStated',
      label: 'Improving',
      basisInWords: 'as published; basis not stated',
    });
  });

  it('gives way to ours where ours can be computed, and the difference is known', () => {
    const facts = authority([measure('A')], {
      ...figures('A', ['10', '9'], ['10', '10']),
      statements: [stated('status', 'Amber')],
    });
    expect(only(evaluated(facts)).status).toMatchObject({
      shown: 'computed',
      agrees: false,
      outcome: { label: 'Red' },
    });
  });
});

describe('as now known and as known then', () => {
  const facts = authority([measure('A')], figures('A', ['10', '10'], ['10', '10']));
  const later = observation('A', '2018-19/Q2', 'actual', '8', { recordedAt: '2018-11-20T10:00:00.000Z' });
  const restated = { ...facts, observations: [...facts.observations, later] };

  it('a later figure replaces an earlier one', () => {
    expect(only(evaluated(restated)).status.outcome.label).toBe('Red');
  });

  it('and the earlier one still stands for a moment before it', () => {
    expect(only(evaluated(restated, '2018-19/Q2', '2018-11-01T00:00:00.000Z')).status.outcome.label).toBe(
      'Green',
    );
  });

  it('an amended target keeps the old one beside it', () => {
    const amended = target('A', '2018-19/Q2', '12', { version: 2, recordedAt: '2018-11-20T10:00:00.000Z' });
    const found = only(evaluated({ ...facts, targets: [...facts.targets, amended] }));
    expect(found.status.outcome.label).toBe('Red');
    expect(found.snapshot.amended.map((each) => each.figure.typed)).toEqual(['10']);
  });
});

describe('which measures a report shows', () => {
  const facts = authority(
    [measure('A'), measure('B', { directorate: 'people' }), measure('C'), measure('D')],
    together(
      figures('A', ['10', '10'], ['10', '10']),
      figures('B', ['10', '9.8'], ['10', '10']),
      figures('C', ['10', '10'], ['10', '5']),
      figures('D', ['10', '5'], ['10', '11']),
    ),
  );
  const evaluation = evaluated(facts);

  it('those off target now or in forecast, and why', () => {
    const selected = selectExceptions(evaluation.measures);
    expect(selected.map((each) => `${each.measure.snapshot.version.code}: ${each.because}`)).toEqual([
      'B: Amber now; forecast Green',
      'C: Green now; forecast Red',
      'D: Red now; forecast Blue',
    ]);
  });

  it('by directorate in its declared order, measures in theirs', () => {
    const groups = byDirectorate(selectExceptions(evaluation.measures), evaluation.snapshot.directorates);
    expect(
      groups.map(({ directorate, selected }) => [
        directorate.name,
        ...selected.map((each) => each.measure.snapshot.version.code),
      ]),
    ).toEqual([
      ['Place', 'C', 'D'],
      ['People', 'B'],
    ]);
  });

  it('and the sums', () => {
    expect(tallyOf(evaluation.measures, derby.outcomes)).toMatchObject({
      measures: 4,
      judged: 4,
      onTarget: 2,
      offTargetNow: 2,
      offTargetForecast: 1,
      slipping: 1,
      recovering: 2,
    });
  });

  it('names the scorecards there are when one is asked for that is not', () => {
    expect(() =>
      snapshotOf(facts, { period: periodOf('2018-19/Q2'), scorecard: 'nope', asAt: null }),
    ).toThrow('No scorecard "nope" in 2018-19/Q2. There is: council.');
  });

  it('never leaves a measure out in silence because its directorate has ended', () => {
    const ended = facts.organisation.map((unit) => ({
      ...unit,
      validTo: unit.code === 'people' ? '2018-03-31' : null,
    }));
    expect(() => evaluated({ ...facts, organisation: ended })).toThrow(
      'B belongs to the directorate "people", which is not there on 2018-09-30',
    );
  });
});
