import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureAddress } from '../../../src/web/addresses.ts';
import { chromiumMissing, launchChromium } from '../../tools/chromium.ts';
import { DemoSite } from './demo-site.ts';

const demo = new DemoSite();
let browser: Browser;
let address: string;
const visits = `/update/2018-19-Q3/${measureAddress('LEI 3')}`;

describe.skipIf(chromiumMissing !== null)(
  `an officer and an approver in a browser${chromiumMissing ?? ''}`,
  () => {
    beforeAll(async () => {
      await demo.begin();
      address = await demo.listen();
      browser = await launchChromium();
    });
    afterAll(async () => {
      await browser?.close();
      await demo.end();
    });

    async function as(person: string, { scripts = true, width = 1280 } = {}): Promise<Page> {
      const context: BrowserContext = await browser.newContext({
        javaScriptEnabled: scripts,
        viewport: { width, height: 800 },
      });
      const page = await context.newPage();
      await page.goto(`${address}/sign-in`);
      await page.locator(`button[value="${person}"]`).click();
      return page;
    }
    const figureBox = (page: Page) => page.getByLabel('Actual', { exact: true });

    it('judges and saves as somebody types, and tells a second window', async () => {
      const page = await as('tom.venables');
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
      await page.goto(address + visits);
      const second = await page.context().newPage();
      await second.goto(address + visits);
      await figureBox(page).fill('12');
      await page.getByText(/^Saved \d+:\d\d[ap]m$/).waitFor({ timeout: 15_000 });
      await page.getByText('Is a decimal point or a nought out of place?').waitFor();
      expect(errors).toEqual([]);
      // The other window is behind now: what is typed there is kept, and both are shown.
      await second.getByLabel('Context for current performance').fill('Typed in the second window');
      await second.getByText('Somebody else has changed this').waitFor({ timeout: 15_000 });
      await second.getByRole('button', { name: 'Save and come back later' }).click();
      await second.getByRole('heading', { name: 'You have changed this somewhere else too' }).waitFor();
      await second.getByText('Typed in the second window').waitFor();
      await second.getByRole('button', { name: 'Save what I have chosen' }).click();
      await page.context().close();
    });

    it.each([
      { scripts: true, width: 1280 },
      { scripts: false, width: 320 },
    ])('goes from My work to submitted: %j', async (how) => {
      const person = how.scripts ? 'gareth.pym' : 'tom.venables';
      const page = await as(person, how);
      expect(new URL(page.url()).pathname).toBe('/my-work');
      await page
        .getByRole('link', { name: how.scripts ? 'Missed bin collections' : 'Visits to leisure' })
        .click();
      await figureBox(page).fill('410');
      await page.getByLabel(/^Forecast for the end of/).fill('1650');
      await page.getByRole('button', { name: 'Check' }).click();
      await page.getByText('Status now').waitFor();
      for (const label of [
        'Context for current performance',
        'Improvement actions taken',
        'Intervention or review',
      ]) {
        await page.getByLabel(new RegExp(`^${label}`)).fill('As planned.');
      }
      await page.getByRole('button', { name: 'Submit for approval' }).click();
      await page.getByText('Submitted. Your approver can see it now.').waitFor();
      const sideways = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(sideways).toBe(0);
      await page.context().close();
    });

    it('is approved by keyboard alone', async () => {
      const page = await as('judith.shah');
      await page.goto(`${address}/approve`);
      const reach = async (name: RegExp) => {
        for (let presses = 0; presses < 80; presses++) {
          await page.keyboard.press('Tab');
          const text = await page.evaluate(
            `(document.activeElement?.innerText ?? '') + (document.activeElement?.getAttribute('aria-label') ?? '')`,
          );
          if (name.test(String(text))) return;
        }
        throw new Error(`the keyboard did not reach ${name}`);
      };
      await reach(/Missed bin collections/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Missed bin collections reported by residents' }).waitFor();
      await reach(/^Approve$/);
      // The first "Approve" is the way back to the queue: the button is the one that says it a second time.
      if ((await page.evaluate('document.activeElement.tagName')) === 'A') await reach(/^Approve$/);
      await page.keyboard.press('Enter');
      await page.getByText('Approved.', { exact: true }).waitFor();
      await page.context().close();
    });
  },
);
