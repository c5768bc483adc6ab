import type { Browser as Chromium, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presentPeriod } from '../../../src/demo/fill-demo-round.ts';
import { measureAddress, periodAddress } from '../../../src/web/addresses.ts';
import { routes } from '../../../src/web/routes.ts';
import { chromiumMissing, launchChromium } from '../../tools/chromium.ts';
import { elements, parseHtml, textOf } from '../../tools/html-tree.ts';
import { crawl } from './crawl.ts';
import type { DemoSite } from './demo-site.ts';
import { type Hostile, hostileSite, typeAll, typed } from './hostile-site.ts';

let site: DemoSite;
let hostile: Hostile;
/** Everything that was to be read, in texts, fields and titles, on any page. */
const shown: string[] = [];

beforeAll(async () => {
  const begun = await hostileSite(typed);
  site = begun.site;
  hostile = { ...begun, answers: await typeAll(site, begun) };
});
afterAll(() => site?.end());

const people = ['tom.venables', 'judith.shah', 'colin.webb', 'petra.hollis', 'nadia.hussain', 'raymond.tuck'];
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The pages that show something of the measure or its people, besides those that links lead to. */
const pages = (): string[] => {
  const [period, measure] = [periodAddress(presentPeriod), measureAddress(hostile.measure)];
  const about = ['update', 'approve', 'trace'].map((page) => `/${page}/${period}/${measure}`);
  const setUp = ['responsibilities', 'measures', 'targets/2018-19'].map(
    (page) => `/set-up/${page}/${measure}`,
  );
  return [
    ...about,
    ...setUp,
    `/update/${period}/${measure}/evidence`,
    `/update/${period}/${measureAddress(hostile.other)}`,
    `/measures/${measure}`,
    `/bulk/${period}`,
    `/round/${period}/list`,
    `/set-up/people/tom.venables`,
    `/set-up/directorates/place`,
    '/approve',
    '/audit',
  ];
};

it('every form was answered, and took what it should', () => {
  const statuses = hostile.answers.map(({ path, seen }) => `${seen.status} ${path.split('/')[1]}`);
  expect(statuses).toEqual([
    '400 update',
    '200 update',
    '400 update',
    '200 update',
    '200 update',
    '200 approve',
    '200 update',
    '200 approve',
    '400 round',
    '200 round',
    '400 round',
    '200 round',
  ]);
});

it('an answer to a form keeps what was typed as text', () => {
  for (const { path, seen } of hostile.answers) {
    const tree = parseHtml(new TextEncoder().encode(seen.html));
    const made = elements(tree).filter(({ properties }) => 'dataHostile' in properties);
    expect(`${path}: ${made.map(({ tagName }) => tagName)}`).toBe(`${path}: `);
    shown.push(plain(textOf(tree)));
    for (const { properties } of elements(tree, 'input')) shown.push(plain(String(properties.value ?? '')));
  }
});

describe.skipIf(chromiumMissing !== null)(
  `texts that would be something else${chromiumMissing === null ? '' : ` (${chromiumMissing})`}`,
  () => {
    let chromium: Chromium;
    let address = '';
    const visited = new Set<string>();
    beforeAll(async () => {
      address = await site.listen();
      chromium = await launchChromium();
    });
    afterAll(() => chromium?.close());

    it.each(people)(
      'stay texts on every page that %s reads',
      async (person) => {
        const browser = await site.signIn(person);
        const { visits } = await crawl(browser, routes);
        // Where no word of them stands, nothing can have been made of them.
        const led = visits
          .filter(({ html, status }) => html !== null && /hostile/i.test(html) && status < 400)
          .map(({ path }) => path);
        const context = await chromium.newContext();
        await context.addCookies([{ name: 'outturn', value: browser.cookie()!, url: address }]);
        const page = await context.newPage();
        const wrong: string[] = [];
        page.on('dialog', (dialog) => {
          wrong.push(`${page.url()}: a dialog, ${dialog.message()}`);
          void dialog.dismiss();
        });
        // What would have run is stopped by the policy of the page, and says so: it must not even try.
        page.on('console', (message) => {
          if (/Content Security Policy/.test(message.text())) wrong.push(`${page.url()}: ${message.text()}`);
        });
        for (const path of new Set([...led, ...pages()])) {
          const response = await page.goto(`${address}${path}`);
          if (response === null || response.status() >= 400) continue;
          visited.add(path.split('?')[0]!);
          wrong.push(...(await madeOfText(page)).map((what) => `${path}: ${what}`));
          shown.push(...(await textsOn(page)).map(plain));
        }
        await context.close();
        expect(wrong).toEqual([]);
      },
      240_000,
    );

    it('were looked for on every page that was named', () => {
      expect(pages().filter((path) => !visited.has(path))).toEqual([]);
    });

    it.each(Object.entries(typed))('are shown as they were typed: %s', (_field, text) => {
      const paragraphs = text.split('\n\n').map(plain);
      const missing = paragraphs.filter((one) => !shown.some((seen) => seen.includes(one)));
      expect(missing).toEqual([]);
    });
  },
);

/** What has been made of a text, in the page as the browser has it. */
const madeOfText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const say = (element: Element) => element.outerHTML.slice(0, 140);
    // A frozen report is one file, with its style sheet in it.
    const own = document.querySelector('.govuk-template') === null ? '' : ', style, [style]';
    const foreign = `script:not([src^="/assets/"]), iframe, object, embed, base, [data-hostile]${own}`;
    const found = [...document.querySelectorAll(foreign)].map(say);
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on')) found.push(say(element));
        const leads = ['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name);
        if (leads && /^[\s\0-\x1f]*(javascript|data|vbscript):/i.test(value)) found.push(say(element));
      }
    }
    if ('hostile' in window) found.push('a script of a text has run');
    return found;
  });

const textsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    document.title,
    document.body.textContent ?? '',
    ...[...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value),
  ]);
