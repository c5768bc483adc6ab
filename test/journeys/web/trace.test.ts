import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishDemo } from '../../../src/demo/publish-demo.ts';
import { renderCsv } from '../../../src/reports/render/csv/render-csv.ts';
import { renderHtml } from '../../../src/reports/render/html/render-html.ts';
import { readText } from '../../../src/web/acting.ts';
import { measureAddress } from '../../../src/web/addresses.ts';
import { trailHead } from '../../../src/workflow/audit/check-trail.ts';
import { Browser } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
beforeAll(async () => {
  await site.begin();
  await publishDemo(site.store, { html: renderHtml, csv: renderCsv }, readText);
});
afterAll(() => site.end());

const at = (code: string, period = '2018-19-Q2') => `/trace/${period}/${measureAddress(code)}`;
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');

describe('the trace of a figure', () => {
  it('leads to its entry, source, changes, approval, target, rule, editions and events', async () => {
    const audit = await site.signIn('petra.hollis');
    const page = await audit.get(at('L&C PM28'));
    const text = textOf(page.html);
    expect(page.status).toBe(200);
    expect(text).toContain('Trace of L&C PM28, Quarter 2, 2018-19');
    expect(text).toMatch(/Year to date 366\.0|Actual 366\.0/);
    expect(text).toContain('Ines Calder , as contributor, submitted it on 11 October 2018 at 10:30am.');
    expect(text).toContain('Head of service By Judith Shah On 26 October 2018 at 12:00pm');
    expect(text).toContain('No evidence was given.');
    expect(text).toContain('Version of the target 1');
    expect(text).toMatch(/Agreed by Cabinet, \d+ [A-Z][a-z]+ 20\d\d /);
    expect(text).toContain('Actual 366.0 is 2.4% below the target of 375.0');
    expect(text).toMatch(/Council Scorecard.*, edition 1/);
    expect(text).toContain('In the audit trail');
    expect(text).toContain('submitted an update');
  });

  it('shows each change with what was there before, and why it was sent back', async () => {
    const team = await site.signIn('colin.webb');
    const text = textOf((await team.get(at('HOM 2.4', '2018-19-Q3'))).html);
    expect(text).toContain('sent it back with a question');
    expect(text).toContain('“The forecast was raised since. What has changed that makes it likely now?”');
    expect(text).toContain('About: “The third quarter went much as the second did.”');
    expect(text).toContain('What stands has not been approved on this site.');
  });

  it('leads on to the page of the edition', async () => {
    const audit = await site.signIn('petra.hollis');
    const page = await audit.get(at('L&C PM28'));
    const [, edition = ''] = /href="(\/published\/[^"]+\/measures\/[^"]+)"/.exec(page.html) ?? [];
    const seen = await audit.get(edition);
    expect(seen.status).toBe(200);
    expect(seen.html).toContain('366.0');
  });

  it.each([
    ['raymond.tuck', 403],
    ['joan.erskine', 403],
    ['tom.venables', 200],
    ['ines.calder', 200],
    ['judith.shah', 200],
    ['miriam.oduya', 403],
    ['colin.webb', 200],
    ['petra.hollis', 200],
  ])('is for those who may read the trail: %s', async (person, status) => {
    const browser = await site.signIn(person);
    expect((await browser.get(at('L&C PM28'))).status).toBe(status);
  });

  it.each([at('L&C PM28', '2018-19-Q9'), at('L&C PM28', '1998-99-Q1'), '/trace/2018-19-Q2/none-123456'])(
    'does not know %s',
    async (address) => {
      const audit = await site.signIn('petra.hollis');
      expect((await audit.get(address)).status).toBe(404);
    },
  );
});

describe('the audit trail on screen', () => {
  it('has the latest events, by person and by what they are about, a page at a time', async () => {
    const audit = await site.signIn('petra.hollis');
    const first = await audit.get('/audit');
    expect(textOf(first.html)).toMatch(/The trail is sealed up to seal \d+/);
    const [, older = ''] = /href="(\/audit\?before=[^"]+)"/.exec(first.html) ?? [];
    const second = await audit.get(older);
    expect(textOf(second.html)).toContain('Earlier events');
    const ofOne = await audit.get('/audit?person=judith.shah&kind=update&about=LEI+3');
    const events = textOf(ofOne.html.split('<tbody')[1] ?? '');
    expect(events).not.toContain('Tom Venables');
    const nobody = await audit.get('/audit?about=no+such+thing');
    expect(textOf(nobody.html)).toContain('No events match what you chose.');
    expect((await audit.get('/audit?before=nonsense')).status).toBe(200);
  });

  it('leads from an update to its trace', async () => {
    const audit = await site.signIn('petra.hollis');
    const page = await audit.get('/audit?kind=update&about=2018-19%2FQ2+L%26C+PM28');
    expect(page.html).toContain(`href="${at('L&C PM28')}"`);
  });

  it('is worked out anew and compared with a printed head', async () => {
    const audit = await site.signIn('petra.hollis');
    const head = await trailHead(site.store, 'borchester');
    const page = await audit.get('/audit/check');
    expect(textOf(page.html)).toContain('The trail is as it was written');
    expect(textOf(page.html)).toContain(`Head: ${head?.sealNumber}:${head?.hash}`);
    const same = await audit.get(`/audit/check?head=${head?.sealNumber}%3A${head?.hash}`);
    expect(textOf(same.html)).toContain('The head that you gave is part of it.');
    const other = await audit.get(`/audit/check?head=${head?.sealNumber}%3A${'0'.repeat(64)}`);
    expect(textOf(other.html)).toContain('The trail is not as it was written The first entry that is wrong:');
    const wrong = await audit.get('/audit/check?head=nonsense');
    expect(wrong.status).toBe(400);
    expect(textOf(wrong.html)).toContain('There is a problem');
    expect(wrong.html).toContain('value="nonsense"');
  });

  it('is given out whole, line by line, to internal audit alone', async () => {
    const audit = await site.signIn('petra.hollis');
    const file = await audit.get('/audit/export');
    expect(file.headers.get('content-disposition')).toBe(
      'attachment; filename="borchester-audit-2019-01-09.jsonl"',
    );
    const lines = file.html
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toEqual({ line: 'chain', version: 1, authority: 'borchester' });
    expect(lines.some(({ line }) => line === 'seal')).toBe(true);
    const team = await site.signIn('colin.webb');
    expect((await team.get('/audit/export')).status).toBe(403);
    expect((await team.get('/audit')).html).not.toContain('/audit/export');
  });

  it.each([
    ['raymond.tuck', 403],
    ['tom.venables', 403],
    ['judith.shah', 403],
    ['colin.webb', 200],
    ['petra.hollis', 200],
  ])('is for those who may check it: %s', async (person, status) => {
    const browser = await site.signIn(person);
    expect((await browser.get('/audit')).status).toBe(status);
    expect((await browser.get('/audit/check')).status).toBe(status);
  });

  it('is not for the public', async () => {
    const anybody = new Browser(site.server);
    for (const address of ['/audit', '/audit/check', '/audit/export', at('L&C PM28')]) {
      expect((await anybody.get(address)).url).toContain('/sign-in');
    }
  });

  it('names the first entry that is wrong, in words', async () => {
    const owner = await site.store.pool.connect();
    try {
      await owner.query('reset role');
      const changed = await owner.query(
        `update audit_event set actor = 'nobody' where event_id = (select event_id from audit_sealed_event order by event_id limit 1)`,
      );
      expect(changed.rowCount).toBe(1);
    } finally {
      owner.release(true);
    }
    const audit = await site.signIn('petra.hollis');
    const text = textOf((await audit.get('/audit/check')).html);
    expect(text).toMatch(
      /The first entry that is wrong: Event [\w-]+ \(place 1, .*\) was changed after it was sealed/,
    );
  });
});
