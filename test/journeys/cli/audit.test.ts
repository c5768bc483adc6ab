import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixture, outturn, workFolder } from './command.ts';
import { documentOf } from './documents.ts';

const cwd = workFolder();
const run = (...args: string[]) => outturn(args, { cwd });

describe('the audit trail on the command line', () => {
  beforeAll(async () => {
    expect((await run('import', fixture('legacy/northby-2019-06-30.txt'))).code).toBe(0);
  });

  it('says that nothing has been sealed yet', async () => {
    expect((await run('audit', 'head')).out).toBe('Nothing has been sealed yet.\n');
    expect(documentOf(await run('audit', 'head', '--json'), 'audit-head')).toMatchObject({ head: null });
    const { code, out } = await run('audit', 'verify');
    expect(code).toBe(0);
    expect(out).toMatch(/^\d events, none of them sealed yet/);
    documentOf(await run('audit', 'verify', '--json'), 'audit-verify');
  });

  it('writes every event to a file, whole or not at all', async () => {
    const { lines } = documentOf<{ lines: number }>(
      await run('audit', 'export', '--out', 'trail.jsonl', '--json'),
      'audit-export',
    );
    const written = readFileSync(join(cwd, 'trail.jsonl'), 'utf8').trimEnd().split('\n');
    expect(written).toHaveLength(lines);
    for (const line of written) JSON.parse(line);
    expect(existsSync(join(cwd, 'trail.jsonl.partial'))).toBe(false);
  });

  it('refuses a head that is none', async () => {
    const { code, err } = await run('audit', 'verify', '--head', 'yesterday');
    expect(code).toBe(2);
    expect(err).toMatch(/head/i);
  });
});
