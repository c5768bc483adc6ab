import type { Browser as Chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RENDERERS } from '../../../src/cli/renderers.ts';
import { readEditions } from '../../../src/store/editions.ts';
import { chromiumMissing, launchChromium } from '../../tools/chromium.ts';
import { axeProblems, htmlProblems, pageProblems } from '../../tools/page-checks.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
const { html, csv } = RENDERERS;
let chromium: Chromium;
let address = '';
let token = '';
const pages: Record<string, string> = {};

describe.skipIf(chromiumMissing !== null)(
  `the pages of reports (${chromiumMissing ?? 'in Chromium'})`,
  () => {
    beforeAll(async () => {
      await site.begin({ renderers: { html: html!, csv: csv! } });
      address = await site.listen();
      chromium = await launchChromium();
      const colin = await site.signIn('colin.webb');
      token = colin.cookie()!;
      const builder = '/reports/new/2018-19-Q2';
      const form = await colin.get(`${builder}?kind=improvement&standing=published`);
      const corrected = await colin.send(form, builder, { note: 'A name was misspelt.' });
      const first = (await readEditions(site.store, 'borchester')).findLast(
        (one) => one.report === 'improvement',
      )!;
      const [, measure = ''] = /href="(\/published\/[^"]*\/measures\/[^"]*)"/.exec(
        (await colin.get(`/published/${first.id}`)).html,
      )!;
      const scorecard = (await readEditions(site.store, 'borchester')).find(
        (one) => one.report === 'scorecard',
      )!;
      const withdrawing = `/reports/${scorecard.id}`;
      await colin.send(await colin.get(withdrawing), `${withdrawing}/withdraw`, {
        reason: 'Two directorates were printed in each other’s place. The figures themselves are right.',
      });
      Object.assign(pages, {
        'a withdrawn edition': `/published/${scorecard.id}`,
        'a withdrawn edition to the team': withdrawing,
        'a builder with a choice': `${builder}?kind=scorecard&standing=draft&show=chosen&measure=LIB.7&order=worstFirst`,
        'a builder with a choice that is none': `${builder}?kind=improvement&standing=draft&show=chosen&directorate=XX`,
        list: '/published',
        'a replaced edition': `/published/${first.id}`,
        'a measure': measure,
        statement: '/accessibility',
        reports: '/reports',
        'a period that is none': '/reports/new?period=soon',
        'a builder with errors': '/reports/new/2018-19-Q3?kind=scorecard&standing=published',
        'a builder of a draft': '/reports/new/2018-19-Q3?kind=improvement&standing=draft',
        'a builder of an embargo': '/reports/new/2018-19-Q2?kind=scorecard&standing=embargoed',
        'a builder of a correction': `${builder}?kind=improvement&standing=published`,
        'a correction': new URL(corrected.url).pathname,
      });
    });
    afterAll(async () => {
      await chromium?.close();
      await site.end();
    });

    it('have nothing wrong, wide and on a phone', async () => {
      const context = await chromium.newContext({ viewport: { width: 1280, height: 900 } });
      await context.addCookies([{ name: 'outturn', value: token, url: address }]);
      const wrong: string[] = [];
      for (const [name, path] of Object.entries(pages)) {
        const page = await context.newPage();
        const response = await page.goto(`${address}${path}`);
        const found = [
          ...(await htmlProblems((await response?.text()) ?? '')),
          ...(await axeProblems(page, 'wide')),
        ];
        // A frozen page is held to the checks of reports, see report-html.test.ts.
        if (name !== 'a measure') found.push(...(await pageProblems(page)));
        await page.setViewportSize({ width: 320, height: 900 });
        found.push(...(await axeProblems(page, 'narrow')));
        const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        if (Number(over) > 0) found.push(`scrolls sideways by ${over} pixels`);
        wrong.push(...found.map((problem) => `${name}: ${problem}`));
        await page.close();
      }
      await context.close();
      expect(wrong).toEqual([]);
    }, 240_000);
  },
);
