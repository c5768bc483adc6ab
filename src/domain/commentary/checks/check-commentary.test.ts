import { describe, expect, it } from 'vitest';
import { periodOf } from '../../period/parse.ts';
import { predecessor } from '../../period/relate.ts';
import { checkCommentary } from './check-commentary.ts';
import { exampleInput, figuresIn } from './example-input.ts';

const found = (input: Parameters<typeof exampleInput>[0]) =>
  checkCommentary(exampleInput(input)).map(({ rule, quote }) => `${rule}: ${quote}`);

describe('dates that have passed', () => {
  it.each([
    [
      'Demand to be considered by the leadership team in August 2018.',
      ['datePassed: to be considered by the leadership team in August 2018'],
    ],
    ['A review is planned for 14 September 2018.', ['datePassed: is planned for 14 September 2018']],
    ['The new forms will be in use by the end of Q1.', ['datePassed: will be in use by the end of Q1']],
    ['A report was due in August 2018 and was late.', []],
    ['The scheme launched in August 2018 will be reviewed in November 2018.', []],
    ['We will extend the pilot that began in July 2018.', []],
    ['The delay is due to a fire in August 2018.', []],
    ['To be reviewed in October 2018.', []],
    ['Sessions have been planned from September onwards.', []],
  ])('%s', (context, expected) => expect(found({ texts: { context } })).toEqual(expected));
});

describe('what must not be published', () => {
  it.each([
    ['Ask jo.bell@example.gov.uk for details.', ['contactDetails: jo.bell@example.gov.uk']],
    ['Ring 01632 960 123.', ['contactDetails: 01632 960 123']],
    ['There were 44,745 transactions in 2018, 0.5 more than 2017.', []],
  ])('%s', (context, expected) => expect(found({ texts: { context } })).toEqual(expected));
});

describe('texts that are the same as last time', () => {
  const period = periodOf('2018-19/Q2');
  const text = 'The service keeps recruiting and expects to be at full strength soon.';
  const texts = { context: text, actions: '', intervention: '' };
  const former = [
    { period: predecessor(period), texts: { ...texts, context: text.replace('.', '!') }, status: null },
    { period: predecessor(predecessor(period)), texts, status: null },
  ];

  it('counts how often, whatever the punctuation', () => {
    const [finding] = checkCommentary(exampleInput({ texts, former }));
    expect(finding).toMatchObject({ rule: 'textUnchanged', quote: text, severity: 'warning' });
    expect(finding?.says).toContain('the last 2 times (since quarter 4 of 2017-18)');
  });
});

it('what stands after a word of change is not its subject', () => {
  const figures = figuresIn(periodOf('2018-19/Q2'), {
    now: { position: '87.4' },
    past: [{ position: '84.9' }],
  });
  const texts = { context: 'It doubled last quarter, the same as Performance.' };
  expect(found({ texts, figures }).filter((one) => one.startsWith('differenceDiffers'))).toEqual([]);
});

describe('the key of a finding', () => {
  const keyIn = (context: string) => checkCommentary(exampleInput({ texts: { context } }))[0]?.key;

  it('stays while words and figures stay, wherever they stand', () => {
    const key = keyIn('A review is planned for August 2018.');
    expect(key).toMatch(/^[0-9a-f]{16}$/);
    expect(keyIn('First this. A  review is planned for August 2018.')).toBe(key);
    expect(keyIn('A review is planned for July 2018.')).not.toBe(key);
  });
});
