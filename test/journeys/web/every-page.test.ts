import type { BrowserContext, Browser as Chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../src/web/routes.ts';
import { chromiumMissing, launchChromium } from '../../tools/chromium.ts';
import { axeProblems, htmlProblems, pageProblems, weightProblems } from '../../tools/page-checks.ts';
import { Browser } from './browser.ts';
import { type Crawl, crawl } from './crawl.ts';
import { DemoSite } from './demo-site.ts';

const people: Readonly<Record<string, string | null>> = {
  'the public': null,
  'a viewer': 'raymond.tuck',
  'a contributor': 'tom.venables',
  'an approver': 'judith.shah',
  'the performance team': 'colin.webb',
  'internal audit': 'petra.hollis',
  'an administrator': 'nadia.hussain',
};

/** Pages that no link leads to from the demonstration as it begins. */
const notByLinks: Readonly<Record<string, string>> = {
  '/sign-in/council': 'begins sign-in at an identity provider, which the demonstration has none of',
  '/sign-in/callback': 'where the identity provider leads back to',
  '/sign-in/continue': 'shown after a session ended with something typed',
  '/sign-in/refused': 'shown where a council account may not sign in',
  '/calendar/:key.ics': 'a secret address, for calendar programs; see calendar.test.ts',
};

const site = new DemoSite();
let chromium: Chromium;
let address = '';

describe.skipIf(chromiumMissing !== null)(
  `every page of the site${chromiumMissing === null ? '' : ` (${chromiumMissing})`}`,
  () => {
    beforeAll(async () => {
      await site.begin();
      address = await site.listen();
      chromium = await launchChromium();
    });
    afterAll(async () => {
      await chromium?.close();
      await site.end();
    });

    const reached = new Set<string>();
    /** A page looks the same to everybody in most of what axe looks at: once for each kind, and once more on a phone. */
    const looked = new Set<string>();

    describe.each(Object.entries(people))('as %s', (_name, person) => {
      let browser: Browser;
      let found: Crawl;

      beforeAll(async () => {
        browser = person === null ? new Browser(site.server) : await site.signIn(person);
        found = await crawl(browser, routes);
        for (const { route } of found.visits) reached.add(route.path);
      });

      it('is led nowhere that is not there or not for them', () => {
        const wrong = found.visits
          .filter(({ status }) => status >= 400)
          .map(({ status, path }) => `${status} ${path}`);
        expect([...found.dead, ...wrong]).toEqual([]);
      });

      it.each([
        { width: 1280, javaScriptEnabled: true },
        { width: 320, javaScriptEnabled: false },
      ])('finds nothing wrong at $width pixels, scripts: $javaScriptEnabled', async (how) => {
        const context = await chromium.newContext({
          viewport: { width: how.width, height: 900 },
          javaScriptEnabled: how.javaScriptEnabled,
        });
        const token = browser.cookie();
        if (token !== undefined) await context.addCookies([{ name: 'outturn', value: token, url: address }]);
        const wrong: string[] = [];
        for (const { path, html, status } of found.visits) {
          if (!html || status >= 400) continue;
          const problems = await problemsOf(context, path, how.width);
          wrong.push(...problems.map((problem) => `${path}: ${problem}`));
        }
        await context.close();
        expect(wrong).toEqual([]);
      });
    });

    async function problemsOf(context: BrowserContext, path: string, width: number): Promise<string[]> {
      const page = await context.newPage();
      const said: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') said.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => said.push(`script: ${error.message}`));
      const response = await page.goto(`${address}${path}`);
      if (response === null) throw new Error(`nothing came of ${path}`);
      const kind = `${width} ${new URL(page.url()).pathname.replace(/[\w-]*\d[\w-]*/g, 'x')}`;
      const problems = [...(await weightProblems(page, response)), ...(await pageProblems(page))];
      if (!looked.has(kind)) {
        looked.add(kind);
        problems.push(...(await axeProblems(page)), ...(await htmlProblems(await response.text())));
      }
      await page.close();
      return [...said, ...problems];
    }

    it('has been reached by its links, by one or the other', () => {
      const patterns = routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
      expect(patterns.filter((path) => !reached.has(path) && !(path in notByLinks))).toEqual([]);
    });

    it('was served without a failure', () => expect(site.logged).toEqual([]));
  },
);
