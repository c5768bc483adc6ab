import { describe, expect, it } from 'vitest';
import type { OutcomeCount, ScorecardTally } from '../../domain/scorecard/tally.ts';
import { presetScheme } from '../../domain/status/presets/index.ts';
import { improvementSentence, scorecardSentence } from './sentence.ts';

const line = (scheme: string, id: string, count: number): OutcomeCount => {
  const outcome = presetScheme(scheme)?.outcomes.find((each) => each.id === id);
  if (outcome === undefined) throw new Error(`${scheme} has no ${id}`);
  return { outcome, count };
};

const nothing: ScorecardTally = {
  measures: 10,
  judged: 10,
  onTarget: 10,
  judgedForecast: 10,
  onTargetForecast: 10,
  now: [],
  forecast: [],
  offTargetNow: 0,
  offTargetForecast: 0,
  slipping: 0,
  slippingUnjudged: 0,
  recovering: 0,
  otherExceptions: 0,
};

const improvement = (changes: Partial<ScorecardTally>, whole: Partial<ScorecardTally> | null = null) =>
  improvementSentence(
    { ...nothing, ...changes },
    '30-Sep-2018',
    whole === null ? null : { ...nothing, ...whole },
  );

describe('what the reader of an improvement report must know', () => {
  it('how many are off target, what will follow, and what will recover', () => {
    expect(
      improvement({
        now: [line('derby', 'amber', 7), line('derby', 'red', 15)],
        offTargetNow: 22,
        offTargetForecast: 16,
        slipping: 3,
        recovering: 8,
      }),
    ).toBe(
      'At 30-Sep-2018, 22 measures are off target: 15 Red and 7 Amber. 3 more are on target now but forecast to miss ' +
        'the year-end target. Of the 22 off target, 8 are forecast to be on target by the year end.',
    );
  });

  it('in the singular too', () => {
    const one = { now: [line('derby', 'red', 1)], offTargetNow: 1, slippingUnjudged: 1 };
    expect(improvement({ ...one, recovering: 1 })).toBe(
      'At 30-Sep-2018, 1 measure is off target: 1 Red. 1 more is without a status now and forecast to miss the ' +
        'year-end target. The one off target is forecast to be on target by the year end.',
    );
    expect(improvement({ now: [line('derby', 'red', 3)], offTargetNow: 3 })).toBe(
      'At 30-Sep-2018, 3 measures are off target, all Red. None of those off target is forecast to recover by the year end.',
    );
  });

  it('never that a measure far above its target is off target', () => {
    const now = [line('cambridgeshire', 'blue', 2), line('cambridgeshire', 'red', 4)];
    expect(improvement({ now, offTargetNow: 4, otherExceptions: 2 })).toBe(
      'At 30-Sep-2018, 4 measures are off target, all Red. None of those off target is forecast to recover by the year ' +
        'end. 2 more are reported because of Blue.',
    );
  });

  it('that nothing is off target says little where little could be judged', () => {
    const none = 'At 30-Sep-2018 no measure is off target, and none is forecast to miss its year-end target.';
    expect(improvement({}, {})).toBe(none);
    expect(improvement({}, { judged: 4 })).toBe(`${none} 6 of the 10 measures could not be judged.`);
    expect(improvement({}, { judged: 0 })).toBe(`${none} None of the 10 measures could be judged.`);
  });
});

describe('what the reader of a scorecard must know', () => {
  it('both shares, then the exceptions', () => {
    expect(
      scorecardSentence(
        { ...nothing, measures: 12, judged: 9, onTarget: 6, offTargetNow: 1, offTargetForecast: 0 },
        '30-Sep-2018',
      ),
    ).toBe(
      'At 30-Sep-2018, 6 of 9 measures with a figure and a target are on target or better: 67%, or 50% of all 12. ' +
        '1 measure is off target, and no measure is forecast to miss the year-end target.',
    );
  });
});
