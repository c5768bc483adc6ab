import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFacts } from '../../../src/store/read-facts.ts';
import { measureAddress } from '../../../src/web/addresses.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
beforeAll(() => site.begin());
afterAll(() => site.end());

const facts = () => readFacts(site.store, { authority: 'borchester', setUpOnly: true });
const versionsOf = async (code: string) => (await facts()).measures.filter((one) => one.code === code);

describe('directorates and services', () => {
  it('get another name from a day on, and keep the old one until then', async () => {
    const browser = await site.signIn('nadia.hussain');
    const page = await browser.get('/set-up/directorates/place');
    const typed = { name: 'Place and Climate', parent: '', order: '1', from: '1/4/2019', reason: 'Cabinet' };
    const answer = await browser.send(page, '/set-up/directorates/place', typed);
    expect(answer.html).toContain('Place and Climate has been saved.');
    const held = (await facts()).organisation.filter(({ code }) => code === 'place');
    expect(held.map(({ name, validTo }) => [name, validTo])).toEqual([
      ['Communities & Place', '2019-03-31'],
      ['Place and Climate', null],
    ]);
  });

  it('are added, and end only when nothing belongs to them any more', async () => {
    const browser = await site.signIn('nadia.hussain');
    const page = await browser.get('/set-up/directorates/new');
    const typed = { name: 'Parks', parent: 'place', order: '9', from: '' };
    expect((await browser.send(page, '/set-up/directorates/new', typed)).html).toContain(
      'Parks has been added.',
    );
    const twice = await browser.send(page, '/set-up/directorates/new', typed);
    expect(twice.status).toBe(400);
    expect(twice.html).toContain('There is one called Parks already');
    const resources = await browser.get('/set-up/directorates/resources');
    const end = '/set-up/directorates/resources/end';
    const refused = await browser.send(resources, end, { lastDay: '31/3/2019' });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('measures belong to it after that day');
    const parks = await browser.get('/set-up/directorates/parks');
    const ended = await browser.send(parks, '/set-up/directorates/parks/end', { lastDay: '31/3/2019' });
    expect(ended.html).toContain('Parks has been ended.');
  });
});

const given = {
  code: 'CLM 1',
  title: 'Carbon saved by the council’s own buildings',
  aliases: '',
  directorate: 'place',
  service: '',
  unit: 'Number of tonnes',
  decimals: '1',
  polarity: 'higher',
  frequency: 'quarter',
  periodBasis: 'toDate',
  kind: 'targeted',
  scorecards: 'council',
};

describe('measures', () => {
  it('are added to a scorecard, changed from a day on, and retired with a reason', async () => {
    const browser = await site.signIn('colin.webb');
    const page = await browser.get('/set-up/measures/new');
    const scorecards = (await facts()).scorecards;
    const council = [...scorecards].sort((a, b) => b.measures.length - a.measures.length)[0]?.code ?? '';
    const added = await browser.send(page, '/set-up/measures/new', { ...given, scorecards: council });
    expect(added.html).toContain('CLM 1 has been added.');
    const joined = (await facts()).scorecards.filter(({ measures }) => measures.includes('CLM 1'));
    expect(joined.map(({ code }) => code)).toEqual([council]);

    const address = `/set-up/measures/${measureAddress('CLM 1')}`;
    const sheet = await browser.get(address);
    const unsaid = await browser.send(sheet, address, { ...given, title: 'Carbon saved', from: '1/4/2019' });
    expect(unsaid.status).toBe(400);
    expect(unsaid.html).toContain('Say why it changes');
    const later = {
      ...given,
      title: 'Carbon saved',
      from: '1/4/2019',
      reason: 'shorter',
      meaning: 'Tonnes.',
    };
    expect((await browser.send(sheet, address, later)).html).toContain('CLM 1 has been saved.');
    expect((await versionsOf('CLM 1')).map(({ title, validFrom }) => [title, validFrom])).toEqual([
      [given.title, '1900-01-01'],
      ['Carbon saved', '2019-04-01'],
    ]);
    const again = await browser.get(address);
    await browser.send(again, `${address}/retire`, { lastPeriod: '2019-20/Q1', retiredNote: 'combined' });
    expect((await versionsOf('CLM 1')).at(-1)).toMatchObject({
      retiredAfter: '2019-06-30',
      note: 'combined',
    });
  });

  it('keep their codes apart, and say every mistake at once', async () => {
    const browser = await site.signIn('colin.webb');
    const page = await browser.get('/set-up/measures/new');
    const wrong = { ...given, code: 'LIB.7', title: '', directorate: 'moon', unit: 'Number' };
    const answer = await browser.send(page, '/set-up/measures/new', wrong);
    expect(answer.status).toBe(400);
    for (const text of ['LIB.7 is a measure already', 'Enter the title', 'Choose the directorate']) {
      expect(answer.html).toContain(text);
    }
    const unit = await browser.send(page, '/set-up/measures/new', { ...given, unit: '??', decimals: '9' });
    expect(unit.html).toContain('The unit must be one of');
    expect(unit.html).toContain('Decimals must be');
  });
});

describe('targets', () => {
  const address = `/set-up/targets/2019-20/${measureAddress('LIB.7')}`;
  const typed = { 'target-2019-20-Q1': '90,000', 'target-2019-20': '400,000', approvedBy: 'Cabinet' };

  it('are set by year and period, and amended only with a reason', async () => {
    const browser = await site.signIn('colin.webb');
    const page = await browser.get(address);
    expect((await browser.send(page, address, typed)).html).toContain('LIB.7: 2 targets saved.');
    const more = { ...typed, 'target-2019-20': '410,000' };
    const unsaid = await browser.send(page, address, more);
    expect(unsaid.status).toBe(400);
    expect(unsaid.html).toContain('Say why a target that was set is changed');
    expect(unsaid.html).toContain('value="410,000"');
    const said = await browser.send(page, address, { ...more, reason: 'Cabinet, minute 12' });
    expect(said.html).toContain('LIB.7: 1 target saved.');
    const held = (await facts()).targets.filter(
      ({ measure, period }) => measure === 'LIB.7' && period === '2019-20',
    );
    expect(held.map(({ figure, version }) => [figure.typed, version])).toEqual([
      ['400,000', 1],
      ['410,000', 2],
    ]);
    const wrong = await browser.send(page, address, { ...typed, 'target-2019-20-Q1': 'lots' });
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('2019-20/Q1: ');
  });
});

describe('those who may not', () => {
  it.each([
    ['tom.venables', '/set-up/directorates'],
    ['raymond.tuck', '/set-up/measures'],
    ['tom.venables', `/set-up/targets/2019-20/${measureAddress('LIB.7')}`],
    ['colin.webb', '/set-up/directorates/new'],
    ['petra.hollis', '/set-up/measures/new'],
  ])('%s is refused %s', async (who, where) => {
    expect((await (await site.signIn(who)).get(where)).status).toBe(403);
  });

  it('internal audit reads them', async () => {
    const browser = await site.signIn('petra.hollis');
    const sheet = `/set-up/measures/${measureAddress('LIB.7')}`;
    for (const where of ['/set-up/directorates', '/set-up/measures', sheet, '/set-up/targets']) {
      const page = await browser.get(where);
      expect(page.status).toBe(200);
      expect(page.html).not.toContain('method="post" action="/set-up');
    }
  });
});
