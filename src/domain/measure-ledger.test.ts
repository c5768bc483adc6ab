import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measure } from '../../test/fixtures/small-authority.ts';
import { presetDirection } from './direction/presets.ts';
import type { DirectionScheme } from './direction/scheme.ts';
import { evaluate } from './evaluate.ts';
import type { Facts, Observation, ObservationRole, Recorded } from './facts.ts';
import { ledgerPeriods, ledgerSince } from './ledger-window.ts';
import { addsUp } from './measure/adds-up.ts';
import type { MeasureVersion } from './measure/measure.ts';
import { measureLedger } from './measure-ledger.ts';
import { decimal } from './number/decimal.ts';
import { periodOf } from './period/parse.ts';
import { periodsIn } from './period/relate.ts';
import { periodsBack } from './periods-back.ts';
import { type Snapshot, snapshotOf, snapshotsOf } from './snapshot.ts';
import { presetScheme } from './status/presets/index.ts';
import type { StatusScheme } from './status/scheme.ts';
import type { TargetVersion } from './target/target.ts';

const period = periodOf('2018-19/Q2');
const years = Array.from(
  { length: 14 },
  (_, index) => `${2006 + index}-${String(7 + index).padStart(2, '0')}`,
);
const codes = years.flatMap((year) => [year, ...periodsIn(year, 'quarter').map(({ code }) => code)]);
const moments = ['2012-05-01', '2017-07-14', '2018-11-01'].map((day) => `${day}T10:00:00.000Z`);

const number = (value: number) => {
  const text = (value / 10).toFixed(1);
  return { kind: 'number', value: decimal(text), typed: text } as const;
};

const figure = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 400 }).map(number) },
  { weight: 1, arbitrary: fc.constant({ kind: 'missing', reason: 'withheld', typed: 'withheld' } as const) },
);

const recorded = (each: Pick<Recorded<Observation>, 'period' | 'role' | 'figure' | 'recordedAt'>) => ({
  measure: 'ONE',
  numerator: null,
  denominator: null,
  dataPeriod: null,
  flags: [],
  parts: [],
  source: 'officer',
  note: null,
  ...each,
});

/** Corrections and what came late, over a whole series of figures and forecasts. */
const later = fc
  .record({
    period: fc.constantFrom(...codes),
    role: fc.constantFrom<ObservationRole>('actual', 'actual', 'forecast', 'toDate', 'outturn'),
    figure,
    cases: fc.option(fc.integer({ min: 1, max: 90 }).map(String)),
    recordedAt: fc.constantFrom(...moments),
  })
  .map(({ cases, ...each }) => ({
    ...recorded(each),
    numerator: cases,
    denominator: cases === null ? null : '100',
  }));

const quarters = years.flatMap((year) => periodsIn(year, 'quarter')).filter(({ end }) => end <= period.end);

const series = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 400 }), { minLength: quarters.length, maxLength: quarters.length }),
    fc.constantFrom<ObservationRole>('actual', 'toDate'),
  )
  .map(([values, role]) =>
    quarters.flatMap(({ code, end }, index) => {
      const recordedAt = `${end}T10:00:00.000Z`;
      const value = number(values[index] ?? 0);
      return [
        recorded({ period: code, role, figure: value, recordedAt }),
        recorded({ period: code, role: 'forecast', figure: number(4 * (values[index] ?? 0)), recordedAt }),
      ];
    }),
  );

const yearTargets = fc
  .array(fc.integer({ min: 100, max: 1600 }), { minLength: years.length, maxLength: years.length })
  .map((values) =>
    years.map(
      (year, index): Recorded<TargetVersion> => ({
        measure: 'ONE',
        period: year,
        role: 'target',
        figure: number(values[index] ?? 0),
        version: 1,
        approvedBy: null,
        approvedOn: null,
        reason: null,
        recordedAt: `${year.slice(0, 4)}-04-01T10:00:00.000Z`,
      }),
    ),
  );

const target = fc
  .record({
    period: fc.constantFrom(...codes),
    figure,
    recordedAt: fc.constantFrom(...moments),
    effectiveFrom: fc.option(fc.constantFrom('2013-07-01', '2017-10-01')),
  })
  .map(
    ({ effectiveFrom, ...each }): Recorded<TargetVersion> => ({
      measure: 'ONE',
      role: 'target',
      version: 1,
      approvedBy: null,
      approvedOn: null,
      reason: null,
      ...each,
      ...(effectiveFrom === null ? {} : { effectiveFrom }),
    }),
  );

const version = (validFrom: string, given: Partial<MeasureVersion>) =>
  measure('ONE', { validFrom, ...given });

const factsOf = fc
  .record({
    observations: fc.tuple(series, fc.array(later, { maxLength: 30 })).map((parts) => parts.flat()),
    targets: fc.tuple(yearTargets, fc.array(target, { maxLength: 30 })).map((parts) => parts.flat()),
    polarity: fc.constantFrom('higher', 'lower'),
    periodBasis: fc.constantFrom('discrete', 'toDate', 'snapshot'),
    unit: fc.constantFrom({ kind: 'number', decimals: 1 }, { kind: 'percentage', decimals: 1 }),
    redefined: fc.option(fc.constantFrom('2009-07-01', '2016-10-01')),
  })
  .map(({ observations, targets, redefined, ...given }): Facts => {
    const changed = { ...given, definition: { meaning: 'Counted otherwise', comparable: 'no' } };
    return {
      authority: {
        code: 'a',
        name: 'A',
        timeZone: 'Europe/London',
        language: 'en-GB',
        yearKind: 'financial',
        statusScheme: 'derby',
        directionScheme: 'derby',
      },
      organisation: [
        { code: 'place', name: 'Place', parent: null, order: 1, validFrom: '2000-04-01', validTo: null },
      ],
      measures: [
        version('2006-04-01', given as Partial<MeasureVersion>),
        ...(redefined === null ? [] : [version(redefined, changed as Partial<MeasureVersion>)]),
      ],
      targets,
      // As the store gives them: in the order of recording.
      observations: [...observations].sort((a, b) =>
        a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0,
      ),
      commentaries: [],
      statements: [],
      scorecards: [
        {
          code: 'all',
          name: 'All',
          validFrom: '2000-04-01',
          measures: ['ONE'],
          exceptionsOnly: false,
          overrides: [],
        },
      ],
    };
  });

const status = presetScheme('derby') as StatusScheme;
const byPrevious = { ...presetDirection('derby'), basis: { kind: 'tested' } } as DirectionScheme;
const direction = fc.constantFrom(presetDirection('derby'), byPrevious);

describe('the ledger of a measure', () => {
  it('of the late years is that of all years from its first year on, read from less', () => {
    fc.assert(
      fc.property(factsOf, direction, (facts, scheme) => {
        const question = { period, today: '2019-01-09', schemes: () => ({ status, direction: scheme }) };
        const since = ledgerSince(period);
        const whole = measureLedger(facts, question);
        const late = measureLedger(lateOf(facts, periodsBack(scheme)), { ...question, since });
        expect(since).toBe('2013-14');
        expect(late.entries).toEqual(whole.entries.filter(({ year }) => year >= since));
        expect(said(late.outlook)).toEqual(said(whole.outlook));
      }),
      { numRuns: 150 },
    );
  });

  it('judges each period as a snapshot of that period alone is judged', () => {
    fc.assert(
      fc.property(factsOf, direction, (facts, scheme) => {
        const question = { period, today: '2019-01-09', schemes: () => ({ status, direction: scheme }) };
        for (const { judged, period: then } of measureLedger(facts, question).entries) {
          if (judged.kind !== 'past') continue;
          const alone = snapshotOf(facts, { period: then, scorecard: null, asAt: null });
          const outcome = evaluate(alone, status, scheme).measures[0]?.status.outcome;
          expect(judged.past.statusThen).toEqual(outcome?.inDenominator ? outcome : null);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('snapshots of many periods together are those of each alone', () => {
    fc.assert(
      fc.property(factsOf, (facts) => {
        const together = snapshotsOf(facts, null);
        for (const code of ['2017-18/Q4', '2014-15/Q1', '2018-19/Q2', '2017-18/Q4']) {
          const asked = { period: periodOf(code), scorecard: null };
          expect(plain(together(asked))).toEqual(plain(snapshotOf(facts, { ...asked, asAt: null })));
        }
      }),
      { numRuns: 60 },
    );
  });
});

const plain = ({ measures, ...whole }: Snapshot) => ({
  ...whole,
  measures: measures.map(({ series, ...measure }) => ({ ...measure, series: series() })),
});

/** What is read of the facts. */
function lateOf(facts: Facts, back: number): Facts {
  const { forecast, figures } = ledgerPeriods(period, back);
  const [ofForecasts, ofFigures] = [new Set(forecast), new Set(figures)];
  const every = facts.measures.some(addsUp);
  return {
    ...facts,
    targets: facts.targets.filter((each) => ofFigures.has(each.period)),
    observations: facts.observations.filter(
      (each) =>
        (each.role === 'forecast' ? ofForecasts : ofFigures).has(each.period) ||
        (every && (each.role === 'actual' || each.role === 'toDate')),
    ),
  };
}

const said = (outlook: ReturnType<typeof measureLedger>['outlook']) =>
  outlook && {
    pace: outlook.pace,
    computed: outlook.computed,
    status: outlook.measure.status.outcome,
    forecastStatus: outlook.measure.forecastStatus.outcome,
  };
