import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimMessage, messageFailed, messageSent } from '../../../src/store/mail-messages.ts';
import { htmlProblems } from '../../tools/page-checks.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
const authority = 'borchester';
beforeAll(async () => {
  await site.begin({ sendsMail: true });
  const claimed = async () => (await claimMessage(site.store, authority, [], site.now))!;
  await messageSent(site.store, authority, await claimed(), site.now);
  for (let time = 0; time < 2; time += 1) {
    const trouble = '550 5.1.1 <no.one@borchester.example>: there is no such mailbox';
    await messageFailed(site.store, authority, await claimed(), trouble, site.now, { final: true });
  }
  await messageFailed(site.store, authority, await claimed(), '451 come back later', site.now);
});
afterAll(() => site.end());

describe('the messages of the round', () => {
  it('say what failed and why, what waits and what was sent', async () => {
    const colin = await site.signIn('colin.webb');
    const page = await colin.get('/round/mail');
    expect(page.html).toMatch(/2 messages failed, \d+ waiting, 1 sent\./);
    expect(await htmlProblems(page.html)).toEqual([]);
    expect(page.html).toContain('there is no such mailbox');
    expect(page.html).not.toContain('No mail server is set up');
    expect((await colin.get('/round/mail?show=waiting')).html).toContain(
      '1 attempt: 451 come back later. Tried next on 9 January 2019 at 9:01am.',
    );
    expect((await colin.get('/round/mail?show=sent')).html).toContain('9 January 2019 at 9:00am');
    expect((await colin.get('/round/mail?show=nonsense')).status).toBe(200);
  });

  it('are tried again, once, and the trail says who wanted that', async () => {
    const colin = await site.signIn('colin.webb');
    const page = await colin.get('/round/mail');
    const id = /<button[^>]* value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const after = await colin.send(page, '/round/mail', { message: id });
    expect(after.html).toContain('1 message will be tried again.');
    expect(after.html).toContain('1 message failed');
    expect((await colin.send(page, '/round/mail', { message: id })).html).toContain(
      'There was nothing to send again',
    );
    const events = await site.store.db
      .selectFrom('audit_event')
      .select('actor')
      .where('action', '=', 'mail.sendAgain')
      .execute();
    expect(events).toEqual([{ actor: 'colin.webb' }]);
  });

  it('are for the performance team alone', async () => {
    const tom = await site.signIn('tom.venables');
    expect((await tom.get('/round/mail')).status).toBe(403);
  });
});
