import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPeople, readPerson } from '../../../src/store/people.ts';
import { Browser, type Seen, site } from './browser.ts';
import { authority, password, SignInSite } from './sign-in-site.ts';

const here = new SignInSite();
beforeAll(() => here.begin());
afterAll(() => here.end());

const expectRefused = (seen: Seen, status = 400) => {
  expect(seen.status).toBe(status);
  expect(seen.html).toContain('You are not signed in');
  expect(seen.html).toContain('Sign in again');
};

describe('with a council account', () => {
  const goto = (browser: Browser, next = '/') =>
    browser.get(`/sign-in/oidc?next=${encodeURIComponent(next)}`);
  /** Signs in at the provider, and stops at the address that it sends the browser back to. */
  const comeBackFrom = async (browser: Browser) => {
    browser.stopBefore = `${site}/sign-in/oidc/callback`;
    const stopped = await goto(browser);
    browser.stopBefore = null;
    return new URL(stopped.headers.get('location')!, stopped.way.at(-1));
  };
  beforeAll(() => {
    here.provider.accounts.set('judith', {
      oid: 'o-1',
      name: 'Judith Shah',
      preferred_username: 'Judith.Shah@borchester.example',
      roles: ['Performance'],
    });
    here.provider.signsIn = 'judith';
  });

  it('signs in, adds who is new, and goes where they wanted to go', async () => {
    const browser = new Browser(here.server);
    expect((await browser.get('/sign-in?next=/account')).html).toContain('/sign-in/oidc?next=%2Faccount');
    const before = browser.cookie();
    const seen = await goto(browser, '/account');
    expect(seen.url).toBe(`${site}/account`);
    expect(seen.html).toContain('Judith Shah (judith.shah)');
    expect(browser.cookie()).not.toBe(before);
    expect(await readPerson(here.store, authority.code, 'judith.shah')).toMatchObject({
      subject: '3f0c2b9e-0000-4000-8000-00000000b0c5:o-1',
      roles: ['performanceTeam'],
      email: 'Judith.Shah@borchester.example',
    });
  });

  it('takes no callback that this browser did not ask for, or has used', async () => {
    const [mine, theirs] = [new Browser(here.server), new Browser(here.server)];
    expectRefused(await mine.get('/sign-in/oidc/callback?code=x&state=y'));
    expectRefused(await mine.get('/sign-in/oidc/callback'));
    await theirs.get('/sign-in');
    const back = await comeBackFrom(mine);
    expectRefused(await theirs.get(back.href));
    const changed = new URL(back);
    changed.searchParams.set('state', `${back.searchParams.get('state')}x`);
    expectRefused(await mine.get(changed.href));
    const held = mine.cookie();
    expect((await mine.get(back.href)).html).toContain('Hello judith.shah');
    expectRefused(await mine.get(back.href));
    // Nor with the cookie of before, nor a used code with the state of another sign-in.
    mine.cookies.get(site)!.set('outturn', held!);
    expectRefused(await mine.get(back.href));
    const again = await comeBackFrom(mine);
    again.searchParams.set('code', back.searchParams.get('code')!);
    expectRefused(await mine.get(again.href));
  });

  it.each(['nonce', 'codeVerifier'])('refuses where the %s is not the one it sent', async (field) => {
    const browser = new Browser(here.server);
    const back = await comeBackFrom(browser);
    const changed = `update outturn.kept_form set body = jsonb_set(body, '{0,${field}}', '"${'x'.repeat(43)}"')`;
    await here.store.pool.query(changed);
    expectRefused(await browser.get(back.href));
    expect((await browser.get('/')).html).toContain('Hello public');
  });

  it('gives them the roles they have at the next sign-in, in other browsers too', async () => {
    const first = new Browser(here.server);
    await goto(first);
    here.provider.accounts.get('judith')!.roles = ['Reader', 'Unheard of'];
    await goto(new Browser(here.server));
    expect((await readPerson(here.store, authority.code, 'judith.shah'))?.roles).toEqual(['viewer']);
    expect((await first.get('/account')).html).toContain('Viewer');
    here.provider.accounts.get('judith')!.roles = [];
    expectRefused(await goto(new Browser(here.server)), 403);
    here.provider.accounts.get('judith')!.roles = ['Officer'];
    expect((await goto(new Browser(here.server))).html).toContain('Hello judith.shah');
  });

  it('refuses somebody whose access has ended, and ends the session they have', async () => {
    const browser = new Browser(here.server);
    await goto(browser);
    const held = (await readPerson(here.store, authority.code, 'judith.shah'))!;
    await here.save({ ...held, active: false });
    expect((await browser.get('/')).html).toContain('Hello public');
    expectRefused(await goto(new Browser(here.server)), 403);
    here.later(1);
    await here.save(held);
    expect(
      (await readPeople(here.store, authority.code)).filter(({ name }) => name === 'Judith Shah'),
    ).toHaveLength(1);
  });

  it('says so when they turn back, or the provider cannot be reached', async () => {
    here.provider.signsIn = null;
    const declined = await goto(new Browser(here.server));
    expectRefused(declined);
    expect(declined.html).toContain('did not finish signing in');
    here.provider.signsIn = 'judith';
    const lost = await here.with({ oidc: { ...here.provider.settings, issuer: 'http://127.0.0.1:9' } });
    expectRefused(await goto(new Browser(lost)), 503);
  });
});

describe('with a user name and a password', () => {
  const attempt = async (name: string, given: string, browser = new Browser(here.server)) =>
    browser.send(await browser.get('/sign-in'), '/sign-in/local', { name, password: given });

  it('signs in', async () => expect((await attempt('ann.bell', password)).html).toContain('Hello ann.bell'));

  it('says the same of a wrong password and of an unknown name, and keeps the name', async () => {
    const [wrong, unknown] = [await attempt('ann.bell', 'not it at all'), await attempt('no.body', password)];
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('<title>Error: Sign in');
    expect(wrong.html).toContain('govuk-error-summary');
    expect(wrong.html).toContain('value="ann.bell"');
    expect(wrong.html).not.toContain('not it at all');
    const rest = ({ html }: Seen) => html.replace(/<input[^>]*name="(name|_csrf)"[^>]*>/g, '');
    expect(rest(wrong)).toBe(rest(unknown));
  });

  it('says what is missing, and asks for patience after many tries', async () => {
    expect((await attempt('', password)).html).toContain('Enter your user name');
    expect((await attempt('ann.bell', '')).html).toContain('Enter your password');
    let last: Seen | null = null;
    for (let tries = 0; tries < 4; tries++) last = await attempt('some.body', 'whatever it is');
    expect(last?.status).toBe(429);
    expect(last?.html).toMatch(/Wait (a second|\d+ seconds) and try again/);
  });
});
