import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEditions } from '../../../src/store/editions.ts';
import { Browser } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
beforeAll(async () => {
  await site.begin();
});
afterAll(() => site.end());

const published = async () =>
  (await readEditions(site.store, 'borchester')).findLast(({ report }) => report === 'improvement')!;
const hrefs = (html: string, start: string) =>
  [...html.matchAll(/href="([^"]+)"/g)]
    .map(([, href]) => href!.replaceAll('&amp;', '&'))
    .filter((href) => href.startsWith(start));

describe('the list of reports', () => {
  it('shows internal audit every edition and draft, and no way to make one', async () => {
    const audit = await site.signIn('petra.hollis');
    const page = await audit.get('/reports');
    expect(page.status).toBe(200);
    expect(page.html).toContain('Editions and drafts');
    expect(page.html).not.toContain('Make a report');
    const { id } = await published();
    expect(hrefs(page.html, '/reports/')).toContain(`/reports/${id}`);
    for (const address of hrefs(page.html, '/reports/')) expect((await audit.get(address)).status).toBe(200);
    expect((await audit.get('/reports/new')).status).toBe(403);
    expect((await audit.get('/scorecard')).html).toContain('href="/reports"');
  });

  it('shows others what is published, each at an address they may open', async () => {
    for (const person of ['raymond.tuck', 'tom.venables', 'judith.shah']) {
      const reader = await site.signIn(person);
      const page = await reader.get('/reports');
      expect([person, page.status]).toEqual([person, 200]);
      const addresses = hrefs(page.html, '/published/');
      expect(addresses.length).toBeGreaterThan(1);
      for (const address of addresses) expect((await reader.get(address)).status).toBe(200);
    }
    const nobody = await new Browser(site.server).get('/reports');
    expect(nobody.html).toContain('Sign in');
  });
});

describe('from a published report to the trace of a figure', () => {
  it('leads internal audit and the performance team to the trace of every figure', async () => {
    const { id } = await published();
    for (const person of ['petra.hollis', 'colin.webb']) {
      const reader = await site.signIn(person);
      const page = await reader.get(`/published/${id}`);
      const measures = hrefs(page.html, `/published/${id}/measures/`);
      const traces = hrefs(page.html, '/trace/');
      expect(measures.length).toBeGreaterThan(5);
      expect(traces).toHaveLength(measures.length);
      for (const address of traces) {
        const trace = await reader.get(address);
        expect([address, trace.status]).toEqual([address, 200]);
        expect(trace.html).toContain('Editions that print it');
      }
    }
  });

  it('leads an officer to the figures of their directorate alone, and a councillor to none', async () => {
    const { id } = await published();
    const officer = await site.signIn('tom.venables');
    const page = await officer.get(`/published/${id}`);
    const traces = hrefs(page.html, '/trace/');
    expect(traces.length).toBeGreaterThan(0);
    expect(traces.length).toBeLessThan(hrefs(page.html, `/published/${id}/measures/`).length);
    for (const address of traces) expect((await officer.get(address)).status).toBe(200);
    const councillor = await (await site.signIn('raymond.tuck')).get(`/published/${id}`);
    expect(hrefs(councillor.html, '/trace/')).toEqual([]);
  });

  it('says on the pages that everybody reads how those who work here get there', async () => {
    const { id } = await published();
    const anybody = new Browser(site.server);
    const page = await anybody.get(`/published/${id}`);
    expect(hrefs(page.html, '/trace/')).toEqual([]);
    expect(hrefs(page.html, '/sign-in')).toContain(`/sign-in?next=${encodeURIComponent(`/published/${id}`)}`);
    const [measure] = hrefs(page.html, `/published/${id}/measures/`);
    const frozen = await anybody.get(measure!);
    expect(frozen.html).toMatch(/can trace this figure to its entry, source, evidence and approval/);
    expect(frozen.headers.get('set-cookie')).toBeNull();
  });
});
