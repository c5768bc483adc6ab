import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureAddress } from '../../../src/web/addresses.ts';
import { chromiumMissing, launchChromium } from '../../tools/chromium.ts';
import { heard } from '../../tools/heard.ts';
import { DemoSite } from './demo-site.ts';

const demo = new DemoSite();
let browser: Browser;
let address: string;

/** What should be heard, read aloud and written down. Whoever changes it reads it again: `npx vitest run <this file> -u`. */
const written = (name: string) => `../../fixtures/heard/${name}.txt`;

describe.skipIf(chromiumMissing !== null)(`what a screen reader is given${chromiumMissing ?? ''}`, () => {
  beforeAll(async () => {
    await demo.begin();
    address = await demo.listen();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await demo.end();
  });

  async function open(person: string, path: string): Promise<Page> {
    const context = await browser.newContext();
    const token = (await demo.signIn(person)).cookie()!;
    await context.addCookies([{ name: 'outturn', value: token, url: address }]);
    const page = await context.newPage();
    await page.goto(`${address}${path}`);
    return page;
  }

  it.each([
    ['update', 'tom.venables', `/update/2018-19-Q3/${measureAddress('LEI 3')}`],
    ['approve', 'judith.shah', `/approve/2018-19-Q3/${measureAddress('LIB.7')}`],
    ['scorecard', 'raymond.tuck', '/scorecard/2018-19-Q2?directorate=place&changed=yes'],
    ['measure', 'raymond.tuck', `/measures/${measureAddress('L&C PM28')}?period=2018-19-Q2`],
  ])('is as it should be heard: %s', async (name, person, path) => {
    const page = await open(person, path);
    const lines = await heard(page);
    await expect(lines).toMatchFileSnapshot(written(name));
    // Headings go down by one level at a time, so that none seems to be missing.
    const levels = [...lines.matchAll(/^\s*heading .*\[level (\d)/gm)].map((found) => Number(found[1]));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, at) => at > 0 && level > levels[at - 1]! + 1)).toEqual([]);
    await page.context().close();
  });

  it('says that it is saved, and a status where it changes, without moving the focus', async () => {
    const page = await open('tom.venables', `/update/2018-19-Q3/${measureAddress('LEI 3')}`);
    const figure = page.getByLabel('Actual', { exact: true });
    await figure.pressSequentially('412000');
    await page.getByText(/^Saved \d+:\d\d[ap]m$/).waitFor();
    const statuses = page.getByRole('status');
    expect(await statuses.allTextContents()).toEqual([
      expect.stringMatching(/^Status now: Red\./),
      expect.stringMatching(/^Saved /),
    ]);
    expect(await heard(page)).toMatch(/status .*\[live polite\]/);
    expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it('says each mistake with its field', async () => {
    const page = await open('tom.venables', `/update/2018-19-Q3/${measureAddress('LEI 3')}`);
    await page.getByLabel('Actual', { exact: true }).fill('many');
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByRole('alert').waitFor();
    const lines = await heard(page);
    expect(lines).toMatch(/alert/);
    expect(lines).toMatch(/textbox “Actual” = many \([^)]*Error:[^)]*\)/);
    await page.context().close();
  });
});
