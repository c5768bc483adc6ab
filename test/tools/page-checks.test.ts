import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumMissing, launchChromium } from './chromium.ts';
import { Keyboard } from './keyboard.ts';
import { axeProblems, htmlProblems, pageProblems } from './page-checks.ts';

const style = `
  .wide { width: 2000px }
  a:focus, button:focus { outline: none }
  .small { display: inline-block; width: 10px; height: 10px; padding: 0; border: 0; overflow: hidden }
  .tight { height: 1.1em; line-height: 1.1; overflow: hidden }
  .scrolls { overflow-x: auto; width: 100px } .scrolls p { width: 500px }
  .ot-panel { background: #eee }
`;

/** A page with each fault that the checks are for. */
const bad = `<!DOCTYPE html><html><head><meta charset="utf-8"><title></title><style>${style}</style></head><body>
  <a href="/elsewhere">Elsewhere</a><a href="#gone">Gone</a>
  <h1>One</h1><h1>Two</h1>
  <p class="wide">Wide</p>
  <div class="scrolls"><p>Scrolls</p></div>
  <input type="text" aria-describedby="nobody"><span id="same"></span><span id="same"></span>
  <button class="small">a</button><button class="small">b</button>
  <p class="tight">Text that has no room to be spaced out in, as some readers need it, on a narrow screen at that</p>
  <div class="ot-panel">Panel</div>
  <svg class="ot-status__mark" width="24" height="24"></svg>
</body></html>`;

/** And one without any. */
const good = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Good</title>
  <style>.govuk-skip-link { display: inline-block; padding: 10px }</style></head><body>
  <a href="#main" class="govuk-skip-link">Skip to main content</a>
  <main id="main"><h1>Good</h1><p>In a sentence stands <a href="/there">a link</a>, which may be low.</p>
  <label for="name">Name</label> <input id="name" name="name" type="text"></main></body></html>`;

describe.skipIf(chromiumMissing !== null)('the checks of a page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  const found = async (html: string): Promise<string[]> => {
    const context = await browser.newContext({ viewport: { width: 320, height: 600 } });
    const page = await context.newPage();
    await page.setContent(html);
    const problems = [
      ...(await pageProblems(page)),
      ...(await axeProblems(page, 'wide')),
      ...(await htmlProblems(html)),
    ];
    await context.close();
    return problems;
  };

  it('find each fault', async () => {
    const problems = await found(bad);
    for (const fault of [
      'title: there is none',
      'h1: there are 2',
      'language: the page does not say which',
      'sideways: ',
      'scroll region: <div class="scrolls">',
      'label: none for <input',
      'described by #nobody',
      'link to #gone',
      'id same is there twice',
      'target: 10×10 px',
      'skip link: Tab stops first at <a href="/elsewhere"',
      'focus: not to be seen on <a',
      'focus: not to be seen on <button',
      'forced colours: no edge on <div class="ot-panel"',
      'forced colours: the mark of a status is one plain square',
      'text spacing: cut off <p class="tight"',
      'axe label: ',
      'html no-dup-id',
    ]) {
      expect(problems.join('\n')).toContain(fault);
    }
  });

  it('find what is wrong for a keyboard', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 600 } });
    await page.setContent(`<!DOCTYPE html><html lang="en"><style>
      .unseen:focus { outline: none; box-shadow: none } #over { position: absolute; inset: 0 0 auto; height: 80px }
      #low { position: absolute; top: 300px } #empty { display: block; width: 0; height: 0; padding: 0; border: 0 }
      </style><a href="/a">First</a><div id="over"></div><div id="low">
      <a href="/b" class="unseen">Unseen</a> <a href="/c" id="back">Back</a> <a href="/d" tabindex="2">Own</a> <button id="empty"></button>
      <label>Trap <input id="trap"></label></div></html>`);
    await page.evaluate(() => {
      document.getElementById('trap')?.addEventListener('keydown', (event) => event.preventDefault());
      const back = document.getElementById('back');
      back?.addEventListener('focus', () => document.querySelector('a')?.focus(), { once: true });
    });
    const keys = new Keyboard(page);
    await keys.round();
    await expect(keys.reach(/^button Nowhere/)).rejects.toThrow('did not reach');
    await page.locator('[tabindex="2"]').focus();
    await keys.press('Shift+Tab');
    await keys.reach(/Own/);
    for (const fault of [
      'link First is covered by <div id="over">',
      'the focus cannot be seen at link Unseen',
      'link Own has an order of its own',
      'the order goes back to link First',
      'the focus is on something without size, button',
      'the focus is caught at input Trap',
      'Tab never leaves the page',
    ]) {
      expect(keys.problems.join('\n')).toContain(fault);
    }
    await page.close();
  });

  it('find nothing where there is nothing', async () => expect(await found(good)).toEqual([]));
});
