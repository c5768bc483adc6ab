import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../../../src/domain/round/edition.ts';
import { listEditions } from '../../../src/workflow/queries/editions.ts';
import { documentOf } from '../cli/documents.ts';
import { runHere } from '../cli/run-here.ts';
import type { Browser } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
let reader: Browser;
let edition: Edition;
beforeAll(async () => {
  await site.begin();
  reader = await site.signIn('raymond.tuck');
  const all = await listEditions(site.store, 'borchester');
  edition = all.find(({ period, report }) => period === '2018-19/Q2' && report === 'scorecard') as Edition;
});
afterAll(() => site.end());

const compare = (...args: string[]) => {
  if (!('dataDirectory' in site.database)) throw new Error('the site of tests is on the embedded database');
  return runHere(['report', 'compare', ...args, '--data', site.database.dataDirectory]);
};
const q2 = ['--period', '2018-19/Q2'];
const page = async (query: string) => (await reader.get(`/compare/differences.csv?${query}`)).html;

describe('the comparison on the command line', () => {
  it.each([
    [['2018-11-01', 'now'], 'from=day&from-day=2018-11-01&to=now'],
    [['1/11/2018', 'now', '--what', 'texts'], 'from=day&from-day=1/11/2018&to=now&what=texts'],
    [['now', 'now'], 'from=now&to=now'],
  ])('%j is, byte for byte, the file of the page', async (args, query) => {
    const { code, out, err } = await compare(...args, ...q2, '--format', 'csv');
    expect([code, err]).toEqual([0, '']);
    expect(out.startsWith('\u{feff}Code,Measure,')).toBe(true);
    expect(Buffer.from(out)).toEqual(Buffer.from(await page(`period=2018-19-Q2&${query}`)));
  });

  it.each([
    ['number', () => ['scorecard:1', 'now', ...q2]],
    ['id', () => [edition.id, 'now']],
    ['address', () => [`https://performance.example.gov.uk/published/${edition.id}`, 'now', ...q2]],
  ])('knows an edition by its %s', async (_by, args) => {
    const { code, out } = await compare(...args(), '--format', 'csv');
    expect(code).toBe(0);
    expect(out).toContain('IG/20');
    expect(out).toBe(await page(`period=2018-19-Q2&from=${edition.id}&to=now`));
  });

  it('is one document, with what each side is and who changed status', async () => {
    const answer = await compare('scorecard:1', 'now', ...q2, '--json');
    const document = documentOf<{ before: unknown; after: unknown; differences: { measure: string }[] }>(
      answer,
      'report-compare',
    );
    expect(document).toMatchObject({
      before: { edition: edition.id, asAt: null },
      after: { words: 'Quarter 2, 2018-19, as now known', edition: null, asAt: null },
      noLongerExceptions: [{ measure: 'IG/20' }],
    });
    expect(document.differences).toContainEqual(
      expect.objectContaining({ measure: 'IG/20', aspect: 'actual', was: '88.7%', is: '91.2%' }),
    );
    const figures = documentOf<{ differences: { aspect: string }[] }>(
      await compare('scorecard:1', 'now', ...q2, '--json', '--what', 'statuses'),
      'report-compare',
    );
    expect(new Set(figures.differences.map(({ aspect }) => aspect))).toEqual(new Set(['status']));
  });

  it('is a text to read', async () => {
    const { out } = await compare('2018-11-01', 'now', ...q2);
    expect(out).toContain('Was: Quarter 2, 2018-19, as known on 1 November 2018.');
    expect(out).toContain('No longer off target, now or in forecast:\n  IG/20, ');
    expect(out).toMatch(/\n {2}Amber +now \d+ > \d+ +forecast \d+ > \d+/);
    expect(out).toMatch(
      /\nIG\/20, .*\(Corporate Resources\)\n {2}Actual: 88\.7% > 91\.2%\n {2}Status: Amber > Green\n/,
    );
    expect((await compare('now', 'now', ...q2)).out).toContain('Nothing that a reader sees is different.');
  });

  it.each([
    [['1', '99', ...q2], 'There are several editions 1 for 2018-19/Q2.'],
    [
      ['scorecard:99', 'now', ...q2],
      'There is no edition 99 for 2018-19/Q2 that everybody may read. There is:',
    ],
    [['1', 'now', '--period', '2018-19/Q1'], 'No edition that can be compared has been published'],
    [['01a212bc-3d84-74c9-a8d7-df7de3167afa', 'now'], 'There is no such edition'],
    [['1999-01-01', 'now', ...q2], 'The first side has nothing to compare'],
    [['now', '2999-01-01', ...q2], 'is still to come'],
    [['now', '2999-01-01T00:00:00Z', ...q2], 'is still to come'],
    [['now', 'now', ...q2, '--scorecard', 'none-such'], 'No scorecard "none-such"'],
  ])('%j is refused in words', async (args, said) => {
    const { code, out, err } = await compare(...args);
    expect(err).toContain(said);
    expect([code, out]).toEqual([1, '']);
  });

  it.each([
    [['yesterday', 'now', ...q2], 'is nothing to compare'],
    [['31/02/2018', 'now', ...q2], 'is not a day in the calendar'],
    [['cabinet:1', 'now', ...q2], 'not of "cabinet"'],
    [['now', 'now'], 'Add --period'],
    [['now', 'now', ...q2, '--what', 'colours'], '--what is one of figures'],
    [['now', 'now', ...q2, '--format', 'pdf'], 'There is no format "pdf"'],
    [['now', 'now', ...q2, '--format', 'csv', '--json'], 'contradict each other'],
    [['now'], "missing required argument 'to'"],
  ])('%j is wrong usage', async (args, said) => {
    const { code, err } = await compare(...args);
    expect(err).toContain(said);
    expect(code).toBe(2);
  });
});
