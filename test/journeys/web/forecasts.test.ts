import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureAddress } from '../../../src/web/addresses.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
beforeAll(() => site.begin());
afterAll(() => site.end());

const of = (code: string, rest = '') => `/measures/${measureAddress(code)}/forecasts${rest}`;
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

describe('the forecasts of all measures', () => {
  it('say what the rest of the year asks for, and how past forecasts did', async () => {
    const page = await (await site.signIn('raymond.tuck')).get('/forecasts');
    const text = textOf(page.html);
    expect(page.status).toBe(200);
    expect(text).toContain('Needs 1.7 times the pace of the first half; the best so far was 1.5');
    expect(text).toContain('Came true 2 times in 9');
    expect(text).toContain('From what the status was to what was forecast');
  });

  it('are narrowed by directorate, by owner and by what they ask for, in the address', async () => {
    const reader = await site.signIn('raymond.tuck');
    const place = textOf((await reader.get('/forecasts?directorate=place&asks=more')).html);
    expect(place).toContain('Livewell: NHS Health Checks');
    expect(place).not.toContain('Missed bin collections');
    const nobody = textOf((await reader.get('/forecasts?owner=nobody')).html);
    expect(nobody).toContain('No measure fits what you chose.');
    expect(nobody).toContain('No past forecast to judge by.');
    const own = textOf((await reader.get('/forecasts?owner=tom.venables')).html);
    expect(own).toMatch(/This year: \d+ measures/);
  });

  it('come as a file, a row for every forecast', async () => {
    const file = await (await site.signIn('raymond.tuck')).get('/forecasts/forecasts.csv?directorate=place');
    expect(file.html).toContain('Forecast less outturn');
    expect(file.html).toMatch(/L&C PM28.*2015-16\/Q1.*1070/);
    expect(file.html).not.toContain('SEND 6');
  });
});

describe('the forecasts of a measure', () => {
  it('are all there, with who, when, why and what came of them', async () => {
    const reader = await site.signIn('raymond.tuck');
    const text = textOf((await reader.get(of('PLN/3'))).html);
    expect(text).toContain('Came true 2 times in 9 (over 3 years).');
    expect(text).toMatch(/2015-16: revised 2 times, ended at/);
    // How it moved is drawn, and said in words beside the picture.
    expect(text).toContain(
      'Forecast 87.9% in Q1 2017-18, then 88.2% in Q2 2017-18, then 85.9% in Q3 2017-18; the year ended at 86.7%. The target was 85.0%.',
    );
    expect(text).toContain('Forecast 90.0% in Q1 2018-19 and never revised. The target was 88.0%.');
    expect(text).toContain('Worse than forecast');
    expect(text).toContain('The year is not over');
    expect(text).toContain('A percentage does not add up through the year');
  });

  it('say that there are none, and too few', async () => {
    const reader = await site.signIn('raymond.tuck');
    expect(textOf((await reader.get(of('CSC 1.5'))).html)).toContain('No forecast has been given');
    expect(textOf((await reader.get(of('KS4-P8'))).html)).toContain('Too few to say (2 past forecasts)');
    expect((await reader.get('/measures/nothing-123456/forecasts')).status).toBe(404);
  });

  it('are linked from its page and from the scorecard', async () => {
    const reader = await site.signIn('raymond.tuck');
    expect((await reader.get(`/measures/${measureAddress('PLN/3')}`)).html).toContain(of('PLN/3'));
    expect((await reader.get('/scorecard')).html).toContain('href="/forecasts"');
  });
});

describe('the challenge beside a forecast', () => {
  const at = (page: string, code: string) => `/${page}/2018-19-Q3/${measureAddress(code)}`;

  it('tells the approver how often such a forecast came true, of whom, and what it asks for', async () => {
    const approver = await site.signIn('colin.webb');
    const texts = await Promise.all(
      ['IG/20', 'LEI 3', 'CM PM15', 'FIN-05b', 'WST-1', 'Regen PM21', 'HR-APP', 'PH-12'].map(async (code) =>
        textOf((await approver.get(at('approve', code))).html),
      ),
    );
    expect(texts[0]).toMatch(/They forecast \w+\. From \w+ this came true (?:\d+ times? in|none of) \d+/);
    expect(texts.join(' ')).toMatch(/times the pace of the first three quarters; the (?:best|lowest) so far/);
  });

  it('tells the officer the same of what was typed, and nothing where nothing is forecast', async () => {
    const officer = await site.signIn('tom.venables');
    const page = await officer.get(at('update', 'LEI 3'));
    expect(textOf(page.html)).not.toContain('You forecast');
    const typed = { do: 'check', toDate: '600,000', forecast: '980,000' };
    const checked = textOf((await officer.send(page, at('update', 'LEI 3'), typed)).html);
    expect(checked).toMatch(/You forecast \w+\. From \w+ this /);
    expect(checked).toContain('times the pace of the first three quarters; the best so far was');
  });
});
