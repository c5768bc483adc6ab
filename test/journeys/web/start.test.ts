import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
beforeAll(() => site.begin());
afterAll(() => site.end());

describe('the start of the site', () => {
  it.each([
    ['tom.venables', '/my-work'],
    ['judith.shah', '/my-work'],
    ['colin.webb', '/round'],
    ['raymond.tuck', '/scorecard'],
    ['petra.hollis', '/scorecard'],
  ])('leads %s to %s', async (person, to) => {
    const browser = await site.signIn(person);
    browser.stopBefore = `http://outturn.test${to}`;
    expect((await browser.get('/')).url).toBe(`http://outturn.test${to}`);
  });

  it('leads everybody else to what is published', async () => {
    const browser = new Browser(site.server);
    browser.stopBefore = 'http://outturn.test/published';
    expect((await browser.get('/')).url).toBe('http://outturn.test/published');
  });
});
