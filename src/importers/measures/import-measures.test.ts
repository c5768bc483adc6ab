import { describe, expect, it } from 'vitest';
import { importMeasures, type MeasureOptions } from './import-measures.ts';
import { measureFacts } from './measure-facts.ts';
import { unitOf, unitText } from './unit-text.ts';

const csv = (text: string, options: Partial<MeasureOptions> = {}) =>
  importMeasures({ name: 'measures.csv', bytes: Buffer.from(text) }, { validFrom: '2018-04-01', ...options });

describe('a file of measures', () => {
  it('is read with its definition sheet, words and aliases', async () => {
    const { rows, problems } = await csv(
      'Code,Title,Aliases,Directorate,Unit,Decimals,Polarity,Frequency,Period basis,Kind,Meaning,Breaks series,Valid from\n' +
        'YA&H PM08 (NI 155),Homes,NI 155; H8,Adults,per 1000 births,2,lower is better,half yearly,year to date,Data only,"What, exactly",no,01/04/2017\n',
    );
    expect(problems).toEqual([]);
    expect(rows[0]?.measure).toMatchObject({
      code: 'YA&H PM08 (NI 155)',
      aliases: ['NI 155', 'H8'],
      unit: { kind: 'rate', decimals: 2, per: '1000 births' },
      polarity: 'lower',
      frequency: 'half',
      periodBasis: 'toDate',
      kind: 'dataOnly',
      validFrom: '2017-04-01',
      definition: { meaning: 'What, exactly', breaksSeries: false },
      confidence: { polarity: 'confirmed' },
    });
  });

  it('marks what nobody said as unconfirmed, with a warning', async () => {
    const { rows, problems } = await csv('Code,Title,Directorate,Unit\nA,T,D,%\n');
    expect(rows[0]?.measure).toMatchObject({
      polarity: null,
      periodBasis: null,
      confidence: { polarity: 'unconfirmed', periodBasis: 'unconfirmed' },
    });
    expect(problems).toMatchObject([{ severity: 'warning', column: 'Polarity' }]);
  });

  it('takes the last period, or its last day, as the day after which a measure is retired', async () => {
    const { rows } = await csv(
      'Code,Title,Directorate,Unit,Polarity,Retired after\nA,T,D,%,Higher,2017-18/Q4\nB,T,D,%,Higher,2018-03-31\n',
    );
    expect(rows.map(({ measure }) => measure.retiredAfter)).toEqual(['2018-03-31', '2018-03-31']);
  });

  it('lists every problem at once', async () => {
    const organisation = [
      { code: 'AD', name: 'Adults', parent: null, order: 1, validFrom: '2018-04-01', validTo: null },
    ];
    const { rows, problems } = await csv(
      'Code,Title,Aliases,Directorate,Unit,Decimals,Polarity\n' +
        'A,T,X,Adlts,furlongs,1.5,upwards\n' +
        'B,,X; A,Adults,%,1,Higher is better\n',
      { organisation },
    );
    expect(rows).toEqual([]);
    expect(problems.map((problem) => [problem.row, problem.column])).toEqual([
      [2, 'Decimals'],
      [2, 'Polarity'],
      [3, 'Title'],
    ]);
    const later = await csv('Code,Title,Aliases,Directorate,Unit\nA,T,X,Adlts,furlongs\nB,T,x; A,ad,%\n', {
      organisation,
    });
    expect(
      later.problems
        .filter((problem) => problem.severity === 'error')
        .map((problem) => [problem.row, problem.column]),
    ).toEqual([
      [2, 'Unit'],
      [2, 'Directorate'],
      [3, 'Aliases'],
      [3, 'Aliases'],
    ]);
    expect(later.problems[1]?.remedy).toContain('“Adults”');
  });

  it('allows two versions of one measure and refuses the same one twice', async () => {
    const rows =
      'Code,Title,Directorate,Unit,Polarity,Valid from\nA,T,D,%,Higher,2017-04-01\nA,T2,D,%,Higher,2018-04-01\n';
    expect((await csv(rows)).rows).toHaveLength(2);
    expect((await csv(`${rows}A,T3,D,%,Higher,2018-04-01\n`)).problems[0]?.message).toContain(
      'repeats row 3',
    );
  });

  it('states measures, the directorates it is first to name, and scorecards in declared order', async () => {
    const { rows } = await csv(
      'Code,Title,Directorate,Service,Unit,Polarity,Scorecard,Order\nA,T,D1,S1,%,High,,2\nB,T,D2,,%,High,,1\nC,T,D1,,%,High,Other card,\n',
    );
    const facts = measureFacts(rows, { name: 'Council Scorecard', validFrom: '2018-04-01' });
    expect(facts.organisation.map((unit) => [unit.code, unit.parent, unit.order])).toEqual([
      ['D1', null, 1],
      ['D2', null, 2],
      ['S1', 'D1', 3],
    ]);
    expect(facts.scorecards.map((card) => [card.code, card.measures])).toEqual([
      ['council-scorecard', ['B', 'A']],
      ['other-card', ['C']],
    ]);
  });
});

describe('units in words', () => {
  it.each([
    'Number',
    '%',
    '£',
    'Days',
    'Per 10,000 population',
    'Ratio',
    'Yes/No',
    'Date',
    'Completed > On track > Slipped',
    'Number of tonnes',
  ])('reads %s back', (words) => {
    const unit = unitOf(words, 1);
    expect(unit).not.toBeNull();
    expect(unit === null ? '' : unitText(unit)).toBe(words);
  });

  it.each(['furlongs', 'On track', 'a > A'])('does not know %s', (words) => {
    expect(unitOf(words, 1)).toBeNull();
  });
});
