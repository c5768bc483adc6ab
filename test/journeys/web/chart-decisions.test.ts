import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { periodOf } from '../../../src/domain/period/parse.ts';
import { lastPeriods } from '../../../src/domain/period/relate.ts';
import { readResponsibilities } from '../../../src/store/people.ts';
import { readFacts } from '../../../src/store/read-facts.ts';
import { inTransaction } from '../../../src/store/transaction.ts';
import { writeFacts } from '../../../src/store/write-facts.ts';
import { measureAddress, periodAddress } from '../../../src/web/addresses.ts';
import { readChartView } from '../../../src/workflow/queries/chart-view.ts';
import { readEvaluation } from '../../../src/workflow/queries/read-evaluation.ts';
import { knownNow } from '../../../src/workflow/remembered/known-now.ts';
import { number, observation } from '../../contracts/sample-facts.ts';
import type { Seen } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const authority = 'borchester';
const now = '2019-01-09T08:30:00.000Z';
const site = new DemoSite();
/** A measure of Tom's with a chart, and its page. */
let code = '';
let page = '';
beforeAll(async () => {
  await site.begin();
  const toms = [...(await readResponsibilities(site.store, authority)).values()].filter(
    ({ owner }) => owner === 'tom.venables',
  );
  const question = { authority, period: periodOf('2018-19/Q2'), scorecard: null, asAt: null };
  const { measures } = await readEvaluation(site.store, question);
  const charted = measures.filter((each) => each.signal().variation.icon !== null);
  code =
    charted
      .map(({ snapshot }) => snapshot.version.code)
      .find((each) => toms.some(({ measure }) => measure === each)) ?? '';
  page = `/measures/${measureAddress(code)}/chart`;
});
afterAll(() => site.end());

const view = async () => (await readChartView(await knownNow(site.store, authority), code))!;
/** The text of a page without its tags. */
const read = ({ html }: Seen) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the control chart of a measure', () => {
  it('is reached from the measure by the performance team, which decides, and by its owner, who looks', async () => {
    const colin = await site.signIn('colin.webb');
    const link = `href="${page}"`;
    expect((await colin.get(page.replace('/chart', ''))).html).toContain(link);
    const seen = await colin.get(page);
    expect(seen.html).toContain('Work mean and limits out anew from a period');
    expect(read(seen)).toContain('Nobody has decided anything about this chart');
    expect(read(seen)).toContain('What the chart shows');

    const tom = await site.signIn('tom.venables');
    expect((await tom.get(page.replace('/chart', ''))).html).toContain(link);
    const looked = await tom.get(page);
    expect(looked.status).toBe(200);
    expect(looked.html).not.toContain(`action="${page}`);
    const tried = await tom.post(page, { seasonal: 'yes', reason: 'Mine' });
    expect(tried.status).toBe(403);

    const raymond = await site.signIn('raymond.tuck');
    expect((await raymond.get(page.replace('/chart', ''))).html).not.toContain(link);
    expect((await raymond.get(page)).status).toBe(403);
  });

  it('is drawn anew from a period, with a reason; what was typed stays where something is wrong', async () => {
    const colin = await site.signIn('colin.webb');
    const start = await colin.get(page);
    const [, , third, fourth] = (await view()).signal!.periods;
    const unsaid = await colin.send(start, `${page}/rebase`, { from: third!.code, rebaseReason: '' });
    expect(unsaid.status).toBe(400);
    expect(unsaid.html).toContain('href="#rebaseReason"');
    expect(unsaid.html).toMatch(new RegExp(`value="${third!.code}" selected`));
    const outside = await colin.send(start, `${page}/rebase`, {
      from: '2003-04/Q1',
      rebaseReason: '<b>New</b> depot',
    });
    expect(outside.status).toBe(400);
    expect(outside.html).toContain('Choose one of the periods of the chart');
    expect(outside.html).toContain('&lt;b>New&lt;/b> depot');
    expect((await view()).decisions).toEqual([]);

    const reason = '<b>New</b> depot';
    const saved = await colin.send(start, `${page}/rebase`, { from: fourth!.code, rebaseReason: reason });
    expect(saved.status).toBe(200);
    expect(read(saved)).toContain('Saved. The chart is drawn like this from now on. It now says:');
    expect(saved.html).toContain('Worked out anew from here: &lt;b>New&lt;/b> depot');
    expect(read(saved)).toContain('Colin Webb, 9 January 2019');
    expect(read(saved)).toMatch(/9 January 2019 at 9:00am Who Colin Webb/);

    const twice = await colin.send(saved, `${page}/rebase`, { from: fourth!.code, rebaseReason: 'Again' });
    expect(twice.status).toBe(400);
    const none = await colin.send(saved, `${page}/withdraw`, { withdrawReason: 'A slip' });
    expect(none.status).toBe(400);
    expect(none.html).toContain('Choose which of them is withdrawn');
    const withdrawn = await colin.send(saved, `${page}/withdraw`, {
      withdraw: fourth!.start,
      withdrawReason: 'A slip',
    });
    expect(withdrawn.html).not.toContain('Worked out anew from here');
    expect(read(withdrawn)).toContain('No longer worked out anew from');
    expect((await view()).decisions.map((one) => one.reason)).toEqual([reason, 'A slip']);
  });

  it('takes a season and a baseline that is long enough', async () => {
    const colin = await site.signIn('colin.webb');
    const start = await colin.get(page);
    const short = await colin.send(start, page, { seasonal: 'yes', baseline: '11', reason: 'Winter' });
    expect(short.status).toBe(400);
    expect(short.html).toContain('The number of periods must be from 12 to 24');
    expect(short.html).toMatch(/name="baseline"[^>]*value="11"/);
    expect(short.html).toMatch(/value="yes"[^>]*checked/);
    const saved = await colin.send(short, page, { seasonal: 'yes', baseline: '12', reason: 'Winter' });
    expect(read(saved)).toContain('Said to have a season. Mean and limits held from the first 12 periods.');
    expect(read(saved)).toContain('Change on the year before');
  });

  it('is in the trail under its own name', async () => {
    const trail = await (await site.signIn('petra.hollis')).get('/audit?kind=setting');
    expect(read(trail)).toContain(`Control chart of ${code.replaceAll('&', '&amp;')}`);
    expect(read(trail)).toContain('Reason: Winter');
  });

  it('opens the form at the period that a link names, and no other', async () => {
    const colin = await site.signIn('colin.webb');
    const [, , third] = (await view()).signal!.periods;
    const named = await colin.get(`${page}?from=${periodAddress(third!.code)}`);
    expect(named.html).toMatch(new RegExp(`value="${third!.code}" selected`));
    expect((await colin.get(`${page}?from=nonsense`)).html).not.toMatch(/<details[^>]* open/);
  });

  it('asks about a change that has lasted, and never decides by itself', async () => {
    const { measures, ...set } = await readFacts(site.store, { authority, setUpOnly: true });
    const asked = measures.find(
      ({ code: each, unit, frequency, periodBasis }) =>
        each !== code && unit.kind === 'number' && frequency === 'quarter' && periodBasis === 'discrete',
    )!;
    const [low, high] = [
      ['10', '11', '9'],
      ['30', '31', '29'],
    ];
    const observations = lastPeriods(periodOf('2018-19/Q2'), 24).map((period, at) => {
      const figure = number((at < 12 ? low : high)[at % 3]!);
      return observation({ measure: asked.code, period: period.code, figure, recordedAt: now });
    });
    await inTransaction(site.store, (tx) =>
      writeFacts(
        tx,
        { authority: set.authority, observations },
        { recordedAt: now, actor: 'test', reason: 'test' },
      ),
    );
    const itsPage = `/measures/${measureAddress(asked.code)}/chart`;
    const colin = await site.signIn('colin.webb');
    const seen = await colin.get(itsPage);
    expect(read(seen)).toContain('Has the service run in another way since Quarter 3, 2015-16?');
    expect(read(seen)).toContain(
      'The last 12 figures, from Quarter 3, 2015-16 on, have all been above the mean.',
    );
    expect(read(seen)).toContain('13 figures are needed for a signal: with 12, the chart would say nothing');
    expect(seen.html).not.toContain('Worked out anew from here');
    const led = await colin.get(`${itsPage}?from=2015-16-Q3`);
    expect(seen.html).toContain(`${itsPage}?from=2015-16-Q3#from`);
    expect(led.html).toContain('value="2015-16/Q3" selected');
    const saved = await colin.send(led, `${itsPage}/rebase`, {
      from: '2015-16/Q3',
      rebaseReason: 'A second team from September 2015',
    });
    expect(read(saved)).not.toContain('Has the service run in another way');
    expect(read(saved)).toContain('New limits from Q3 2015-16: A second team from September 2015');
    expect(read(saved)).toContain('Quarter 3, 2015-16 Worked out anew from here');
  });

  it('says so of a measure that is not there', async () => {
    expect((await (await site.signIn('colin.webb')).get('/measures/none-000000/chart')).status).toBe(404);
  });
});

describe('the rules of all control charts', () => {
  const other = { screening: 'no', twoOfThree: 'withinLimits', trialLimits: 'yes' };

  it('are tried on the last settled quarter first, and stored with a reason', async () => {
    const colin = await site.signIn('colin.webb');
    const start = await colin.get('/set-up/charts');
    expect(read(start)).toContain('There are no limits with fewer than 13 figures');
    const same = { screening: 'yes', twoOfThree: 'mdc2023', trialLimits: 'no' };
    const unchanged = await colin.send(start, '/set-up/charts/preview', same);
    expect(unchanged.status).toBe(400);
    expect(unchanged.html).toContain('Nothing is changed');
    const unchosen = await colin.send(start, '/set-up/charts/preview', { ...other, trialLimits: 'perhaps' });
    expect(unchosen.html).toContain('Say what is drawn of few figures');

    const preview = await colin.send(start, '/set-up/charts/preview', other);
    expect(preview.status).toBe(200);
    expect(read(preview)).toMatch(/In Quarter 2, 2018-19 the icons of [1-9]\d* measures? of 62 would change/);
    expect(read(await colin.get('/set-up/charts'))).toContain('no limits with fewer than 13');
    const unsaid = await colin.send(preview, '/set-up/charts/confirm', { reason: ' ' });
    expect(unsaid.status).toBe(400);
    expect(unsaid.html).toContain('href="#reason"');
    const saved = await colin.send(unsaid, '/set-up/charts/confirm', { reason: 'CLT, 8 January' });
    expect(read(saved)).toContain('There are trial limits from 8 figures on');
    const trail = await colin.get('/audit?kind=setting');
    expect(read(trail)).toContain('How control charts are drawn');
  });

  it('are read by those who read the set-up, and changed by the performance team alone', async () => {
    const petra = await site.signIn('petra.hollis');
    const seen = await petra.get('/set-up/charts');
    expect(seen.status).toBe(200);
    expect(seen.html).not.toContain('/set-up/charts/preview');
    expect((await petra.post('/set-up/charts/confirm', other)).status).toBe(403);
    expect((await (await site.signIn('tom.venables')).get('/set-up/charts')).status).toBe(403);
  });
});
