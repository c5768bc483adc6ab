import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Browser as Chromium, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RENDERERS } from '../../../src/cli/renderers.ts';
import { demoPeople } from '../../../src/demo/people/people.ts';
import { periodOf } from '../../../src/domain/period/parse.ts';
import { readText } from '../../../src/web/acting.ts';
import { measureAddress } from '../../../src/web/addresses.ts';
import { readCommitments } from '../../../src/workflow/queries/commitments.ts';
import { readReport } from '../../../src/workflow/queries/read-report.ts';
import { choosePrinting } from '../../../src/workflow/set-up/change-forums.ts';
import { chromiumMissing, launchChromium } from '../../tools/chromium.ts';
import { DemoSite } from './demo-site.ts';

const demo = new DemoSite();
const update = `/update/2018-19-Q3/${measureAddress('CP 08f')}`;
const SENTENCE = 'Scrutiny will have a full report in February 2019';
beforeAll(() => demo.begin());
afterAll(() => demo.end());

describe.skipIf(chromiumMissing !== null)(`in a browser${chromiumMissing ?? ''}`, () => {
  let chromium: Chromium;
  let address = '';
  beforeAll(async () => {
    address = await demo.listen();
    chromium = await launchChromium();
  });
  afterAll(() => chromium?.close());

  async function as(person: string, width: number, scripts = true): Promise<Page> {
    const context = await chromium.newContext({
      javaScriptEnabled: scripts,
      viewport: { width, height: 800 },
      acceptDownloads: true,
    });
    const page = await context.newPage();
    await page.goto(`${address}/sign-in`);
    await page.locator(`button[value="${person}"]`).click();
    return page;
  }

  it('an officer follows up what her text promises, and loses nothing that she has typed', async () => {
    const page = await as('simone.achebe', 1280, false);
    await page.goto(address + update);
    const suggested = page.getByRole('region', { name: 'Your texts seem to promise this' });
    await suggested.getByText(`“${SENTENCE}.”`).waitFor();
    await suggested.getByText(/Executive Scrutiny Board, due Tuesday 19 February/).waitFor();
    await page.getByLabel('Note beside the figure (optional)').fill('Typed before the button');
    await suggested.getByRole('button', { name: 'Follow it up' }).click();
    await page.getByText('It is a commitment now').waitFor();
    await page.getByText('1 commitment made earlier: none overdue').waitFor();
    expect(await page.getByLabel('Note beside the figure (optional)').inputValue()).toBe(
      'Typed before the button',
    );
    expect(await page.getByText('Your texts seem to promise this').count()).toBe(0);
    await page.context().close();
  });

  it('she says how it goes there too; a day that is none is asked for again with her words', async () => {
    const page = await as('simone.achebe', 320);
    await page.goto(address + update);
    await page.getByText('What is new').click();
    await page.getByLabel('What came of it, how it goes, or why the day moves').fill('The report is drafted');
    await page.getByLabel('New day, if it moves').fill('soon');
    await page.getByRole('button', { name: 'Move the day' }).click();
    await page.getByText('The day must be a real date').first().waitFor();
    await page.getByRole('button', { name: 'Still open' }).click();
    await page.getByText('Saved, and the commitment stays open').waitFor();
    await page.getByText('The report is drafted').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await page.context().close();
  });

  it('she discharges another with minutes as evidence, whose hash is shown', async () => {
    const page = await as('simone.achebe', 1280);
    await page.goto(`${address}/my-work`);
    await page.getByRole('link', { name: /Review of sickness absence/ }).click();
    await page.getByText('It is done', { exact: true }).first().click();
    await page.getByRole('button', { name: 'It is done' }).click();
    await page.getByText('Say what came of it').first().waitFor();
    const minutes = Buffer.from('Item 4: sickness.');
    await page.getByLabel('What came of it').fill('Considered; two recommendations');
    await page.getByLabel('Evidence (optional): what it is').fill('Minutes of 19 February');
    await page
      .getByLabel('File')
      .setInputFiles({ name: 'minutes.txt', mimeType: 'text/plain', buffer: minutes });
    await page.getByRole('button', { name: 'It is done' }).click();
    await page.getByText('The commitment is done.').waitFor();
    await page.getByText(createHash('sha256').update(minutes).digest('hex')).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Minutes of 19 February' }).click();
    expect((await download).suggestedFilename()).toBe('minutes.txt');
    await page.context().close();
  });

  it.each([true, false])(
    'the chair of scrutiny reads the forward plan on a phone (scripts %s)',
    async (scripts) => {
      const page = await as('raymond.tuck', 320, scripts);
      await page.goto(`${address}/commitments`);
      await page.getByRole('link', { name: /Forward plan/ }).click();
      await page.getByLabel('Forum').selectOption({ label: 'Executive Scrutiny Board' });
      await page.getByRole('button', { name: 'Show' }).click();
      const february = page.getByRole('table', { name: 'Tuesday 19 February' });
      await february.getByRole('link', { name: SENTENCE }).waitFor();
      await page.getByRole('table', { name: 'Tuesday 22 January' }).getByText('moved once').waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      await february.getByRole('link', { name: SENTENCE }).click();
      await page.getByText('In the words of the text').waitFor();
      expect(await page.getByRole('button', { name: 'It is done' }).count()).toBe(0);
      await page.context().close();
    },
  );
});

describe('the calendar of a forum', () => {
  const feedOf = async (address: string) =>
    demo.server.inject({ method: 'GET', url: new URL(address).pathname, headers: { host: 'outturn.test' } });

  it('is read at a secret address of one’s own, names posts and no people, and can be stopped', async () => {
    const browser = await demo.signIn('raymond.tuck');
    const path = '/forward-plan/executive-scrutiny-board/calendar';
    const made = await browser.send(await browser.get(path), path, {});
    const address = /https?:\/\/\S+?\/calendar\/forum\/[\w-]+\.ics/.exec(made.html)?.[0] ?? '';
    const feed = await feedOf(address);
    expect(feed.headers['content-type']).toContain('text/calendar');
    const text = feed.body.replaceAll('\r\n ', '');
    expect(text).toContain('DTSTART;VALUE=DATE:20190122');
    expect(text).toContain('Discussion of carers and placements');
    expect(text).toContain('Placements Manager');
    expect(demoPeople.filter(({ name }) => text.includes(name))).toEqual([]);
    const other = await feedOf(address.replace(/forum\/../, 'forum/xx'));
    expect(other.statusCode).toBe(404);
    await browser.send(await browser.get(path), `${path}/stop`, {});
    expect((await feedOf(address)).statusCode).toBe(404);
  });
});

describe('as files', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../../docs/schemas/report.schema.json', import.meta.url), 'utf8'),
  );
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  (addFormats as unknown as (to: Ajv2020) => void)(ajv);
  const validate = ajv.compile(schema);
  const surgery = `?measure=${measureAddress('SS PM07')}&measure=${measureAddress('SEND 6')}`;

  it.each([
    ['/forward-plan/files', '', 'Performance surgery on education, health and care plans'],
    ['/surgery/files', surgery, 'Fill the four vacant posts in the SEND team'],
  ])('%s holds the same in every format, and names nobody', async (path, query, promised) => {
    const browser = await demo.signIn('raymond.tuck');
    const files: Record<string, Buffer> = {};
    for (const format of Object.keys(RENDERERS)) {
      const answer = await demo.server.inject({
        method: 'GET',
        url: `${path}/${format}${query}`,
        headers: { host: 'outturn.test', cookie: `outturn=${browser.cookie()}` },
      });
      expect(`${format} ${answer.statusCode}`).toBe(`${format} 200`);
      files[format] = answer.rawPayload;
    }
    const [html, csv, json] = ['html', 'csv', 'json'].map((format) => files[format]!.toString('utf8')) as [
      string,
      string,
      string,
    ];
    for (const text of [html, csv, json]) {
      expect(text).toContain(promised);
      expect(demoPeople.filter(({ name }) => text.includes(name)).map(({ name }) => name)).toEqual([]);
    }
    validate(JSON.parse(json));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('says what came after, with the basis of the direction of travel, and claims no cause', async () => {
    const browser = await demo.signIn('raymond.tuck');
    const { html } = await browser.get(`/surgery?measure=${measureAddress('SS PM07')}`);
    expect(html).toContain('Done on 25 April 2018. Since then: ');
    expect(html).toMatch(/Direction of travel: year-end forecast compared/);
    expect(html).toContain('It does not say that the one made the other');
  });

  it('asks for measures where none were ticked, and for fewer where too many were, keeping the ticks', async () => {
    const browser = await demo.signIn('raymond.tuck');
    const first = await browser.get('/surgery');
    expect([first.status, first.html.includes('There is a problem')]).toEqual([200, false]);
    const none = await browser.get('/surgery?made=yes');
    expect([none.status, none.html]).toEqual([400, expect.stringContaining('Choose at least one measure')]);
    const all = [...first.html.matchAll(/name="measure"[^>]* value="([^"]+)"/g)].map((match) => match[1]);
    const asked = all.slice(0, 13).map((one) => `measure=${one}`);
    const many = await browser.get(`/surgery?made=yes&${asked.join('&')}`);
    expect(many.status).toBe(400);
    expect(many.html).toContain('Choose 12 measures or fewer. You chose 13');
    expect(many.html.match(/ checked/g)).toHaveLength(13);
    expect((await browser.get(`/surgery?made=yes&${asked[0]}`)).html).toContain('A pack for 1 measure.');
  });

  it('names the meetings for which nothing is planned as a sentence does', async () => {
    const browser = await demo.signIn('raymond.tuck');
    const { html } = await browser.get('/forward-plan');
    expect(html).toMatch(/Nothing yet for [^.;]* and [^.;]*\./);
    expect(html).not.toMatch(/Nothing yet for [^.]*;/);
  });
});

describe('in reports', () => {
  const question = { authority: 'borchester', period: periodOf('2018-19/Q3'), scorecard: null, asAt: null };
  const noteOf = async () => {
    const report = await readReport(demo.store, 'scorecard', question, null, demo.now);
    const html = new TextDecoder().decode((await (await RENDERERS.html!())(report)).bytes);
    return [report.measures.find(({ code }) => code === 'SEND 6')?.notes ?? [], html] as const;
  };

  it('stands under the measure where the authority wants it, overdue said plainly', async () => {
    const overdue = 'Overdue since 30-Nov-2018: Fill the four vacant posts in the SEND team.';
    expect((await noteOf())[0]).not.toContain(overdue);
    const team = {
      authority: 'borchester',
      person: { id: 'colin.webb', directorate: null },
      actors: ['performanceTeam'] as const,
      now: demo.now,
      today: '2019-01-09',
      readText,
    };
    await choosePrinting(demo.store, team, true, null);
    const [notes, html] = await noteOf();
    expect(notes).toContain(overdue);
    expect(html).toContain(overdue);
    const lines = await readCommitments(demo.store, 'borchester', '2019-01-09', { measures: ['SEND 6'] });
    expect(notes.filter((note) => /^(Overdue|Promised|Done|Dropped)/.test(note))).toHaveLength(lines.length);
  });
});
