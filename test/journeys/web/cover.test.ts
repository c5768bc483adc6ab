import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from './browser.ts';
import { DemoSite } from './demo-site.ts';

/** The words of a cover report: suggested, written, saved, and printed in the report and the pack. */
const site = new DemoSite();
let team: Browser;
const address = '/cover/2018-19-Q2';

beforeAll(async () => {
  await site.begin();
  team = await site.signIn('colin.webb');
}, 60_000);
afterAll(() => site.end());

const form = (more: Record<string, string>) => ({
  meeting: '',
  meetsOn: '',
  author: '',
  contact: '',
  ...more,
});

describe('the cover report', () => {
  it('is written by the performance team alone', async () => {
    const councillor = await site.signIn('raymond.tuck');
    expect((await councillor.get(address)).status).toBe(403);
    expect((await councillor.get(`${address}/cabinet.html`)).status).toBe(403);
    expect((await team.get(address)).status).toBe(200);
  });

  it('offers what the figures suggest, to start from', async () => {
    const opened = await team.get(address);
    expect(opened.html).toContain('To note the 22 measures off target');
    const started = await team.send(
      opened,
      address,
      form({ start: 'recommendations', legal: 'None known.' }),
    );
    expect(started.status).toBe(200);
    expect(started.html).toMatch(/<textarea[^>]*name="recommendations"[^>]*>1\. To note that/);
    // Nothing typed elsewhere is lost by it.
    expect(started.html).toContain('None known.</textarea>');
  });

  it('says what cannot be read, and keeps what was typed', async () => {
    const opened = await team.get(address);
    const answer = await team.send(opened, address, form({ meetsOn: 'next week', reasons: 'Because.' }));
    expect(answer.status).toBe(400);
    expect(answer.html).toContain('The day of the meeting must be a real date, like 14/1/2019');
    expect(answer.html).toContain('value="next week"');
    expect(answer.html).toContain('Because.</textarea>');
  });

  it('is saved, printed, and shown to whoever saves later', async () => {
    const opened = await team.get(address);
    const written = {
      meeting: 'Cabinet',
      meetsOn: '14/11/2018',
      recommendations: '1. That Cabinet agrees the report.\n2. That **scrutiny** looks at it.',
    };
    const saved = await team.send(opened, address, form(written));
    expect(saved.html).toContain('The words of the cover report have been saved.');
    const printed = await team.get(`${address}/cabinet.html?scorecard=council`);
    expect(printed.html).toContain('To: Cabinet, 14 November 2018');
    expect(printed.html).toContain('That <strong>scrutiny</strong> looks at it.');
    expect(printed.html).not.toContain('To note that at');
    const pack = await team.get(`${address}/pack.html?scorecard=council`);
    expect(pack.html).toContain('That Cabinet agrees the report.');
    const late = await team.send(opened, address, form({ meeting: 'Scrutiny', recommendations: 'Mine.' }));
    expect(late.status).toBe(409);
    expect(late.html).toContain('Mine.</textarea>');
    expect(late.html).toContain('That Cabinet agrees the report.');
    const again = await team.send(late, address, form({ meeting: 'Scrutiny', recommendations: 'Mine.' }));
    expect(again.html).toContain('The words of the cover report have been saved.');
  });

  it('knows no other document, and no other period', async () => {
    for (const wrong of [`${address}/cabinet.exe`, `${address}/pack.xlsx`, '/cover/2018-19-Q9'])
      expect((await team.get(wrong)).status, wrong).toBe(404);
    // A period of which nothing is known has its measures all the same, and every figure is awaited.
    expect((await team.get('/cover/2030-31-Q1')).status).toBe(200);
  });
});
