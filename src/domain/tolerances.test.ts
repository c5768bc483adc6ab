import { describe, expect, it } from 'vitest';
import { authority, measure, observation, target } from '../../test/fixtures/small-authority.ts';
import { presetDirection } from './direction/presets.ts';
import { evaluate } from './evaluate.ts';
import { decimal } from './number/decimal.ts';
import { periodOf } from './period/parse.ts';
import { snapshotOf } from './snapshot.ts';
import { keyNotesOf, keyOf } from './status/key.ts';
import { readParameter } from './status/parameter.ts';
import { derby } from './status/presets/derby.ts';
import { defineScheme, type StatusScheme } from './status/scheme.ts';
import { scorecardOverrides, toleranceOverride } from './tolerances.ts';

interface Decided {
  scorecard?: string;
  measure?: string;
  period?: string;
  /** The setting of the scorecard; its tolerance where not said. */
  of?: string;
}

const scorecardOf = (value: string, parameter = 'tolerance') => ({
  overrides: [{ parameter, value, reason: 'of the scorecard' }],
});

/** A measure at 92 against 100 now, forecast at 92 against 100, with the tolerances that were decided. */
function judged(
  { scorecard, measure: own, period, of }: Decided,
  scheme: StatusScheme = derby,
  at = '2018-19/Q2',
) {
  const year = at.slice(0, 7);
  const tolerance = (code: string, value: string | undefined, reason: string) =>
    value === undefined ? [] : [target('A', code, value, { reason }, 'tolerance')];
  const facts = authority([measure('A')], {
    targets: [
      target('A', at, '100'),
      target('A', year, '100'),
      ...tolerance(year, own, 'of the measure'),
      ...tolerance(at, period, 'of the period'),
    ],
    observations: [observation('A', at, 'actual', '92'), observation('A', at, 'forecast', '92')],
  });
  const scorecards = facts.scorecards.map((card) => ({
    ...card,
    ...(scorecard === undefined ? {} : scorecardOf(scorecard, of)),
  }));
  const snapshot = snapshotOf(
    { ...facts, scorecards },
    { period: periodOf(at), scorecard: null, asAt: null },
  );
  const [found] = evaluate(snapshot, scheme, presetDirection('derby')).measures;
  if (found === undefined) throw new Error('not judged');
  return found;
}

describe('which tolerance wins: scheme, then scorecard, then measure, then period', () => {
  // 92 is 8% short: Amber from a tolerance of 8 upwards, else Red. The scheme's own is 5.
  it.each<[Decided, string, string, string]>([
    [{}, 'Red', 'Red', 'scheme'],
    [{ scorecard: '8' }, 'Amber', 'Amber', 'scorecard'],
    [{ scorecard: '7' }, 'Red', 'Red', 'scorecard'],
    [{ measure: '8' }, 'Amber', 'Amber', 'measure'],
    [{ period: '8' }, 'Amber', 'Red', 'period'],
    [{ scorecard: '8', measure: '7' }, 'Red', 'Red', 'measure'],
    [{ scorecard: '7', measure: '8' }, 'Amber', 'Amber', 'measure'],
    [{ scorecard: '8', period: '7' }, 'Red', 'Amber', 'period'],
    [{ measure: '8', period: '7' }, 'Red', 'Amber', 'period'],
    [{ measure: '7', period: '8' }, 'Amber', 'Red', 'period'],
    [{ scorecard: '9', measure: '7', period: '8' }, 'Amber', 'Red', 'period'],
    [{ scorecard: '7', measure: '9', period: '7.99' }, 'Red', 'Amber', 'period'],
    [{ measure: '0' }, 'Red', 'Red', 'measure'],
    [{ scorecard: '8', measure: 'N/A' }, 'Amber', 'Amber', 'scorecard'],
  ])('%o: %s now, forecast %s, by the %s', (decided, now, forecast, level) => {
    const { status, forecastStatus } = judged(decided);
    expect([status.outcome.label, forecastStatus.outcome.label]).toEqual([now, forecast]);
    const amber = status.explain().parameters.find(({ id }) => id === 'amber');
    expect(amber?.level).toBe(level);
  });

  it('holds for a year reported as a whole, and in the period that ends it', () => {
    expect(judged({ measure: '8' }, derby, '2018-19/Q4').status.outcome.label).toBe('Amber');
    expect(judged({ measure: '8', period: '7' }, derby, '2018-19/Q4').status.outcome.label).toBe('Red');
  });

  it('names the level and the reason in its sentence', () => {
    const sentence = (decided: Decided) => judged(decided).status.explain().sentence;
    expect(sentence({})).not.toContain('own');
    expect(sentence({ measure: '10' })).toBe(
      'Actual 92.0 is 8.0% below the target of 100.0; Amber is worse than target by up to and including 10% (its own tolerance of 10%, because of the measure).',
    );
    expect(sentence({ measure: '10', period: '7' })).toContain(
      'Red is worse than target by more than 7% (this period’s own tolerance of 7%, because of the period).',
    );
    expect(sentence({ scorecard: '8' })).toContain(
      '(this scorecard’s own tolerance of 8%, because of the scorecard)',
    );
    expect(sentence({ measure: '5' })).toContain('its own tolerance of 5%');
  });

  it('says it in brief too, unless the key of the report says it of the whole scorecard', () => {
    const brief = (decided: Decided) => judged(decided).status.explain().brief;
    expect(brief({ measure: '10' })).toBe(
      '8.0% worse than target; its own tolerance of 10%, because of the measure',
    );
    expect(brief({ scorecard: '10' })).toBe('8.0% worse than target');
    expect(keyOf(derby, scorecardOverrides(scorecardOf('8')))[2]?.text).toContain('up to and including 8%');
    expect(keyNotesOf(derby, scorecardOverrides(scorecardOf('8'))).join(' ')).toContain(
      'This scorecard’s own tolerance of 8%, because of the scorecard, holds in place of 5%.',
    );
  });

  it('says nothing of a setting that has no part in the status', () => {
    const { sentence, parameters } = judged({ scorecard: '20', of: 'blue' }).status.explain();
    expect(sentence).not.toContain('own');
    expect(parameters).toContainEqual({
      id: 'blue',
      value: '20',
      level: 'scorecard',
      reason: 'of the scorecard',
    });
  });
});

describe('a tolerance in the unit of the scheme', () => {
  const points = defineScheme({
    ...derby,
    id: 'points',
    parameters: derby.parameters.map((parameter) => ({ ...parameter, unit: 'points' as const })),
    rules: derby.rules.map((rule) =>
      rule.when.kind === 'variance' ? { ...rule, when: { ...rule.when, form: 'points' as const } } : rule,
    ),
    others: [],
  });
  const [, amber] = points.parameters;
  const days = { kind: 'duration', decimals: 1, noun: 'days' } as const;

  it('is that of the scheme’s setting, whatever the measure is counted in', () => {
    const read = (typed: string, unit: 'percent' | 'points' | 'unit') => {
      const found = readParameter(typed, { ...(amber as NonNullable<typeof amber>), unit }, days);
      return 'value' in found ? found.value.toFixed() : found.problem;
    };
    expect(['10', '10%', '10 %'].map((typed) => read(typed, 'percent'))).toEqual(['10', '10', '10']);
    expect(['2', '2 percentage points', '2.5pp'].map((typed) => read(typed, 'points'))).toEqual([
      '2',
      '2',
      '2.5',
    ]);
    expect(['2', '2 days', '2.5 days'].map((typed) => read(typed, 'unit'))).toEqual(['2', '2', '2.5']);
    expect(read('10 days', 'percent')).toBe('“10 days” is not a percentage. Type it as 10%.');
    expect(read('2%', 'points')).toContain('is not a number of percentage points');
    expect(read('N/A', 'unit')).toContain('is not an amount');
  });

  it('of percentage points is compared as points', () => {
    const unit = { kind: 'percentage', decimals: 1 } as const;
    const label = (tolerance: string | null) => {
      const facts = authority([measure('A', { unit })], {
        targets: [
          target('A', '2018-19/Q2', '80.0%'),
          ...(tolerance === null
            ? []
            : [target('A', '2018-19', tolerance, { reason: 'agreed' }, 'tolerance')]),
        ],
        observations: [observation('A', '2018-19/Q2', 'actual', '73.0%')],
      });
      const snapshot = snapshotOf(facts, { period: periodOf('2018-19/Q2'), scorecard: null, asAt: null });
      const [found] = evaluate(snapshot, points, presetDirection('derby')).measures;
      return [found?.status.outcome.label, found?.status.explain().sentence];
    };
    expect(label(null)[0]).toBe('Red');
    expect(label('7')[0]).toBe('Amber');
    expect(label('7')[1]).toContain('its own tolerance of 7 percentage points, because agreed');
    expect(label('6.99')[0]).toBe('Red');
  });

  it('tells a year from a period by its code', () => {
    const level = (period: string) =>
      toleranceOverride({ period, figure: { kind: 'number', value: decimal('1'), typed: '1' }, reason: null })
        ?.level;
    expect(['2018-19', '2018', '2018-19A', '2018-19/Q2', '2018/M06'].map(level)).toEqual([
      ...['measure', 'measure', 'measure', 'period', 'period'],
    ]);
  });
});
