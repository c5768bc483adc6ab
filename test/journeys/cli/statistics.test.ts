import { expect, it } from 'vitest';
import { outturn, workFolder } from './command.ts';
import { documentOf } from './documents.ts';

const cwd = workFolder();
const counts = 'code,count,denominator\nA1,4,10\nA2,,50\n';

it.each([
  ['interval', counts, []],
  ['interval', 'code,value\nA,4\nA,6\nB,\n', ['--kind', 'mean']],
  ['interval', 'code,age,count,denominator\nA,0-4,4,100\nA,5-9,,90\n', ['--kind', 'dsr']],
  ['interval', 'code,count,expected\nA,4,3.5\nB,,3\n', ['--kind', 'isr']],
  ['compare', counts, []],
  ['compare', counts, ['--rows', 'periods', '--kind', 'rate']],
  ['compare', counts, ['--rows', 'trend']],
  ['compare', 'code,count,denominator\nA,4,10\nB,9,12\nC,,4\n', ['--funnel', 'plain', '--benchmark', '50']],
  ['compare', 'code,count,denominator\nA,0,10\nB,0,12\n', ['--kind', 'rate']],
  ['forecast', 'year,value\n2018,1\n2018,\n', ['--target', '3']],
  ['forecast', 'year,value\n2018,1\n2018,4\n', ['--target', '3']],
] as const)('%s prints the document it promises, of %j with %j', async (verb, input, options) => {
  documentOf(await outturn([verb, ...options, '--json'], { cwd, input }), verb);
});

it('says each mistake of one row, and of standardised rates, with its column and value', async () => {
  const rows = await outturn(['interval'], { cwd, input: 'code,count,denominator\nA1,-5,0\n' });
  expect(rows.err).toContain('row 2, column "count": A count is a whole number from 0. Found: "-5".');
  expect(rows.err).toContain('row 2, column "denominator": This cannot be counted out of. Found: "0".');
  const input =
    'code,age,count,denominator\nA,0-4,10,1000\nA,0-9,1,0\nB,0-3,1,5\nB,young,2,-300\nB,young,2,300\n';
  const { code, out, err } = await outturn(['interval', '--kind', 'dsr'], { cwd, input });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  for (const said of [
    'row 3, column "denominator": There are no people that a rate could be of. Found: "0".',
    'row 3, column "age": These ages are in row 2 too.',
    'row 4, column "age": This band cuts a band of the European Standard Population in two. Found: "0-3".',
    'row 5, column "age": This is no age band. Found: "young".',
    'row 5, column "denominator": There are no people that a rate could be of. Found: "-300".',
    'row 6, column "age": B has this part twice.',
  ]) {
    expect(err).toContain(said);
  }
  const none = await outturn(['interval', '--kind', 'isr'], { cwd, input: 'code,count,expected\nA,4,0\n' });
  expect(none.err).toContain('No event was expected in A');
  expect((await outturn(['interval', '--kind', 'isr'], { cwd, input: 'code,count\nA,4\n' })).code).toBe(1);
});

it('holds an area against the others alone, and says so', async () => {
  const input = 'code,count,denominator\nbig,900,1000\nsmall,5,10\nsmaller,6,10\n';
  const { out, err } = await outturn(['compare', '--polarity', 'higher'], { cwd, input });
  // The big one against 11 of 20, not against 911 of 1,020, which is mostly itself.
  expect(out.split('\n')[1]).toMatch(/^big,90,[\d.]+,[\d.]+,55,better,1,3,/);
  expect(err).toContain('against the average of all the others: its own figures are left out');
  const alone = await outturn(['compare'], { cwd, input: 'code,count,denominator\nonly,4,10\n' });
  expect(alone.out.split('\n')[1]).toMatch(/^only,40,[\d.]+,[\d.]+,,,1,1,/);
  const twice = await outturn(['compare'], { cwd, input: 'code,count,denominator\nA,4,10\nA,5,10\n' });
  expect(twice.err).toContain('row 3, column "code": Row 2 has the same code. Found: "A". Keep one of them.');
});

it.each([['80'], ['100'], ['0.95'], ['x']])('a level of %s is wrong usage', async (level) => {
  const { code, out, err } = await outturn(['interval', '--level', level], { cwd, input: counts });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/--level is/);
});

it('refuses every mistake at once, with its row, and prints nothing else', async () => {
  const input = 'code,count,denominator\nA1,5,4\nA2,x,10\n';
  const { code, out, err } = await outturn(['interval'], { cwd, input });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('More were counted');
  expect(err).toContain('not a number');
});
