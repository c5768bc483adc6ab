import { beforeAll, describe, expect, it } from 'vitest';
import { fixture, workFolder } from './command.ts';
import { documentOf } from './documents.ts';
import { runHere } from './run-here.ts';

const cwd = workFolder();
const files = ['measures', 'targets'].map((name) => fixture(`testham/${name}.csv`));
beforeAll(async () => {
  process.chdir(cwd);
  const { code } = await runHere(['import', ...files, '--new-authority', 'Borough of Testham']);
  expect(code).toBe(0);
  for (const [id, name, role] of [
    ['tom.venables', 'Tom Venables', 'contributor'],
    ['judith.shah', 'Judith Shah', 'approver'],
  ]) {
    await runHere(['user', 'add', id!, '--name', name!, '--role', role!]);
  }
});

interface Shown {
  measure: { code: string; retiredAfter: string | null; owner: string | null; note: string | null };
  answersFor: { owner: string | null; contributors: string[]; approvers: Record<string, string> };
  history: { changed: string[]; by: { actor: string; actingAs: string | null; reason: string | null } }[];
}
const shownBy = async (...args: string[]) => {
  const ended = await runHere(['measure', ...args, '--json']);
  expect(ended.err).toBe('');
  return documentOf<Shown>(ended, 'measure');
};

describe('measures', () => {
  it('are listed in the order of the scorecard, and shown by any of their names', async () => {
    const listed = documentOf<{ measures: { code: string; owner: string | null }[] }>(
      await runHere(['measure', 'list', '--json']),
      'measure-list',
    );
    expect(listed.measures.map(({ code }) => code)).toEqual(['HB 01', 'WR 02', 'LIB 3']);
    expect((await shownBy('show', 'hb 01')).measure.code).toBe('HB 01');
    const none = await runHere(['measure', 'show', 'HB 99']);
    expect(none).toMatchObject({
      code: 1,
      err: 'There is no measure "HB 99". "outturn measure list" shows those there are.\n',
    });
  });

  it('are given to people; what is not named stays', async () => {
    const first = await shownBy('owner', 'LIB 3', 'tom.venables', '--approver', 'headOfService=judith.shah');
    expect(first.answersFor).toEqual({
      owner: 'tom.venables',
      contributors: [],
      approvers: { headOfService: 'judith.shah' },
    });
    const second = await shownBy('owner', 'LIB 3', 'tom.venables', '--contributor', 'tom.venables');
    expect(second.answersFor.approvers).toEqual({ headOfService: 'judith.shah' });
    const nobody = await runHere(['measure', 'owner', 'LIB 3', 'no.body', '--contributor', 'no.one']);
    expect(nobody).toMatchObject({
      code: 1,
      err: 'Error: Choose a person.\nError: Choose people of the list.\n',
    });
    const level = await runHere([
      'measure',
      'owner',
      'LIB 3',
      'tom.venables',
      '--approver',
      'mayor=judith.shah',
    ]);
    expect(level).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no level of approval "mayor"'),
    });
  });

  it('are retired with words that are printed, and come back; each change is in the history', async () => {
    const retired = await shownBy(
      'retire',
      'WR 02',
      '--period',
      '2018-19/Q4',
      '--note',
      'Counted nationally',
    );
    expect(retired.measure).toMatchObject({ retiredAfter: '2019-03-31', note: 'Counted nationally' });
    const entry = retired.history.at(-1);
    expect(entry?.changed.sort()).toEqual(['note', 'retiredAfter']);
    expect(entry?.by).toMatchObject({ actingAs: 'operator', reason: 'Counted nationally' });
    expect((await runHere(['measure', 'list'])).out).not.toContain('WR 02');
    expect((await runHere(['measure', 'list', '--retired'])).out).toMatch(
      /WR 02 .* retired after 31-Mar-2019/,
    );
    const back = await shownBy('retire', 'WR 02', '--undo');
    expect(back.measure.retiredAfter).toBeNull();
    expect(back.history.at(-1)?.changed).toEqual(['retiredAfter']);
  });
});

interface Targets {
  changed?: number;
  versions: {
    period: string;
    value: string;
    version: number;
    reason: string | null;
    by: { actor: string };
  }[];
}

describe('targets', () => {
  const set = (...args: string[]) => runHere(['target', 'set', ...args]);

  it('are set for some periods, and the others stay', async () => {
    const done = documentOf<Targets>(
      await set('HB 01', '2024-25/Q1=21 days', '2024-25/Q3=19.5', '--approved-on', '1 March 2024', '--json'),
      'target',
    );
    expect(done.changed).toBe(2);
    expect(done.versions.map(({ period, value, version }) => [period, value, version])).toEqual([
      ['2024-25', '20.0 days', 1],
      ['2024-25/Q2', '20.0 days', 1],
      ['2024-25/Q1', '21 days', 1],
      ['2024-25/Q3', '19.5', 1],
    ]);
    expect((await set('HB 01', '2024-25/Q1=21.0 days')).out).toBe('HB 01: nothing was different.\n');
  });

  it('become a further version with a reason, and never without', async () => {
    const without = await set('HB 01', '2024-25=18');
    expect(without).toMatchObject({
      code: 1,
      err: expect.stringContaining('Say why a target that was set is changed'),
    });
    expect(without.err).toContain('Enter the reference of the decision');
    const decided = ['--approved-by', 'Cabinet', '--decision', 'CAB 24/31'];
    await set('HB 01', '2024-25=18', ...decided, '--reason', 'Void homes are let sooner');
    const { versions } = documentOf<Targets>(
      await runHere(['target', 'history', 'HB 01', '--json']),
      'target',
    );
    expect(versions.at(-1)).toMatchObject({
      period: '2024-25',
      value: '18',
      version: 2,
      reason: 'Void homes are let sooner',
    });
    const listed = documentOf<{
      targets: { measure: string; period: string; value: string; version: number }[];
    }>(await runHere(['target', 'list', '--year', '2024-25', '--json']), 'target-list');
    const inForce = listed.targets.filter((one) => one.measure === 'HB 01' && one.period === '2024-25');
    expect(inForce).toMatchObject([{ value: '18', version: 2 }]);
  });

  it('are refused all at once where the measure takes none such, and nothing is set', async () => {
    const wrong = await set('HB 01', '2024-25/M01=20', 'low:2024-25=4', '2024-25/Q1=');
    expect(wrong.code).toBe(1);
    expect(wrong.err.trim().split('\n')).toEqual([
      'HB 01 has no target for 2024-25/M01. It has one for 2024-25/Q1, 2024-25/Q2, 2024-25/Q3, 2024-25.',
      'HB 01 is promised one target, not a range. Write 2024-25=….',
      'Type the target for 2024-25/Q1 after the =.',
    ]);
    const unreadable = await set(
      'HB 01',
      '2024-25/Q1=soon',
      '2024-25/Q2=later',
      '--reason',
      'Why not',
      '--json',
    );
    const { problems } = documentOf<{ problems: { message: string }[] }>(unreadable, 'target');
    expect(problems).toHaveLength(2);
  });
});
