import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ended, fixture, inProject, outturn, workFolder } from './command.ts';
import { documentOf, schemaNames } from './documents.ts';
import { runHere } from './run-here.ts';

const cwd = workFolder();
const northby = fixture('legacy/northby-2019-06-30.txt');
writeFileSync(join(cwd, 'a-file'), 'text\n');
writeFileSync(join(cwd, 'figures.csv'), 'Code,Period,Value\nA,2024-25/Q1,1\n');
writeFileSync(join(cwd, 'targets.csv'), 'Code,Period,Value\nA,2024-25/Q1,1\n');
writeFileSync(join(cwd, 'targets.xls'), 'old');
writeFileSync(join(cwd, 'codes.csv'), 'cell,code\nA,B\n');
writeFileSync(join(cwd, 'broken.json'), '{"id": "x",\n "name": }');
writeFileSync(join(cwd, 'cut.json'), '{"id": "x",\n }');
mkdirSync(join(cwd, 'folder'));

/** Every way to be wrong: what is typed, the exit code, and words that the reader needs. No database is started. */
const wrong: readonly [line: string, code: 1 | 2, words: string][] = [
  ['', 2, 'Usage: outturn'],
  ['nonsense', 2, "unknown command 'nonsense'"],
  ['scheme', 2, 'Usage: outturn scheme'],
  ['scheme nonsense', 2, "unknown command 'nonsense'"],
  ['scheme show', 2, 'missing required argument'],
  ['scheme list extra', 2, 'too many arguments'],
  ['scheme show none-such', 1, 'There is no scheme or file "none-such". Presets: derby'],
  ['scheme key folder', 1, '"folder" is not a file'],
  ['scheme key broken.json', 1, 'broken.json is not valid JSON. Look'],
  ['scheme key cut.json', 1, 'cut.json is not valid JSON. Look'],
  ['scheme key nowhere --direction', 1, 'There is no scheme or file "nowhere". Presets: derby, norfolk-2013'],
  ['scheme show broken.json --direction', 1, '"outturn scheme show --direction derby" prints one'],
  ['scheme replay derby', 2, "required option '--period <code>'"],
  ['scheme replay derby --period Q2', 2, 'is not a reporting period'],
  ['import', 2, "missing required argument 'file'"],
  ['import --nonsense a-file', 2, "unknown option '--nonsense'"],
  ['import none-such.csv --as targets', 1, 'There is no file "none-such.csv"'],
  ['import folder', 1, '"folder" is not a file'],
  ['import figures.csv', 2, 'figures.csv does not say what it holds. Add --as'],
  ['import targets.xls', 1, 'old Excel format'],
  ['import targets.csv --as nonsense', 2, 'There is no kind "nonsense"'],
  ['import targets.csv --commentary rtf', 2, 'There is no commentary format "rtf"'],
  ['import targets.csv --period nonsense', 2, 'is not a reporting period'],
  ['import targets.csv --period 2024-25/Q1', 2, '--period is for updates'],
  ['import targets.csv --codes none-such.csv', 1, 'There is no file "none-such.csv"'],
  [
    'import targets.csv --codes codes.csv',
    1,
    'codes.csv, row 1: The columns cell, code and title are needed',
  ],
  ['import targets.csv --scheme none-such', 1, 'There is no scheme or file'],
  ['import targets.csv --new-authority ?', 2, '"?" is not a name'],
  ['import targets.csv --new-authority A --authority a', 2, '--authority for a council that is here'],
  ['import NORTHBY --new-authority A', 2, 'names its own council'],
  ['report', 2, "missing required argument 'report'"],
  ['report improvement', 2, "required option '--period <code>' not specified"],
  ['report nonsense --period 2018-19/Q2', 2, 'There is no report "nonsense"'],
  ['report improvement --period nonsense', 2, 'is not a reporting period'],
  ['report improvement --period 2018-19/Q2 --as-at yesterday', 2, '"yesterday" is not a date'],
  ['report improvement --period 2018-19/Q2 --as-at 2018-02-30', 2, '"2018-02-30" is not a date'],
  ['report improvement --period 2018-19/Q2 --as-at 2018-02-03T25:00:00Z', 2, 'is not a date'],
  ['report improvement --period 2018-19/Q2 --format pdf,odt', 2, 'There is no format "odt"'],
  ['report improvement --period 2018-19/Q2 --format ,', 2, 'No format was named'],
  ['report improvement --period 2018-19/Q2 --data none-such', 1, 'There is no database in "none-such"'],
  ['report improvement --period 2018-19/Q2 --data a-file', 1, '"a-file" is a file, not a folder'],
  ['template', 2, "missing required argument 'kind'"],
  ['template nonsense', 2, 'There is no template for "nonsense"'],
  ['template updates', 2, 'Add --period'],
  ['template updates --period nonsense', 2, 'is not a reporting period'],
  ['template updates --period 2018-19/Q2 --data none-such', 1, 'There is no database in "none-such"'],
  ['evaluate', 2, "required option '--scheme <name|file>'"],
  ['evaluate --scheme none-such', 1, 'There is no scheme or file'],
  ['evaluate --scheme derby', 1, 'standard input: The file is empty'],
  ['measure', 2, 'Usage: outturn measure'],
  ['measure show', 2, "missing required argument 'code'"],
  ['measure owner A', 2, "missing required argument 'person'"],
  ['measure owner A b.c --approver head', 2, '--approver is written LEVEL=PERSON, not "head"'],
  ['measure retire A', 2, 'Give the last period with --period, or --undo'],
  ['measure retire A --period 2018-19/Q4 --undo', 2, 'Give the last period with --period, or --undo'],
  ['measure list --data none-such', 1, 'There is no database in "none-such"'],
  ['target list', 2, "required option '--year <code>'"],
  ['target list --year 2018-19/Q2', 2, '--year takes a year, such as 2018-19, not "2018-19/Q2"'],
  ['target set A', 2, "missing required argument 'period=value'"],
  ['target set A 95', 2, 'A target is written PERIOD=VALUE, not "95"'],
  ['target set A Q2=95', 2, 'is not a reporting period'],
  ['target set A 2018-19=9 2019-20=9', 2, 'one year at a time, not of 2018-19 and 2019-20'],
  ['target set A 2018-19=9 --approved-on soon', 2, '--approved-on takes a date like 13-Feb-2019'],
  ['target history A --data none-such', 1, 'There is no database in "none-such"'],
  ['migrate extra', 2, 'too many arguments'],
  ['migrate --data a-file', 1, '"a-file" is a file, not a folder'],
  ['migrate --data a-file/below', 1, 'is a file, not a folder'],
  ['backup', 2, "missing required argument 'file'"],
  ['backup new.backup --data none-such', 1, 'There is no database in "none-such"'],
  ['backup folder', 1, '"folder" is a folder. Name the file.'],
  ['verify none-such.backup', 1, 'There is no file none-such.backup'],
  ['verify folder', 1, '"folder" is a folder. Name the file.'],
  ['verify a-file', 1, 'a-file is not a whole outturn backup'],
  ['restore', 2, "missing required argument 'file'"],
  ['restore none-such.backup --data new', 1, 'There is no file none-such.backup'],
  ['restore a-file --data new', 1, 'a-file is not a whole outturn backup'],
];

describe('wrong usage ends with 2, a refusal with 1, and both say why on standard error', () => {
  beforeAll(() => process.chdir(cwd));
  // In this process, since starting seventy would take a minute; those below are started for real.
  it.each(wrong)('outturn %s', async (line, code, words) => {
    const args = line.split(' ').filter((word) => word !== '');
    const typed = args.map((word) => (word === 'NORTHBY' ? northby : word));
    const result = await runHere(typed);
    expect(result.err).toContain(words);
    expect(result.err).not.toMatch(/\bat .*\.js:\d+|ENOENT|EISDIR|EEXIST|undefined|\[object/);
    expect({ code: result.code, out: result.out }).toEqual({ code, out: '' });
  });
});

it('prints the refusal as one JSON document where --json was given, and nothing for wrong usage', async () => {
  const refused = await outturn(['import', 'none-such.csv', '--as', 'targets', '--json'], { cwd });
  expect(refused.code).toBe(1);
  expect(documentOf(refused, 'refused')).toMatchObject({ result: 'refused' });
  expect(documentOf(refused, 'import')).toMatchObject({ problems: [{ severity: 'error' }] });
  expect(refused.err).toContain('There is no file "none-such.csv"');
  const scheme = await outturn(['scheme', 'key', 'broken.json', '--json'], { cwd });
  documentOf(scheme, 'refused');
  const wrong = await outturn(['import', 'figures.csv', '--json'], { cwd });
  expect({ code: wrong.code, out: wrong.out }).toEqual({ code: 2, out: '' });
});

it('explains itself on standard output and ends with 0 when asked to', async () => {
  for (const args of [['--help'], ['help', 'import'], ['import', '--help'], ['--version']]) {
    const { code, out, err } = await outturn(args, { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/Usage: outturn|^\d+\.\d+\.\d+\n$/);
  }
});

it('points to the help of a command after every wrong line', async () => {
  const { err } = await outturn(['report', 'improvement'], { cwd });
  expect(err).toContain('outturn COMMAND --help');
});

it('says nothing of a pipe that is closed early', async () => {
  const start = `"${process.execPath}" "${inProject('bin/outturn.js')}"`;
  const { out, err, code } = await ended('sh', ['-c', `${start} scheme show thurrock | head -n 1`], { cwd });
  expect({ out, err, code }).toEqual({ out: '{\n', err: '', code: 0 });
  const rows = `{ echo code,polarity,target,actual; yes A,higher,100,98 | head -n 3000; }`;
  const long = await ended('sh', ['-c', `${rows} | ${start} evaluate --scheme derby | head -n 1`], { cwd });
  expect({ out: long.out, err: long.err }).toEqual({ out: 'code,status,explanation\r\n', err: '' });
});

it('is found by npx from another folder', async () => {
  const { code, out } = await ended('npx', ['--prefix', inProject(''), 'outturn', '--version'], { cwd });
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

it('has a schema for every document', () => {
  expect(schemaNames).toEqual(expect.arrayContaining(['refused', 'import', 'report-files', 'evaluate']));
});
