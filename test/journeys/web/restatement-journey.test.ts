import { createHash } from 'node:crypto';
import type { Browser as Chromium, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authority } from '../../../src/demo/authority.ts';
import { readEditionFile, readEditions } from '../../../src/store/editions.ts';
import { measureAddress } from '../../../src/web/addresses.ts';
import { chromiumMissing, launchChromium } from '../../tools/chromium.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
const measure = 'CSC 1.6';

describe.skipIf(chromiumMissing !== null)(
  `a figure is restated, in a real browser${chromiumMissing === null ? '' : ` (${chromiumMissing})`}`,
  () => {
    let chromium: Chromium;
    let page: Page;
    let address = '';
    beforeAll(async () => {
      await site.begin();
      address = await site.listen();
      chromium = await launchChromium();
      const context = await chromium.newContext({ viewport: { width: 1280, height: 900 } });
      const [name, value] = ['outturn', (await site.signIn('colin.webb')).cookie() ?? ''];
      await context.addCookies([{ name, value, url: address }]);
      page = await context.newPage();
    });
    afterAll(async () => {
      await chromium?.close();
      await site.end();
    });

    it('shows what it does before it is saved', async () => {
      await page.goto(`${address}/measures/${measureAddress(measure)}?period=2018-19-Q2`);
      await page.getByRole('link', { name: 'Correct a published figure' }).click();
      await page.getByLabel('The correct figure').fill('70%');
      await page.getByLabel('Numerator').fill('');
      await page.getByLabel('Denominator').fill('');
      await page.getByLabel('Error in the source').check();
      await page.getByLabel('What happened').fill('Two registers had been read');
      await page.getByRole('button', { name: 'Continue' }).click();
      expect(await page.locator('h1').textContent()).toBe('Check what the correction does');
      expect(await page.locator('main .govuk-body-l').textContent()).toMatch(
        / becomes Red; forecast stays \w+/,
      );
      await page.getByRole('button', { name: 'Save this correction' }).click();
      expect(await page.locator('.govuk-notification-banner').textContent()).toContain('has been recorded');
      expect(await page.locator('main').textContent()).toContain('Restated from');
    });

    it('is listed by the next report', async () => {
      await page.goto(`${address}/reports/new/2018-19-Q3?kind=improvement&standing=draft`);
      const opened = page.context().waitForEvent('page');
      await page.getByRole('button', { name: /preview/i }).click();
      const shown = await opened;
      await shown.getByText('Corrections to published figures').first().waitFor();
      const listed = await shown.locator('body').textContent();
      expect(listed).toContain('Corrections to published figures');
      expect(listed).toContain('Two registers had been read');
    });

    it('leaves the edition as it was, at its address', async () => {
      for (const edition of await readEditions(site.store, authority.code)) {
        const kept = await readEditionFile(site.store, authority.code, edition.id, 'html');
        const text = new TextDecoder().decode(kept!.bytes);
        expect(createHash('sha256').update(kept!.bytes).digest('hex')).toBe(kept!.sha256);
        expect(text).not.toContain('Two registers');
        const view = await page.goto(`${address}/published/${edition.id}`);
        expect(view?.status()).toBe(200);
        expect(await page.locator('body').textContent()).not.toContain('70.0%');
      }
    });

    it('is shown by the comparison of that edition with what is now known, and of two days', async () => {
      await page.goto(`${address}/scorecard/2018-19-Q2`);
      await page.getByText('See them as they were before').click();
      await page.getByRole('link', { name: 'Compare two of them' }).click();
      const row = () => page.locator('tr', { hasText: measure }).filter({ hasText: 'Actual' });
      expect(await row().textContent()).toContain('70.0%');
      await page.getByLabel('Compare', { exact: true }).selectOption('day');
      await page.getByLabel('First day').fill('8 January 2019');
      await page.getByRole('button', { name: 'Compare' }).click();
      expect(await row().textContent()).toContain('70.0%');
      await page.getByLabel('First day').fill('some day');
      await page.getByRole('button', { name: 'Compare' }).click();
      expect(await page.locator('.govuk-error-summary').textContent()).toContain('Enter a real day');
    });
  },
);
