import { describe, expect, it } from 'vitest';
import { knownMeasures } from '../table/known.ts';
import { SAMPLE_MEASURES } from '../table/sample-measures.ts';
import { importSeries, seriesFacts } from './import-series.ts';

const known = { measures: knownMeasures(SAMPLE_MEASURES) };
const csv = (text: string) => importSeries({ name: 'series.csv', bytes: Buffer.from(text) }, { known });

describe('a file of past values', () => {
  it('is read with targets and the numbers behind the values', async () => {
    const { rows, problems } = await csv(
      'Code\tPeriod\tValue\tTarget\tNumerator\tDenominator\nCP 1\t2017-18/M06\t5\t6\t1,000\t10\nCP 1\t2017-18/M07\tN/A\t\t\t\n',
    );
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      { period: '2017-18/M06', numerator: '1000', denominator: '10' },
      { period: '2017-18/M07', value: { kind: 'missing', reason: 'notApplicable' }, target: null },
    ]);
    const facts = seriesFacts(rows, { source: 'series.csv', recordedAt: '2018-10-05T09:00:00Z' });
    expect(facts.observations.map((fact) => [fact.role, fact.period])).toEqual([
      ['actual', '2017-18/M06'],
      ['actual', '2017-18/M07'],
    ]);
    expect(facts.targets).toMatchObject([{ period: '2017-18/M06', role: 'target', version: 1 }]);
  });

  it('refuses the whole file for one wrong value', async () => {
    const { rows, problems } = await csv(
      'Code,Period,Value\nCP 1,2017-18/M06,5\nCP 1,2017-18/M13,5\nCP 1,2017-18/M08,5kg\n',
    );
    expect(rows).toEqual([]);
    expect(problems.map((problem) => [problem.row, problem.column])).toEqual([
      [3, 'Period'],
      [4, 'Value'],
    ]);
  });
});
