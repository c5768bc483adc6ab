import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authority } from '../../../src/demo/authority.ts';
import { periodOf } from '../../../src/domain/period/parse.ts';
import { readEditionFile, readEditions } from '../../../src/store/editions.ts';
import { measureAddress } from '../../../src/web/addresses.ts';
import { evaluationOf } from '../../../src/workflow/editions/frozen-inputs.ts';
import { publishedAs, scorecardAs } from '../../../src/workflow/queries/as-known.ts';
import { knownNow } from '../../../src/workflow/remembered/known-now.ts';
import type { Browser } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
let reader: Browser;
let auditor: Browser;
beforeAll(async () => {
  await site.begin();
  reader = await site.signIn('raymond.tuck');
  auditor = await site.signIn('petra.hollis');
});
afterAll(() => site.end());

const measure = measureAddress('IG/20');
const pages = {
  scorecard: '/scorecard/2018-19-Q2',
  measure: `/measures/${measure}?period=2018-19-Q2`,
  trace: `/trace/2018-19-Q2/${measure}`,
  file: `/measures/${measure}/series.csv?period=2018-19-Q2`,
};
const withView = (address: string, view: string) => `${address}${address.includes('?') ? '&' : '?'}${view}`;
const main = (html: string) => html.slice(html.indexOf('<main'));
/** What the scorecard says of the measure. */
const rowIn = (html: string) => html.split('<tr').find((row) => row.includes(`/measures/${measure}`)) ?? '';

describe('figures as they were known', () => {
  it.each(['as=published', 'as-at=2018-11-01', 'as-at=1%20November%202018', 'as-at=1/11/2018'])(
    '?%s shows the figure that was corrected later as it stood, and leads to the other views',
    async (view) => {
      const { html } = await reader.get(withView(pages.scorecard, view));
      expect(rowIn(html)).toContain('88.7%');
      expect(rowIn(html)).toContain('Amber');
      expect(html).toContain(
        view === 'as=published' ? 'Figures as published in edition 1 of' : 'at the end of 1 November 2018',
      );
      expect(html).toContain(`href="${pages.scorecard}"`);
      // And on to the measure in the same view.
      expect(rowIn(html)).toContain(view === 'as=published' ? '&amp;as=published' : '&amp;as-at=2018-11-01');
      const one = await reader.get(withView(pages.measure, view));
      expect(main(one.html)).toContain('88.7% against a target of 90.0%');
      expect(main(one.html)).not.toContain('Restated from');
      const trace = await auditor.get(withView(pages.trace, view));
      expect(main(trace.html)).toContain('88.7%');
      expect(main(trace.html)).not.toContain('91.2%');
      const file = await reader.get(withView(pages.file, view));
      expect(file.html).toContain('2018-19/Q2,2018-07-01,2018-09-30,88.7,88.7%');
      expect(file.headers.get('content-disposition')).toMatch(/as-published|as-at-2018-11-01/);
    },
  );

  it('without a wish are as now known, and say so', async () => {
    const { html } = await reader.get(pages.scorecard);
    expect(rowIn(html)).toContain('91.2%');
    expect(html).toContain('These are the figures as now known.');
    expect(main((await reader.get(pages.measure)).html)).toContain('91.2% against a target of 90.0%');
    expect((await reader.get(pages.file)).html).toContain('2018-09-30,91.2,91.2%');
  });

  it.each([
    ['as-at=the+other+day', 'The day must be a real date'],
    ['as-at=31/2/2018', 'The day must be a real date'],
    ['as-at=', 'Enter a day, like 1/11/2018'],
    ['as-at=2030-01-01', 'The day must be today or earlier'],
    ['as-at=1999-01-01', 'Choose a later one'],
  ])('?%s is answered by a sentence and the question again', async (view, said) => {
    for (const [address, browser] of [
      [pages.scorecard, reader],
      [pages.measure, reader],
      [pages.file, reader],
      [pages.trace, auditor],
    ] as const) {
      const answer = await browser.get(withView(address, view));
      expect(`${address} ${answer.status}`).toBe(`${address} 400`);
      expect(answer.html).toContain(said);
      expect(answer.html).toContain('name="as-at"');
    }
  });

  it('says so where nothing was published', async () => {
    const answer = await reader.get('/scorecard/2018-19-Q3?as=published');
    expect(answer.status).toBe(400);
    expect(answer.html).toContain('Nothing has been published for this period yet');
  });

  it('leads from every measure of the published scorecard to a page that speaks of it', async () => {
    const { html } = await reader.get('/scorecard/2018-19-Q2?as=published');
    // Of a measure that is collected once a year nothing was due in the quarter.
    const yearly = html.match(/\/measures\/est-9-[^"#]*/)?.[0]?.replaceAll('&amp;', '&') ?? '';
    const answer = await reader.get(yearly);
    expect(answer.status).toBe(400);
    expect(answer.html).toContain('Nothing was due of this measure in that period');
    expect(answer.html).toContain('As now known');
  });

  it('shows whom to ask in the schedule of amendments, as its documents do', async () => {
    const { html } = await reader.get('/target-changes/schedule?period=2018-19-Q2');
    expect(html).toContain('<li>E-mail: performance@borchester.example</li>');
  });

  it('as published are those of the frozen inputs, and the edition has its bytes', async () => {
    const wanted = { period: '2018-19/Q2', scorecard: null, measure: null };
    const as = await publishedAs(site.store, authority.code, wanted, site.now);
    expect(as).not.toBeNull();
    const known = await knownNow(site.store, authority.code);
    const view = await scorecardAs(known, { period: periodOf('2018-19/Q2'), scorecard: null }, as!);
    const frozen = evaluationOf(as!.inputs);
    const said = (of: typeof frozen) =>
      of.measures.map(({ snapshot, status, forecastStatus, direction }) => [
        snapshot.version.code,
        snapshot.position.figure,
        status.outcome.id,
        forecastStatus.outcome.id,
        direction.label,
      ]);
    expect(said(view!.evaluation)).toEqual(said(frozen));
    for (const edition of await readEditions(site.store, authority.code)) {
      const kept = await readEditionFile(site.store, authority.code, edition.id, 'html');
      const index = await reader.get(`/published/${edition.id}`);
      const address = new RegExp(`/published/${edition.id}/[^"]+\\.html`).exec(index.html)?.[0];
      expect(address).toBeDefined();
      const answer = await reader.get(address!);
      expect(createHash('sha256').update(answer.html).digest('hex')).toBe(kept!.sha256);
    }
  });

  it('keeps the view while the scorecard is filtered', async () => {
    const { html } = await reader.get('/scorecard?period=2018-19-Q2&as-at=2018-11-01&status=amber');
    expect(rowIn(html)).toContain('88.7%');
    expect(html).toMatch(/<input type="hidden" name="as-at" value="2018-11-01"/);
  });
});
