import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAuditTrail } from '../../../src/store/audit.ts';
import { Browser, type Seen } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
beforeAll(() => site.begin());
afterAll(() => site.end());

const addressOn = ({ html }: Seen): string => /\/calendar\/[\w-]+\.ics/.exec(html)?.[0] ?? '';
const linesOf = ({ html }: Seen): string[] => html.replaceAll('\r\n ', '').split('\r\n');

async function makeAddress(person: string): Promise<{ browser: Browser; address: string }> {
  const browser = await site.signIn(person);
  const page = await browser.get('/account/calendar');
  return { browser, address: addressOn(await browser.send(page, '/account/calendar')) };
}

describe('a personal calendar', () => {
  it('holds what is due, sign-offs, publication and committees, for whoever has the address', async () => {
    const { address } = await makeAddress('tom.venables');
    const seen = await new Browser(site.server).get(address);
    expect(seen.status).toBe(200);
    expect(seen.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const lines = linesOf(seen);
    expect(lines).toContainEqual(
      expect.stringMatching(/^SUMMARY:Figures due: \d+ measures?\\, Quarter 3\\, 2018-19 \(.*\)$/),
    );
    expect(lines).toContain('SUMMARY:Cabinet: performance\\, Quarter 3\\, 2018-19');
    expect(lines).toContain('SUMMARY:Scrutiny: performance\\, Quarter 3\\, 2018-19');
    expect(lines).toContain('SUMMARY:Report is published: performance\\, Quarter 3\\, 2018-19');
    expect(lines).toContain('DTSTART;VALUE=DATE:20190114');
    expect(lines).toContain('URL:http://outturn.test/my-work');
    expect(lines.filter((line) => line.startsWith('SUMMARY:Figures are frozen'))).toEqual([]);
    for (const line of seen.html.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const uids = lines.filter((line) => line.startsWith('UID:'));
    expect(new Set(uids).size).toBe(uids.length);
  });

  it('holds sign-offs for an approver and every step for the performance team', async () => {
    const approver = await makeAddress('judith.shah');
    expect(linesOf(await approver.browser.get(approver.address))).toContainEqual(
      expect.stringMatching(/^SUMMARY:Sign-off due \(head of service\): \d+ measures\\, Quarter 3/),
    );
    const team = await makeAddress('colin.webb');
    const lines = linesOf(await team.browser.get(team.address));
    expect(lines).toContain('SUMMARY:Figures are frozen: performance\\, Quarter 3\\, 2018-19');
    expect(lines).toContain('URL:http://outturn.test/round/2018-19-Q3');
  });

  it('has one address: a new one ends the old, and it can be stopped', async () => {
    const { browser, address } = await makeAddress('raymond.tuck');
    const nobody = new Browser(site.server);
    const page = await browser.get('/account/calendar');
    expect(page.html).toContain('You have had an address since 9 January 2019');
    expect(page.html).not.toContain(address);
    const second = addressOn(await browser.send(page, '/account/calendar'));
    expect(second).not.toBe(address);
    expect((await nobody.get(address)).status).toBe(404);
    expect((await nobody.get(second)).status).toBe(200);
    site.now = '2019-01-09T09:01:00.000Z';
    await browser.send(await browser.get('/account/calendar'), '/account/calendar/stop');
    expect((await nobody.get(second)).status).toBe(404);
    expect((await browser.get('/account/calendar')).html).toContain('Make a calendar address');
  });

  it('is nobody’s without its key, and the trail holds no key', async () => {
    const nobody = new Browser(site.server);
    expect((await nobody.get(`/calendar/${'A'.repeat(43)}.ics`)).status).toBe(404);
    expect((await nobody.get('/account/calendar')).url).toContain('/sign-in');
    const { address } = await makeAddress('petra.hollis');
    const key = /calendar\/(.+)\.ics/.exec(address)?.[1] ?? '';
    const trail = await readAuditTrail(site.store, { authority: 'borchester' });
    expect(trail.map(({ action }) => action)).toContain('calendarAddress.make');
    expect(JSON.stringify(trail)).not.toContain(key);
  });
});
