import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { outturn, workFolder } from './command.ts';

const cwd = workFolder();
const run = (...args: string[]) => outturn(args, { cwd });
const write = (name: string, lines: readonly string[]) =>
  writeFileSync(join(cwd, name), `${lines.join('\n')}\n`);

describe('parts of a figure and tolerances of its own, from files to reports', () => {
  beforeAll(async () => {
    write('measures.csv', [
      'Code,Title,Directorate,Unit,Decimals,Polarity,Frequency,Period basis',
      'LIB 3,Visits to libraries,Place,number,0,Higher,Quarter,Discrete',
    ]);
    write('targets.csv', [
      'Code,Period,Role,Value,Reason',
      'LIB 3,2018-19/Q2,Target,1000,',
      'LIB 3,2018-19,Tolerance,10%,closures for repair are not known in advance',
    ]);
    write('updates.csv', [
      'Code,Period,Actual,Part of,Part',
      'LIB 3,2018-19/Q2,920,,',
      'LIB 3,2018-19/Q2,500,Library,Central',
      'LIB 3,2018-19/Q2,410,Library,North',
    ]);
    const files = ['measures.csv', 'targets.csv', 'updates.csv'];
    const { code, err } = await run('import', ...files, '--new-authority', 'Borough of Testham');
    expect(code).toBe(0);
    expect(err.trim()).toBe(
      'warning: updates.csv, row 2, column "Actual": The parts by library add up to 910, and the figure is 920, a difference of 10. ' +
        'Correct the figure or the part that is wrong, or add the part that is missing. If the measure is an average, say so by a denominator in its definition.',
    );
    const report = await run('report', 'scorecard', '--period', '2018-19/Q2', '--format', 'json,html');
    expect(report.code, report.err).toBe(0);
  });

  it('prints the parts under the actual, and judges by the tolerance with its reason', () => {
    const stem = join(cwd, 'testham-scorecard-2018-19-Q2');
    const { measures } = JSON.parse(readFileSync(`${stem}.json`, 'utf8'));
    expect(measures[0].actual.notes).toEqual([
      'by library: Central 500; North 410',
      'the parts by library add up to 910, and the figure is 920, a difference of 10',
    ]);
    expect(measures[0].parts.map(({ name }: { name: string }) => name)).toEqual(['Central', 'North']);
    expect(measures[0].status).toMatchObject({
      label: 'Amber',
      explanation: expect.stringContaining(
        '(its own tolerance of 10%, because closures for repair are not known in advance)',
      ),
    });
    expect(readFileSync(`${stem}.html`, 'utf8')).toContain('by library: Central 500; North 410');
  });

  it('refuses a tolerance that nobody gave a reason for', async () => {
    write('more-targets.csv', ['Code,Period,Role,Value', 'LIB 3,2018-19/Q3,Tolerance,12%']);
    const { code, err } = await run('import', 'more-targets.csv');
    expect(code).toBe(1);
    expect(err).toContain('The period setting of “tolerance” has no reason. Say who agreed 12, and why.');
  });
});
