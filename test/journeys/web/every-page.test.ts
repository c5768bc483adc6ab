import type { Browser as Chromium, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authority } from '../../../src/demo/authority.ts';
import { presentPeriod } from '../../../src/demo/fill-demo-round.ts';
import { pastPeriod } from '../../../src/demo/people/round-of-the-past.ts';
import { readResponsibilities } from '../../../src/store/people.ts';
import { measureAddress, periodAddress } from '../../../src/web/addresses.ts';
import { routes } from '../../../src/web/routes.ts';
import { newEditionId } from '../../../src/workflow/editions/make-edition.ts';
import { restatableFigure } from '../../../src/workflow/queries/restatable.ts';
import {
  proposeCorrection,
  refuseCorrection,
} from '../../../src/workflow/restatements/propose-correction.ts';
import { actingAt } from '../../contracts/demo-acting.ts';
import { chromiumMissing, launchChromium } from '../../tools/chromium.ts';
import { axeProblems, htmlProblems, pageProblems, weightProblems } from '../../tools/page-checks.ts';
import { Browser } from './browser.ts';
import { type Crawl, crawl, kindsIn } from './crawl.ts';
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

/** Pages that a button leads to. */
const byButtons = async (): Promise<string[]> => {
  const period = periodAddress(presentPeriod);
  const held = [...(await readResponsibilities(site.store, authority.code)).values()];
  const measure = held.find(({ owner }) => owner === 'tom.venables')?.measure ?? '';
  return [
    `/update/${period}/${measureAddress(measure)}/evidence`,
    `/bulk/${period}`,
    `/bulk/${period}/template.xlsx`,
    `/round/${period}/change?do=extend&of=${encodeURIComponent(measure)}`,
    `/round/${period}/freeze`,
    `/round/${periodAddress(pastPeriod)}/freeze`,
    `/round/${period}/roll-over`,
    `/round/${periodAddress(pastPeriod)}/roll-over`,
    `/measures/${measureAddress(measure)}/commitments/new`,
    `/surgery?measure=${measureAddress('SS PM07')}&measure=${measureAddress('AHH 02D')}`,
    ...['amend', 'split', 'new', 'define', 'retire'].map(
      (kind) => `/target-changes/new?kind=${kind}&measure=${measureAddress(measure)}&from=2018-19-Q4`,
    ),
  ];
};

/** Pages that are not to be had in the demonstration as it begins. */
const notHere: Readonly<Record<string, string>> = {
  '/sign-in/oidc': 'begins sign-in at an identity provider, which the demonstration has none of',
  '/sign-in/oidc/callback': 'where the identity provider leads back to',
  '/sign-in/continue': 'shown after a session ended with something typed',
  '/set-up/import/:import': 'shows a file that somebody has sent',
  '/update/:period/:measure/evidence/:evidence/file': 'needs a document beside an update',
  '/target-changes/:proposal/edit': 'a draft, of which the demonstration has none',
  '/target-changes/:proposal/evidence/:evidence/file': 'needs a document beside a proposal',
  '/reports/new': 'leads on to the page of a period',
  '/work/:work': 'how far something long has come that somebody began',
  '/round/:period/roll-over': 'comes with the end of a year',
  '/calendar/:key.ics': 'the address is told once, to whoever asks for it',
  '/calendar/forum/:key.ics': 'the address is told once, to whoever asks for it',
  '/commitments/:commitment/evidence/:evidence': 'a document of a commitment: see commitments.test.ts',
  '/scorecard/:period/files/:name': 'a report as known on a past day: see past-reports.test.ts',
  '/measures/:measure/comparison/funnel.svg': 'only where a funnel is drawn: see peers.test.ts',
  '/measures/:measure/comparison/funnel.png': 'only where a funnel is drawn: see peers.test.ts',
  '/surgery/files/:format': 'the pack as a file: see commitments.test.ts',
  '/set-up/first': 'the first page of an empty installation',
};

/** Large, the same for everybody, and looked at already. */
const frozen: Readonly<Record<string, string>> = {
  '/target-changes/schedule/:file': 'the schedule of amendments as a file',
  '/published/:edition/files/:name': 'a report as a file: see report-html.test.ts',
  '/reports/:edition/files/:name': 'the same file',
  '/reports/:edition/measures/:measure': 'the same bytes as where it is published',
};

const site = new DemoSite();

/** Corrections that an officer proposed: one that was refused, and one that waits, with a document. */
async function proposeTwo(): Promise<void> {
  const { store } = site;
  const which = { period: pastPeriod, measure: 'LEI 3' };
  const at = (minute: number) => `2019-01-09T09:0${minute}:00.000Z`;
  const propose = async (minute: number, figure: string) => {
    const { role, standing, waitsFor } = await restatableFigure(store, authority.code, {
      ...which,
      role: null,
    });
    return proposeCorrection(
      store,
      actingAt(at(minute), 'tom.venables', 'contributor'),
      {
        ...which,
        id: newEditionId(),
        role,
        figure,
        numerator: '',
        denominator: '',
        kind: 'sourceError',
        reason: 'One turnstile was counted twice',
        provisional: false,
        waitsFor: waitsFor ?? '',
        seen: standing.held?.recordedAt ?? '',
      },
      {
        title: 'Turnstile log',
        url: '',
        file: { name: 'log.csv', bytes: new TextEncoder().encode('day,visits\n') },
      },
    );
  };
  const refused = await propose(1, '101,000');
  const team = actingAt(at(2), 'colin.webb', 'performanceTeam');
  await refuseCorrection(store, team, refused, 'The contractor confirms the count');
  await propose(3, '102,000');
}

let chromium: Chromium;
let address = '';
/** One page of each kind, led from address to address: a new one for each would be a new process of the browser. */
const screens: Record<string, Page> = {};
/** What the browser says is wrong with what it shows. */
let said: string[] = [];
const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 900 };

describe.skipIf(chromiumMissing !== null)(
  `every page of the site${chromiumMissing === null ? '' : ` (${chromiumMissing})`}`,
  () => {
    beforeAll(async () => {
      await site.begin();
      await proposeTwo();
      address = await site.listen();
      chromium = await launchChromium();
      screens.with = await chromium.newPage({ viewport: wide });
      screens.without = await chromium.newPage({ viewport: narrow, javaScriptEnabled: false });
      for (const screen of Object.values(screens)) {
        screen.on('console', (message) => {
          if (message.type() === 'error') said.push(`console: ${message.text()}`);
        });
        screen.on('pageerror', (error) => said.push(`script: ${error.message}`));
      }
    });
    afterAll(async () => {
      await chromium?.close();
      await site.end();
    });

    const reached = new Set<string>();
    const looked = new Map<string, Set<string>>();
    const axed = new Set<string>();

    describe.each(Object.entries(people))('as %s', (_name, person) => {
      let browser: Browser;
      let found: Crawl;

      beforeAll(async () => {
        browser = person === null ? new Browser(site.server) : await site.signIn(person);
        found = await crawl(browser, routes, await byButtons());
        for (const { route } of found.visits) reached.add(route.path);
      });

      it('is led nowhere that is not there or not for them', () => {
        const wrong = found.visits
          .filter(({ status }) => status >= 400)
          .map(({ status, path }) => `${status} ${path}`);
        expect([...found.dead, ...wrong]).toEqual([]);
      });

      it('finds nothing wrong: with scripts at 1280 pixels and at 320, without them at 320', async () => {
        const wrong: string[] = [];
        for (const visit of found.visits) {
          if (visit.html === null || visit.status >= 400 || visit.route.path in frozen) continue;
          const [here, anywhere] = [isNew(visit.route.path, visit.html), isNew('anywhere', visit.html)];
          if (!here) continue;
          const tell = (problem: string) => wrong.push(`${visit.path}: ${problem}`);
          (await htmlProblems(visit.html)).forEach(tell);
          // axe looks at each page once, and again where it holds what no page before it held.
          const withAxe = anywhere || !axed.has(visit.route.path);
          axed.add(visit.route.path);
          (await onScreen(visit.path, browser.cookie(), withAxe)).forEach(tell);
        }
        expect(wrong).toEqual([]);
      }, 300_000);
    });

    /** True where no page of this address was made of all this before: the others differ in their texts only. */
    function isNew(pattern: string, html: string): boolean {
      const before = looked.get(pattern) ?? new Set<string>();
      const kinds = kindsIn(html);
      const fresh = kinds.some((kind) => !before.has(kind));
      looked.set(pattern, new Set([...before, ...kinds]));
      return fresh;
    }

    async function onScreen(path: string, token: string | undefined, withAxe: boolean): Promise<string[]> {
      const problems: string[] = [];
      for (const [scripts, page] of Object.entries(screens)) {
        const context = page.context();
        await context.clearCookies();
        if (token !== undefined) await context.addCookies([{ name: 'outturn', value: token, url: address }]);
        said = [];
        const response = await page.goto(`${address}${path}`);
        if (response === null) throw new Error(`nothing came of ${path}`);
        const checks = [...(await weightProblems(page, response)), ...(await pageProblems(page))];
        if (scripts === 'with' && withAxe) {
          checks.push(...(await axeProblems(page, 'wide')));
          await page.setViewportSize(narrow);
          checks.push(...(await axeProblems(page, 'narrow')));
          await page.setViewportSize(wide);
        }
        checks.push(...said);
        problems.push(...checks.map((problem) => `${scripts} scripts, ${problem}`));
      }
      return problems;
    }

    it('has been reached by its links, by one or the other', () => {
      const patterns = routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
      expect(patterns.filter((path) => !reached.has(path) && !(path in notHere))).toEqual([]);
    });

    it('was served without a failure', () => expect(site.logged).toEqual([]));
  },
);
