import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
let reader: Browser;
beforeAll(async () => {
  await site.begin();
  reader = await site.signIn('raymond.tuck');
});
afterAll(() => site.end());

it('begins with the newest edition of the period and what is now known', async () => {
  const { html } = await reader.get('/compare?period=2018-19-Q2');
  expect(html).toMatch(/Was: Edition 1 of [^.]*, Quarter 2, 2018-19\./);
  expect(html).toContain('Is: Quarter 2, 2018-19, as now known.');
  expect(html).toMatch(/88\.7%/);
  expect(html).toContain('No longer off target, now or in forecast');
});

it('shows the texts of two days, written anew or word by word, and only what is chosen', async () => {
  const days = 'period=2018-19-Q2&from=day&from-day=1/11/2018&to=now';
  const texts = await reader.get(`/compare?${days}&what=texts`);
  expect(texts.html).toContain('<ins>');
  expect(texts.html).toContain('The day of sending is now taken from the letter itself.');
  expect(texts.html).toContain('Services now agree within three days');
  expect(texts.html).not.toMatch(/>Actual</);
  const elsewhere = await reader.get(`/compare?${days}&directorate=People+Services&what=figures`);
  expect(elsewhere.html).not.toContain('IG/20, Corporate Resources');
});

it('is a file with both values and what each side is', async () => {
  const file = await reader.get(
    '/compare/differences.csv?period=2018-19-Q2&from=day&from-day=2018-11-01&to=now',
  );
  expect(file.headers.get('content-type')).toContain('text/csv');
  const line = file.html.split('\r\n').find((one) => one.startsWith('IG/20') && one.includes(',Actual,'));
  expect(line).toContain('Actual,88.7%,91.2%,"Quarter 2, 2018-19, as known on 1 November 2018"');
});

it('of a side with itself is nothing', async () => {
  const { html } = await reader.get('/compare?period=2018-19-Q2&from=now&to=now');
  expect(html).toContain('Nothing that a reader sees is different.');
});

it.each([
  ['from=day&from-day=nonsense', 'Enter a real day'],
  ['from=day&from-day=2030-01-01', 'today or earlier'],
  ['from=day&from-day=1999-01-01', 'Choose a later one'],
  ['from=none', 'Choose an edition, a day, or what is now known'],
])('%s is answered in words', async (query, said) => {
  const answer = await reader.get(`/compare?period=2018-19-Q2&${query}`);
  expect(answer.status).toBe(400);
  expect(answer.html).toContain(said);
});
