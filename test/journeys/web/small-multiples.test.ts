import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
beforeAll(() => site.begin());
afterAll(() => site.end());

const titlesOf = (html: string): string[] =>
  [...html.matchAll(/<h2 class="govuk-heading-s"><a[^>]*>([^<]+)</g)].map((found) => found[1]!);

describe('the control charts of a scorecard on one page', () => {
  it('shows each measure once, in the order that was asked for', async () => {
    const reader = await site.signIn('raymond.tuck');
    const address = '/scorecard/2018-19-Q2/charts';
    const bySignal = await reader.get(address);
    expect(bySignal.status).toBe(200);
    const titles = titlesOf(bySignal.html);
    expect(titles.length).toBeGreaterThan(30);
    expect(new Set(titles).size).toBe(titles.length);
    expect(bySignal.html).toMatch(
      /Of \d+ measures, \d+ (?:has|have) changed for the worse and \d+ for the better/,
    );
    const byScorecard = titlesOf((await reader.get(`${address}?order=given`)).html);
    expect(byScorecard).not.toEqual(titles);
    expect(new Set(byScorecard)).toEqual(new Set(titles));
    expect(bySignal.html.indexOf('Worse: ')).toBeLessThan(bySignal.html.indexOf('Usual variation'));
    const said = bySignal.html.match(/(\d+) measures? (?:has|have) no control chart/);
    expect(titles.length + Number(said?.[1])).toBe(62);
  });

  it('is found from the scorecard, and knows no other period, order or page', async () => {
    const reader = await site.signIn('colin.webb');
    const scorecard = await reader.get('/scorecard/2018-19-Q2');
    const link = scorecard.html.match(/href="(\/scorecard\/2018-19-Q2\/charts[^"]*)"/)?.[1] ?? '';
    expect((await reader.get(link)).status).toBe(200);
    expect((await reader.get('/scorecard/1918-19-Q2/charts')).status).toBe(404);
    expect((await reader.get('/scorecard/2018-19-Q2/charts?scorecard=none')).status).toBe(404);
    expect((await reader.get('/scorecard/2018-19-Q2/charts?order=none&page=99')).status).toBe(200);
  });

  it('gives the chart of a measure as SVG and PNG', async () => {
    const reader = await site.signIn('raymond.tuck');
    const page = (await reader.get('/scorecard/2018-19-Q2/charts')).html;
    const measure = page.match(/href="(\/measures\/[^"?]+)/)?.[1] ?? '';
    const svg = await reader.get(`${measure}/control-chart.svg?period=2018-19-Q2`);
    expect([svg.status, svg.html.startsWith('<svg ')]).toEqual([200, true]);
    const png = await reader.get(`${measure}/control-chart.png?period=2018-19-Q2`);
    expect([png.status, png.html.slice(1, 4)]).toEqual([200, 'PNG']);
    expect((await reader.get(`${measure}/control-chart.svg?period=none`)).status).toBe(404);
  });
});
