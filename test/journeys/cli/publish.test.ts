import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixture, workFolder } from './command.ts';
import { documentOf } from './documents.ts';
import { runHere } from './run-here.ts';

interface Published {
  edition: { id: string; number: number; corrects: string | null; chainHead: string };
  files: { format: string; name: string; sha256: string }[];
  changes: string[];
}

const cwd = workFolder();
const publish = (...args: string[]) => runHere(['publish', ...args]);
const scorecard = (...args: string[]) => publish('scorecard', '--period', '2024-25/Q2', ...args);
const ready = [
  ['--provisional', 'HB 01'],
  ['--acknowledge', 'provisional=The text follows'],
  ['--acknowledge', 'noRound=Checked'],
  ['--acknowledge', 'forecastMissing=None is made'],
].flat();

describe('publishing on the command line', () => {
  beforeAll(async () => {
    process.chdir(cwd);
    const files = ['measures', 'targets', 'series', 'updates'].map((name) => fixture(`testham/${name}.csv`));
    const { code, err } = await runHere(['import', ...files, '--new-authority', 'Borough of Testham']);
    expect([code, err]).toEqual([0, '']);
  });

  it('lists all that keeps a report from going out, each with what to do', async () => {
    const refused = await scorecard('--json');
    expect(refused.code).toBe(1);
    const { problems } = documentOf<{ problems: { severity: string; path: string; remedy: string }[] }>(
      refused,
      'publish',
    );
    expect(problems.map(({ severity, path }) => [severity, path])).toEqual([
      ['error', 'textMissing'],
      ['warning', 'noRound'],
      ['warning', 'forecastMissing'],
    ]);
    expect(problems[1]?.remedy).toContain('--acknowledge noRound=');
    expect(refused.err).toContain('Nothing was published.');
  });

  it.each([
    [['--standing', 'secret'], /no standing "secret"/],
    [['--standing', 'embargoed'], /needs --release-at/],
    [['--acknowledge', 'noRound'], /CODE=REASON/],
    [['--release-at', 'soon'], /is not a date/],
  ])('%s is wrong usage', async (args, message) => {
    const { code, err } = await scorecard(...args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  let first: Published;

  it('makes an edition once, and corrections after it', async () => {
    const made = await scorecard(...ready, '--json');
    expect(made.err).toBe('');
    first = documentOf<Published>(made, 'publish');
    expect(first.edition).toMatchObject({ number: 1, corrects: null });
    expect((await scorecard(...ready)).err).toMatch(/has been made already/);
    expect((await scorecard(...ready, '--correction')).err).toMatch(/Say what this edition corrects/);
    const second = documentOf<Published>(
      await scorecard(...ready, '--correction', '--note', 'Nothing but a name', '--json'),
      'publish',
    );
    expect(second.edition).toMatchObject({ number: 2, corrects: first.edition.id });
    expect(second.changes).toEqual(['No figure, status or text differs from the edition before.']);
    const checked = await runHere(['audit', 'verify', '--head', first.edition.chainHead]);
    expect(checked.code).toBe(0);
  });

  it('writes the files of an edition again, byte for byte, by its number', async () => {
    const asked = ['report', 'scorecard', '--period', '2024-25/Q2', '--out', 'again'];
    const written = await runHere([...asked, '--edition', '1', '--format', 'html,pdf,json', '--json']);
    expect(written.err).toBe('');
    const { files } = documentOf<{ files: { path: string }[] }>(written, 'report-files');
    expect(files).toHaveLength(3);
    for (const { path } of files) {
      const kept = first.files.find(({ name }) => path.endsWith(name));
      expect(
        createHash('sha256')
          .update(readFileSync(join(cwd, path)))
          .digest('hex'),
      ).toBe(kept?.sha256);
    }
    expect((await runHere([...asked, '--edition', '9'])).err).toContain('There are: 1, 2.');
    const wrong = await runHere([...asked, '--edition', 'first']);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('number of an edition')]);
    expect((await runHere([...asked, '--edition', '1', '--as-at', '2025-01-01'])).code).toBe(2);
    const none = await runHere(['report', 'cabinet', '--period', '2024-25/Q2', '--edition', '1']);
    expect(none.err).toContain('No edition of this report has been published for 2024-25/Q2.');
  });

  it('numbers drafts, and keeps embargoed editions out of the folder', async () => {
    expect((await scorecard('--standing', 'draft')).out).toMatch(/^Draft 1 of Council Scorecard/);
    const embargoed = await scorecard(
      ...ready,
      '--standing',
      'embargoed',
      '--release-at',
      '2999-01-01T09:00:00Z',
      '--correction',
      '--note',
      'For the agenda',
    );
    expect(embargoed.out).toMatch(
      /^Edition 3, which corrects edition 2, embargoed until 09:00 on 01-Jan-2999 of Council Scorecard/,
    );
  });

  it('writes a folder in which every file has its hash and every link leads to a file', async () => {
    const said = documentOf<{ editions: number; files: number }>(
      await publish('export', '--out', 'public', '--json'),
      'publish-export',
    );
    expect(said.editions).toBe(2);
    const folder = join(cwd, 'public');
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
    expect(sums).toHaveLength(said.files - 1);
    for (const line of sums) {
      const [hash = '', path = ''] = line.split('  ');
      const bytes = readFileSync(join(folder, path));
      expect(createHash('sha256').update(bytes).digest('hex'), path).toBe(hash);
      if (!path.endsWith('.html') || path.includes('/files/')) continue;
      for (const [, href = ''] of bytes.toString().matchAll(/href="([^"#][^"]*)"/g)) {
        if (/^https?:/.test(href)) continue;
        expect(() => readFileSync(join(folder, path, '..', href)), `${path}: ${href}`).not.toThrow();
      }
    }
    for (const { name, sha256 } of first.files) {
      expect(sums).toContain(`${sha256}  ${first.edition.id}/files/${name}`);
    }
    expect(readdirSync(folder).filter((name) => /^[0-9a-f-]{36}$/.test(name))).toHaveLength(2);
    expect(readFileSync(join(folder, first.edition.id, 'index.html'), 'utf8')).toContain(
      'There is a newer edition',
    );
  });

  it('keeps its inputs in the shape that their schema says', async () => {
    const inputs = first.files.find(({ format }) => format === 'inputs')!;
    const text = readFileSync(join(cwd, 'public', first.edition.id, 'files', inputs.name), 'utf8');
    const kept = documentOf<{ facts: { measures: unknown[] } }>(
      { code: 0, out: text, err: '' },
      'edition-inputs',
    );
    expect(kept.facts.measures.length).toBeGreaterThan(2);
  });

  it('withdraws an edition: the next export says so in place of its pages, and takes its other files away', async () => {
    const { id } = first.edition;
    const withdraw = (...args: string[]) => publish('withdraw', '--edition', id, ...args);
    expect((await withdraw('--reason', ' ')).err).toMatch(/Say why it is withdrawn/);
    expect((await publish('withdraw', '--edition', 'none', '--reason', 'x')).err).toMatch(/no such edition/);
    const said = await withdraw('--reason', 'A name was wrong.', '--json');
    const { withdrawn } = documentOf<{ withdrawn: { reason: string } }>(said, 'publish-withdraw');
    expect(withdrawn.reason).toBe('A name was wrong.');
    expect((await withdraw('--reason', 'Again')).code).toBe(1);
    const before = readdirSync(join(cwd, 'public', id, 'files'));
    expect(before.length).toBeGreaterThan(5);
    const { code } = await publish('export', '--out', 'public');
    expect(code).toBe(0);
    const folder = join(cwd, 'public', id);
    expect(readdirSync(join(folder, 'files'))).toEqual(before.filter((name) => name.endsWith('.html')));
    const pages = ['index.html', join('files', before.find((name) => name.endsWith('.html'))!)];
    for (const page of [
      ...pages,
      ...readdirSync(join(folder, 'measures')).map((one) => join('measures', one)),
    ]) {
      const text = readFileSync(join(folder, page), 'utf8');
      expect(text, page).toContain('A name was wrong.');
      for (const [, href = ''] of text.matchAll(/href="([^"#][^"]*)"/g)) {
        expect(() => readFileSync(join(folder, page, '..', href)), `${page}: ${href}`).not.toThrow();
      }
    }
    expect(readFileSync(join(cwd, 'public', 'SHA256SUMS'), 'utf8')).not.toContain(
      `${id}/files/${before.find((name) => name.endsWith('.pdf'))}`,
    );
    expect(readFileSync(join(cwd, 'public', 'index.html'), 'utf8')).toContain('Withdrawn</strong>');
  });
});
