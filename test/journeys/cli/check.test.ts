import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixture, workFolder } from './command.ts';
import { documentOf } from './documents.ts';
import { runHere } from './run-here.ts';

const cwd = workFolder();
beforeAll(() => {
  process.chdir(cwd);
  copyFileSync(fixture('legacy/eastmere-2019-12-31.txt'), join(cwd, 'report.txt'));
});

interface Checked {
  counts: { measures: number; warning: number; advice: number; withoutText: number };
  readOn: string;
  measures: { measure: string; update: string | null; findings: { rule: string; quote: string }[] }[];
}
const rulesOf = (document: Checked) =>
  document.measures.flatMap(({ measure, findings }) => findings.map(({ rule }) => `${measure} ${rule}`));

describe('outturn check of a file', () => {
  it('says what disagrees, without a database', async () => {
    const ended = await runHere(['check', 'report.txt', '--json']);
    expect(ended.code).toBe(0);
    const document = documentOf<Checked>(ended, 'check');
    expect(rulesOf(document)).toEqual(['HO 1 changeDiffers', 'HO 1 datePassed', 'HO 2 figureDiffers']);
    expect(document.counts).toEqual({ measures: 2, withoutText: 0, warning: 3, advice: 0 });
  });

  it('reads as on another day, and knows the abbreviations it is given', async () => {
    const early = documentOf<Checked>(
      await runHere(['check', 'report.txt', '--on', '2019-11-15', '--json']),
      'check',
    );
    expect(early.readOn).toBe('2019-11-15');
    expect(rulesOf(early)).not.toContain('HO 1 datePassed');
    writeFileSync('words.csv', 'HP,Housing Panel\nRSL = Registered social landlord\n');
    expect((await runHere(['check', 'report.txt', '--glossary', 'words.csv'])).code).toBe(0);
    writeFileSync('bad.csv', 'HP\n');
    const bad = await runHere(['check', 'report.txt', '--glossary', 'bad.csv']);
    expect(bad).toMatchObject({ code: 1, out: '' });
    expect(bad.err).toContain('bad.csv, line 1 has no abbreviation');
  });

  it('ends with 1 only where it is asked to', async () => {
    expect((await runHere(['check', 'report.txt', '--fail-on', 'warning'])).code).toBe(1);
    const json = await runHere(['check', 'report.txt', '--fail-on', 'warning', '--json']);
    expect(json).toMatchObject({ code: 1, err: '3 warnings.\n' });
    documentOf(json, 'check');
    const none = await runHere(['check', 'none.txt', '--json']);
    expect(none.code).toBe(1);
    documentOf(none, 'check');
  });

  it.each([
    [[]],
    [['report.txt', '--period', '2019-20/Q3']],
    [['report.txt', '--measure', 'HO 1']],
    [['--period', '2019-20/Q9']],
    [['--period', '2019-20/Q3', '--scheme', 'derby']],
    [['report.txt', '--fail-on', 'sometimes']],
    [['report.txt', '--on', 'yesterday']],
  ])('is wrong usage: %j', async (args) => {
    expect(await runHere(['check', ...args])).toMatchObject({ code: 2, out: '' });
  });
});

describe('outturn check of what is recorded', () => {
  beforeAll(async () => {
    const imported = await runHere(['import', 'report.txt']);
    expect(imported.code).toBe(0);
  });

  it('finds in the database what it finds in the file', async () => {
    const document = documentOf<Checked>(
      await runHere(['check', '--period', '2019-20/Q3', '--json']),
      'check',
    );
    expect(rulesOf(document)).toEqual(['HO 1 changeDiffers', 'HO 1 datePassed', 'HO 2 figureDiffers']);
    expect(document.measures.every(({ update }) => update === null)).toBe(true);
  });

  it('takes one measure, and refuses what is not there', async () => {
    const one = documentOf<Checked>(
      await runHere(['check', '--period', '2019-20/Q3', '--measure', 'ho 2', '--json']),
      'check',
    );
    expect(rulesOf(one)).toEqual(['HO 2 figureDiffers']);
    expect(await runHere(['check', '--period', '2019-20/Q3', '--measure', 'HO 9'])).toMatchObject({
      code: 1,
    });
    expect(await runHere(['check', '--period', '2018-19/Q1'])).toMatchObject({ code: 1 });
  });
});
