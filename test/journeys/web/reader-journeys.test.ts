import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureAddress } from '../../../src/web/addresses.ts';
import { chromiumMissing, launchChromium } from '../../tools/chromium.ts';
import { DemoSite } from './demo-site.ts';

const demo = new DemoSite();
let browser: Browser;
let address: string;

describe.skipIf(chromiumMissing !== null)(
  `readers and the performance team in a browser${chromiumMissing ?? ''}`,
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

    async function as(person: string | null, { scripts = true, width = 1280 } = {}): Promise<Page> {
      const context = await browser.newContext({
        javaScriptEnabled: scripts,
        viewport: { width, height: 800 },
      });
      const page = await context.newPage();
      if (person === null) return page;
      await page.goto(`${address}/sign-in`);
      await page.locator(`button[value="${person}"]`).click();
      return page;
    }
    const sideways = (page: Page) => page.evaluate('document.documentElement.scrollWidth - innerWidth');

    it.each([true, false])(
      'a councillor on a phone reads what is off target and why (scripts %s)',
      async (scripts) => {
        const page = await as('raymond.tuck', { scripts, width: 320 });
        await page.getByRole('heading', { name: 'Council Scorecard' }).waitFor();
        await page
          .getByText(/measures are off target/)
          .first()
          .waitFor();
        expect(await sideways(page)).toBe(0);
        await page.getByLabel('Status now').selectOption({ label: 'Red' });
        await page.getByRole('button', { name: 'Show' }).click();
        expect(new URL(page.url()).search).toContain('status=');
        await page
          .getByRole('table', { name: /Needs attention/ })
          .getByRole('link')
          .first()
          .click();
        await page.getByText('Figures by period').first().waitFor();
        await page.getByText('How this status was worked out').first().waitFor();
        expect(await sideways(page)).toBe(0);
        await page.context().close();
      },
    );

    it('a title whose longest word is wider than a phone does not make its page scroll sideways', async () => {
      const page = await as('raymond.tuck', { scripts: false, width: 320 });
      await page.goto(`${address}/measures/${measureAddress('AHH 02B')}`);
      await page.getByRole('heading', { level: 1, name: /reablement\/rehabilitation/ }).waitFor();
      expect(await sideways(page)).toBe(0);
      await page.context().close();
    });

    it('a resident reads a published report and one of its measures, without a cookie', async () => {
      const page = await as(null, { scripts: false, width: 320 });
      await page.goto(`${address}/published`);
      await page.getByRole('link', { name: /Improvement Report/ }).click();
      await page.getByText('Downloads').first().waitFor();
      await page
        .getByRole('table', { name: /Communities & Place/ })
        .getByRole('link')
        .first()
        .click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await sideways(page)).toBe(0);
      expect(await page.context().cookies()).toEqual([]);
      await page.context().close();
    });

    it('internal audit goes from a figure to who entered and approved it, and has the trail checked', async () => {
      const page = await as('petra.hollis', { width: 1280 });
      await page.goto(`${address}/scorecard`);
      await page.getByRole('link', { name: 'Livewell: NHS Health Checks' }).click();
      await page
        .getByRole('link', { name: /trace|where .* came from/i })
        .first()
        .click();
      await page.getByRole('heading', { name: 'Every change' }).waitFor();
      await page
        .getByText(/as approver, approved it/)
        .first()
        .waitFor();
      await page.getByRole('navigation').getByRole('link', { name: 'Audit trail' }).click();
      await page.getByText('Check the trail').click();
      await page
        .getByText(/as it was written|nothing was changed|is whole/i)
        .first()
        .waitFor({ timeout: 20_000 });
      await page.context().close();
    });

    it('the performance team closes, freezes and publishes on report day', async () => {
      const page = await as('colin.webb');
      demo.now = '2019-01-09T09:20:00.000Z';
      await page.goto(`${address}/round`);
      await page.getByRole('button', { name: 'Close to entry' }).click();
      await page
        .getByRole('link', { name: 'Freeze the figures' })
        .or(page.getByRole('button', { name: 'Freeze the figures' }))
        .click();
      await page.getByRole('button', { name: 'Freeze the figures' }).click();
      await page.getByText('The figures are frozen.').first().waitFor();
      await page
        .getByRole('button', { name: 'Make a report' })
        .or(page.getByRole('link', { name: 'Make a report' }))
        .click();
      await page.getByRole('heading', { name: 'Checklist' }).waitFor();
      // What nobody has approved blocks publication until it is said to be provisional.
      expect(await page.getByText('Must be put right').count()).toBeGreaterThan(0);
      await page.context().close();
    });
  },
);
