import type { Browser as Chromium, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumMissing, launchChromium } from '../../tools/chromium.ts';
import { axeProblems, pageProblems } from '../../tools/page-checks.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
beforeAll(() => site.begin());
afterAll(() => site.end());

describe.skipIf(chromiumMissing !== null)(`own rules in a real browser${chromiumMissing ?? ''}`, () => {
  let chromium: Chromium;
  let screen: Page;
  let address = '';
  const at = (width: number) => screen.setViewportSize({ width, height: 900 });
  beforeAll(async () => {
    address = await site.listen();
    chromium = await launchChromium();
    const context = await chromium.newContext();
    const [name, value] = ['outturn', (await site.signIn('colin.webb')).cookie() ?? ''];
    await context.addCookies([{ name, value, url: address }]);
    screen = await context.newPage();
  });
  afterAll(() => chromium?.close());

  /** The pages that are only posted to, which no link leads to. */
  async function wrongWithIt(): Promise<string[]> {
    const found: string[] = [];
    for (const [name, width] of [
      ['wide', 1280],
      ['narrow', 320],
    ] as const) {
      await at(width);
      found.push(...(await pageProblems(screen)), ...(await axeProblems(screen, name)));
    }
    return found;
  }

  it('a field shows with the choice that asks for it', async () => {
    await at(320);
    await screen.goto(`${address}/set-up/direction/own?preset=derby`);
    const periods = screen.locator('#periods');
    expect(await periods.isVisible()).toBe(false);
    await screen.getByLabel('Latest figure compared with the average of several').first().check();
    expect(await periods.isVisible()).toBe(true);
    await screen.getByLabel('A percentage of the earlier figure').check();
    expect(await screen.locator('#percent').isVisible()).toBe(true);
    expect(await screen.locator('#amount').isVisible()).toBe(false);
  });

  it('the mistakes lead to their fields, and both pages that follow are sound', async () => {
    await screen.getByRole('button', { name: 'See what would change' }).click();
    expect(await wrongWithIt()).toEqual([]);
    await screen.getByRole('link', { name: 'Per cent must be a number above zero' }).click();
    expect(await screen.evaluate(() => document.activeElement?.id)).toBe('percent');
    await screen.keyboard.type('2');
    await screen.locator('#periods').fill('4');
    await screen.keyboard.press('Enter');
    await screen.getByRole('heading', { level: 1, name: /^What .* would change$/ }).waitFor();
    expect(await wrongWithIt()).toEqual([]);
    await screen.getByRole('button', { name: 'Use this scheme' }).click();
    await screen.getByRole('link', { name: 'Choose from when it holds' }).waitFor();
    expect(await wrongWithIt()).toEqual([]);
  });
});
