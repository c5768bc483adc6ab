import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPerson } from '../../../src/store/people.ts';
import { localPath } from '../../../src/web/security/local-path.ts';
import { Browser, hiddenFields, site } from './browser.ts';
import { authority, password, SignInSite } from './sign-in-site.ts';

const here = new SignInSite();
beforeAll(() => here.begin());
afterAll(() => here.end());
const hello = async (browser: Browser) => /Hello [\w.]+/.exec((await browser.get('/')).html)?.[0];

describe('a form that changes something', () => {
  const token = async (browser: Browser) =>
    hiddenFields((await browser.get('/account')).html, '/account')._csrf!;

  it('is taken from a page of ours, with the token of the session', async () => {
    const browser = await here.signIn('ann.bell');
    const seen = await browser.post('/probe', { _csrf: await token(browser), context: 'this' });
    expect(seen.html).toContain('Saved this by ann.bell');
  });

  it('is refused from another site, and without the token', async () => {
    const [browser, other] = [await here.signIn('ann.bell'), await here.signIn('bo.cole')];
    const [good, foreign] = [await token(browser), await token(other)];
    const refused: [Record<string, string>, Record<string, string>][] = [
      [{ _csrf: good }, { 'sec-fetch-site': 'cross-site', origin: 'http://evil.example' }],
      [{ _csrf: good }, { 'sec-fetch-site': 'same-site', origin: 'http://other.outturn.test' }],
      [{ _csrf: good }, { 'sec-fetch-site': 'none', origin: 'http://outturn.test:8080' }],
      [{}, {}],
      [{ _csrf: '' }, {}],
      [{ _csrf: foreign }, {}],
      [{ _csrf: `${good}x` }, { 'sec-fetch-site': 'none', origin: 'null' }],
    ];
    for (const [form, headers] of refused) {
      expect((await browser.post('/probe', { context: 'this', ...form }, headers)).status).toBe(403);
    }
    expect(await hello(browser)).toBe('Hello ann.bell');
  });

  it('signs nobody in who did not ask for it on a page of ours', async () => {
    const [attacker, victim] = [new Browser(here.server), new Browser(here.server)];
    const theirs = hiddenFields((await attacker.get('/sign-in')).html, '/sign-in/local')._csrf!;
    const form = { name: 'ann.bell', password, _csrf: theirs };
    expect((await victim.post('/sign-in/local', form)).status).toBe(403);
    await victim.get('/sign-in');
    expect((await victim.post('/sign-in/local', form)).status).toBe(403);
    expect((await victim.post('/sign-in/demonstration', { person: 'bo.cole' })).status).toBe(403);
    expect(await hello(victim)).toBe('Hello public');
  });
});

describe('the cookie', () => {
  it('changes at sign-in, so that one which was planted is worth nothing', async () => {
    const browser = new Browser(here.server);
    await browser.get('/sign-in');
    const planted = browser.cookie()!;
    await here.signIn('ann.bell', browser);
    const first = browser.cookie()!;
    expect(first).not.toBe(planted);
    await here.signIn('bo.cole', browser);
    for (const old of [planted, first]) {
      const thief = new Browser(here.server);
      thief.cookies.set(site, new Map([['outturn', old]]));
      expect(await hello(thief)).toBe('Hello public');
    }
    expect(await hello(browser)).toBe('Hello bo.cole');
  });

  it('is kept from scripts, other sites and plain http', async () => {
    const secure = await here.with({ secure: true, publicAddress: 'https://outturn.test' });
    const page = await secure.inject({ url: '/sign-in', headers: { host: 'outturn.test' } });
    const [cookie = ''] = [page.headers['set-cookie']].flat();
    expect(cookie).toMatch(/^__Host-outturn=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    expect(page.headers['strict-transport-security']).toContain('max-age=');
    const entered = await secure.inject({
      method: 'POST',
      url: '/sign-in/demonstration',
      headers: { cookie: cookie.split(';')[0]!, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        ...hiddenFields(page.body, '/sign-in/demonstration'),
        person: 'ann.bell',
      }).toString(),
    });
    const [begun = ''] = [entered.headers['set-cookie']].flat();
    expect(begun).toMatch(/^__Host-outturn=[\w-]{43};/);
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
      expect(begun).toContain(attribute);
    expect(begun).not.toMatch(/Domain|Max-Age|Expires/);
  });

  it('is not set by a public page, which may be kept in a cache', async () => {
    const seen = await new Browser(here.server).get('/');
    expect(seen.headers.getSetCookie()).toEqual([]);
    expect((await (await here.signIn('ann.bell')).get('/account')).headers.get('cache-control')).toBe(
      'no-store',
    );
  });
});

describe('signing out', () => {
  it('ends the session itself, here or everywhere', async () => {
    const [desk, phone] = [await here.signIn('ann.bell'), await here.signIn('ann.bell')];
    phone.agent = 'Mozilla/5.0 (iPhone) Version/17 Safari/604.1';
    const other = await here.signIn('bo.cole');
    const token = desk.cookie()!;
    const account = await desk.get('/account');
    expect(account.html.match(/signed in 9 January 2019 at/g)!.length).toBeGreaterThan(1);
    expect(account.html.match(/\(this one\)/g)).toHaveLength(1);
    await desk.send(account, '/sign-out');
    desk.cookies.set(site, new Map([['outturn', token]]));
    expect(await hello(desk)).toBe('Hello public');
    expect(await hello(phone)).toBe('Hello ann.bell');
    const third = await here.signIn('ann.bell');
    await third.send(await third.get('/account'), '/sign-out/everywhere');
    expect(await hello(phone)).toBe('Hello public');
    expect(await hello(other)).toBe('Hello bo.cole');
  });
});

describe('where to go after signing in', () => {
  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/%2e//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'evil.example',
    '@evil.example',
    '/sign-in?next=/sign-in',
    '/sign-out',
    '',
  ])('is never another site: %j', async (next) => {
    expect(localPath(next)).toBe('/');
    const browser = new Browser(here.server);
    const page = await browser.get(`/sign-in?next=${encodeURIComponent(next)}`);
    const seen = await browser.send(page, '/sign-in/demonstration', { person: 'bo.cole', next });
    expect(seen.url).toBe(`${site}/`);
  });

  it.each(['/account', '/update/2018-19-Q2/m-12?part=1&b=%2F%2Fx', '/published/a.csv'])('may be %s', (next) =>
    expect(localPath(next)).toBe(next),
  );
});

describe('what was typed when a session ended', () => {
  const typed = { context: 'Fewer flats <were> let.\r\n"Why?"', actual: '12.5' };
  const typeTooLong = async (id: string) => {
    const browser = await here.signIn(id);
    here.later(31);
    const seen = await browser.post('/probe', { _csrf: 'of a session that is over', ...typed });
    expect(seen.url).toBe(`${site}/sign-in`);
    expect(seen.html).toContain('What you typed is safe');
    return { browser, seen };
  };

  it('is offered after signing in again, and can be carried on with', async () => {
    const { browser, seen } = await typeTooLong('ann.bell');
    const offered = await browser.send(seen, '/sign-in/local', { name: 'ann.bell', password });
    expect(offered.url).toBe(`${site}/sign-in/continue`);
    expect(offered.html).toContain('You were signed out. What you typed is safe');
    expect(offered.html).toContain('Fewer flats &lt;were> let.');
    const again = await browser.get('/sign-in/continue');
    expect(hiddenFields(again.html, '/probe')).toMatchObject(typed);
    const saved = await browser.send(again, '/probe');
    expect(saved.html).toContain('Saved Fewer flats');
    expect(saved.html).toContain('by ann.bell');
    // Not again at the next sign-in.
    here.later(31);
    expect(
      (await browser.send(await browser.get('/sign-in'), '/sign-in/demonstration', { person: 'ann.bell' }))
        .url,
    ).toBe(`${site}/`);
  });

  it('is not shown to somebody else, and can be thrown away', async () => {
    const { browser, seen } = await typeTooLong('ann.bell');
    const offered = await browser.send(seen, '/sign-in/demonstration', { person: 'bo.cole' });
    expect(offered.html).toContain('Somebody else typed something here');
    expect(offered.html).not.toContain('flats');
    expect((await browser.send(offered, '/sign-in/continue')).url).toBe(`${site}/`);
    expect((await browser.get('/sign-in/continue')).url).toBe(`${site}/`);
  });

  it('is not kept for a browser that never was signed in, or from another site', async () => {
    const stranger = new Browser(here.server);
    stranger.cookies.set(site, new Map([['outturn', 'A'.repeat(43)]]));
    expect((await stranger.post('/probe', typed)).html).not.toContain('is safe');
    const { browser } = await typeTooLong('ann.bell');
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'http://evil.example' };
    expect((await browser.post('/probe', typed, foreign)).status).toBe(403);
  });
});

it('lets people choose when messages come, and nothing else of themselves', async () => {
  const browser = await here.signIn('bo.cole');
  const page = await browser.get('/account');
  const seen = await browser.send(page, '/account', {
    mail: 'daily',
    roles: 'administrator',
    active: 'false',
  });
  expect(seen.html).toContain('Your choice has been saved');
  const kept = await readPerson(here.store, authority.code, 'bo.cole');
  expect(kept).toMatchObject({ mail: 'daily', roles: ['viewer'], active: true });
  expect((await browser.send(page, '/account', { mail: 'hourly' })).html).toContain(
    'Choose when messages come',
  );
});
