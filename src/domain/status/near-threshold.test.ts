import { describe, expect, it, test } from 'vitest';
import { assessStatus } from './assess.ts';
import { distancesToBands } from './distance.ts';
import { explain } from './explain.ts';
import { casesOf } from './fixtures/case.ts';
import type { StatusInputs } from './inputs.ts';
import { type NearThreshold, nearThreshold } from './near-threshold.ts';
import { derby } from './presets/derby.ts';
import { presetScheme } from './presets/index.ts';
import { defineScheme, type StatusScheme } from './scheme.ts';

const preset = (id: string) => presetScheme(id) as StatusScheme;
const nearOf = (inputs: StatusInputs, scheme: StatusScheme): NearThreshold | null => {
  const assessment = assessStatus(inputs, scheme);
  return nearThreshold(inputs, scheme, assessment, () => distancesToBands(inputs, scheme, assessment));
};
const inputsOf = (line: string) => casesOf(`${line} -> ?`)[0]?.inputs as StatusInputs;
const near = (line: string, scheme: StatusScheme = derby) => nearOf(inputsOf(line), scheme);

// Derby: Blue from 2% better than target, Green from the target, Amber to 5% short of it, Red beyond.
describe('little was missing for another status', () => {
  test.each<[line: string, brief: string | undefined, why: string]>([
    // Red begins below 95% of 75 = 71.25
    [
      'higher, unit percentage, target 75, actual 71.37',
      '0.12 points from Red',
      '0.12 is under half a percent of 71.25',
    ],
    ['higher, unit percentage, target 75, actual 71.60', '0.35 points from Red', '0.35 is under 0.35625'],
    ['higher, unit percentage, target 75, actual 71.61', undefined, '0.36 is not'],
    ['higher, unit percentage, target 75, actual 71.25', 'anything lower would be Red', 'on an inner edge'],
    ['higher, unit percentage, target 75, actual 71.13', '0.12 points from Amber', 'nearly better'],
    // 100.1 is 100.1% of the target: Green; Blue begins at 102
    [
      'higher, target 100, actual 100.1',
      '0.1 from Amber',
      'half a percent of 100 is half a visit, so 0.1 is close',
    ],
    ['higher, target 100, actual 100.5', '0.5 from Amber', 'the edge of close is in it'],
    ['higher, target 100, actual 100.50001', undefined, 'a hair beyond'],
    ['higher, target 100, actual 101.9', '0.1 from Blue', 'nearly better'],
    [
      'higher, target 10, actual 10.14',
      '0.06 from Blue',
      'within one printed place, 0.1; Amber is 0.14 away',
    ],
    [
      'higher, target 5, actual 5.04',
      '0.04 from Amber; 0.06 from Blue',
      'both are within one printed place: the worse first',
    ],
    ['higher, target 100, actual 100', undefined, 'on target says it all'],
    ['lower, target 0, actual 0', undefined, 'on target says it all'],
    ['lower, target 0, actual 0.1', '0.1 from Green', 'of a target of nothing there is only the last place'],
    ['lower, target 0, actual 0.2', undefined, 'which is 0.1'],
    // Lower is better: Red begins above 105% of 20 = 21
    ['lower, target 20, actual 20.9', '0.1 from Red', 'the other way'],
    ['lower, target 20, actual 21', 'anything higher would be Red', 'on an inner edge'],
    ['lower, target 20, actual 21.1', '0.1 from Amber', 'and back'],
    ['higher, target -10, actual -10.4', '0.1 from Red', 'below nothing: Red begins below −10.5'],
    ['higher, target 375, actual 366', undefined, '9 from Green and 9.75 from Red are far'],
  ])('%s: %s (%s)', (line, brief) => expect(near(line)?.brief).toBe(brief));

  test.each<[id: string, line: string, brief: string | undefined]>([
    // A range has two ends, and inside it nothing else is said of them
    ['derby', 'within, low 40, high 60, actual 60', 'anything higher would be Amber'],
    ['derby', 'within, low 40, high 60, actual 59.8', '0.2 from Amber'],
    ['derby', 'within, low 40, high 60, actual 50', undefined],
    ['derby', 'within, low 40, high 60, actual 39.9', '0.1 from Green'],
    // A floor beside a target
    ['kent', 'higher, target 95, floor 90, actual 90.1', '0.1 from Red'],
    ['kent', 'higher, target 95, floor 90, actual 94.9', '0.1 from Green'],
    ['kent', 'higher, target 95, floor 90, actual 90', undefined],
    ['kent', 'higher, target 95, floor 90, actual 92', undefined],
    // Last year's figure is an edge too: 85 is Amber as long as it is as good as last year's
    ['havering-2013', 'higher, target 100, lastYear 85, actual 85.2', '0.2 from Red'],
    // A share of the target reached: half of 85 is 42.5
    ['toowoomba', 'higher, target 85, actual 42.6', '0.1 from Red'],
    // Its forecast decides between Amber and Red, and the actual between Green and the rest
    ['medway', 'higher, target 50, yearTarget 100, forecast 100, actual 49.9', '0.1 from Green'],
  ])('%s: %s: %s', (id, line, brief) => expect(near(line, preset(id))?.brief).toBe(brief));

  test.each([
    'target Completed, actual On track',
    'target Completed, actual Major slippage',
    'target 2018-09-30, actual 2018-10-01',
    'target Yes, actual No',
    'higher, target 100, actual awaited',
    'higher, target 100, actual suppressed',
    'higher, actual 100.1',
    'target 100, actual 100.1',
    'higher, target 100, actual 100.1, state deferred',
    'higher, target 100, actual 100.1, kind dataOnly',
  ])('nothing of what has no status by its figure: %s', (line) => expect(near(line)).toBeNull());

  it('says nothing of a status that a person gave, or that hangs on a direction that was given', () => {
    const judged = defineScheme({ ...derby, id: 'derby-judged', judged: 'instead' });
    expect(near('higher, target 100, actual 100.1', judged)?.brief).toBe('0.1 from Amber');
    expect(near('higher, target 100, actual 100.1, judged red', judged)).toBeNull();
    const given = 'higher, target 100, actual 99.9, direction lastYear improving';
    expect(near(given, preset('havering-2013'))?.brief).toBeUndefined();
  });

  it('says which way each is, and exact amounts', () => {
    expect(near('higher, target 5, actual 5.04')?.close).toMatchObject([
      { outcome: { id: 'amber' }, toward: 'worse', amount: '0.04', at: '5', change: 'less' },
      { outcome: { id: 'blue' }, toward: 'better', amount: '0.06', at: '5.1', change: 'more' },
    ]);
  });

  it('keeps to the setting of the scheme', () => {
    const strict = defineScheme({ ...derby, id: 'strict', near: { percent: '0.1', places: '0' } });
    expect(near('higher, unit percentage, target 75, actual 71.37', strict)).toBeNull();
    expect(near('higher, unit percentage, target 75, actual 71.32', strict)?.brief).toBe(
      '0.07 points from Red',
    );
    const wide = defineScheme({ ...derby, id: 'wide', near: { percent: '5' } });
    expect(near('higher, target 375, actual 366', wide)?.brief).toBe('9.75 from Red; 9.0 from Green');
    expect(() => defineScheme({ ...derby, near: { percent: '-1' } })).toThrow(/near\.percent.*below zero/s);
  });
});

describe('it would be another if figures were rounded', () => {
  test.each<[line: string, brief: string]>([
    // Red begins below 71.25; 71.25 is printed as 71.3, 71.24 as 71.2
    ['higher, unit percentage, target 75, actual 71.24', '0.01 points from Amber'],
    // 94.96 of 95 is printed as 95.0
    ['higher, unit percentage, target 95, actual 94.96', '0.04 points from Green; Green if rounded'],
    ['higher, unit percentage, target 95, actual 94.94', '0.06 points from Green'],
    // The target is rounded too: 95.04 is printed as 95.0, and so is 95.03
    ['higher, unit percentage, target 95.04, actual 95.03', '0.01 points from Green; Green if rounded'],
    // Amber to 5% above 4.0 = 4.2 minutes; 4.22 is printed as 4.2
    ['lower, target 4, actual 4.22', '0.02 from Amber; Amber if rounded'],
    ['lower, target 4, actual 4.18', '0.02 from Red'],
    // 0.12 from Red, and printed as 71.4
    ['higher, unit percentage, target 75, actual 71.37', '0.12 points from Red'],
  ])('%s: %s', (line, brief) => expect(near(line)?.brief).toBe(brief));

  it('and the other way under a scheme that rounds them first', () => {
    const rounds = defineScheme({ ...derby, id: 'derby-shown', numeric: { compare: 'asDisplayed' } });
    const found = near('higher, unit percentage, target 95, actual 94.96', rounds);
    expect(found).toMatchObject({
      close: [],
      ifRounded: null,
      ifUnrounded: { id: 'amber' },
      brief: 'Amber if not rounded',
      sentence: 'Compared as they are, not as they are printed, the figures would make it Amber.',
    });
    expect(near('higher, unit percentage, target 95, actual 95', rounds)).toBeNull();
    expect(near('higher, unit percentage, target 95, actual 95.1', rounds)?.brief).toBe(
      '0.2 points from Amber',
    );
  });
});

describe('one case would have changed it', () => {
  test.each<[line: string, brief: string | undefined]>([
    // 6 of 10 against 65%: 7 of 10 is 70%, 7.7% better
    ['higher, unit percentage, target 65, actual 60, counted 6 of 10', 'one case more: Blue'],
    // 9 of 16 is 56.25%, printed 56.3; 10 of 16 is 62.5%, 3.8% short of 65
    ['higher, unit percentage, target 65, actual 56.3, counted 9 of 16', 'one case more: Amber'],
    // 10 of 16 is Amber: 11 of 16 is 68.75%, 9 of 16 is 56.25%
    [
      'higher, unit percentage, target 65, actual 62.5, counted 10 of 16',
      'one case fewer: Red; one case more: Blue',
    ],
    ['higher, unit percentage, target 65, actual 60, counted 600 of 1000', undefined],
    // Cases that do not make up the figure are cases of something else
    ['higher, unit percentage, target 65, actual 60, counted 9 of 16', undefined],
    // There cannot be 11 of 10
    ['lower, unit percentage, target 100, actual 100, counted 10 of 10', 'one case fewer: Blue'],
    ['higher, target 65, actual 60, counted 6 of 10', undefined],
  ])('%s: %s', (line, brief) => expect(near(line)?.brief).toBe(brief));

  it('a figure that was typed as printed is held against one that would have been typed', () => {
    // 5 of 6 is 83.333…%, typed 83.3; held against 83.3 exactly it is on target, and 4 of 6 would not be
    const typed = near('higher, unit percentage, target 83.3, actual 66.7, counted 4 of 6');
    expect(typed?.oneCase).toMatchObject([{ change: 'more', outcome: { id: 'green' } }]);
  });
});

test('it stands in the explanation: in brief beside the comparison, and after the comparison in full', () => {
  const inputs = inputsOf('higher, unit percentage, target 95, actual 94.96');
  const found = explain(inputs, derby, assessStatus(inputs, derby));
  expect(found.brief).toBe('0.04 points (0.04%) worse than target; 0.04 points from Green; Green if rounded');
  expect(found.distanceSentence).toBe(
    '0.04 percentage points higher would make it Green; more than 4.71 percentage points lower would make it Red.',
  );
  expect(found.sentence).toBe(
    'Actual 95.0% is 0.04 percentage points, or 0.04%, below the target of 95.0%; Amber is worse than target by up to and including 5%. Only 0.04 percentage points from Green. Rounded as they are printed, the figures would make it Green.',
  );
});
