import { describe, expect, it } from 'vitest';
import { type Basis, basisKinds } from './basis.ts';
import { basisInWords, basisKindInWords, deadBandInWords, directionKey } from './basis-in-words.ts';
import { scheme } from './example-inputs.ts';
import { directionPresets, presetDirection } from './presets.ts';
import { type DirectionSchemeInput, parseDirectionScheme } from './scheme.ts';
import { directionAsStated } from './stated.ts';

const good = { id: 'ours', name: 'Ours', version: 1, effectiveFrom: '2018-04-01', basis: 'previousPeriod' };

describe('a scheme from a file', () => {
  it('fills in what may be left out', () => {
    expect(parseDirectionScheme(good)).toMatchObject({
      scheme: {
        basis: { kind: 'previousPeriod' },
        deadBand: { kind: 'none' },
        minimumPoints: null,
        labels: {
          improving: 'Improving',
          stabilised: 'Stabilised',
          deteriorating: 'Deteriorating',
          unavailable: 'N/A',
        },
      },
    });
  });

  it('reads a preset back from its own JSON', () => {
    for (const preset of directionPresets) {
      expect(parseDirectionScheme(JSON.parse(JSON.stringify(preset)))).toEqual({ scheme: preset });
    }
  });

  it.each<[change: object, path: string, message: string, remedy: string]>([
    [
      { basis: 'regression' },
      'basis',
      'The basis “regression” is not built yet.',
      'Use one of: previousPeriod',
    ],
    [
      { basis: 'tested', fallback: { when: ['noEarlierFigure'], basis: 'lastOutturn' } },
      'fallback',
      'has no other to fall back on',
      'Take the fallback out',
    ],
    [{ basis: 'spc', minimumPoints: 5 }, 'minimumPoints', 'its own least number', 'Take minimumPoints out'],
    [{ smallNumbers: { events: 5 } }, 'smallNumbers.denominator', 'missing', 'preset'],
    [{ basis: 'yesterday' }, 'basis', 'No basis is called “yesterday”.', 'samePeriodLastYear'],
    [{ basis: 'rollingMean' }, 'basis', 'needs its number of periods', '"periods": 3'],
    [
      { basis: { kind: 'rollingMean', periods: 1 } },
      'basis.periods',
      'needs its number of periods',
      'from 2 to 60',
    ],
    [
      { basis: { kind: 'lastOutturn', periods: 3 } },
      'basis',
      'Only rollingMean has periods',
      'Take them out',
    ],
    [{ basis: { kind: 'lastOutturn', years: 3 } }, 'basis.years', 'not a field', 'spelling'],
    [{ basis: undefined }, 'basis', 'It is missing.', 'Every scheme needs it.'],
    [
      { fallback: { when: ['always'], basis: 'lastOutturn' } },
      'fallback.when[0]',
      'not allowed',
      'targetsProfiled',
    ],
    [{ deadBand: { kind: 'relative', percent: '0' } }, 'deadBand.percent', 'above zero', '"none"'],
    [{ deadBand: { kind: 'relative', percent: '1,5' } }, 'deadBand.percent', 'not a plain number', '"2.5"'],
    [{ deadBand: { kind: 'sigma' } }, 'deadBand.kind', 'kind is not known', 'none, relative or absolute'],
    [{ deadBnd: {} }, 'deadBnd', 'not a field', 'spelling'],
    [{ minimumPoints: 1 }, 'minimumPoints', 'at least 2', 'preset'],
    [
      { basis: { kind: 'rollingMean', periods: 3 }, minimumPoints: 5 },
      'minimumPoints',
      'never has 5',
      'Use 4 at most.',
    ],
    [{ effectiveFrom: '1 April' }, 'effectiveFrom', 'not a date', '2018-04-01'],
    [{ id: 'Our scheme' }, 'id', 'not an identifier', 'small letter'],
    [{ name: '' }, 'name', 'empty', 'Write something'],
  ])('refuses %o at %s', (change, path, message, remedy) => {
    const read = parseDirectionScheme({ ...good, ...change });
    if (!('problems' in read)) throw new Error('accepted');
    const found = read.problems.find((each) => each.path === path);
    expect(found, JSON.stringify(read.problems)).toBeDefined();
    expect(found?.message).toContain(message);
    expect(found?.remedy).toContain(remedy);
  });

  it('refuses what is no object at all', () => {
    expect(parseDirectionScheme('derby')).toMatchObject({ problems: [{ path: 'scheme', value: '"derby"' }] });
  });
});

describe('presets', () => {
  it('have ids of their own, and are found by them', () => {
    const ids = directionPresets.map((preset) => preset.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(presetDirection('derby').basis.kind).toBe('forecastAgainstLastOutturn');
    expect(() => presetDirection('atlantis')).toThrow('there are derby, norfolk-2013');
  });
});

describe('in words', () => {
  it.each([
    ['derby', "Year-end forecast compared with last year's outturn"],
    ['norfolk-2013', 'Latest figure compared with the previous quarter'],
    ['lincoln', 'Latest figure compared with the same quarter last year'],
    ['scottish-npf', 'Latest figure compared with the average of the 3 quarters before'],
  ])('%s: %s', (preset, words) => {
    expect(basisInWords(presetDirection(preset), 'quarter')).toBe(words);
  });

  it('the dead band', () => {
    expect(deadBandInWords(presetDirection('derby'))).toBeNull();
    expect(deadBandInWords(presetDirection('scottish-npf'))).toBe(
      "A change of up to 0.1 in the measure's unit, either way, counts as Maintaining.",
    );
  });

  it.each(basisKinds)('the key says what %s is, and what each word means', (kind) => {
    const basis: Basis = kind === 'rollingMean' ? { kind, periods: 5 } : { kind };
    const key = directionKey(scheme({ basis }));
    const others = basisKinds.filter((other) => other !== kind).map(basisKindInWords);
    expect(others).not.toContain(key.basis);
    expect(key.basis).toBe(basisInWords({ basis }));
    expect(key.basis).toContain(
      kind === 'rollingMean' ? 'the average of the 5 periods before' : basisKindInWords(kind),
    );
    expect(new Set(key.lines.map(({ sentence }) => sentence)).size).toBe(4);
  });

  it.each<[parts: Partial<DirectionSchemeInput>, note: string]>([
    [
      { deadBand: { kind: 'relative', percent: '2' } },
      'A change of up to 2% of the earlier figure, either way, counts as Stabilised.',
    ],
    [
      { deadBand: { kind: 'absolute', amount: '0.5', edge: 'moved' } },
      "A change of less than 0.5 in the measure's unit, either way, counts as Stabilised.",
    ],
    [
      { basis: 'testedDifference', deadBand: { kind: 'absolute', amount: '1' } },
      "A change of up to 1 in the measure's unit, either way, counts as Stabilised.",
    ],
    [
      {
        fallback: {
          when: ['targetsProfiled', 'noEarlierFigure'],
          basis: { kind: 'rollingMean', periods: 4 },
        },
      },
      'Where the targets change through the year or there is no such earlier figure: latest figure compared with the average of the 4 periods before.',
    ],
    [{ minimumPoints: 5 }, 'None is given on fewer than 5 figures.'],
    [{ atOptimum: { label: 'At its best' } }, 'At its best: unchanged, and could not be better.'],
    [
      { smallNumbers: { events: 5, denominator: 30 } },
      'Where fewer than 5 cases are counted, or there are fewer than 30 cases in all, status and direction carry a note.',
    ],
    [
      { smallNumbers: { events: 0, denominator: 30 } },
      'Where there are fewer than 30 cases in all, status and direction carry a note.',
    ],
    [
      { smallNumbers: { events: 0, denominator: 0 } },
      'Status and direction carry no note, however few the cases are.',
    ],
    [{ note: 'Reviewed each year.' }, 'Reviewed each year.'],
  ])('the key says %o', (parts, note) => {
    expect(directionKey(scheme(parts)).notes).toContain(note);
  });

  it('the whole key, generated', () => {
    const key = directionKey(presetDirection('havering-2013-short'), 'quarter');
    expect(key.lines.map((line) => `${line.symbol ?? ''} ${line.label}: ${line.sentence}`.trim())).toEqual([
      '↑ Improving: The latest figure is better than the previous quarter.',
      '→ Stabilised: The latest figure equals the previous quarter.',
      '↓ Deteriorating: The latest figure is worse than the previous quarter.',
      'N/A: There is no direction of travel; the reason is given with the measure.',
    ]);
    expect(key.notes).toEqual([
      "Where the targets change through the year: latest figure compared with last year's outturn.",
    ]);
  });
});

describe('as a document stated it', () => {
  it.each([
    ['Improving', 'improving', '↑'],
    ['STABILISED', 'stabilised', '→'],
    ['Worsening', 'deteriorating', '↓'],
    ['N/A', null, null],
  ])('%s', (stated, outcome, symbol) => {
    expect(directionAsStated(stated, presetDirection('derby'))).toEqual({
      kind: 'asStated',
      label: stated,
      outcome,
      symbol,
      basisInWords: 'as published; basis not stated',
    });
  });
});
