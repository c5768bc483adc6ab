import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RENDERERS } from '../../../src/cli/renderers.ts';
import { beginWork } from '../../../src/workflow/long-work.ts';
import { Refused } from '../../../src/workflow/refused.ts';
import { DemoSite } from './demo-site.ts';

const demo = new DemoSite();
let goOn = () => {};
const held = new Promise<void>((resolve) => {
  goOn = resolve;
});
const { html, csv } = RENDERERS;

beforeAll(() =>
  demo.begin({
    renderers: {
      html: html!,
      // A format that takes as long as the test wants.
      csv: async () => {
        const render = await csv!();
        return async (report) => {
          await held;
          return render(report);
        };
      },
    },
  }),
);
afterAll(() => demo.end());

const textOf = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const colin = { authority: 'borchester', person: { id: 'colin.webb', directorate: null } };
const never = () => new Promise<never>(() => {});
const asked = { title: 'The report is being made', back: '/reports' };

describe('long work', () => {
  it('that takes long has a page which says how far it is, and leads to its result', async () => {
    const browser = await demo.signIn('colin.webb');
    const address = '/reports/new/2018-19-Q3';
    const form = await browser.get(`${address}?report=improvement&standing=draft`);
    const page = await browser.send(form, address, { report: 'improvement', standing: 'draft' });
    expect(page.url).toContain('/work/');
    expect(page.headers.get('refresh')).toBe('2');
    expect(textOf(page.html)).toContain('Writing it as CSV.');
    // Two formats, and a page for each measure after them.
    expect(page.html).toMatch(/<progress[^>]*value="1"[^>]*max="3"|<progress[^>]*max="3"[^>]*value="1"/);
    const other = await demo.signIn('nadia.hussain');
    expect((await other.get(page.url)).status).toBe(404);
    goOn();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const done = await browser.get(page.url);
    expect(done.url).toContain('/reports/');
    expect(textOf(done.html)).toContain('Draft 1 of Improvement Report');
  }, 30_000);

  it('says why it was refused, or that the server was stopped in the middle of it', async () => {
    const browser = await demo.signIn('colin.webb');
    const refuse = async () => {
      throw new Refused('notNow', 'The round has changed meanwhile.');
    };
    const refused = await beginWork(demo.store, colin, { ...asked, work: refuse }, () => demo.now);
    await refused.ended.catch(() => {});
    const page = await browser.get(`/work/${refused.id}`);
    expect(page.status).toBe(409);
    expect(textOf(page.html)).toContain('The round has changed meanwhile.');
    const stopped = await beginWork(
      demo.store,
      colin,
      { ...asked, work: never },
      () => '2019-01-09T08:00:00.000Z',
    );
    expect(textOf((await browser.get(`/work/${stopped.id}`)).html)).toContain(
      'The server was stopped in the middle',
    );
  });

  it.each(['nonsense', '00000000-0000-7000-8000-000000000000'])('knows nothing of %s', async (id) => {
    expect((await (await demo.signIn('colin.webb')).get(`/work/${id}`)).status).toBe(404);
  });
});
