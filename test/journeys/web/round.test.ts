import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureAddress } from '../../../src/web/addresses.ts';
import { type Browser, hiddenFields } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const demo = new DemoSite();
beforeAll(() => demo.begin());
afterAll(() => demo.end());

const round = '/round/2018-19-Q3';
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const change = async (browser: Browser, address: string, fields: Record<string, string>) =>
  browser.send(await browser.get(address), `${round}/change`, fields);

describe('the performance team and its round', () => {
  it('sees where everything is, and each count opens its list', async () => {
    const colin = await demo.signIn('colin.webb');
    const page = await colin.get('/round');
    expect(page.url).toContain(round);
    const counts = [...page.html.matchAll(/href="(\/round\/[^"]+list[^"]*)">(\d+)</g)];
    expect(counts.length).toBeGreaterThan(8);
    for (const [, href = '', count] of counts.slice(0, 6)) {
      const list = await colin.get(href.replaceAll('&amp;', '&'));
      expect(textOf(list.html)).toMatch(new RegExp(` ${count} measures? `));
    }
  });

  it('gives more time with a reason that everybody sees', async () => {
    const colin = await demo.signIn('colin.webb');
    const ask = `${round}/change?do=extend&of=LEI+3`;
    const empty = await change(colin, ask, { do: 'extend', until: 'soon', reason: '' });
    expect(empty.status).toBe(400);
    expect(textOf(empty.html)).toContain('The new day must be a real date');
    const none = await change(colin, ask, { do: 'extend', until: '21/1/2019', reason: ' ' });
    expect(textOf(none.html)).toContain('Enter the reason');
    const done = await change(colin, ask, {
      do: 'extend',
      until: '21/1/2019',
      reason: 'The tills were down',
    });
    expect(textOf(done.html)).toContain('More time has been given.');
    expect(textOf(done.html)).toContain('The tills were down (Colin Webb)');
    const tom = await demo.signIn('tom.venables');
    expect(textOf((await tom.get('/my-work')).html)).toContain('Monday 21 January 12 days left (extended)');
  });

  it('changes the days, and says which of them cannot be', async () => {
    const colin = await demo.signIn('colin.webb');
    const plan = `${round}/plan`;
    const page = await colin.get(plan);
    const fields = Object.fromEntries(
      [...page.html.matchAll(/<input class="govuk-input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    );
    const wrong = await colin.send(page, plan, {
      ...fields,
      do: 'save',
      updatesDue: '31/12/2018',
      freezeOn: '1/13/2019',
    });
    expect(textOf(wrong.html)).toContain('“Figures are frozen” must be a real date');
    const early = await colin.send(page, plan, { ...fields, do: 'save', updatesDue: '31/12/2018' });
    expect(textOf(early.html)).toContain('Updates must be due after the period ends');
    const worked = await colin.send(page, plan, {
      ...fields,
      do: 'workOut',
      cabinetOn: '20/2/2019',
      scrutinyOn: '',
    });
    expect(worked.html).toContain('value="12/2/2019"');
    const saved = await colin.send(page, plan, { ...fields, do: 'save', publishOn: '6/2/2019' });
    expect(textOf(saved.html)).toContain('The days have been changed.');
  });

  it('writes to those who are outstanding, once, in its own words', async () => {
    const colin = await demo.signIn('colin.webb');
    const page = await colin.get(`${round}/nudge`);
    const [of = ''] = [...page.html.matchAll(/name="of" value="([^"]+)"/g)].map((found) => found[1] ?? '');
    const none = await colin.send(page, `${round}/nudge`, { message: 'Please' });
    expect(textOf(none.html)).toContain('Choose at least one measure');
    const sent = await colin.send(page, `${round}/nudge`, { of, message: 'Friday would help.' });
    expect(textOf(sent.html)).toContain('1 person will be written to.');
    const again = await colin.send(page, `${round}/nudge`, { of, message: 'Friday would help.' });
    expect(again.status).toBe(409);
  });

  it('closes, freezes, and reopens one measure with a reason', async () => {
    const colin = await demo.signIn('colin.webb');
    const page = await colin.get(round);
    const hidden = hiddenFields(page.html, `${round}/change`);
    const both = await Promise.all(
      [1, 2].map(() => colin.post(`${round}/change`, { ...hidden, do: 'close' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const tom = await demo.signIn('tom.venables');
    const swimming = `/update/2018-19-Q3/${measureAddress('SPORT-P1')}`;
    expect(textOf((await tom.get(swimming)).html)).toContain('The round has closed.');
    const freeze = await colin.get(`${round}/freeze`);
    expect(textOf(freeze.html)).toMatch(/\d+ measures not approved/);
    await colin.send(freeze, `${round}/freeze`, {});
    expect(textOf((await colin.get(round)).html)).toContain('Round, frozen');
    const approved = await colin.get(`${round}/list?state=approved`);
    const code = /name="of" value="([^"]+)"/.exec(approved.html)?.[1] ?? '';
    const ask = `${round}/change?do=reopenMeasure&of=${encodeURIComponent(code)}`;
    const done = await change(colin, ask, { do: 'reopenMeasure', reason: 'A month was counted twice' });
    expect(textOf(done.html)).toContain(
      'Reopened after the freeze Why A month was counted twice (Colin Webb)',
    );
  });
});

describe('who may', () => {
  it.each([
    ['tom.venables', round, 403],
    ['raymond.tuck', round, 403],
    ['judith.shah', round, 200],
    ['judith.shah', `${round}/plan`, 403],
    ['petra.hollis', round, 200],
    ['petra.hollis', `${round}/freeze`, 403],
    ['colin.webb', '/round/2019-20-Q1', 404],
    ['colin.webb', '/round/nonsense', 404],
  ])('%s at %s gets %i', async (person, address, status) => {
    expect((await (await demo.signIn(person)).get(address)).status).toBe(status);
  });
});
