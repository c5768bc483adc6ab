import { describe, expect, it } from 'vitest';
import { toText } from '../../domain/number/decimal.ts';
import type { TypedFigure } from '../../domain/number/figure.ts';
import { parseFigure } from '../../domain/number/parse.ts';
import { rawWorkbook, textRow } from '../../formats/testing/raw-workbook.ts';
import { figureOf, knownMeasures } from '../table/known.ts';
import { SAMPLE_MEASURES, sampleMeasure } from '../table/sample-measures.ts';
import { importUpdates, type UpdateOptions } from './import-updates.ts';
import { updateFacts } from './update-facts.ts';

const known = { measures: knownMeasures(SAMPLE_MEASURES) };
const csv = (text: string, options: Partial<UpdateOptions> = {}) =>
  importUpdates({ name: 'updates.csv', bytes: Buffer.from(text) }, { known, ...options });
const xlsx = (rows: string, options: Partial<UpdateOptions> = {}) =>
  importUpdates({ name: 'updates.xlsx', bytes: rawWorkbook({ rows }) }, { known, ...options });

const value = (figure: TypedFigure | null | undefined) =>
  figure?.kind === 'number' ? toText(figure.value) : figure;

describe('a file of updates', () => {
  it('is read exactly, with forgiving headings, codes and aliases', async () => {
    const { rows, problems } = await csv(
      'MEASURE_CODE,Period ,actual,Year-to-date,forecast,numerator,Denominator,Provisional,flags,Improvement Actions,note\r\n' +
        'ni 155,2018-19/Q2,81.10,80.5,,812,10013,yes,late,"- one\n- two",\r\n' +
        'EI 12/EI  3,2018-19/Q2,94.5%,,95,,,,,,seen\r\n' +
        'l&i pm23c,2018-19/Q2,on track,,,,,,,,\r\n' +
        'CP 1,2018-19/Q2,£1.2m,,-5,,,,,"\'-5 less than before",\r\n',
    );
    expect(problems).toEqual([]);
    expect(
      rows.map((row) => [row.measure, value(row.actual), value(row.toDate), value(row.forecast)]),
    ).toEqual([
      ['AHH Local 2A (i)', '81.1', '80.5', null],
      ['EI 12/EI 3', '94.5', null, '95'],
      ['L&I PM23c', { kind: 'step', step: 'On track', typed: 'on track' }, null, null],
      ['CP 1', '1200000', null, '-5'],
    ]);
    expect(rows[0]).toMatchObject({
      row: 2,
      numerator: '812',
      denominator: '10013',
      flags: ['provisional', 'late'],
    });
    expect(rows[0]?.actions?.tree[0]?.type).toBe('ul');
    expect(rows[3]?.actions?.raw).toBe('-5 less than before');
  });

  it('keeps a blank apart from a reason, and both apart from zero', async () => {
    const { rows } = await csv(
      'Code,Actual,Reason for no figure,Context\nCP 1,,awaited,\nEI 12/EI 3,0,,\nNI 155,,,Only words\n',
      { period: '2018-19/Q2' },
    );
    expect(rows.map((row) => row.actual)).toMatchObject([
      { kind: 'missing', reason: 'awaited' },
      { kind: 'number' },
      null,
    ]);
  });

  it('says when a year-to-date measure is given the period alone', async () => {
    const days = sampleMeasure(
      'CP 08f',
      { kind: 'duration', decimals: 1, noun: 'days' },
      { periodBasis: 'toDate' },
    );
    const own = { measures: knownMeasures([days]) };
    const doubts = async (period: string, heading: string, cells: string) =>
      (await csv(`Code,Period,${heading}\nCP 08f,${period},${cells}\n`, { known: own })).problems;
    expect(await doubts('2018-19/Q2', 'Actual', '3.07')).toMatchObject([
      { severity: 'warning', column: 'Actual', remedy: expect.stringContaining('Fill in To date as well') },
    ]);
    expect(await doubts('2018-19/Q2', 'Actual,To date', '3.07,5.6')).toEqual([]);
    expect(await doubts('2018-19/Q1', 'Actual', '2.53')).toEqual([]);
  });

  it('keeps honest text that looks like markup', async () => {
    const { rows } = await csv('Code,Actual,Context\nCP 1,1,e.g. <name of school> & x<y & y<z\n', {
      period: '2018-19/Q2',
    });
    expect(rows[0]?.context?.raw).toBe('e.g. <name of school> & x<y & y<z');
  });

  it('lists every problem at once, with its place, and imports nothing', async () => {
    const { rows, problems } = await csv(
      'Code,Period,Actual,Reason,Flags,Note\n' +
        'CP 2,2018-19/Q2,1,,,\n' +
        'CP 1,2018/19 q2,"1.000,0",,,\n' +
        'EI 12/EI 3,2018-19/Q2,12%%,,soon,\n' +
        'NI 155,2018-19/Q2,5,Awaited,,\n' +
        'CP 1,2018-19/Q3,5,,,\n' +
        'cp 1,2018-19/Q3,6,,,\n' +
        'L&I PM23c,2018-19/Q2,,,,left over\n' +
        ',2018-19/Q2,5,,,\n',
    );
    expect(rows).toEqual([]);
    expect(problems.every((problem) => problem.severity === 'error' && problem.file === 'updates.csv')).toBe(
      true,
    );
    expect(problems.map((problem) => [problem.row, problem.column, problem.value])).toEqual([
      [2, 'Code', 'CP 2'],
      [3, 'Period', '2018/19 q2'],
      [4, 'Flags', 'soon'],
      [5, 'Reason for no figure', 'Awaited'],
      [7, undefined, undefined],
      [8, 'Actual', undefined],
      [9, 'Code', undefined],
    ]);
    expect(problems[0]?.remedy).toContain('“CP 1”');
    expect(problems[1]?.remedy).toContain('2018-19/Q2');
    expect(problems[4]?.message).toBe('Row 7 repeats row 6: CP 1, 2018-19/Q3.');
  });

  it.each(['1.000,0', '1,00,0', '185,00', 'NaN', '1e400', '12%%', '=1+1', '5 days'])(
    'refuses the figure %s',
    async (typed) => {
      const { problems } = await csv(`Code,Actual\nCP 1,"${typed}"\n`, { period: '2018-19/Q2' });
      expect(problems).toMatchObject([{ severity: 'error', row: 2, column: 'Actual', value: typed }]);
      expect(problems[0]?.remedy).not.toBe('');
    },
  );

  it('passes over rows of a template that nobody filled in', async () => {
    const { rows, problems } = await csv(
      'Code,Title,Period,Actual\nCP 1,Costs,2018-19/Q2,\nNI 155,,2018-19/Q2,4\n',
    );
    expect(rows).toHaveLength(1);
    expect(problems).toMatchObject([{ severity: 'warning', row: 2, column: 'Code' }]);
  });

  it('says which column is unknown, missing or there twice', async () => {
    const { problems } = await csv('Actaul,Title,__proto__,constructor,Forecast,forecast\n1,2,3,4,5,6\n');
    expect(problems.map((problem) => problem.message)).toEqual([
      'There is no column called “Actaul”.',
      'There is no column called “__proto__”.',
      'There is no column called “constructor”.',
      'The column “Forecast” appears twice.',
      'The column “Code” is missing.',
    ]);
    expect(problems[0]?.remedy).toContain('Did you mean “Actual”?');
  });

  it('needs rows, a period, and text that is not too long', async () => {
    expect((await csv('Code,Actual\n')).problems[0]?.message).toContain('no rows');
    expect((await csv('Code,Actual\nCP 1,1\n')).problems[0]).toMatchObject({ column: 'Period', row: 2 });
    const long = await csv(`Code,Period,Context\nCP 1,2018-19/Q2,${'x'.repeat(20_001)}\n`);
    expect(long.problems[0]?.message).toContain('20,000');
    expect((await csv('Code,Period,Actual\nCP\u200b 1,2018-19/Q2,1\n')).problems[0]?.message).toContain(
      'cannot be seen',
    );
  });
});

describe('a workbook of updates', () => {
  const head = textRow(1, ['Code', 'Period', 'Actual', 'Title']);
  const start = (row: number) =>
    `<row r="${row}"><c t="inlineStr"><is><t>CP 1</t></is></c><c t="inlineStr"><is><t>2018-19/Q${row}</t></is></c>`;

  it('refuses formulas and errors in what is imported, and ignores them elsewhere', async () => {
    const { rows, problems } = await xlsx(
      `${head}${start(2)}<c><f>1+1</f><v>2</v></c></row>${start(3)}<c t="e"><v>#DIV/0!</v></c></row>${start(4)}<c><v>1E+400</v></c><c><f>A1</f></c></row>`,
    );
    expect(rows).toEqual([]);
    expect(problems.map((problem) => [problem.sheet, problem.row, problem.column, problem.value])).toEqual([
      ['Updates', 2, 'Actual', '=1+1'],
      ['Updates', 3, 'Actual', '#DIV/0!'],
      ['Updates', 4, 'Actual', '1E+400'],
    ]);
    expect(problems[0]?.remedy).toContain('Paste Special');
  });

  it('warns where a cell holds more digits than Excel shows', async () => {
    const { rows, problems } = await xlsx(`${head}${start(2)}<c><v>0.30000000000000004</v></c></row>`);
    expect(value(rows[0]?.actual)).toBe('0.3');
    expect(problems).toMatchObject([{ severity: 'warning', row: 2, column: 'Actual' }]);
  });

  it('reads its own sheet or the only one, and says when it cannot tell', async () => {
    const other = rawWorkbook({ rows: `${head}${start(2)}<c><v>1</v></c></row>`, sheetName: 'Anything' });
    expect((await importUpdates({ name: 'a.xlsx', bytes: other }, { known })).rows).toHaveLength(1);
  });
});

describe('what follows from updates', () => {
  it('states facts, with numerator and flags beside the figure they made', async () => {
    const { rows } = await csv(
      'Code,Actual,To date,Forecast,Numerator,Provisional,Context,Note\nCP 1,1,2,3,10,yes,Words,Noted\n',
      {
        period: '2018-19/Q2',
      },
    );
    const facts = updateFacts(rows, { source: 'updates.csv', recordedAt: '2018-10-05T09:00:00Z' });
    expect(
      facts.observations.map((fact) => [fact.role, fact.numerator, fact.flags.length, fact.note]),
    ).toEqual([
      ['actual', '10', 1, 'Noted'],
      ['toDate', null, 1, null],
      ['forecast', null, 0, null],
    ]);
    expect(facts.commentaries).toMatchObject([{ part: 'context', measure: 'CP 1', source: 'updates.csv' }]);
  });

  it('has a short way for plain numbers that says what the long one says', () => {
    const measure = sampleMeasure('X', { kind: 'percentage', decimals: 1 });
    const report = { error: () => {}, warning: () => {} };
    for (const typed of ['0', '-5.2', '0.10', '81.1', '123456789012345', '1000', '100.000']) {
      expect({ figure: figureOf(typed, measure, 'actual', report) }).toEqual(
        parseFigure(typed, measure.unit),
      );
    }
  });
});
