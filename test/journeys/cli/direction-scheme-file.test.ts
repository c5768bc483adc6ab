import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { directionPresets } from '../../../src/domain/direction/presets.ts';
import { parseDirectionScheme } from '../../../src/domain/direction/scheme.ts';
import { page } from './command.ts';

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
const check = ajv.compile(JSON.parse(page('schemas/direction-scheme.schema.json')));

const least = { id: 'ours', name: 'Ours', version: 1, effectiveFrom: '2018-04-01', basis: 'previousPeriod' };
const rolling = (periods: unknown) => ({ basis: { kind: 'rollingMean', periods } });
const percent = (amount: unknown) => ({ deadBand: { kind: 'relative', percent: amount } });
const points = (amount: unknown) => ({ deadBand: { kind: 'absolute', amount } });
const otherwise = (basis: unknown, when: unknown = ['noEarlierFigure']) => ({ fallback: { when, basis } });

/** The least that a scheme must say, with more or other parts: what the reader of a file and the schema for editors make of it. */
const accepted: readonly [what: string, parts: object][] = [
  ['the least there is', {}],
  ['each name of a comparison', { basis: 'samePeriodLastYear' }],
  ['a comparison written as an object', { basis: { kind: 'lastOutturn' } }],
  ['a rolling mean of two periods', rolling(2)],
  ['a rolling mean of sixty periods', rolling(60)],
  ['a test for chance', { basis: 'tested' }],
  ['no dead band', { deadBand: { kind: 'none' } }],
  ['a dead band of 2 per cent', percent('2')],
  ['a dead band as a number', percent(2.5)],
  ['space around a number', percent(' 0.5 ')],
  ['a change of exactly the band counts', { deadBand: { kind: 'absolute', amount: '0.1', edge: 'moved' } }],
  ['another comparison for two reasons', otherwise('lastOutturn', ['targetsProfiled', 'noEarlierFigure'])],
  ['another comparison that is a rolling mean', otherwise({ kind: 'rollingMean', periods: 4 })],
  ['no other comparison', { fallback: null }],
  ['at least three figures', { minimumPoints: 3 }],
  ['all figures of a rolling mean', { ...rolling(3), minimumPoints: 4 }],
  ['one word of its own', { labels: { stabilised: 'No change' } }],
  ['a word for a figure that cannot be better', { atOptimum: { label: 'At its best' } }],
  ['thresholds of small numbers', { smallNumbers: { events: 5, denominator: 0 } }],
  [
    'a test for chance with null for what it cannot have',
    { basis: 'spc', fallback: null, minimumPoints: null },
  ],
];

const refused: readonly [what: string, parts: object][] = [
  ['no comparison', { basis: undefined }],
  ['a comparison that nobody knows', { basis: 'yesterday' }],
  ['a comparison that is not built', { basis: 'regression' }],
  ['the same as an object', { basis: { kind: 'regression' } }],
  ['a comparison that is a number', { basis: 3 }],
  ['a comparison without its kind', { basis: { periods: 3 } }],
  ['a rolling mean by its name alone', { basis: 'rollingMean' }],
  ['a rolling mean of one period', rolling(1)],
  ['a rolling mean of sixty-one periods', rolling(61)],
  ['a rolling mean of two and a half periods', rolling(2.5)],
  ['periods as text', rolling('3')],
  ['periods of another comparison', { basis: { kind: 'lastOutturn', periods: 3 } }],
  ['a field that a comparison has not', { basis: { kind: 'lastOutturn', years: 3 } }],
  ['a field that a rolling mean has not', { basis: { kind: 'rollingMean', periods: 3, years: 3 } }],
  ['a dead band of nothing', percent('0')],
  ['a dead band of nothing, at length', percent('0.00')],
  ['a dead band of nothing, as a number', percent(0)],
  ['a dead band below nothing', points('-1')],
  ['a dead band below nothing, as a number', points(-1)],
  ['a dead band with a comma', points('1,5')],
  ['a dead band with its sign of per cent', percent('2%')],
  ['a dead band with an exponent', percent('1e2')],
  ['a dead band in words', points('two')],
  ['a dead band too small to be typed as a number', points(1e-7)],
  ['a dead band too large to be exact as a number', points(1e15)],
  ['a dead band without its amount', { deadBand: { kind: 'relative' } }],
  ['a dead band of a kind that is none', { deadBand: { kind: 'sigma', amount: '2' } }],
  ['an edge that is none', { deadBand: { kind: 'relative', percent: '2', edge: 'both' } }],
  ['another comparison without a reason', otherwise('lastOutturn', [])],
  ['another comparison for a reason that is none', otherwise('lastOutturn', ['always'])],
  ['another comparison that is not built', otherwise('regression')],
  ['another comparison that tests for chance', otherwise('spc')],
  ['the same as an object', otherwise({ kind: 'tested' })],
  ['another comparison beside a test for chance', { basis: 'tested', ...otherwise('lastOutturn') }],
  ['a least number of figures beside a test for chance', { basis: { kind: 'spc' }, minimumPoints: 5 }],
  ['at least one figure', { minimumPoints: 1 }],
  ['at least sixty-two figures', { minimumPoints: 62 }],
  ['an empty word', { labels: { improving: '' } }],
  ['a word of nothing but space', { labels: { improving: '  ' } }],
  ['a word for an outcome that is none', { labels: { better: 'Better' } }],
  ['a name of nothing but space', { name: ' ' }],
  ['one threshold of two', { smallNumbers: { events: 5 } }],
  ['a threshold above a thousand', { smallNumbers: { events: 5, denominator: 1001 } }],
  ['a day that is none', { effectiveFrom: '2018-02-30' }],
  ['a day in words', { effectiveFrom: 'soon' }],
  ['a name with capitals for an identifier', { id: 'Our scheme' }],
  ['a field that is none', { colour: 'blue' }],
];

/** What no JSON Schema can say without a line for each number there is. */
const refusedByTheReaderAlone: readonly [what: string, parts: object][] = [
  ['more figures than a rolling mean has', { ...rolling(3), minimumPoints: 5 }],
  ['a dead band of more digits than are certain', points(0.12345678901234)],
];

/** As it would stand in a file. */
const file = (parts: object): unknown => JSON.parse(JSON.stringify({ ...least, ...parts }));
const isRead = (parts: object) => 'scheme' in parseDirectionScheme(file(parts));
const fits = (parts: object) => check(file(parts));

describe('a direction scheme in a file is read, and its schema accepts it', () => {
  it.each(accepted)('%s', (_what, parts) => {
    expect([isRead(parts), fits(parts)]).toEqual([true, true]);
  });

  it.each(directionPresets.map((preset) => [preset.name, preset] as const))('%s', (_name, preset) => {
    expect([isRead(preset), fits(preset)]).toEqual([true, true]);
  });
});

describe('a direction scheme in a file is refused, and so it is by its schema', () => {
  it.each(refused)('%s', (_what, parts) => {
    expect([isRead(parts), fits(parts)]).toEqual([false, false]);
  });

  it.each(refusedByTheReaderAlone)('%s: by the reader alone', (_what, parts) => {
    expect([isRead(parts), fits(parts)]).toEqual([false, true]);
  });
});
