import { describe, expect, it } from 'vitest';
import { knownMeasures } from '../table/known.ts';
import { SAMPLE_MEASURES } from '../table/sample-measures.ts';
import { importPeers, peerValues } from './import-peers.ts';

const known = { measures: knownMeasures(SAMPLE_MEASURES) };
const versions = new Map([['EI 12/EI 3', ['2016-04-01', '2018-10-01']]]);
const HEADINGS =
  'Code,Period,Area code,Area,Kind of area,Value,Numerator,Denominator,Same definition,Definition note,Source,Source date';
const csv = (...rows: string[]) =>
  importPeers(
    { name: 'peers.csv', bytes: Buffer.from(`${[HEADINGS, ...rows].join('\n')}\n`) },
    { known, versions },
  );
/** Everything that is not the matter of a row, in order. */
const row = (value: string, cases = ',', definition = ',', source = 'Table 4,13-Dec-2018') =>
  `EI 12/EI 3,2017-18,E1,Ashby,,${value},${cases},${definition},${source}`;

describe('a file of what others have', () => {
  it('is read with its cases, its source and the version of the measure that it follows', async () => {
    const { rows, problems } = await csv(
      row('40.0', '4,10'),
      'EI 12/EI 3,2018-19/Q3,E92000001,England,average,44.1%,,,No,Counts schools,Table 5,2019-03-01',
      'NI 155,2017-18,E2,Calder,Council,*,,,,,Table 6,13-Dec-2018',
    );
    expect(problems).toEqual([]);
    expect(peerValues(rows, { source: 'peers.csv', recordedAt: '2019-01-09T09:00:00Z' })).toMatchObject([
      {
        measure: 'EI 12/EI 3',
        period: '2017-18',
        area: { code: 'E1', name: 'Ashby' },
        kind: 'council',
        numerator: '4',
        denominator: '10',
        sameDefinition: true,
        definitionNote: null,
        follows: '2016-04-01',
        publication: 'Table 4',
        publishedOn: '2018-12-13',
        source: 'peers.csv',
      },
      { kind: 'average', follows: '2018-10-01', sameDefinition: false, definitionNote: 'Counts schools' },
      { measure: 'AHH Local 2A (i)', figure: { kind: 'missing', reason: 'suppressed' } },
    ]);
  });

  it.each([
    ['one of two numbers', row('40.0', '4,'), 'Denominator', /without the other/],
    ['the other of two', row('40.0', ',10'), 'Numerator', /without the other/],
    ['part of a case', row('40.0', '4.5,10'), 'Numerator', /not whole cases/],
    ['out of none', row('40.0', '0,0'), 'Numerator', /not whole cases/],
    ['more than there are', row('40.0', '11,10'), 'Numerator', /more were counted/],
    ['cases that come to something else', row('41.0', '4,10'), 'Value', /41\.0% is not what 4 of 10 come to/],
    ['another way of counting, unsaid', row('40.0', ',', 'No,'), 'Same definition', /not how/],
    ['no source', row('40.0', ',', ',', ',13-Dec-2018'), 'Source', /blank/],
    ['no date of the source', row('40.0', ',', ',', 'Table 4,'), 'Source date', /blank/],
    ['a day that is none', row('40.0', ',', ',', 'Table 4,31-Feb-2018'), 'Source date', /./],
    ['no figure of the unit', row('40kg'), 'Value', /./],
    ['a kind that is none', row('40').replace('Ashby,,', 'Ashby,Country,'), 'Kind of area', /not one of/],
    ['an area without a code', row('40').replace('E1', ''), 'Area code', /blank/],
    ['a period that is none', row('40').replace('2017-18', '2017-19'), 'Period', /./],
    ['a measure that is none', row('40').replace('EI 12/EI 3', 'EI 99'), 'Code', /no measure/],
  ])('refuses %s', async (_, line, column, message) => {
    const { rows, problems } = await csv(line);
    expect(rows).toEqual([]);
    expect(problems).toMatchObject([{ severity: 'error', row: 2, column, file: 'peers.csv' }]);
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.remedy).toMatch(/^[A-Z]/);
  });

  it('takes a value that was rounded from its cases', async () => {
    // 1 of 3 is 33.333…%: as published, to none, one and two decimals.
    for (const value of ['33', '33.3', '33.33']) {
      expect((await csv(row(value, '1,3'))).problems).toEqual([]);
    }
    expect((await csv(row('33.4', '1,3'))).problems).toHaveLength(1);
  });

  it('refuses one code with two names, and the same value twice', async () => {
    const { problems } = await csv(
      row('40'),
      row('41').replace('2017-18', '2016-17').replace('Ashby', 'Ashfield'),
      row('42'),
    );
    expect(problems.map(({ row, column, message }) => [row, column, message])).toEqual([
      [3, 'Area', 'E1 is called “Ashby” in row 2.'],
      [4, undefined, 'Row 4 repeats row 2: EI 12/EI 3, 2017-18, Ashby (E1).'],
    ]);
  });

  it('lists every problem of a file at once and keeps nothing of it', async () => {
    const { rows, problems } = await csv(
      row('40'),
      row('x').replace('E1', 'E2'),
      row('40', '1,2').replace('E1', 'E3'),
    );
    expect(rows).toEqual([]);
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [3, 'Value'],
      [4, 'Value'],
    ]);
  });
});
