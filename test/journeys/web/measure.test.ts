import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureAddress } from '../../../src/web/addresses.ts';
import { Browser } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
beforeAll(() => site.begin());
afterAll(() => site.end());

const at = (code: string, rest = '') => `/measures/${measureAddress(code)}${rest}`;
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

describe('the page of a measure', () => {
  it('says where it stands, how it got there and why it has its colour', async () => {
    const reader = await site.signIn('raymond.tuck');
    const page = await reader.get(at('L&C PM28'));
    const text = textOf(page.html);
    expect(page.status).toBe(200);
    expect(text).toContain('Quarter 2, 2018-19: 366.0 against a target of 375.0.');
    expect(text).toContain('Amber now, forecast Green');
    expect(text).toContain(
      'Actual 366.0 is 2.4% below the target of 375.0; Amber is worse than target by up to',
    );
    expect(text).toContain('-2.4% (-9 ÷ 375)');
    expect(text).toMatch(/Judged by Derby 2018, version 1, in force from 1 April 2018/);
    expect(text).toContain('Evening and Saturday clinics open in October');
    expect(text).toContain('Health checks completed with eligible residents');
  });

  it('draws the figures with their target, and has the same in a table', async () => {
    const reader = await site.signIn('raymond.tuck');
    const { html } = await reader.get(at('L&C PM28'));
    expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="chart-title chart-description"/);
    expect(html).toContain('Livewell: NHS Health Checks, by period');
    expect(textOf(html)).toContain(
      'From 271.0 in Q1 2015-16 to 366.0 in Q2 2018-19. The target then was 375.0.',
    );
    expect(textOf(html)).toContain('Quarter 4, 2017-18 Actual 962.0 Target 980.0');
  });

  it('says once why a control chart says nothing', async () => {
    const reader = await site.signIn('raymond.tuck');
    const why = 'Not enough data for a variation signal';
    const rows = (await reader.get('/scorecard/2018-19-Q2')).html.split('<tr');
    const [, address = ''] =
      /href="(\/measures\/[^"]+)"/.exec(rows.find((row) => row.includes(why)) ?? '') ?? [];
    const text = textOf((await reader.get(address)).html);
    expect(text.split(why)).toHaveLength(2);
  });

  it('shows an earlier quarter as it was', async () => {
    const reader = await site.signIn('raymond.tuck');
    const text = textOf((await reader.get(at('L&C PM28', '?period=2018-19-Q1'))).html);
    expect(text).toContain('Quarter 1, 2018-19: 182.0 against a target of 180.0.');
    expect(text).not.toContain('Later periods');
  });

  it('shows the last year of a measure of the year where its quarter was followed, and has no page of a quarter to come', async () => {
    const reader = await site.signIn('raymond.tuck');
    const scorecard = await reader.get('/scorecard/2018-19-Q2');
    expect(scorecard.html).toContain(at('EST-9', '?period=2018-19-Q2'));
    const page = await reader.get(at('EST-9', '?period=2018-19-Q2'));
    expect(page.status).toBe(200);
    expect(textOf(page.html)).toMatch(/2017-18: 18,?760 tonnes against a target of 19,?200/);
    expect((await reader.get(at('EST-9', '?period=2030-31-Q2'))).status).toBe(404);
  });

  it('shows which target was replaced, and every version of the definition', async () => {
    const reader = await site.signIn('raymond.tuck');
    const text = textOf((await reader.get(at('L&C PM28'))).html);
    expect(text).toContain('Target: 680.0 Version 1, replaced later');
    expect(text).toContain('Target: 750.0 Version 1, in force');
    expect(text).toContain('In force from 1 April 2015.');
  });

  it('keeps what a combined measure was made from: lines and rows under their old codes, set off by the change', async () => {
    const reader = await site.signIn('raymond.tuck');
    const { html } = await reader.get(at('STR 11'));
    const text = textOf(html);
    expect(html.match(/>as STR 4</g)!.length).toBeGreaterThan(2);
    expect(html.match(/>as STR 6</g)!.length).toBeGreaterThan(2);
    expect(html).toContain('>Not comparable</text>');
    expect(text).toContain('It combines STR 4 and STR 6 from Quarter 1, 2018-19: figures before and after');
    expect(text).toMatch(/Before, as STR 4: from [\d.]+% in Q1 \d{4}-\d\d to [\d.]+% in Q4 2017-18\./);
    expect(html).toContain(`href="${at('STR 4')}?period=2017-18-Q4"`);
    // Their last quarter is the one before its first.
    expect(text).toMatch(
      /Quarter 1, 2018-19 It combines .* Quarter 4, 2017-18 as STR 6 .* Quarter 4, 2017-18 as STR 4/,
    );
    const file = (await reader.get(at('STR 11', '/series.csv'))).html;
    expect(file).toMatch(/^STR 4,Percentage of fly-tips cleared within two working days,2017-18\/Q4/m);
    expect(file).not.toMatch(/^STR 11,.*,2017-18/m);
  });

  it('shows the old codes as published and as known on a past day, and on the page of the old measure nothing new', async () => {
    const reader = await site.signIn('raymond.tuck');
    for (const known of ['?period=2018-19-Q2&as=published', '?period=2018-19-Q2&as-at=2018-10-20']) {
      const page = await reader.get(at('STR 11', known));
      expect([known, page.status]).toEqual([known, 200]);
      expect(page.html).toContain('>as STR 4<');
    }
    const old = await reader.get(at('STR 4'));
    expect(old.status).toBe(200);
    expect(textOf(old.html)).not.toContain('as STR');
  });

  it('has no chart for steps of a milestone', async () => {
    const reader = await site.signIn('raymond.tuck');
    const { html } = await reader.get(at('FPA PM22b'));
    expect(html).not.toContain('ot-chart');
    expect(textOf(html)).toContain('Major slippage against a target of Completed');
  });

  it('gives the whole series as a table', async () => {
    const reader = await site.signIn('raymond.tuck');
    const file = await reader.get(at('L&C PM28', '/series.csv'));
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.headers.get('content-disposition')).toMatch(
      /attachment; filename="[a-z]+-l-c-pm28-\w+\.csv"/,
    );
    expect(file.html).toContain(
      'L&C PM28,Livewell: NHS Health Checks,2018-19/Q2,2018-07-01,2018-09-30,366,366.0,375',
    );
  });

  it('tells who entered and approved it only to those who may know', async () => {
    const shown = async (person: string) =>
      textOf((await (await site.signIn(person)).get(at('L&C PM28'))).html).includes('Trace this figure');
    expect(await shown('raymond.tuck')).toBe(false);
    expect(await shown('tom.venables')).toBe(true);
    expect(await shown('joan.erskine')).toBe(false);
    expect(await shown('judith.shah')).toBe(true);
    expect(await shown('petra.hollis')).toBe(true);
    const audit = await site.signIn('petra.hollis');
    const text = textOf((await audit.get(at('L&C PM28'))).html);
    expect(text).toMatch(/Judith Shah approved it, 26 October 2018 at 12:00pm/);
    expect(text).toMatch(/Ines Calder submitted it, 11 October 2018/);
  });

  it('never shows what has not been approved', async () => {
    const reader = await site.signIn('raymond.tuck');
    const text = textOf((await reader.get(at('LIB.7', '?period=2018-19-Q3'))).html);
    expect(text).toContain('Quarter 3, 2018-19: Awaited');
    expect(text).toContain('This period is still being collected.');
    expect(text).not.toContain('3,660');
  });

  it.each([
    ['no measure', '/measures/none-123456'],
    ['no period', at('L&C PM28', '?period=nonsense')],
    ['a period before there were figures', at('L&C PM28', '?period=1999-00-Q1')],
    ['no measure, as a file', '/measures/none-123456/series.csv'],
  ])('does not know %s', async (_, address) => {
    const reader = await site.signIn('raymond.tuck');
    expect((await reader.get(address)).status).toBe(404);
  });

  it('is for those who work here', async () => {
    const anybody = new Browser(site.server);
    expect((await anybody.get(at('L&C PM28'))).url).toContain('/sign-in');
  });
});
