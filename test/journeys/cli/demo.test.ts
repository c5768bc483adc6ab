import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { outturn, workFolder } from './command.ts';
import { documentOf } from './documents.ts';

const cwd = workFolder();

it('fills the demonstration authority once and writes its reports', async () => {
  const env = { DEMO_ONCE: '1' };
  const first = await outturn(['demo'], { cwd, env });
  expect({ code: first.code, err: first.err }).toEqual({ code: 0, err: '' });
  const reports = readdirSync(join(cwd, '.outturn', 'reports')).sort();
  const endings = ['csv', 'docx', 'html', 'json', 'pdf', 'xlsx'];
  expect(reports).toEqual(
    ['improvement-report', 'scorecard'].flatMap((kind) =>
      endings.map((ending) => `borchester-${kind}-2018-19-Q2.${ending}`),
    ),
  );
  for (const name of reports) expect(first.out).toContain(join('.outturn', 'reports', name));
  const again = await outturn(['demo', '--json'], { cwd, env });
  const { files } = documentOf<{ files: string[] }>(again, 'demo');
  expect(files.length).toBe(reports.length);
  const report = ['report', 'improvement', '--period', '2018-19/Q2', '--format', 'csv'];
  expect((await outturn(report, { cwd })).code).toBe(0);
});
