import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
beforeAll(() => site.begin());
afterAll(() => site.end());

const given = { name: 'Borchester Council', band: '#4B0082', bandText: 'white', accent: 'a5005e' };

describe('branding', () => {
  it('is refused where it cannot be read, and keeps what was typed', async () => {
    const browser = await site.signIn('nadia.hussain');
    const page = await browser.get('/set-up/branding');
    const pale = { ...given, band: '#ffdd00', accent: 'red;}body{display:none' };
    const answer = await browser.send(page, '/set-up/branding', pale);
    expect(answer.status).toBe(400);
    expect(answer.html).toMatch(/The band and the text on it have a contrast of 1\.3\d? to 1/);
    expect(answer.html).toContain('Enter the colour as # and six digits');
    expect(answer.html).toContain('value="#ffdd00"');
    // Not 4.5 by rounding.
    const nearly = await browser.send(page, '/set-up/branding', { ...given, accent: '#777777' });
    expect(nearly.status).toBe(400);
    expect(nearly.html).toContain('have a contrast of 4.47 to 1');
    expect((await browser.get('/set-up')).html).not.toContain('/assets/brand.css');
  });

  it('is on every page at once, as a sheet of its own', async () => {
    const browser = await site.signIn('nadia.hussain');
    const page = await browser.get('/set-up/branding');
    const saved = await browser.send(page, '/set-up/branding', given);
    expect(saved.html).toContain('The name and the colours have been saved.');
    expect(saved.html).toContain('<p class="ot-header__council">Borchester Council</p>');
    const everybody = await new Browser(site.server).get('/sign-in');
    const sheet = /\/assets\/brand\.css\?v=[0-9a-f]{12}/.exec(everybody.html)?.[0] ?? '';
    const css = await new Browser(site.server).get(sheet);
    expect(css.headers.get('content-type')).toContain('text/css');
    expect(css.html).toContain('--ot-band:#4b0082;--ot-band-text:#ffffff;--ot-accent:#a5005e');
    const yellow = { ...given, band: '#ffdd00', bandText: 'black' };
    const again = await browser.send(await browser.get('/set-up/branding'), '/set-up/branding', yellow);
    expect(again.status).toBe(200);
    expect(again.html).not.toContain(sheet);
  });

  it.each(['colin.webb', 'raymond.tuck', 'petra.hollis', 'tom.venables'])('is not for %s', async (who) => {
    expect((await (await site.signIn(who)).get('/set-up/branding')).status).toBe(403);
  });
});
