import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixture, founding, workFolder } from './command.ts';
import { documentOf } from './documents.ts';
import { runHere } from './run-here.ts';

const cwd = workFolder();
const northby = fixture('legacy/northby-2019-06-30.txt');
const run = (...args: string[]) => runHere(args);
beforeAll(() => process.chdir(cwd));
const figureOf = (folder: string, name: string, code: string): { actual: { value: string } } =>
  JSON.parse(readFileSync(join(cwd, folder, name), 'utf8')).measures.find(
    (each: { code: string }) => each.code === code,
  );

describe('an improvement report as text', () => {
  const document = 'northby-improvement-report-2019-20-Q1.json';
  const report = ['report', 'improvement', '--period', '2019-20/Q1', '--format', 'json'];
  let between = '';

  beforeAll(async () => {
    const first = await run('import', northby, '--period', '2019-20/Q1', '--json');
    expect(first.code).toBe(0);
    expect(documentOf(first, 'import')).toMatchObject({
      result: 'imported',
      files: [{ kind: 'improvement-report', authority: 'northby', period: '2019-20/Q1' }],
    });
    between = new Date().toISOString();
    const corrected = readFileSync(northby, 'utf8').replace('Actual 26', 'Actual 27');
    writeFileSync(join(cwd, 'northby-corrected.txt'), corrected);
    expect((await run('import', 'northby-corrected.txt')).out).toContain('  actuals and forecasts');
  });

  it('shows how it was read in a dry run', async () => {
    const { code, out, err } = await run('import', northby, '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain(
      'northby-2019-06-30.txt: read as an improvement report. Nothing was changed (dry run).',
    );
    expect(out).toMatch(/line \d+: code KPI 7; title "Bins missed per 100,000 collections"/);
    expect(err).toMatch(/^warning: northby-2019-06-30\.txt, row \d+, column "/);
  });

  it('gives the figures as they were known at a moment, and as they are now', async () => {
    await run(...report, '--out', 'now');
    await run(...report, '--out', 'then', '--as-at', between);
    expect(figureOf('now', document, 'NI 155').actual.value).toBe('27');
    expect(figureOf('then', document, 'NI 155').actual.value).toBe('26');
    const before = await run(...report, '--as-at', '2019-07-01');
    expect(before.code).toBe(1);
    expect(before.err).toBe(
      'Nothing about Northby Borough Council had been recorded by 2019-07-01. Name a later --as-at, or leave it out.\n',
    );
  });

  it('has no whole scorecard to give, and nothing for other periods', async () => {
    const scorecard = await run('report', 'scorecard', '--period', '2019-20/Q1', '--json');
    expect(scorecard.code).toBe(1);
    expect(documentOf(scorecard, 'report-files')).toMatchObject({ result: 'refused' });
    const later = await run('report', 'improvement', '--period', '2029-30/Q1');
    expect(later.err).toBe(
      'No figure is recorded for 2029-30/Q1. Figures are recorded for 2019-20/Q1. Check --period, or import the figures first.\n',
    );
    const earlier = await run('report', 'improvement', '--period', '2009-10/Q1');
    expect(earlier.err).toContain(
      'Northby Borough Council has nothing to report for 2009-10/Q1: its first scorecard begins on',
    );
  });

  it('shows what another scheme would change', async () => {
    const args = ['scheme', 'replay', 'kent', '--period', '2019-20/Q1'];
    const { measures, status } = documentOf<{ measures: number; status: { changes: unknown[] } }>(
      await run(...args, '--json'),
      'scheme-replay',
    );
    const { out } = await run(...args);
    expect(out).toContain(
      `Under Kent 2020, ${status.changes.length} of ${measures} measures would change now.`,
    );
  });

  it('shows what another direction of travel scheme would change, and by what it would be told', async () => {
    const args = ['scheme', 'replay', 'tested', '--direction', '--period', '2019-20/Q1'];
    const { measures, direction } = documentOf<{ measures: number; direction: { changes: unknown[] } }>(
      await run(...args, '--json'),
      'scheme-replay',
    );
    const { out } = await run(...args);
    expect(out).toContain(
      `Under Tested for chance, ${direction.changes.length} of ${measures} measures would have another direction of travel.`,
    );
    documentOf(await run('scheme', 'key', 'tested', '--direction', '--json'), 'scheme-key');
    documentOf(await run('scheme', 'list', '--direction', '--json'), 'scheme-list');
  });

  it('takes neither another period nor another council of the same code', async () => {
    const period = await run('import', northby, '--period', '2018-19/Q2');
    expect(period.code).toBe(1);
    expect(period.err).toContain('This report is about 2019-20/Q1, and --period says 2018-19/Q2.');
    const county = readFileSync(northby, 'utf8').replaceAll(
      'Northby Borough Council',
      'Northby County Council',
    );
    writeFileSync(join(cwd, 'county.txt'), county);
    const other = await run('import', 'county.txt');
    expect(other.code).toBe(1);
    expect(other.err).toContain('If they are one council, add --authority northby');
    expect((await run('import', 'county.txt', '--authority', 'northby', '--dry-run')).code).toBe(0);
    const nowhere = await run('import', northby, '--authority', 'nowhere');
    expect(nowhere.err).toContain(
      'There is no authority "nowhere" here, and northby-2019-06-30.txt is about',
    );
  });

  it('comes in with the next quarter in one command, for a council that is new here', async () => {
    const next = readFileSync(northby, 'utf8').replaceAll('30 June 2019', '30 September 2019');
    writeFileSync(join(cwd, 'northby-q2.txt'), next);
    const both = await run('import', northby, 'northby-q2.txt', '--data', 'both', '--json');
    expect(documentOf(both, 'import')).toMatchObject({
      files: [{ period: '2019-20/Q1' }, { period: '2019-20/Q2' }],
    });
  });
});

describe('files that are no such thing are refused in words', () => {
  const hostile: readonly [name: string, bytes: Buffer, words: string][] = [
    ['empty.txt', Buffer.alloc(0), 'empty'],
    ['picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'not text'],
    ['report.docx', Buffer.from('PK\u0003\u0004 not a zip'), 'Word, Excel or zip file'],
    ['notes.txt', Buffer.from('Dear all,\nplease find attached.\n'), 'There is no row of column headings'],
    ['targets.xlsx', Buffer.from('not a workbook'), 'not an Excel workbook'],
  ];
  it.each(hostile)('%s', async (name, bytes, words) => {
    writeFileSync(join(cwd, name), bytes);
    const { code, out, err } = await run('import', name);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(words);
    expect(err).toMatch(/1 error\. Nothing was imported\.\n$/);
  });
});

describe.skipIf(!existsSync(founding))(
  'the founding document (skipped where it is not beside the project)',
  () => {
    it('comes in whole and goes out in every format', async () => {
      const data = ['--data', 'founding'];
      const { out } = await run('import', founding, ...data);
      expect(out).toMatch(
        /imported as an improvement report for Derby City Council\.\n(.*\n)* {2}measures +25 new/,
      );
      const again = documentOf<{ files: { counts: Record<string, { added: number; changed: number }> }[] }>(
        await run('import', founding, ...data, '--json'),
        'import',
      );
      for (const count of Object.values(again.files[0]?.counts ?? {})) {
        expect(count).toMatchObject({ added: 0, changed: 0 });
      }
      const formats = ['html', 'pdf', 'docx', 'xlsx', 'csv', 'json'];
      const all = ['--format', formats.join(','), '--out', 'derby', ...data];
      const written = await run('report', 'improvement', '--period', '2018-19/Q2', ...all);
      expect(written.err).toBe('');
      expect(readdirSync(join(cwd, 'derby')).sort()).toEqual(
        formats.map((ending) => `derby-improvement-report-2018-19-Q2.${ending}`).sort(),
      );
    });
  },
);
