import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RENDERERS } from '../../../src/cli/renderers.ts';
import { readEditions } from '../../../src/store/editions.ts';
import { Browser, type Seen } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
const { html, csv, json } = RENDERERS;
const some = { html: html!, csv: csv!, json: json! };

beforeAll(async () => {
  await site.begin({ renderers: some });
});
afterAll(() => site.end());

const editions = () => readEditions(site.store, 'borchester');
const improvement = async () => (await editions()).findLast(({ report }) => report === 'improvement')!;
const links = (page: string, start: string) =>
  [...page.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!).filter((href) => href.startsWith(start));

describe('what is published', () => {
  const anybody = () => new Browser(site.server);

  it('is listed for everybody, and no cookie is set', async () => {
    const page = await anybody().get('/published');
    expect(page.status).toBe(200);
    expect(page.html).toContain('Improvement Report - Council Scorecard');
    expect(page.headers.get('set-cookie')).toBeNull();
    expect(page.headers.get('cache-control')).toBe('public, max-age=60');
  });

  it('has a page for each edition, whose links all lead somewhere', async () => {
    const { id } = await improvement();
    const page = await anybody().get(`/published/${id}`);
    expect(page.html).toContain('are off target');
    const files = links(page.html, `/published/${id}/`);
    expect(files.length).toBeGreaterThan(25);
    for (const address of files) {
      const file = await anybody().get(address);
      expect([address, file.status, file.headers.get('set-cookie')]).toEqual([address, 200, null]);
      expect(file.headers.get('cache-control')).toBe('public, max-age=300, must-revalidate');
      // A report carries its own style; nothing in it may run.
      expect(file.headers.get('content-security-policy')).not.toContain('script-src');
    }
  });

  it('serves the bytes that were stored, named by their hash', async () => {
    const { id } = await improvement();
    const page = await anybody().get(`/published/${id}`);
    const address = links(page.html, `/published/${id}/files/`).find((one) => one.endsWith('.csv'))!;
    const { rawPayload, headers } = await site.server.inject({ url: address });
    const hash = createHash('sha256').update(rawPayload).digest('hex');
    expect(headers.etag).toBe(`"${hash}"`);
    const again = await site.server.inject({ url: address, headers: { 'if-none-match': headers.etag } });
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
    expect(page.html).toContain(hash);
  });

  it('leads from the page of a measure back to its edition', async () => {
    const { id } = await improvement();
    const page = await anybody().get(`/published/${id}`);
    const [address] = links(page.html, `/published/${id}/measures/`);
    const measure = await anybody().get(`${address}.html`);
    expect(measure.html).toContain('href="../index.html"');
    expect((await anybody().get(`/published/${id}/index.html`)).html).toBe(page.html);
  });

  it.each([
    '/published/nothing',
    '/published/01a212bc-3d84-74c9-a8d7-df7de3167afa',
    '/published/01a212bc-3d84-74c9-a8d7-df7de3167afa/files/x.pdf',
    '/published/01a212bc-3d84-74c9-a8d7-df7de3167afa/measures/x',
  ])('knows nothing of %s', async (address) => {
    expect((await anybody().get(address)).status).toBe(404);
  });

  it('has a statement about accessibility', async () => {
    const page = await anybody().get('/accessibility');
    expect(page.html).toContain('partially compliant');
    expect(page.headers.get('set-cookie')).toBeNull();
  });
});

describe('what is kept for the public', () => {
  it('is served without the database, byte for byte as it was', async () => {
    const own = new DemoSite();
    await own.begin({ renderers: some, publicSeconds: 3_600 });
    const [edition] = await readEditions(own.store, 'borchester');
    const list = await new Browser(own.server).get(`/published/${edition!.id}`);
    const all = ['/published', '/accessibility', `/published/${edition!.id}`];
    all.push(...links(list.html, `/published/${edition!.id}/`).slice(0, 5));
    const read = async () => {
      const bodies: string[] = [];
      for (const url of all) {
        const { statusCode, body, headers } = await own.server.inject({ url });
        bodies.push(`${statusCode} ${headers['content-security-policy']} ${headers['content-type']} ${body}`);
      }
      return bodies;
    };
    const before = await read();
    await own.store.close();
    expect(await read()).toEqual(before);
    expect((await own.server.inject({ url: '/sign-in' })).statusCode).toBe(500);
    await own.end();
  });
});

describe('making a report', () => {
  it('begins with the rounds, or with a period that is typed', async () => {
    const colin = await site.signIn('colin.webb');
    const page = await colin.get('/reports');
    expect(links(page.html, '/reports/new/')).toEqual(['/reports/new/2018-19-Q3', '/reports/new/2018-19-Q2']);
    const typed = await colin.get('/reports/new?period=2017-18%2FQ4');
    expect(typed.url).toMatch(/\/reports\/new\/2017-18-Q4$/);
    const wrong = await colin.get('/reports/new?period=soon');
    expect([wrong.status, wrong.html.includes('There is a problem')]).toEqual([400, true]);
  });

  it.each(['tom.venables', 'judith.shah', 'raymond.tuck', 'petra.hollis'])(
    'is not for %s',
    async (person) => {
      const browser = await site.signIn(person);
      expect((await browser.get('/reports/new/2018-19-Q3')).status).toBe(403);
    },
  );

  it('shows what keeps an unfinished round from going out', async () => {
    const colin = await site.signIn('colin.webb');
    const page = await colin.get('/reports/new/2018-19-Q3?kind=scorecard&standing=published');
    expect(page.html).toContain('The round has not been frozen');
    expect(page.html).not.toContain('>Publish<');
    const sent = await colin.send(page, '/reports/new/2018-19-Q3');
    expect(sent.status).toBe(400);
    expect(sent.html).toContain('There is a problem');
  });

  it('previews a draft, makes it once however often the form is sent, and shows it to its readers alone', async () => {
    const colin = await site.signIn('colin.webb');
    const page = await colin.get('/reports/new/2018-19-Q3?kind=improvement&standing=draft');
    const preview = await colin.post('/reports/new/2018-19-Q3/preview', {
      ...(await fieldsOf(page.html)),
      note: 'For Thursday',
    });
    expect(preview.html).toContain('Draft 1, for the leadership team');
    expect(preview.html).toContain('For Thursday');
    const before = (await editions()).length;
    const typed = { note: 'For Thursday', readers: 'judith.shah' };
    const made = await sent(colin, page, '/reports/new/2018-19-Q3', typed);
    const again = await sent(colin, page, '/reports/new/2018-19-Q3', typed);
    expect(made.url).toMatch(/\/reports\/[0-9a-f-]{36}$/);
    expect(again.url).toBe(made.url);
    expect((await editions()).length).toBe(before + 1);
    expect(made.html).toContain('Judith Shah');
    const address = new URL(made.url).pathname;
    const judith = await site.signIn('judith.shah');
    const seen = await judith.get(address);
    expect([seen.status, seen.html.includes('Draft 1')]).toEqual([200, true]);
    const [file] = links(seen.html, `${address}/files/`);
    expect((await judith.get(file!)).headers.get('cache-control')).toBe('no-store');
    expect((await (await site.signIn('raymond.tuck')).get(address)).status).toBe(404);
    expect((await new Browser(site.server).get(address.replace('reports', 'published'))).status).toBe(404);
    expect((await judith.get('/published')).html).toContain('For you to read before publication');
    const raymond = await colin.send(made, `${address}/readers`, { readers: 'raymond.tuck' });
    expect(raymond.html).toContain('Raymond Tuck');
    expect((await judith.get(address)).status).toBe(404);
  });

  it('chooses measures and their order, and previews what it says', async () => {
    const colin = await site.signIn('colin.webb');
    const wish = 'kind=improvement&standing=draft&groupBy=none&order=worstFirst';
    const page = await colin.get(`/reports/new/2018-19-Q2?${wish}&show=withStatus`);
    expect(page.status).toBe(200);
    const preview = await colin.post(
      '/reports/new/2018-19-Q2/preview',
      await fieldsOf(page.html, '2018-19-Q2'),
    );
    expect(preview.html).toMatch(
      /Shows the \d+ measures of the Council Scorecard that have a status now or in forecast, in one list, worst first;/,
    );
    expect(preview.html).not.toContain('Forecasts to question');
    const asking = await colin.get(`/reports/new/2018-19-Q2?${wish}&forecasts=with`);
    const asked = await colin.post(
      '/reports/new/2018-19-Q2/preview',
      await fieldsOf(asking.html, '2018-19-Q2'),
    );
    expect(asked.html).toMatch(/<h2[^>]*>Forecasts to question/);
    const none = await colin.get(`/reports/new/2018-19-Q2?${wish}&show=chosen`);
    expect([none.status, none.html.includes('Choose at least one measure')]).toEqual([400, true]);
    const strange = await colin.get(`/reports/new/2018-19-Q2?${wish}&directorate=XX`);
    expect([strange.status, strange.html.includes('There is no directorate')]).toEqual([400, true]);
    const ticked = await colin.get(`/reports/new/2018-19-Q2?${wish}&show=chosen&measure=LIB.7`);
    expect(ticked.html).toContain('off target now or in forecast, and not in this report as it was chosen');
  });

  it('asks what a correction corrects, keeps what was typed, and leads readers of the old one to the new', async () => {
    const colin = await site.signIn('colin.webb');
    const old = await improvement();
    const page = await colin.get('/reports/new/2018-19-Q2?kind=improvement&standing=published');
    expect(page.html).toContain('has been made already');
    const empty = await colin.send(page, '/reports/new/2018-19-Q2', { note: ' ' });
    expect(empty.status).toBe(400);
    expect(empty.html).toContain('Say what this edition corrects');
    const made = await sent(colin, empty, '/reports/new/2018-19-Q2', {
      note: 'A name was misspelt.',
      'reason-wordsAgainstFigures': 'Agreed with the service',
      'reason-commitmentsOverdue': 'The forums know',
    });
    expect(made.html).toContain('What this edition corrects');
    const stale = await sent(colin, page, '/reports/new/2018-19-Q2', {
      note: 'Again',
      'reason-wordsAgainstFigures': 'Agreed with the service',
      'reason-commitmentsOverdue': 'The forums know',
    });
    // The same form again is the same edition.
    expect(stale.url).toBe(made.url);
    const was = await new Browser(site.server).get(`/published/${old.id}`);
    expect(was.html).toContain('There is a newer edition');
    const list = await new Browser(site.server).get('/published');
    expect(list.html).toContain('Editions that have been replaced (1)');
  });

  it('holds an embargo until its moment', async () => {
    const colin = await site.signIn('colin.webb');
    const page = await colin.get('/reports/new/2018-19-Q2?kind=scorecard&standing=embargoed');
    const wrong = await colin.send(page, '/reports/new/2018-19-Q2', {
      releaseOn: '31/2/2019',
      releaseTime: 'noon',
    });
    expect([wrong.status, wrong.html.includes('must be a real date')]).toEqual([400, true]);
    expect(wrong.html).toContain('31/2/2019');
    const made = await sent(colin, page, '/reports/new/2018-19-Q2', {
      releaseOn: '5/2/2019',
      releaseTime: '09:00',
      readers: 'raymond.tuck',
      'reason-wordsAgainstFigures': 'Agreed with the service',
      'reason-commitmentsOverdue': 'The forums know',
      note: 'A name was misspelt.',
    });
    expect(made.html).toContain('has been made, embargoed until 09:00 on 05-Feb-2019.');
    const address = new URL(made.url).pathname;
    const open = address.replace('reports', 'published');
    const anybody = new Browser(site.server);
    const raymond = await site.signIn('raymond.tuck');
    const label = 'Edition 2, which corrects edition 1, embargoed until 09:00 on 05-Feb-2019';
    const early = await raymond.get(address);
    expect(early.html).toMatch(new RegExp(`govuk-warning-text[^]*${label}\\.`));
    expect((await raymond.get('/published')).html).toContain('To be published');
    expect((await colin.get('/reports')).html).toContain(
      'For named readers, embargoed until 09:00 on 05-Feb-2019',
    );
    expect((await anybody.get(open)).status).toBe(404);
    expect((await anybody.get('/published')).html).not.toContain(open);
    site.now = '2019-02-05T09:00:00.000Z';
    const released = await anybody.get(open);
    expect(released.status).toBe(200);
    expect(released.html).not.toContain('govuk-warning-text');
    expect(released.html).toContain(
      'Edition 2, which corrects edition 1. Made on 9 January 2019. Published at 09:00 on 05-Feb-2019, when its embargo ended.',
    );
    expect(released.html).toContain(`have not been changed since. They say “${label}”.`);
    expect(links(released.html, `${open}/files/`)[0]).toMatch(/-edition-2\.html$/);
    const list = await anybody.get('/published');
    expect(list.html).toMatch(new RegExp(`${open}"[^]*Edition 2[^]*5 February 2019`));
    for (const { html } of [released, list]) expect(html).not.toMatch(/embargoed draft/i);
    // A month later he signs in again: what he corrects now is for everybody.
    const back = await site.signIn('colin.webb');
    const again = await back.get(address);
    expect(again.html).toContain('kind=scorecard&amp;scorecard=council&amp;standing=published');
    site.now = '2019-01-09T09:00:00.000Z';
  });

  it('withdraws an edition with a reason, which stands at each of its addresses', async () => {
    const edition = (await editions()).findLast(({ report }) => report === 'scorecard')!;
    const anybody = new Browser(site.server);
    const address = `/published/${edition.id}`;
    const before = await anybody.get(address);
    const colin = await site.signIn('colin.webb');
    const page = await colin.get(`/reports/${edition.id}`);
    const form = `/reports/${edition.id}/withdraw`;
    const empty = await colin.send(page, form, { reason: ' ' });
    expect([empty.status, empty.html.includes('Say why it is withdrawn')]).toEqual([400, true]);
    const done = await colin.send(empty, form, { reason: 'Two tables were <swapped>.' });
    expect(done.html).toContain('The edition has been withdrawn.');
    expect(done.html).toContain('Reason: Two tables were &lt;swapped>.');
    const all = [address, `${address}/index.html`, ...links(before.html, `${address}/`)];
    expect(all.length).toBeGreaterThan(60);
    for (const each of all) {
      const gone = await anybody.get(each);
      expect([each, gone.status]).toEqual([each, 410]);
      expect(gone.html).toContain('Borchester City Council published edition 1 on');
      expect(gone.html).toContain('Two tables were &lt;swapped>.');
    }
    expect((await anybody.get('/published')).html).toContain('Withdrawn</strong>');
    const petra = await (await site.signIn('petra.hollis')).get(`/reports/${edition.id}`);
    expect(petra.status).toBe(200);
    const [file] = links(petra.html, `/reports/${edition.id}/files/`);
    expect((await (await site.signIn('petra.hollis')).get(file!)).status).toBe(200);
    expect((await (await site.signIn('raymond.tuck')).get(`/reports/${edition.id}`)).status).toBe(404);
  });

  it('logs no failure', () => expect(site.logged).toEqual([]));
});

/** Sends a form that makes a report, and waits for it: a slow machine shows how far it is meanwhile. */
async function sent(browser: Browser, page: Seen, action: string, typed: Record<string, string>) {
  let got = await browser.send(page, action, typed);
  while (new URL(got.url).pathname.startsWith('/work/')) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    got = await browser.get(new URL(got.url).pathname);
  }
  return got;
}

async function fieldsOf(page: string, period = '2018-19-Q3'): Promise<Record<string, string>> {
  const { hiddenFields } = await import('./browser.ts');
  return hiddenFields(page, `/reports/new/${period}`);
}
