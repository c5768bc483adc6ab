import type { Browser as Chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RENDERERS } from '../../../src/cli/renderers.ts';
import { chromiumMissing, launchChromium } from '../../tools/chromium.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
const { html, csv } = RENDERERS;
let chromium: Chromium;
let address = '';
let token = '';

describe.skipIf(chromiumMissing !== null)(
  `the performance team (${chromiumMissing ?? 'in Chromium'})`,
  () => {
    beforeAll(async () => {
      await site.begin({ renderers: { html: html!, csv: csv! } });
      address = await site.listen();
      chromium = await launchChromium();
      token = (await site.signIn('colin.webb')).cookie()!;
    });
    afterAll(async () => {
      await chromium?.close();
      await site.end();
    });

    it('chooses, previews, makes and reads a draft without scripts', async () => {
      const context = await chromium.newContext({ javaScriptEnabled: false });
      await context.addCookies([{ name: 'outturn', value: token, url: address }]);
      const page = await context.newPage();
      await page.goto(`${address}/reports`);
      await page.getByRole('link', { name: /^Quarter 3, 2018-19/ }).click();
      await page.getByLabel('A draft for the leadership team').check();
      await page.getByLabel('Charts').selectOption('None');
      await page.getByRole('button', { name: 'Show the checklist' }).click();
      await page.getByLabel('Note at the front').fill('For Thursday');
      const [preview] = await Promise.all([
        context.waitForEvent('page'),
        page.getByRole('button', { name: /Preview/ }).click(),
      ]);
      await preview.getByText('Draft 1, for the leadership team').first().waitFor();
      expect(await preview.getByRole('heading', { name: 'Charts of the measures off target' }).count()).toBe(
        0,
      );
      await page.getByRole('button', { name: 'Make the draft' }).click();
      await page.getByText('Draft 1 of Improvement Report').waitFor();
      await page.getByRole('button', { name: 'Read the report' }).click();
      expect(await page.getByText('For Thursday').count()).toBeGreaterThan(0);
      expect(await page.getByRole('heading', { name: 'Charts of the measures off target' }).count()).toBe(0);
      await context.close();
    });
  },
);
