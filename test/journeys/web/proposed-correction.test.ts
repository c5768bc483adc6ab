import type { Browser as Chromium, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureAddress } from '../../../src/web/addresses.ts';
import { chromiumMissing, launchChromium } from '../../tools/chromium.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
const measure = 'LEI 3';
const page = `/measures/${measureAddress(measure)}?period=2018-19-Q2`;

describe.skipIf(chromiumMissing !== null)(
  `an officer says that a published figure is wrong, in a real browser${chromiumMissing ?? ''}`,
  () => {
    let chromium: Chromium;
    let address = '';
    const screens: Record<string, Page> = {};
    const main = (who: Page) => who.locator('main').innerText();
    beforeAll(async () => {
      await site.begin();
      address = await site.listen();
      chromium = await launchChromium();
      for (const [person, width] of [
        ['tom.venables', 320],
        ['colin.webb', 1280],
      ] as const) {
        const context = await chromium.newContext({
          viewport: { width, height: 900 },
          javaScriptEnabled: false,
        });
        const [name, value] = ['outturn', (await site.signIn(person)).cookie() ?? ''];
        await context.addCookies([{ name, value, url: address }]);
        screens[person] = await context.newPage();
      }
    });
    afterAll(async () => {
      await chromium?.close();
      await site.end();
    });

    const propose = async (tom: Page, figure: string) => {
      await tom.goto(address + page);
      await tom.getByRole('link', { name: 'This figure is wrong: propose a correction' }).click();
      await tom.getByLabel('The correct figure').fill(figure);
      await tom.getByLabel('Error in the source').check();
      await tom.getByLabel('What happened').fill('One turnstile was counted twice');
      await tom.getByLabel('What it is').fill('Turnstile log');
      await tom.getByLabel('File', { exact: true }).setInputFiles({
        name: 'log.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('day,visits\n'),
      });
      await tom.getByRole('button', { name: 'Propose this correction' }).click();
    };

    it('what is missing is said, with all that was typed', async () => {
      const tom = screens['tom.venables']!;
      await tom.goto(address + page);
      const before = await tom.locator('main .govuk-body-l').first().innerText();
      await tom.getByRole('link', { name: 'This figure is wrong: propose a correction' }).click();
      await tom.getByLabel('The correct figure').fill('some');
      await tom.getByRole('button', { name: 'Propose this correction' }).click();
      const said = await tom.locator('.govuk-error-summary').innerText();
      for (const words of [
        'Choose why the figure changes',
        'Say what happened',
        'Choose a file, or give a link',
      ])
        expect(said).toContain(words);
      expect(await tom.getByLabel('The correct figure').inputValue()).toBe('some');
      await propose(tom, '101,000');
      expect(await main(tom)).toContain('Waits for a decision');
      expect(await main(tom)).toContain('One turnstile was counted twice');
      // Nothing has changed, and it fits on a phone.
      expect(await tom.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await tom.goto(address + page);
      expect(await tom.locator('main .govuk-body-l').first().innerText()).toBe(before);
      expect(await main(tom)).toContain('Corrections that were proposed');
      await tom.goto(`${address}/my-work`);
      expect(await main(tom)).toContain('Corrections that you proposed');
    });

    it('is refused with a reason, which the officer reads', async () => {
      const colin = screens['colin.webb']!;
      await colin.goto(`${address}/my-work`);
      expect(await main(colin)).toContain('1 correction to decide');
      await colin.getByRole('link', { name: 'LEI 3, Quarter 2, 2018-19' }).click();
      const evidence = await colin.getByRole('link', { name: 'Turnstile log' }).getAttribute('href');
      const file = await colin.request.get(address + evidence);
      expect(await file.text()).toBe('day,visits\n');
      expect(file.headers()['content-disposition']).toContain('attachment');
      await colin.getByRole('button', { name: 'Refuse it' }).click();
      expect(await colin.locator('.govuk-error-summary').innerText()).toContain('Say why it is refused');
      await colin.getByLabel('Or refuse it, with a reason').fill('The contractor confirms the count');
      await colin.getByRole('button', { name: 'Refuse it' }).click();
      expect(await main(colin)).toContain('Refused');
      const tom = screens['tom.venables']!;
      await tom.goto(`${address}/my-work`);
      await tom.getByRole('link', { name: 'LEI 3, Quarter 2, 2018-19' }).click();
      expect(await main(tom)).toContain('The contractor confirms the count');
    });

    it('is accepted as a restatement, whose effect is shown before it is saved', async () => {
      await propose(screens['tom.venables']!, '102,000');
      const colin = screens['colin.webb']!;
      await colin.goto(`${address}/my-work`);
      await colin.getByRole('link', { name: 'LEI 3, Quarter 2, 2018-19' }).click();
      await colin.getByRole('button', { name: 'Accept: check what it does' }).click();
      expect(await colin.getByLabel('The correct figure').inputValue()).toBe('102,000');
      await colin.getByRole('button', { name: 'Continue' }).click();
      expect(await colin.locator('h1').innerText()).toBe('Check what the correction does');
      await colin.getByRole('button', { name: 'Save this correction' }).click();
      expect(await main(colin)).toContain('102,000');
      expect(await main(colin)).toContain('Restated from');
      const tom = screens['tom.venables']!;
      await tom.goto(`${address}/my-work`);
      expect(await main(tom)).toContain('Accepted');
      const petra = await site.signIn('petra.hollis');
      expect((await petra.get('/audit')).html).toContain('accepted a proposed correction');
    });
  },
);
