import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixture, inProject, workFolder } from './command.ts';
import { documentOf } from './documents.ts';
import { runHere } from './run-here.ts';

const cwd = workFolder();
const files = ['measures', 'targets', 'series', 'updates'].map((kind) => fixture(`testham/${kind}.csv`));
const [measures, targets, , updates] = files as [string, string, string, string];
const run = (...args: string[]) => runHere(args);
beforeAll(() => process.chdir(cwd));
const write = (name: string, text: string) => writeFileSync(join(cwd, name), text);

interface Imported {
  result: string;
  files: {
    file: string;
    counts: Record<string, { added: number; changed: number; unchanged: number }> | null;
  }[];
  problems: { file: string; row: number; column?: string; value?: string; severity: string }[];
}
const addedBy = (document: Imported) =>
  document.files.map(({ counts }) =>
    Object.values(counts ?? {}).reduce((sum, { added, changed }) => sum + added + changed, 0),
  );

describe('tables of a council that is new here', () => {
  beforeAll(async () => {
    const first = await run('import', ...files, '--new-authority', 'Borough of Testham', '--json');
    expect(first.err).toBe('');
    expect(addedBy(documentOf<Imported>(first, 'import'))).toEqual([7, 5, 6, 7]);
  });

  it('reports them for a period that was over before they were imported', async () => {
    const { code, out } = await run(
      'report',
      'improvement',
      '--period',
      '2024-25/Q2',
      '--format',
      'csv,json',
    );
    expect({ code, out }).toEqual({
      code: 0,
      out: 'testham-improvement-report-2024-25-Q2.csv\ntestham-improvement-report-2024-25-Q2.json\n',
    });
    const report = readFileSync(join(cwd, 'testham-improvement-report-2024-25-Q2.csv'), 'utf8');
    expect(report).toContain('e.g. from <name of school> leavers');
    expect(report.trimEnd().split('\r\n').length).toBe(2);
  });

  it('writes the whole scorecard, into a folder that it makes', async () => {
    const args = ['scorecard', '--period', '2024-25/Q2', '--format', 'html', '--out', 'new/below', '--json'];
    const document = documentOf(await run('report', ...args), 'report-files');
    expect(document).toMatchObject({
      report: 'scorecard',
      authority: { code: 'testham', name: 'Borough of Testham' },
      measures: 3,
      files: [{ path: join('new', 'below', 'testham-scorecard-2024-25-Q2.html') }],
    });
  });

  it('changes nothing when the same files come again', async () => {
    const document = documentOf<Imported>(await run('import', ...files, '--json'), 'import');
    expect(addedBy(document)).toEqual([0, 0, 0, 0]);
  });

  it('refuses all files where one is wrong, and lists every problem', async () => {
    write('more-updates.csv', 'Code,Period,Actual\nLIB 3,2024-25/Q3,"119,000"\n');
    write(
      'bad-targets.csv',
      'Code,Period,Value\nZZ 9,2024-25/Q2,12\nLIB 3,2024-25/Q9,12\nLIB 3,2024-25/Q3,"1,00"\n',
    );
    const refused = await run('import', 'more-updates.csv', 'bad-targets.csv', '--json');
    const document = documentOf<Imported>(refused, 'import');
    expect(refused.code).toBe(1);
    expect(document.result).toBe('refused');
    expect(document.files.map(({ counts }) => counts)).toEqual([null, null]);
    const where = document.problems.map(({ file, row, column, value }) => [file, row, column, value]);
    expect(where).toEqual([
      ['bad-targets.csv', 2, 'Code', 'ZZ 9'],
      ['bad-targets.csv', 3, 'Period', '2024-25/Q9'],
      ['bad-targets.csv', 4, 'Value', '1,00'],
    ]);
    expect(refused.err).toMatch(/3 errors\. Nothing was imported\.\n$/);
    // The first file was good, and still nothing of it is there.
    const later = await run('report', 'scorecard', '--period', '2024-25/Q3', '--format', 'csv');
    expect(later.code).toBe(1);
    expect(later.err).toContain(
      'No figure is recorded for 2024-25/Q3. Figures are recorded for 2023-24/Q2, 2024-25/Q2.',
    );
  });

  it('says what a dry run would do, and does not', async () => {
    write('q3-updates.csv', 'Code,Actual\nLIB 3,"119,000"\n');
    const args = ['import', 'q3-updates.csv', '--period', '2024-25/Q3', '--dry-run'];
    const dry = await run(...args);
    expect(dry).toEqual({
      code: 0,
      out: 'q3-updates.csv: read as updates. Nothing was changed (dry run).\n1 row read for Borough of Testham\n',
      err: '',
    });
    expect(documentOf(await run(...args, '--json'), 'import')).toMatchObject({
      result: 'dryRun',
      files: [{ period: '2024-25/Q3', counts: null }],
    });
    const report = await run('report', 'scorecard', '--period', '2024-25/Q3', '--format', 'csv');
    expect(report.code).toBe(1);
  });

  it('adds a measure to the scorecard, and drops none that the file does not name', async () => {
    write(
      'a-measures.csv',
      'Code,Title,Directorate,Unit,Polarity\nNEW 4,Visits to parks,Place,number,higher\n',
    );
    expect((await run('import', 'a-measures.csv')).code).toBe(0);
    const args = ['report', 'scorecard', '--period', '2024-25/Q2', '--format', 'csv', '--json'];
    expect(documentOf(await run(...args), 'report-files')).toMatchObject({ measures: 4 });
  });

  it('keeps who approved a target when a later file does not say', async () => {
    write('quiet-targets.csv', 'Code,Period,Value\nLIB 3,2024-25/Q2,"120,000"\n');
    const document = documentOf<Imported>(await run('import', 'quiet-targets.csv', '--json'), 'import');
    expect(addedBy(document)).toEqual([0]);
  });

  it.each(['updates', 'measures', 'targets', 'series', 'peers'])(
    'reads its own template of %s back',
    async (kind) => {
      const period = kind === 'measures' ? [] : ['--period', '2024-25/Q3'];
      const written = await run('template', kind, ...period, '--out', 'templates', '--json');
      const { path } = documentOf<{ path: string }>(written, 'template');
      const back = await run('import', path, '--json');
      expect(back.code).toBe(0);
      expect(addedBy(documentOf<Imported>(back, 'import'))).toEqual([0]);
    },
  );

  it('names the measure of a figure that it has none for', async () => {
    write('other-updates.csv', 'Code,Period,Actual\nLIB3,2024-25/Q3,1\n');
    const { code, err } = await run('import', 'other-updates.csv');
    expect(code).toBe(1);
    expect(err).toMatch(
      /^error: other-updates\.csv, row 2, column "Code": .*LIB3.*\n1 error\. Nothing was imported\.\n$/,
    );
  });

  it('does not take one council for another, nor another scheme for its own', async () => {
    const same = await run('import', updates, '--new-authority', 'Testham District Council');
    expect(same.code).toBe(1);
    expect(same.err).toContain('The code "testham" is that of Borough of Testham here.');
    const scheme = await run('import', updates, '--scheme', 'kent');
    expect(scheme.code).toBe(2);
    expect(scheme.err).toContain('Borough of Testham is judged by the scheme "derby" already');
    const direction = await run('import', updates, '--direction', 'tested');
    expect(direction.code).toBe(2);
    expect(direction.err).toContain('Borough of Testham has the direction of travel scheme "derby" already');
  });

  it('asks which of two councils is meant', async () => {
    const own = { id: 'ours', name: 'Ours', version: 1, effectiveFrom: '2018-04-01', basis: 'tested' };
    write('direction.json', JSON.stringify(own));
    const schemes = ['--scheme', 'norfolk-2013', '--direction', 'direction.json'];
    await run('import', measures, '--new-authority', 'Otherham Council', ...schemes);
    const unsaid = await run('report', 'improvement', '--period', '2024-25/Q2', '--format', 'csv');
    expect(unsaid.code).toBe(1);
    expect(unsaid.err).toBe(
      'This database holds several authorities: otherham, testham. Add --authority CODE.\n',
    );
    const said = ['--authority', 'TESTHAM', '--period', '2024-25/Q2', '--format', 'csv'];
    expect((await run('report', 'improvement', ...said)).code).toBe(0);
    expect((await run('import', updates, '--authority', 'otherham')).code).toBe(0);
    const json = ['--authority', 'otherham', '--period', '2024-25/Q2', '--format', 'json'];
    const { out } = await run('report', 'improvement', ...json);
    expect(JSON.parse(readFileSync(join(cwd, out.trim()), 'utf8'))).toMatchObject({
      directionOfTravel: {
        scheme: 'Ours',
        basis: 'Latest figure against earlier ones, tested for chance where it can be',
      },
    });
    const wrong = await run('report', 'improvement', '--authority', 'nowhere', '--period', '2024-25/Q2');
    expect(wrong.err).toBe('There is no authority "nowhere". There is: otherham, testham.\n');
  });
});

describe('tables for an empty database', () => {
  const data = ['--data', 'empty'];

  it('asks for the name of the council', async () => {
    const { code, err } = await run('import', targets, ...data);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'This database holds no authority yet. Add --new-authority "Name of the council", or import an improvement report first.\n',
    });
  });

  it('does not blame the files that wait for a refused one', async () => {
    write('bad-measures.csv', 'Code,Title,Directorate,Unit\nX 1,A title,,number\n');
    const args = [
      'import',
      'bad-measures.csv',
      targets,
      '--new-authority',
      'Testham Council',
      ...data,
      '--json',
    ];
    const { problems } = documentOf<Imported>(await run(...args), 'import');
    expect(problems.map(({ file, severity }) => [file, severity])).toEqual(
      expect.arrayContaining([
        ['bad-measures.csv', 'error'],
        ['targets.csv', 'warning'],
      ]),
    );
    expect(problems.filter(({ file }) => file === 'targets.csv').length).toBe(1);
  });

  it('takes a directorate that is not held for a slip, unless told that it is new', async () => {
    write(
      'measures-of-health.csv',
      'Code,Title,Directorate,Unit,Decimals,Polarity,Frequency\nPH 1,Smokers who quit,Public Health,number,0,higher,quarterly\n',
    );
    const refused = await run('import', 'measures-of-health.csv', '--dry-run', '--authority', 'testham');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('There is no directorate called “Public Health”.');
    expect(refused.err).toContain('import with --new-directorates');
    const taken = await run(
      'import',
      'measures-of-health.csv',
      '--new-directorates',
      '--dry-run',
      '--authority',
      'testham',
    );
    expect(taken.code).toBe(0);
  });

  it('words a report as it is told to', async () => {
    const asked = [
      'report',
      'improvement',
      '--period',
      '2024-25/Q2',
      '--format',
      'json',
      '--authority',
      'testham',
    ];
    const own = await run(...asked, '--wording', inProject('docs/examples/wording.json'), '--json');
    expect(JSON.parse(own.out)).toMatchObject({ title: 'Exception report: Council Scorecard' });
    write('wording.json', '{"improvementTitle": ""}');
    const broken = await run(...asked, '--wording', 'wording.json');
    expect(broken.code).toBe(1);
    expect(broken.err).toContain('wording.json is not a valid wording:\n  improvementTitle: ');
  });
});
