import { describe, expect, it } from 'vitest';
import { toText } from '../../domain/number/decimal.ts';
import { derby } from '../../domain/status/presets/derby.ts';
import { kent } from '../../domain/status/presets/kent.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import { knownMeasures } from '../table/known.ts';
import { SAMPLE_MEASURES } from '../table/sample-measures.ts';
import { importTargets, targetFacts, targetKey } from './import-targets.ts';

const known = { measures: knownMeasures(SAMPLE_MEASURES) };
const csv = (text: string, scheme: StatusScheme = derby) =>
  importTargets({ name: 'targets.csv', bytes: Buffer.from(text) }, { known, scheme });

describe('a file of targets', () => {
  it('is read with roles, approval and dates', async () => {
    const { rows, problems } = await csv(
      'code;period;role;target;approved by;approved on;reason\nNI 155;2018-19;;84.80;Cabinet;14-Mar-2018;CAB/18/3\nCP 1;2018-19/Q2;floor;£1,200;;;\n',
    );
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      {
        measure: 'AHH Local 2A (i)',
        period: '2018-19',
        role: 'target',
        approvedOn: '2018-03-14',
        reason: 'CAB/18/3',
      },
      { measure: 'CP 1', role: 'floor', approvedBy: null },
    ]);
  });

  it('takes a tolerance in the unit of the scheme, for a year or for one period, with its reason', async () => {
    const { rows, problems } = await csv(
      'Code,Period,Role,Value,Reason\nCP 1,2018-19,Tolerance,10%,prices move at random\nCP 1,2018-19/Q2,tolerance,12.5,the strike\nNI 155,2018-19,Tolerance,N/A,\n',
    );
    expect(problems).toEqual([]);
    expect(
      rows.map(({ period, role, figure }) => [
        period,
        role,
        figure.kind === 'number' ? toText(figure.value) : null,
      ]),
    ).toEqual([
      ['2018-19', 'tolerance', '10'],
      ['2018-19/Q2', 'tolerance', '12.5'],
      ['2018-19', 'tolerance', null],
    ]);
  });

  it('refuses a tolerance without a reason, below zero, in another unit, or that the scheme has not', async () => {
    const rows =
      'Code,Period,Role,Value,Reason\nCP 1,2018-19,Tolerance,10,\nCP 1,2018-19/Q2,Tolerance,-1,x\nCP 1,2018-19/Q3,Tolerance,£5,x\n';
    const { problems } = await csv(rows);
    expect(problems.map(({ row, column, message, remedy }) => [row, column, message, remedy])).toEqual([
      [2, 'Reason', 'The measure setting of “tolerance” has no reason.', 'Say who agreed 10, and why.'],
      [3, 'Value', expect.stringContaining('below zero'), 'Give it as zero or more.'],
      [4, 'Value', '“£5” is not a percentage.', 'Type it as 10%.'],
    ]);
    const none = await csv(rows, kent);
    expect(none.problems.map(({ column }) => column)).toEqual(['Role', 'Role', 'Role']);
  });

  it('numbers a new version after the latest that is held', async () => {
    const { rows } = await csv('Code,Period,Value\nCP 1,2018-19,5\n');
    const from = { source: 'targets.csv', recordedAt: '2018-10-05T09:00:00Z' };
    expect(targetFacts(rows, from).targets[0]?.version).toBe(1);
    const held = new Map([[targetKey({ measure: 'CP 1', period: '2018-19', role: 'target' }), 3]]);
    expect(targetFacts(rows, from, held).targets[0]).toMatchObject({
      version: 4,
      recordedAt: from.recordedAt,
    });
  });

  it('lists every problem at once', async () => {
    const { rows, problems } = await csv(
      'Code,Period,Role,Value,Approved on\nCP 1,Q2,minimum,5,31/02/2018\nCP 9,2018-19,Target,5,\nCP 1,2018-19,Target,5 days,\nNI 155,2018-19,,1,\nNI 155,2018-19,target,2,\nEI 12/EI 3,2018-19,,,\n',
    );
    expect(rows).toEqual([]);
    expect(problems.map((problem) => [problem.severity, problem.row, problem.column])).toEqual([
      ['error', 2, 'Period'],
      ['error', 2, 'Role'],
      ['error', 2, 'Approved on'],
      ['error', 3, 'Code'],
      ['error', 4, 'Value'],
      ['error', 6, undefined],
      ['warning', 7, 'Value'],
    ]);
  });
});
