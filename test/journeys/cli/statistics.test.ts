import { expect, it } from 'vitest';
import { outturn, workFolder } from './command.ts';
import { documentOf } from './documents.ts';

const cwd = workFolder();
const counts = 'code,count,denominator\nA1,4,10\nA2,,50\n';

it.each([
  ['interval', counts, []],
  ['compare', counts, []],
  ['compare', counts, ['--rows', 'periods', '--kind', 'rate']],
  ['forecast', 'year,value\n2018,1\n2018,\n', ['--target', '3']],
  ['forecast', 'year,value\n2018,1\n2018,4\n', ['--target', '3']],
] as const)('%s prints the document it promises, of %j with %j', async (verb, input, options) => {
  documentOf(await outturn([verb, ...options, '--json'], { cwd, input }), verb);
});

it('refuses every mistake at once, with its row, and prints nothing else', async () => {
  const input = 'code,count,denominator\nA1,5,4\nA2,x,10\n';
  const { code, out, err } = await outturn(['interval'], { cwd, input });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('More were counted');
  expect(err).toContain('not a number');
});
