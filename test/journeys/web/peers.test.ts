import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAuditTrail } from '../../../src/store/audit.ts';
import { measureAddress } from '../../../src/web/addresses.ts';
import { site as address, type Browser, hiddenFields } from './browser.ts';
import { DemoSite } from './demo-site.ts';
import { formWith } from './multipart.ts';

const site = new DemoSite();
beforeAll(() => site.begin());
afterAll(() => site.end());

const at = (code: string, rest = '') => `/measures/${measureAddress(code)}${rest}`;
const comparison = (code: string, query = '') => at(code, `/comparison${query}`);
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ');
const trail = async (action: string) =>
  (await readAuditTrail(site.store, { authority: 'borchester' })).filter((one) => one.action === action);

describe('how a measure compares', () => {
  it('stands on its page, the sentence first, with source and date', async () => {
    const reader = await site.signIn('raymond.tuck');
    const page = await reader.get(at('SEND 6'));
    const text = textOf(page.html);
    expect(page.status).toBe(200);
    expect(text).toContain(
      'How we compare 12th of 16 in Nearest neighbours, third quartile; similar to the average of the others, 65.3%.',
    );
    expect(text).toContain('For 2017-18. This council’s figure is its own record of that period, 57.8%.');
    expect(text).toContain('Source: Invented table of education plans, 13 December 2018.');
    expect(text).toContain('expected on 12 December 2019');
  });

  it('is among the group that a reader chooses, on its page too', async () => {
    const reader = await site.signIn('raymond.tuck');
    const every = await reader.get(at('SEND 6', '?group=every'));
    expect(textOf(every.html)).toMatch(/How we compare .* councils with a value/);
    expect(every.html).toMatch(/<strong aria-current="true">Every council with a value<\/strong>/);
    expect(every.html).toContain(comparison('SEND 6', '?period=2017-18&amp;group=every'));
    // A group that is not there is as good as none.
    expect(textOf((await reader.get(at('SEND 6', '?group=nobody'))).html)).toContain('in Nearest neighbours');
  });

  it('is shown as it was known, with what was held of others then', async () => {
    const reader = await site.signIn('raymond.tuck');
    const before = await reader.get(at('SEND 6', '?period=2018-19-Q2&as-at=2018-12-01'));
    expect(textOf(before.html)).toContain('No values of other councils were held for this measure then.');
    const since = await reader.get(at('SEND 6', '?period=2018-19-Q2&as-at=2019-01-08'));
    expect(textOf(since.html)).toContain(
      'With the values of other councils, and the groups, that were held then.',
    );
    expect(textOf(since.html)).toContain('12th of 16 in Nearest neighbours');
  });

  it('can be saved as a table and as pictures', async () => {
    const reader = await site.signIn('raymond.tuck');
    const page = await reader.get(comparison('SEND 6'));
    const query = '?period=2017-18&group=nearest-neighbours';
    expect(page.html).toContain('comparison/comparison.csv?period=2017-18&amp;group=');
    const link = /href="([^"]*comparison\.csv[^"]*)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? query;
    const csv = await reader.get(link);
    const [head, ...rows] = csv.html.trim().split(/\r?\n/);
    expect(head).toMatch(/^.?Code,Council,This council,Period,Compared with,Place,Rank/);
    // 52 of 90 by Wilson, as on the page.
    const own = rows.find((row) => row.includes(',Yes,'));
    expect(own).toMatch(/,2017-18,Nearest neighbours,12th of 16,12,16,3,57\.7+8,0?\.?47\.\d+,67\.\d+,/);
    for (const [name, type] of [
      ['councils.svg', 'image/svg+xml'],
      ['councils.png', 'image/png'],
      ['funnel.svg', 'image/svg+xml'],
      ['funnel.png', 'image/png'],
    ] as const) {
      const file = await reader.get(link.replace('comparison.csv', name));
      expect([name, file.status, file.headers.get('content-type')]).toEqual([name, 200, type]);
    }
    expect((await reader.get(comparison('SEND 6', '/comparison.csv?period=1999-00'))).status).toBe(404);
    expect((await reader.get(comparison('SEND 6', '/funnel.svg?group=nobody'))).status).toBe(404);
  });

  it('is shown whole with intervals, cases, the funnel and averages', async () => {
    const reader = await site.signIn('raymond.tuck');
    const text = textOf((await reader.get(comparison('SEND 6'))).html);
    // 52 of 90 by Wilson.
    expect(text).toContain(
      'Borchester City Council This council Place 12th of 16 Value 57.8% 95% interval 47.5 to 67.5',
    );
    expect(text).toContain('Greywater Place 1st of 16 Value 91.2%');
    expect(text).toContain('Above the 95% limit');
    expect(text).toMatch(/England \(invented\) Value 64\.9% How As published .*Similar to England/);
    expect(text).not.toContain('Expected on');
    expect(text).toContain(
      'Borchester City Council: within the limits. Of 15 others, 1 lies outside the 95% limits.',
    );
    const { html } = await reader.get(comparison('SEND 6'));
    expect(html).toMatch(/<svg[^>]*aria-labelledby="peers-title peers-description"/);
    expect(html).toMatch(/<svg[^>]*aria-labelledby="funnel-title funnel-description"/);
  });

  it('says what is not compared and why, and that nothing is tested where cases are not held', async () => {
    const reader = await site.signIn('raymond.tuck');
    const text = textOf((await reader.get(comparison('WST-2'))).html);
    expect(text).toContain(
      'below the average of the others, 44.5% (not tested: the cases behind our figure are not held)',
    );
    expect(text).toContain('Marrowdale Value 36.7% Why not It counts otherwise: Without garden waste.');
    expect(text).toContain('Oakhampton Vale Value Suppressed Why not There is no figure: suppressed.');
    expect(text).toContain('There is no funnel: it needs the cases of at least seven other councils');
    expect(text).toContain('There are no intervals');
  });

  it('has a page where nothing is held, and none of what there is not', async () => {
    const reader = await site.signIn('colin.webb');
    const empty = await reader.get(comparison('L&C PM28'));
    expect(textOf(empty.html)).toContain(
      'No values of other councils are held for this measure. Import them',
    );
    for (const query of ['?period=2011-12', '?period=x', '?group=none']) {
      expect((await reader.get(comparison('SEND 6', query))).status).toBe(404);
    }
    expect((await reader.get(comparison('SEND 6', '?group=every&period=2017-18'))).status).toBe(200);
    expect((await reader.get('/measures/none-123456/comparison')).status).toBe(404);
  });

  it('beside figures as they were published has what was held of others then', async () => {
    const reader = await site.signIn('colin.webb');
    const page = await reader.get(at('SEND 6', '?period=2018-19-Q2&as=published'));
    expect(textOf(page.html)).toContain(
      'How we compare No values of other councils were held for this measure then.',
    );
  });
});

describe('values of other councils from a file', () => {
  const upload = async (browser: Browser, text: string) => {
    const page = await browser.get('/set-up/import');
    const { type, body } = formWith(
      { ...hiddenFields(page.html, '/set-up/import'), kind: 'peers' },
      { field: 'file', name: 'peers.csv', bytes: Buffer.from(text) },
    );
    const sent = await site.server.inject({
      method: 'POST',
      url: '/set-up/import',
      headers: {
        host: new URL(address).host,
        cookie: `outturn=${browser.cookie()}`,
        origin: address,
        'sec-fetch-site': 'same-origin',
        'content-type': type,
      },
      payload: body,
    });
    return browser.get(String(sent.headers.location));
  };
  const HEAD = 'Code,Period,Area code,Area,Value,Numerator,Denominator,Source,Source date\n';

  it('correct what was held: the later one counts, and both stand with their sources', async () => {
    const team = await site.signIn('colin.webb');
    const preview = await upload(
      team,
      `${HEAD}SEND 6,2017-18,X0600107,Greywater,50.5,46,91,Revised table,8-Jan-2019\n`,
    );
    expect(textOf(preview.html)).toContain('SEND 6, Greywater (X0600107)');
    await team.send(preview, new URL(preview.url).pathname);
    const text = textOf((await team.get(comparison('SEND 6'))).html);
    expect(text).toContain('11th of 16 in Nearest neighbours');
    expect(text).toMatch(
      /Values that were corrected later .*Greywater Value 91\.2% Source Invented table of education plans, 13 December 2018 .*Greywater Value 50\.5% Source Revised table, 8 January 2019/,
    );
  });

  it('are refused with every problem at once', async () => {
    const team = await site.signIn('colin.webb');
    const preview = await upload(
      team,
      `${HEAD}SEND 6,2017-18,X0600107,Greywater,50.5,46,,Table,8-Jan-2019\nSEND 66,2017-18,X0600108,Harlsford,x,,,,\n`,
    );
    expect(preview.status).toBe(400);
    const text = textOf(preview.html);
    for (const said of ['without the other', 'no measure with the code', 'The cell is blank']) {
      expect(text).toContain(said);
    }
  });
});

describe('peer groups', () => {
  const good = {
    name: 'Midland cities',
    kind: 'own',
    validFrom: '1/4/2017',
    members: 'X0600101\tAshcombe\nX0600102, Bellingford\nX0600103 Calderwick\n\n',
    source: 'Cabinet, CAB/17/12',
    sourceDate: '14/3/2017',
    reason: 'Chosen by Cabinet',
  };

  it('are made, used and changed from a day on', async () => {
    const team = await site.signIn('colin.webb');
    const form = await team.get('/set-up/peers/new');
    const done = await team.send(form, '/set-up/peers/new', good);
    expect(done.html).toContain('Midland cities has been saved.');
    const query = '?group=midland-cities&period=2017-18';
    const text = textOf((await team.get(comparison('SEND 6', query))).html);
    expect(text).toContain('3rd of 4 in Midland cities');
    expect(text).toContain('There is no quartile');
    const edit = await team.get('/set-up/peers/midland-cities');
    expect(edit.html).toContain('X0600102 Bellingford');
    const fewer = { ...good, validFrom: '1/4/2018', members: 'X0600101 Ashcombe\nX0600102 Bellingford' };
    await team.send(edit, '/set-up/peers/midland-cities', fewer);
    // The period ends before the change.
    expect(textOf((await team.get(comparison('SEND 6', query))).html)).toContain(
      '3rd of 4 in Midland cities',
    );
    expect(await trail('peerGroup.write')).toMatchObject([
      { object: { id: 'nearest-neighbours' } },
      { object: { id: 'midland-cities' }, actor: 'colin.webb', reason: 'Chosen by Cabinet', before: null },
      { before: { validFrom: '2017-04-01' }, after: { validFrom: '2018-04-01' } },
    ]);
  });

  it.each([
    ['no name', { name: ' ' }, 'Enter the name of the group'],
    ['a name that is taken', { name: 'nearest NEIGHBOURS' }, 'There is a group of this name already'],
    ['no kind', { kind: '' }, 'Choose what kind of group it is'],
    ['a day that is none', { validFrom: '31/2/2018' }, 'The first day must be a real date'],
    ['no first day', { validFrom: '' }, 'Enter the first day'],
    ['no source', { source: '' }, 'Say where the choice'],
    ['no day of the source', { sourceDate: '' }, 'Enter the day of that source'],
    ['one council', { members: 'X1 Ashcombe' }, 'Give 2 councils or more'],
    [
      'the council itself',
      { members: 'X1 Borchester\nX2 Ashcombe\nX3 Dunmere' },
      'Line 1: Borchester is this council itself',
    ],
    ['a council twice', { members: 'X1 A\nX1 B\nX2 C' }, 'Line 2: X1 is there twice'],
    ['a name before its code', { members: 'Ashcombe X1\nX2 C\nX3 D' }, 'Line 1: “Ashcombe” is not a code'],
    ['a code alone', { members: 'X1\nX2 C\nX3 D' }, 'Line 1: give the code'],
  ])('are refused with %s, and keep what was typed', async (_, wrong, said) => {
    const team = await site.signIn('colin.webb');
    const form = await team.get('/set-up/peers/new');
    const refused = await team.send(form, '/set-up/peers/new', { ...good, name: 'Another', ...wrong });
    expect(refused.status).toBe(400);
    expect(textOf(refused.html)).toContain(said);
    if (!('members' in wrong)) expect(refused.html).toContain('X0600103 Calderwick');
    expect((await team.get('/set-up/peers')).html).not.toContain('Another');
  });

  it('are read by audit and by nobody who has no set-up to read', async () => {
    expect((await (await site.signIn('petra.hollis')).get('/set-up/peers')).status).toBe(200);
    for (const who of ['petra.hollis', 'tom.venables', 'judith.shah', 'raymond.tuck']) {
      expect((await (await site.signIn(who)).get('/set-up/peers/new')).status).toBe(403);
    }
    expect((await (await site.signIn('tom.venables')).get('/set-up/peers')).status).toBe(403);
  });
});

describe('national figures that are expected', () => {
  it('are on the list while they are late, and off it once another day is said', async () => {
    const team = await site.signIn('colin.webb');
    const late = textOf((await team.get('/set-up/peers')).html);
    expect(late).toMatch(/National figures that should have come .*WST-2: .*Expected 20 December 2018/);
    const page = await team.get(comparison('WST-2'));
    expect(textOf(page.html)).toContain(
      'National figures for Quarter 2, 2018-19 were expected on 20 December 2018',
    );
    const bad = await team.send(page, comparison('WST-2', '/expected'), {
      expectedOn: '1/2/2019',
      period: 'Q9',
      publication: '',
    });
    expect(bad.status).toBe(400);
    expect(textOf(bad.html)).toContain('Say where the figures will be published');
    expect(bad.html).toContain('value="1/2/2019"');
    const given = { expectedOn: '1/2/2019', period: '2018-19/Q2', publication: 'Waste table' };
    const saved = await team.send(bad, comparison('WST-2', '/expected'), given);
    expect(textOf(saved.html)).toContain('are expected on 1 February 2019 (Waste table)');
    expect(textOf((await team.get('/set-up/peers')).html)).toContain('Nothing is late');
    expect((await trail('nationalData.write')).at(-1)).toMatchObject({
      before: { expectedOn: '2018-12-20' },
      after: { expectedOn: '2019-02-01' },
    });
  });
});
