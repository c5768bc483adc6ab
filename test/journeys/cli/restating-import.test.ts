import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixture, workFolder } from './command.ts';
import { documentOf } from './documents.ts';
import { runHere } from './run-here.ts';

const cwd = workFolder();
const run = (...args: string[]) => runHere(args);
const series = (name: string, rows: string) =>
  writeFileSync(join(cwd, name), `Code,Period,Actual\n${rows}\n`);

interface Restated {
  result: string;
  restated: { measure: string; period: string; figure: string; was: string; is: string; effect: string }[];
  changedTargets: Record<string, string | null>[];
  problems: { severity: string; message: string; remedy?: string }[];
}

describe('an import after publication', () => {
  beforeAll(async () => {
    process.chdir(cwd);
    const files = ['measures', 'targets', 'series', 'updates'].map((name) => fixture(`testham/${name}.csv`));
    const loaded = await run('import', ...files, '--new-authority', 'Borough of Testham');
    expect([loaded.code, loaded.err]).toEqual([0, '']);
    // Before anything is published, a figure is corrected without a word.
    series('early-updates.csv', 'WR 02,2024-25/Q2,45.1%');
    expect((await run('import', 'early-updates.csv')).code).toBe(0);
    const ready = ['provisional=The text follows', 'noRound=Checked', 'forecastMissing=None is made'];
    const published = await run(
      ...['publish', 'scorecard', '--period', '2024-25/Q2', '--provisional', 'HB 01'],
      ...ready.flatMap((each) => ['--acknowledge', each]),
    );
    expect([published.code, published.err]).toEqual([0, '']);
    series(
      'late-updates.csv',
      'WR 02,2024-25/Q2,41.0%\nLIB 3,2024-25/Q2,"121,004"\nLIB 3,2024-25/Q1,"60,000"',
    );
  });

  it('is refused without a reason, says what would change, and saves nothing', async () => {
    const refused = await run('import', 'late-updates.csv');
    expect(refused.code).toBe(1);
    expect(refused.out).toBe('');
    expect(refused.err).toMatch(
      /^2024-25\/Q2 is published: 1 figure of it would change\.\n {2}WR 02, actual: 45\.1% > 41\.0%\. \S.*\nSay why: add --reason "…"\..*\nNothing was imported\.\n$/,
    );
    const { result, problems } = documentOf<Restated>(
      await run('import', 'late-updates.csv', '--json'),
      'import',
    );
    expect([result, problems]).toMatchObject([
      'refused',
      [{ severity: 'error', message: '2024-25/Q2 is published: 1 figure of it would change.' }],
    ]);
    expect(problems[0]?.remedy).toContain('--reason');
    const report = await run('report', 'compare', '1', 'now', '--period', '2024-25/Q2', '--what', 'figures');
    expect(report.out).toContain('Nothing that a reader sees is different.');
  });

  it('says so in a dry run, with or without a reason, and changes nothing', async () => {
    const tried = await run('import', 'late-updates.csv', '--dry-run');
    expect([tried.code, tried.err]).toEqual([0, '']);
    expect(tried.out).toContain(
      '2024-25/Q2 is published: 1 figure of it would change.\n  WR 02, actual: 45.1% > 41.0%.',
    );
    expect(tried.out).toContain('Say why: add --reason');
    const said = await run('import', 'late-updates.csv', '--dry-run', '--reason', 'Late', '--json');
    expect(documentOf<Restated>(said, 'import')).toMatchObject({
      result: 'dryRun',
      restated: [{ measure: 'WR 02', figure: 'actual', was: '45.1%', is: '41.0%' }],
    });
    expect((await run('import', 'late-updates.csv')).code).toBe(1);
  });

  it('restates with a reason, once; the next report lists it, and the trail names who did it', async () => {
    const words = ['--reason', 'One contractor reported late', '--reason-kind', 'late-data'];
    const done = await run('import', 'late-updates.csv', ...words);
    expect([done.code, done.err]).toEqual([0, '']);
    expect(done.out).toContain(
      '2024-25/Q2 is published: 1 figure of it changed.\n  WR 02, actual: 45.1% > 41.0%.',
    );
    const again = documentOf<Restated>(await run('import', 'late-updates.csv', '--json'), 'import');
    expect(again).toMatchObject({ result: 'imported', restated: [] });
    const compared = await run(
      'report',
      'compare',
      '1',
      'now',
      '--period',
      '2024-25/Q2',
      '--what',
      'figures',
    );
    expect(compared.out).toContain('Actual: 45.1% > 41.0%');
    await run('audit', 'head');
    const trail = await run('audit', 'export', '--out', 'trail.jsonl');
    expect(trail.err).toBe('');
  });

  it('names each target that published figures were judged by, with what another one would do', async () => {
    writeFileSync('late-targets.csv', 'Code,Period,Value\nWR 02,2024-25/Q2,12%\n');
    const { code, err } = await run('import', 'late-targets.csv');
    expect(code).toBe(1);
    expect(err).toMatch(
      /^2024-25\/Q2 is published: 1 target of it would change\.\n {2}WR 02, target: \S+% > 12\.0%\. \S.*\nSay why/,
    );
    const tried = documentOf<Restated>(
      await run('import', 'late-targets.csv', '--dry-run', '--json'),
      'import',
    );
    expect(tried.restated).toEqual([]);
    expect(tried.changedTargets).toEqual([
      {
        measure: 'WR 02',
        period: '2024-25/Q2',
        target: 'target',
        of: '2024-25/Q2',
        was: '45.0%',
        is: '12.0%',
        exactWas: '45',
        exactIs: '12',
        effect: 'Red becomes Blue; forecast stays Green; direction of travel stays N/A.',
      },
    ]);
  });

  it.each([
    [['--reason', ' '], '--reason is empty'],
    [['--reason-kind', 'late-data'], 'goes with --reason'],
    [['--reason', 'Late', '--reason-kind', 'whim'], '--reason-kind is one of late-data, source-error'],
  ])('%j is wrong usage', async (args, said) => {
    const { code, err } = await run('import', 'late-updates.csv', ...args);
    expect(err).toContain(said);
    expect(code).toBe(2);
  });

  it('keeps the reason as short as it is printed', async () => {
    series('more-updates.csv', 'WR 02,2024-25/Q2,42.0%');
    const { code, err } = await run('import', 'more-updates.csv', '--reason', 'x'.repeat(501));
    expect([code, err]).toEqual([1, 'Error: The reason must be 500 characters or fewer.\n']);
  });
});
