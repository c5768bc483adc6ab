import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { htmlProblems } from '../../tools/page-checks.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
beforeAll(() => site.begin());
afterAll(() => site.end());

describe('the gallery of charts', () => {
  it('is led to from set-up, and shows each kind with its files', async () => {
    const colin = await site.signIn('colin.webb');
    expect((await colin.get('/set-up')).html).toContain('href="/charts"');
    const { html } = await colin.get('/charts');
    for (const shelf of ['line', 'xmr', 'funnel', 'bar', 'bullet']) {
      expect(html).toContain(`href="/charts/${shelf}"`);
      const page = await colin.get(`/charts/${shelf}`);
      expect(page.status).toBe(200);
      expect(await htmlProblems(page.html)).toEqual([]);
    }
    expect(await htmlProblems(html)).toEqual([]);
    const svg = await colin.get('/charts/xmr/xmr-usual/svg');
    expect(svg.html).toContain('Upper limit');
    expect((await colin.get('/charts/xmr/xmr-usual/png')).status).toBe(200);
    for (const wrong of ['/charts/none', '/charts/xmr/none/svg', '/charts/line/xmr-usual/png'])
      expect((await colin.get(wrong)).status).toBe(404);
  });

  it('is for those who look after the system', async () => {
    const tom = await site.signIn('tom.venables');
    expect((await tom.get('/charts')).status).toBe(403);
    const nadia = await site.signIn('nadia.hussain');
    expect((await nadia.get('/charts/bar')).status).toBe(200);
  });
});
