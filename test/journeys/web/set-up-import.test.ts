import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openXlsx } from '../../../src/formats/xlsx/xlsx-reader.ts';
import { readFacts } from '../../../src/store/read-facts.ts';
import { measureAddress } from '../../../src/web/addresses.ts';
import { site as address, type Browser, hiddenFields, type Seen } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
beforeAll(() => site.begin());
afterAll(() => site.end());

const facts = () => readFacts(site.store, { authority: 'borchester' });

/** Sends a file as a browser does, and goes where it is sent. */
async function upload(browser: Browser, fields: Record<string, string>, file: File | null): Promise<Seen> {
  const page = await browser.get('/set-up/import');
  const form = new FormData();
  const all = { ...hiddenFields(page.html, '/set-up/import'), ...fields };
  for (const [name, value] of Object.entries(all)) form.append(name, value);
  if (file !== null) form.append('file', file);
  const sent = new Response(form);
  const answer = await site.server.inject({
    method: 'POST',
    url: '/set-up/import',
    headers: {
      host: new URL(address).host,
      cookie: `outturn=${browser.cookie()}`,
      origin: address,
      'sec-fetch-site': 'same-origin',
      'content-type': sent.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
  const to = answer.headers.location;
  if (to !== undefined) return browser.get(String(to));
  return { url: '', status: answer.statusCode, html: answer.body, headers: new Headers(), way: [] };
}

const csv = (text: string, name = 'measures.csv') => new File([text], name, { type: 'text/csv' });
const pathOf = ({ url }: Seen) => new URL(url).pathname;

describe('an import', () => {
  it('shows what would change, and imports it once when it is confirmed', async () => {
    const browser = await site.signIn('colin.webb');
    const text =
      'Code,Title,Directorate,Unit,Polarity\nIMP 1,Potholes mended,Communities & Place,Number,Higher is better\n';
    const preview = await upload(browser, { kind: 'measures' }, csv(text));
    expect(preview.status).toBe(200);
    expect(preview.html).toContain('What measures.csv would change');
    expect(preview.html).toContain('IMP 1: Potholes mended');
    expect((await facts()).measures.some(({ code }) => code === 'IMP 1')).toBe(false);

    const done = await browser.send(preview, pathOf(preview));
    expect(done.html).toContain('measures.csv has been imported: measures 1 new; scorecards 1 changed.');
    const held = await facts();
    expect(held.measures.some(({ code }) => code === 'IMP 1')).toBe(true);
    const again = await browser.send(preview, pathOf(preview));
    expect(again.status).toBe(404);
  });

  it('lists every error by row with its remedy, and imports nothing by halves', async () => {
    const browser = await site.signIn('colin.webb');
    const text =
      'Code,Period,Value\nLIB.7,2019-20/Q1,"90,000"\nNO SUCH,2019-20/Q1,12\nLIB.7,2019-20/Q9,<b>much</b>\n';
    const before = (await facts()).targets.length;
    const preview = await upload(browser, { kind: 'targets' }, csv(text, 'targets.csv'));
    expect(preview.status).toBe(400);
    expect(preview.html).toContain('2 errors in targets.csv. Nothing was imported.');
    expect(preview.html).toContain('Row 3, column Code');
    expect(preview.html).not.toContain('<b>much</b>');
    const path = pathOf(preview);
    const form = { _csrf: hiddenFields(preview.html, `${path}/forget`)._csrf ?? '' };
    expect((await browser.post(path, form)).status).toBe(400);
    expect((await facts()).targets.length).toBe(before);
    expect((await browser.send(preview, `${path}/forget`)).html).toContain('Nothing was imported.');
  });

  it('lets the person say which column is which', async () => {
    const browser = await site.signIn('colin.webb');
    const text = 'Code,Quarter,Ambition,Colour\nLIB.7,2020-21/Q1,"95,000",blue\n';
    const preview = await upload(browser, { kind: 'targets' }, csv(text, 'targets.csv'));
    expect(preview.status).toBe(400);
    expect(preview.html).toContain('“Quarter” in your file is');
    const path = pathOf(preview);
    const form = new URLSearchParams({ _csrf: hiddenFields(preview.html, `${path}/forget`)._csrf ?? '' });
    for (const [heading, column] of [
      ['Quarter', 'Period'],
      ['Ambition', 'Value'],
      ['Colour', 'leave'],
    ] as const) {
      form.append('heading', heading);
      form.append('column', column);
    }
    const sent = await site.server.inject({
      method: 'POST',
      url: `${path}/match`,
      headers: {
        host: new URL(address).host,
        cookie: `outturn=${browser.cookie()}`,
        origin: address,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: form.toString(),
    });
    const matched = await browser.get(String(sent.headers.location));
    expect(matched.status).toBe(200);
    expect(matched.html).toContain('“Quarter” is read as “Period”.');
    expect(matched.html).toContain('The column “Colour” is left out.');
    const done = await browser.send(matched, pathOf(matched));
    expect(done.html).toContain('targets 1 new');
    expect((await browser.get(path)).status).toBe(404);
  });

  it('shows each target that published figures were judged by: what it was, would be, and does', async () => {
    const browser = await site.signIn('colin.webb');
    const text = 'Code,Period,Value\nLIB.7,2018-19/Q2,"1"\nLIB.7,2018-19/Q3,"3"\n';
    const preview = await upload(browser, { kind: 'targets' }, csv(text, 'targets.csv'));
    expect(preview.status).toBe(200);
    const shown = preview.html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    expect(shown).toContain('This file changes what has been published: 1 target of 2018-19/Q2.');
    expect(shown).toMatch(
      /Targets that published figures were judged by.*LIB\.7, 2018-19\/Q2, target.*375,000.*becomes Blue/s,
    );
    await browser.send(preview, `${pathOf(preview)}/forget`);
  });

  it('asks why figures of a finished round change, and warns of one that is collecting', async () => {
    const browser = await site.signIn('colin.webb');
    const text = 'Code,Period,Actual\nLIB.7,2018-19/Q2,"190,000"\n';
    const preview = await upload(browser, { kind: 'updates' }, csv(text, 'updates.csv'));
    expect(preview.status).toBe(200);
    expect(preview.html).toContain('Why does what was published for 2018-19/Q2 change?');
    expect(preview.html).toContain('This file changes what has been published: 1 figure of 2018-19/Q2.');
    expect(preview.html).toContain('198,655');
    expect(preview.html).toMatch(/Status stays |becomes /);
    const unsaid = await browser.send(preview, pathOf(preview), { reason: '' });
    expect(unsaid.status).toBe(400);
    expect(unsaid.html).toContain('Say why what was published for 2018-19/Q2 changes');
    const long = await browser.send(unsaid, pathOf(preview), {
      reason: 'x'.repeat(501),
      kind: 'sourceError',
    });
    expect(long.status).toBe(400);
    expect(long.html).toContain('The reason must be 500 characters or fewer');
    expect(long.html).toContain('x'.repeat(501));
    expect(long.html).toMatch(/<option value="sourceError" selected/);
    const done = await browser.send(long, pathOf(preview), {
      reason: 'a counter was broken',
      kind: 'sourceError',
    });
    expect(done.html).toContain('updates.csv has been imported');
    const measure = await browser.get(`/measures/${measureAddress('LIB.7')}?period=2018-19-Q2`);
    expect(measure.html).toContain('Restated from 198,655: a counter was broken');
    const again = await upload(browser, { kind: 'updates' }, csv(text, 'updates.csv'));
    expect(again.html).not.toContain('This file changes what has been published');
    expect((await browser.send(again, pathOf(again))).html).toContain('nothing was different');
    const now = 'Code,Period,Actual\nLEI 3,2018-19/Q3,"250,000"\n';
    const collecting = await upload(browser, { kind: 'updates' }, csv(now, 'updates.csv'));
    expect(collecting.html).toContain('A round is collecting 2018-19/Q3.');
  });

  it('asks for a file and for what is in it', async () => {
    const browser = await site.signIn('colin.webb');
    const answer = await upload(browser, {}, null);
    expect(answer.status).toBe(400);
    expect(answer.html).toContain('Choose what is in the file');
    expect(answer.html).toContain('Choose a file');
    const broken = await upload(
      browser,
      { kind: 'measures' },
      csv('PK\u0003\u0004 not a workbook', 'm.xlsx'),
    );
    expect(broken.status).toBe(400);
    expect(broken.html).toContain('m.xlsx cannot be imported yet');
  });

  it.each(['measures', 'targets', 'series', 'updates', 'peers'])('has a template for %s', async (kind) => {
    const browser = await site.signIn('colin.webb');
    const answer = await site.server.inject({
      url: `/set-up/import/template/${kind}/download`,
      headers: { cookie: `outturn=${browser.cookie()}` },
    });
    expect(answer.statusCode).toBe(200);
    const workbook = await openXlsx(new Uint8Array(answer.rawPayload));
    expect(workbook.sheets.length).toBeGreaterThan(0);
  });

  it.each(['tom.venables', 'raymond.tuck', 'petra.hollis', 'judith.shah'])('is not for %s', async (who) => {
    const browser = await site.signIn(who);
    expect((await browser.get('/set-up/import')).status).toBe(403);
    expect((await browser.get('/set-up/import/template/measures/download')).status).toBe(403);
  });
});
