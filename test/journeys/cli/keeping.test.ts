import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../../src/store/migrations/index.ts';
import { debianBinaries, startDebianServer } from '../../contracts/debian-server.ts';
import { ended, fixture, inProject, outturn, workFolder } from './command.ts';
import { documentOf } from './documents.ts';

const cwd = workFolder();
const northby = fixture('legacy/northby-2019-06-30.txt');
const run = (...args: string[]) => outturn(args, { cwd });
const report = ['report', 'improvement', '--period', '2019-20/Q1', '--format', 'csv', '--out'];

describe('keeping a database', () => {
  beforeAll(async () => {
    const first = documentOf(await run('migrate', '--json'), 'migrate');
    expect(first).toMatchObject({ applied: migrations.map(({ version, name }) => ({ version, name })) });
    const { code } = await run('import', northby);
    expect(code).toBe(0);
  });

  it('migrates once', async () => {
    const { version } = documentOf<{ version: number }>(await run('migrate', '--json'), 'migrate');
    expect((await run('migrate')).out).toBe(`The database is at version ${version}: nothing to do.\n`);
  });

  it('backs up, verifies, and restores into an empty place the same report', async () => {
    const backup = documentOf<{ rows: number }>(await run('backup', 'kept/a.backup', '--json'), 'backup');
    const verify = documentOf(await run('verify', 'kept/a.backup', '--json'), 'verify');
    expect(verify).toEqual(backup);
    const restored = await run('restore', 'kept/a.backup', '--data', 'second', '--json');
    expect(documentOf(restored, 'restore')).toEqual(backup);
    await run(...report, 'one');
    await run(...report, 'two', '--data', 'second');
    const name = 'northby-improvement-report-2019-20-Q1.csv';
    expect(readFileSync(join(cwd, 'two', name))).toEqual(readFileSync(join(cwd, 'one', name)));
  });

  it('restores neither over data nor from a damaged file', async () => {
    await run('backup', 'b.backup');
    const full = await run('restore', 'b.backup');
    expect(full.code).toBe(1);
    expect(full.err).toContain('A backup is restored into an empty database only');
    copyFileSync(join(cwd, 'b.backup'), join(cwd, 'damaged.backup'));
    const bytes = readFileSync(join(cwd, 'damaged.backup'));
    const middle = Math.floor(bytes.length / 2);
    bytes.fill(0, middle, middle + 200);
    writeFileSync(join(cwd, 'damaged.backup'), bytes);
    for (const args of [
      ['verify', 'damaged.backup'],
      ['restore', 'damaged.backup', '--data', 'third'],
    ]) {
      const { code, err } = await run(...args);
      expect(code).toBe(1);
      expect(err).toContain('damaged.backup is not a whole outturn backup');
    }
    expect(existsSync(join(cwd, 'third'))).toBe(false);
  });

  it('cannot write where it may not', async () => {
    writeFileSync(join(cwd, 'a-file'), 'text');
    for (const out of ['a-file', 'a-file/below']) {
      const { code, err } = await run(...report, out);
      expect(code).toBe(1);
      expect(err).toContain('is a file, not a folder. Choose another place.');
    }
    const backup = await run('backup', 'a-file/x.backup');
    expect(backup.err).toContain('is a file, not a folder. Choose another place.');
  });

  it.skipIf(!existsSync('/proc/self'))('returns where the system denies a folder (Linux)', async () => {
    const { code, err } = await run(...report, '/proc/outturn-reports');
    expect({ code, err }).toEqual({
      code: 1,
      err: 'The folder "/proc/outturn-reports" cannot be made. Choose another place.\n',
    });
  });

  it.skipIf(!existsSync('/usr/bin/script'))('shows progress on a terminal only (needs script)', async () => {
    const command = `"${process.execPath}" "${inProject('bin/outturn.js')}" import "${northby}" --dry-run`;
    const { out } = await ended('/usr/bin/script', ['-qec', command, '/dev/null'], { cwd });
    expect(out).toContain('\r\u001b[2KReading northby-2019-06-30.txt…\r\u001b[2K');
    expect(out.lastIndexOf('Reading')).toBeLessThan(out.indexOf('warning: '));
  });
});

const binaries = debianBinaries();

describe.skipIf(binaries === null)('DATABASE_URL (skipped where no PostgreSQL server is installed)', () => {
  let server: Awaited<ReturnType<typeof startDebianServer>>;
  beforeAll(async () => {
    server = await startDebianServer(binaries as string);
  });
  afterAll(() => server.stop());

  it('does the same on a server', async () => {
    const env = { DATABASE_URL: await server.newDatabase() };
    const here = (...args: string[]) => outturn(args, { cwd, env });
    const imported = await here('import', northby, '--json');
    expect(documentOf(imported, 'import')).toMatchObject({ result: 'imported' });
    expect((await here(...report, 'served')).code).toBe(0);
    expect(existsSync(join(cwd, 'served', 'northby-improvement-report-2019-20-Q1.csv'))).toBe(true);
    expect((await here('backup', 'served.backup')).code).toBe(0);
    const restored = await outturn(['restore', 'served.backup', '--json'], {
      cwd,
      env: { DATABASE_URL: await server.newDatabase() },
    });
    documentOf(restored, 'restore');
  });

  it('says why a server cannot be used, and never its password', async () => {
    const address = new URL(await server.newDatabase());
    address.pathname = '/none-such';
    address.password = 'secret';
    const { code, err } = await outturn(['migrate'], { cwd, env: { DATABASE_URL: address.href } });
    expect(code).toBe(1);
    expect(err).toBe(
      `The database of DATABASE_URL (${address.host}/none-such) cannot be used: there is no database of that name. Create it first, or correct the name.\n`,
    );
  });
});

it.each([
  ['postgres://somebody:secret@127.0.0.1:1/outturn', 'nothing answers there'],
  ['postgres://somebody:secret@none-such.invalid/outturn', 'Check the address'],
  ['outturn', 'DATABASE_URL is not an address of a database'],
  ['https://somebody:secret@127.0.0.1/outturn', 'DATABASE_URL is not an address of a database'],
])('refuses DATABASE_URL=%s', async (url, words) => {
  const { code, out, err } = await outturn(['migrate', '--json'], { cwd, env: { DATABASE_URL: url } });
  expect(code).toBe(1);
  expect(documentOf({ code, out, err }, 'migrate')).toMatchObject({ result: 'refused' });
  expect(err).toContain(words);
  expect(err).not.toContain('secret');
});
