import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RENDERERS } from '../../../src/cli/renderers.ts';
import { chromiumMissing, launchChromium } from '../../tools/chromium.ts';
import { Keyboard } from '../../tools/keyboard.ts';
import { DemoSite } from './demo-site.ts';

const demo = new DemoSite();
const { html, csv } = RENDERERS;
let browser: Browser;
let address: string;

describe.skipIf(chromiumMissing !== null)(`with a keyboard alone${chromiumMissing ?? ''}`, () => {
  beforeAll(async () => {
    await demo.begin({ renderers: { html: html!, csv: csv! } });
    address = await demo.listen();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await demo.end();
  });

  async function as(person: string, width = 1280): Promise<{ page: Page; keys: Keyboard }> {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const keys = new Keyboard(page);
    await page.goto(`${address}/sign-in`);
    const name = demoNames[person as keyof typeof demoNames];
    await keys.follow(new RegExp(`^button .*${name}`));
    return { page, keys };
  }

  it('an officer enters, checks, is told what is missing, adds evidence and submits', async () => {
    const { page, keys } = await as('tom.venables');
    await keys.skip();
    await keys.follow(/^link Visits to leisure/);
    await keys.skip();
    await keys.type(/^input Actual$/, '410');
    await keys.type(/^input Forecast/, 'many');
    await keys.follow(/^button Check$/);
    expect(await keys.mistake()).toMatch(/^Forecast/);
    await keys.press('Control+A');
    await page.keyboard.type('1650');
    await keys.follow(/^button Check$/);
    await page.getByText('Status now').waitFor();
    for (const text of ['Context', 'Improvement actions', 'Intervention'])
      await keys.type(new RegExp(`^textarea ${text}`), 'As planned.');
    await keys.follow(/^button Add evidence$/);
    await keys.skip();
    await keys.type(/^input What it is/, 'Counts at the doors');
    await keys.type(/^(url|input) Or a link/, 'https://borchester.example/doors');
    await keys.follow(/^button Add/);
    await keys.follow(/^link .*(update|Visits)/i);
    await keys.follow(/^button Submit for approval$/);
    await page.getByText('Submitted. Your approver can see it now.').waitFor();
    expect(keys.problems).toEqual([]);
    await page.close();
  });

  it('a councillor on a phone chooses what to see, opens a measure and reads why it has its colour', async () => {
    const { page, keys } = await as('raymond.tuck', 320);
    await keys.skip();
    await keys.choose(/^select Status now/, 'Red');
    await keys.follow(/^button Show/);
    expect(new URL(page.url()).search).toContain('status=');
    await page.getByRole('table', { name: /Needs attention/ }).waitFor();
    await keys.skip();
    await keys.reach(/^button Show/);
    await keys.follow(/^link (?!Show|Clear|.*download)/i);
    await page.getByText('How this status was worked out').first().waitFor();
    await keys.round();
    expect(keys.problems).toEqual([]);
    await page.close();
  });

  it('internal audit goes from a published figure to its trace, and has the trail checked', async () => {
    const { page, keys } = await as('petra.hollis');
    await keys.follow(/^link Published$/);
    await keys.follow(/^link .*Improvement Report/);
    await keys.follow(/^link Livewell: NHS Health Checks/);
    await keys.round();
    await page.goto(`${address}/scorecard`);
    await keys.skip();
    await keys.follow(/^link Livewell: NHS Health Checks/);
    await keys.skip();
    await keys.follow(/^link .*([Tt]race|came from)/);
    await page.getByRole('heading', { name: 'Every change' }).waitFor();
    await keys.round();
    await keys.follow(/^link Audit trail/);
    await keys.skip();
    await keys.round();
    await keys.follow(/^(button|link) Check the trail/);
    await keys.round();
    expect(keys.problems).toEqual([]);
    await page.close();
  });

  it('the performance team writes to who is late, closes, freezes, builds and publishes', async () => {
    demo.now = '2019-01-16T09:20:00.000Z';
    const { page, keys } = await as('colin.webb');
    await keys.follow(/^link Round$/);
    await keys.skip();
    await keys.follow(/^link \d+ late$/);
    await keys.round();
    await keys.follow(/^link Quarter 3/);
    await keys.follow(/^(link|button) Write/);
    await keys.round();
    await keys.type(/^textarea Your message/, 'Please do it today.');
    await keys.follow(/^button (Send|Write)/);
    await keys.follow(/^button Close to entry/);
    await keys.follow(/^button Freeze the figures/);
    await keys.round();
    await keys.follow(/^button Freeze the figures/);
    await keys.follow(/^button Make a report/, 'Space');
    await keys.reach(/^radio Everybody/);
    await keys.press('ArrowUp');
    await keys.press('ArrowUp');
    await keys.follow(/^button Show the checklist/);
    await page.getByText('A draft can be made as it is.').waitFor();
    await keys.skip();
    await keys.reach(/^radio A draft/);
    await keys.press('ArrowDown');
    await keys.press('ArrowDown');
    await keys.follow(/^button Show the checklist/);
    await keys.reach(/^button Mark as provisional/);
    await keys.press('Enter');
    expect(await keys.each(/^checkbox .*,/, () => keys.press('Space'))).toBeGreaterThan(40);
    await keys.follow(/^button Check again/);
    // Nothing is published over a warning without a reason: the first one that lacks it is where one is led.
    await keys.follow(/^button Publish$/);
    expect(await keys.mistake()).toBe('Reason to go on all the same');
    await page.keyboard.type('Said in the note at the front.');
    await keys.skip();
    const reasons = await page.getByLabel('Reason to go on all the same').count();
    for (let warning = 0; warning < reasons; warning += 1)
      await keys.type(/^textarea Reason to go on/, 'Said in the note at the front.');
    await keys.follow(/^button Publish$/);
    await page.getByText(/Edition 1 of Improvement Report.* has been made/).waitFor();
    await keys.round();
    expect(keys.problems).toEqual([]);
    await page.close();
    // From late list to publication: every stop of the Tab key on eight pages.
  }, 180_000);
});

const demoNames = {
  'tom.venables': 'Tom Venables',
  'raymond.tuck': 'Raymond Tuck',
  'petra.hollis': 'Petra Hollis',
  'colin.webb': 'Colin Webb',
};
