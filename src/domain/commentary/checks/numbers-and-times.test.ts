import { describe, expect, it } from 'vitest';
import { decimal, toText } from '../../number/decimal.ts';
import { periodOf } from '../../period/parse.ts';
import { agrees } from './agreement.ts';
import { timesIn } from './dates.ts';
import { quantitiesIn } from './quantities.ts';
import { sentences } from './sentences.ts';
import { checkSettings, standardChecks } from './settings.ts';

describe('numbers in a sentence', () => {
  it.each([
    ['It was 87.4%.', ['87.4 percent exact']],
    ['It was 87 per cent.', ['87 percent exact']],
    ['It rose by 3.2 percentage points.', ['3.2 points exact']],
    ['It cost around £1.2m.', ['1200000 money about']],
    ['It cost £400,000, nearly half.', ['400000 money exact', '50 share nearly']],
    ['Over three quarters were.', ['75 share atLeast']],
    ['One in five waited.', ['20 share exact']],
    ['Twenty-five homes, a hundred and six people.', ['25 plain exact', '106 plain exact']],
    ['Fewer than 20 adults.', ['20 plain atMost']],
    ['It lay in the 85-90% band.', ['85 to 90 percent exact']],
    ['Phase 2 of 3,000 homes.', ['3000 plain exact']],
    ['The 21st of them.', []],
    ['Six out of 19 were in time.', []],
    ['12 of 19', ['12 plain exact', '19 plain exact']],
  ])('%s', (text, expected) => {
    const said = quantitiesIn(text).map(({ value, upTo, kind, hedge }) =>
      [toText(value), ...(upTo === null ? [] : ['to', toText(upTo)]), kind, hedge].join(' '),
    );
    expect(said).toEqual(expected);
  });
});

describe('a figure is what a number says', () => {
  it.each([
    ['87%', '87.4', true],
    ['88%', '87.4', false],
    ['88%', '87.5', true],
    ['87.4%', '87.4166', true],
    ['around 90%', '87.4', true],
    ['around 80%', '87.4', false],
    ['over 87%', '87.4', true],
    ['over 90%', '87.4', false],
    ['nearly 90%', '87.4', true],
    ['nearly 87%', '87.4', true],
    ['less than 90%', '87.4', true],
    ['two thirds', '67.6', true],
    ['a third', '52', false],
    ['85 to 90%', '87.4', true],
  ])('%s of %s: %s', (text, held, expected) => {
    const [said] = quantitiesIn(text);
    expect(said && agrees(said, decimal(held), 1)).toBe(expected);
  });
});

describe('times in a sentence', () => {
  const q2 = periodOf('2018-19/Q2');
  it.each([
    ['in August 2018', ['2018-08-01 2018-08-31']],
    ['by 30 November 2018', ['2018-11-30 2018-11-30']],
    ['on 11 July', ['2018-07-11 2018-07-11']],
    ['in February', ['2019-02-01 2019-02-28']],
    ['in February 2020', ['2020-02-01 2020-02-29']],
    ['from 01.04.18 to 30.09.18', ['2018-04-01 2018-04-01', '2018-09-30 2018-09-30']],
    ['in Q3', ['2018-10-01 2018-12-31']],
    ['in the third quarter of last year', ['2017-10-01 2017-12-31']],
    ['quarter 1 of 2017-18', ['2017-04-01 2017-06-30']],
    ['in 2017-18', ['2017-04-01 2018-03-31']],
    ['They may march.', []],
    ['on 31/02/2018', []],
  ])('%s', (text, expected) => {
    expect(timesIn(text, q2).map(({ start, end }) => `${start} ${end}`)).toEqual(expected);
  });
});

it('sentences end where they end, and not at short forms', () => {
  expect(sentences('See e.g. Abbey ward. It fell by 0.5.\n- One\n2. Two').map(({ text }) => text)).toEqual([
    'See e.g. Abbey ward.',
    'It fell by 0.5.',
    'One',
    'Two',
  ]);
});

it('settings that are none of ours are as good as nothing', () => {
  expect(checkSettings(undefined)).toEqual(standardChecks);
  expect(checkSettings({ lengthGuide: -1 })).toEqual(standardChecks);
  expect(checkSettings({ lengthGuide: 150 })).toEqual({ ...standardChecks, lengthGuide: 150 });
});
