import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateDemo } from '../../../src/demo/evaluate-demo.ts';
import { measureAddress } from '../../../src/web/addresses.ts';
import { Browser } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
beforeAll(() => site.begin());
afterAll(() => site.end());

const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;|&rsquo;/g, "'")
    .replace(/\s+/g, ' ');
/** The measures of a list, by the words of its caption. */
const listOf = (html: string, caption: string): string[] => {
  const table = html.split('<table').find((one) => one.includes(`>${caption} (`)) ?? '';
  return [...table.split('</table>')[0]!.matchAll(/href="\/measures\/([^"?]+)/g)].map((found) => found[1]!);
};

describe('the scorecard', () => {
  it('begins with the sentence of the report, for the latest quarter that is settled', async () => {
    const reader = await site.signIn('raymond.tuck');
    const page = await reader.get('/scorecard');
    const text = textOf(page.html);
    expect(page.status).toBe(200);
    expect(text).toContain('Quarter 2, 2018-19 Council Scorecard At 30-Sep-2018, 31 of 53 measures');
    expect(text).toContain('22 measures are off target, and 16 measures are forecast to miss');
  });

  it('shows every measure once: those that need attention, those that changed, the rest', async () => {
    const reader = await site.signIn('raymond.tuck');
    const { html } = await reader.get('/scorecard/2018-19-Q2');
    const lists = ['Needs attention', 'Changed since last time', 'The rest'].map((one) => listOf(html, one));
    expect(lists.every((list) => list.length > 0)).toBe(true);
    const all = lists.flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(62);
  });

  it('says where the forecast is unlike now, and what the status was last time', async () => {
    const reader = await site.signIn('raymond.tuck');
    const text = textOf((await reader.get('/scorecard')).html);
    expect(text).toContain('Amber now, forecast Green');
    expect(text).toContain('366.0 against a target of 375.0 2.4% worse than target');
    expect(text).toContain('Was Green last time');
    expect(text).toContain('more have changed and are listed under “Needs attention”');
    expect(text).toContain('Direction of travel: Year-end forecast compared with last year');
  });

  it('shows those that are close to a threshold, with what to', async () => {
    const reader = await site.signIn('raymond.tuck');
    const { html } = await reader.get('/scorecard/2018-19-Q2?close=now');
    const text = textOf(html);
    const all = ['Needs attention', 'Changed since last time', 'The rest'].flatMap((one) =>
      listOf(html, one),
    );
    const { measures } = evaluateDemo();
    const close = measures.filter(({ status }) => status.explain().near !== null);
    expect(all.toSorted()).toEqual(
      close.map(({ snapshot }) => measureAddress(snapshot.version.code)).toSorted(),
    );
    expect(close.length).toBeGreaterThan(5);
    for (const { status } of close) expect(text).toContain(status.explain().near?.brief);
    expect(text).toContain('Green 381,065 against a target of 375,000');
    expect(text).toContain('1,435 from Blue');
    expect(html).toMatch(/<option value="now" selected[^>]*>Status now/);
    const forecast = await reader.get('/scorecard/2018-19-Q2?close=forecast');
    expect(textOf(forecast.html)).toContain('0.1 points from Red');
    expect(textOf((await reader.get('/scorecard/2018-19-Q2?close=now&directorate=nowhere')).html)).toContain(
      'No measures match what you chose.',
    );
    expect(textOf(html)).toContain('A figure is close to another status where it is within 0.5% of');
  });

  it('says by icon and words what the control charts say, the strongest signal first where asked for', async () => {
    const reader = await site.signIn('raymond.tuck');
    const { html } = await reader.get('/scorecard/2018-19-Q2?order=signal');
    const ranks = ['Worse: ', 'Target unlikely', 'Usual variation', 'No control chart'].map((words) =>
      html.split('>Changed since last time (')[0]!.indexOf(words),
    );
    expect(ranks.every((at) => at > 0)).toBe(true);
    expect(ranks[0]).toBeLessThan(ranks[2]!);
    expect(ranks[2]).toBeLessThan(ranks[3]!);
    expect(html).toMatch(/<svg[^>]*class="signal-icon"[^>]*aria-hidden="true"/);
    const plain = (await reader.get('/scorecard/2018-19-Q2')).html;
    expect(listOf(html, 'Needs attention')).not.toEqual(listOf(plain, 'Needs attention'));
    expect(new Set(listOf(html, 'Needs attention'))).toEqual(new Set(listOf(plain, 'Needs attention')));
  });

  it('keeps what was chosen in the address', async () => {
    const reader = await site.signIn('raymond.tuck');
    const sent = await reader.get(
      '/scorecard?period=2018-19-Q2&scorecard=people&directorate=&status=red&changed=',
    );
    expect(sent.url).toBe('http://outturn.test/scorecard/2018-19-Q2?scorecard=people&status=red');
    expect(textOf(sent.html)).toContain('People Services Scorecard');
    expect(sent.html).toContain('<option value="red" selected');
    const place = await reader.get('/scorecard/2018-19-Q2?directorate=place');
    expect(textOf(place.html)).toContain('Communities & Place. At 30-Sep-2018,'.replace('&', '&amp;'));
    expect(listOf(place.html, 'Needs attention')).toContain(measureAddress('L&C PM28'));
    expect(place.html).not.toContain(measureAddress('CM PM15'));
    const changed = await reader.get('/scorecard/2018-19-Q2?changed=yes');
    expect(listOf(changed.html, 'Needs attention')).toContain(measureAddress('L&C PM28'));
    expect(listOf(changed.html, 'The rest')).toEqual([]);
  });

  it('says so where nothing matches, and offers everything again', async () => {
    const reader = await site.signIn('raymond.tuck');
    const page = await reader.get('/scorecard/2018-19-Q2?directorate=place&status=withheld');
    expect(page.status).toBe(200);
    expect(textOf(page.html)).toContain('No measures match what you chose.');
    expect(page.html).toContain('href="/scorecard/2018-19-Q2"');
  });

  it('holds only approved figures while a quarter is collected, and says so', async () => {
    const reader = await site.signIn('raymond.tuck');
    const page = await reader.get('/scorecard/2018-19-Q3');
    expect(textOf(page.html)).toMatch(
      /still being collected: \d+ of \d+ measures have an approved figure so far/,
    );
    // Submitted, and not yet approved.
    expect(textOf(page.html)).not.toContain('3,660');
  });

  it('shows a figure as soon as it is approved, to whoever looked just before', async () => {
    const reader = await site.signIn('raymond.tuck');
    const shown = async () => textOf((await reader.get('/scorecard/2018-19-Q3')).html);
    expect(await shown()).not.toContain('3,660');
    const judith = await site.signIn('judith.shah');
    const address = `/approve/2018-19-Q3/${measureAddress('LIB.7')}`;
    await judith.send(await judith.get(address), address, { do: 'approve', note: '' });
    expect(await shown()).toContain('3,660');
  });

  it.each([
    '/scorecard/2018-19-Q9',
    '/scorecard/2031-32-Q1',
    '/scorecard/nonsense',
    '/scorecard?period=nonsense',
    '/scorecard/2018-19-Q2?scorecard=none',
  ])('does not know %s', async (address) => {
    const reader = await site.signIn('raymond.tuck');
    expect((await reader.get(address)).status).toBe(404);
  });

  it('is for those who work here', async () => {
    const anybody = new Browser(site.server);
    expect((await anybody.get('/scorecard')).url).toContain('/sign-in');
  });
});
