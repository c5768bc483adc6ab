import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presetSchemes } from '../../../src/domain/status/presets/index.ts';
import { readFacts } from '../../../src/store/read-facts.ts';
import { readSchemes } from '../../../src/store/schemes.ts';
import { measureAddress } from '../../../src/web/addresses.ts';
import { schemesInForce } from '../../../src/workflow/queries/schemes-in-force.ts';
import { levelsIn } from '../../../src/workflow/round/open-update.ts';
import { hiddenFields } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
beforeAll(() => site.begin());
afterAll(() => site.end());

const authority = 'borchester';
const nameOn = async (day: string) => {
  const { authority: held } = await readFacts(site.store, { authority, setUpOnly: true });
  return (await schemesInForce(site.store, held, day)).status.name;
};

describe('the status scheme', () => {
  it('is tried on the last quarter, and nothing is stored until it is confirmed with a reason', async () => {
    const browser = await site.signIn('colin.webb');
    const page = await browser.get('/set-up/scheme/change?preset=derby');
    const typed = { 'parameter-amber': '1' };
    const preview = await browser.send(page, '/set-up/scheme/preview', typed);
    expect(preview.status).toBe(200);
    expect(preview.html).toMatch(/[1-9]\d* of the 62 measures of Quarter 2, 2018-19 would change now/);
    expect(preview.html).toContain('Would be');
    expect(await readSchemes(site.store, { authority })).toEqual([]);

    const unsaid = await browser.send(preview, '/set-up/scheme/confirm', { from: '2019-01-01', reason: '' });
    expect(unsaid.status).toBe(400);
    expect(unsaid.html).toContain('Enter the reason');
    const sent = { from: '2019-01-01', reason: 'Cabinet, minute 9' };
    const stored = await browser.send(preview, '/set-up/scheme/confirm', sent);
    expect(stored.html).toContain('with own settings has been stored.');
    expect(await nameOn('2018-12-31')).toBe('Derby 2018');
    expect(await nameOn('2019-03-31')).toBe('Derby 2018, with own settings');
    // Chosen again for the same day: the later choice counts.
    const back = await browser.send(page, '/set-up/scheme/preview', {});
    await browser.send(back, '/set-up/scheme/confirm', { from: '2019-01-01', reason: 'a slip' });
    expect(await nameOn('2019-03-31')).toBe('Derby 2018');
  });

  it.each([...presetSchemes.keys()])('%s can be tried on the figures there are', async (preset) => {
    const browser = await site.signIn('colin.webb');
    const page = await browser.get(`/set-up/scheme/change?preset=${preset}`);
    const preview = await browser.send(page, '/set-up/scheme/preview');
    expect(preview.status).toBe(200);
    expect(hiddenFields(preview.html, '/set-up/scheme/confirm').json).toContain(`"id": "${preset}"`);
  });

  it('of one’s own is read with every mistake, and what was typed stays', async () => {
    const browser = await site.signIn('colin.webb');
    const page = await browser.get('/set-up/scheme/change');
    const broken = await browser.send(page, '/set-up/scheme/preview', { json: '{ "id": "ours",\n oops }' });
    expect(broken.status).toBe(400);
    expect(broken.html).toContain('This is not valid JSON.');
    expect(broken.html).toContain('oops }');
    const empty = await browser.send(page, '/set-up/scheme/preview', { json: '{ "id": "ours" }' });
    expect(empty.status).toBe(400);
    expect(empty.html).toContain('outcomes');
    const wrong = await browser.send(page, '/set-up/scheme/preview', { 'parameter-amber': 'lots' });
    expect(wrong.status).toBe(400);
  });
});

describe('scorecards', () => {
  it('take members and order from the places that are typed', async () => {
    const browser = await site.signIn('colin.webb');
    const page = await browser.get('/set-up/scorecards/new');
    const place = (code: string) => `place-${measureAddress(code)}`;
    const typed = { name: 'Libraries and leisure', [place('LEI 3')]: '2', [place('LIB.7')]: '1' };
    const answer = await browser.send(page, '/set-up/scorecards/new', typed);
    expect(answer.html).toContain('Libraries and leisure has been saved.');
    const { scorecards } = await readFacts(site.store, { authority, setUpOnly: true });
    expect(scorecards.find(({ code }) => code === 'libraries-and-leisure')?.measures).toEqual([
      'LIB.7',
      'LEI 3',
    ]);
    const wrong = await browser.send(page, '/set-up/scorecards/new', { name: '', [place('LIB.7')]: 'first' });
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('LIB.7: the place must be a number');
    const nameless = await browser.send(page, '/set-up/scorecards/new', { name: 'Council Scorecard' });
    expect(nameless.html).toContain('Give at least one measure a place');
  });
});

describe('levels of approval', () => {
  it('hold for the next round; those that have begun keep theirs', async () => {
    const browser = await site.signIn('colin.webb');
    const page = await browser.get('/set-up/levels');
    expect((await browser.send(page, '/set-up/levels', {})).status).toBe(400);
    await browser.send(page, '/set-up/levels', { levels: 'leadershipTeam' });
    const ids = async (period: string | null) =>
      (await levelsIn(site.store, authority, period)).map(({ id }) => id);
    expect(await ids('2018-19/Q3')).toEqual(['headOfService']);
    expect(await ids('2018-19/Q4')).toEqual(['leadershipTeam']);
    expect(await ids(null)).toEqual(['leadershipTeam']);
  });
});

describe('the direction of travel', () => {
  const directionOn = async (day: string) => {
    const { authority: held } = await readFacts(site.store, { authority, setUpOnly: true });
    return (await schemesInForce(site.store, held, day)).direction.id;
  };

  it('is tried on the last quarter, and nothing is stored until it is confirmed with a reason', async () => {
    const browser = await site.signIn('colin.webb');
    const before = await directionOn('2019-03-31');
    const page = await browser.get('/set-up/direction?preset=tested');
    expect(page.html).toMatch(
      /[1-9]\d* of the 62 measures of Quarter 2, 2018-19 would have another direction/,
    );
    const unsaid = await browser.send(page, '/set-up/direction/confirm', { from: '2019-01-01', reason: '' });
    expect([unsaid.status, unsaid.html.includes('Enter the reason')]).toEqual([400, true]);
    const unchosen = await browser.send(page, '/set-up/direction/confirm', { reason: 'Cabinet, minute 9' });
    expect([unchosen.status, unchosen.html.includes('Choose from when it holds')]).toEqual([400, true]);
    // What was typed is kept.
    expect(unchosen.html).toContain('value="Cabinet, minute 9"');
    expect(await directionOn('2019-03-31')).toBe(before);
    const sent = { from: '2019-01-01', reason: 'Cabinet, minute 9' };
    const stored = await browser.send(page, '/set-up/direction/confirm', sent);
    expect(stored.html).toContain('has been stored.');
    expect([await directionOn('2018-12-31'), await directionOn('2019-03-31')]).toEqual([before, 'tested']);
    const same = await browser.get(`/set-up/direction?preset=${before}`);
    expect(same.html).toContain('nothing would change: all 62 measures keep their direction');
  });

  it('is read by internal audit, who may not change it', async () => {
    const page = await (await site.signIn('petra.hollis')).get('/set-up/direction?preset=tested');
    expect([page.status, page.html.includes('Use this scheme')]).toEqual([200, false]);
  });
});

describe('those who may not', () => {
  it.each([
    ['tom.venables', '/set-up/scheme'],
    ['raymond.tuck', '/set-up/scorecards'],
    ['petra.hollis', '/set-up/scheme/change'],
    ['tom.venables', '/set-up/direction'],
    ['petra.hollis', '/set-up/scorecards/new'],
    ['tom.venables', '/set-up/levels'],
  ])('%s is refused %s', async (who, where) => {
    expect((await (await site.signIn(who)).get(where)).status).toBe(403);
  });
});
