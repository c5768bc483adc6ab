import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RENDERERS } from '../../../src/cli/renderers.ts';
import type { Store } from '../../../src/store/database.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { listAuthorities } from '../../../src/store/read-authorities.ts';
import { firstRunPath, firstRunServer, newFirstRunToken } from '../../../src/web/first-run.ts';
import { embedded } from '../../contracts/databases.ts';
import { Browser, hiddenFields, type Seen, site } from './browser.ts';

const kind = embedded();
const token = newFirstRunToken();
const begun: string[] = [];
let store: Store;
let server: FastifyInstance;

beforeAll(async () => {
  await kind.begin();
  store = await openStore(await kind.fresh());
  const settings = {
    publicAddress: site,
    secure: false,
    now: () => '2019-01-09T09:00:00.000Z',
    renderers: RENDERERS,
    oidc: null,
    localAccounts: true,
    demonstration: false,
    sendsMail: false,
    log: () => {},
    sessions: { idleMinutes: 30, hours: 12 },
  };
  server = await firstRunServer(store, settings, token, { onBegun: ({ code }) => begun.push(code) });
});
afterAll(async () => {
  await server?.close();
  await store?.close();
  await kind.end();
});

const given = {
  name: 'Northmere District Council',
  yearKind: 'financial',
  scheme: 'derby',
  directorates: 'Place\r\nPeople & Communities\r\n',
  person: 'Ada Lund',
  user: '',
  email: 'ada.lund@northmere.example',
  password: 'three random words',
};

async function upload(browser: Browser, text: string): Promise<Seen> {
  const page = await browser.get('/set-up/import?kind=measures');
  const form = new FormData();
  for (const [name, value] of Object.entries(hiddenFields(page.html, '/set-up/import')))
    form.append(name, value);
  form.append('kind', 'measures');
  form.append('file', new File([text], 'measures.csv'));
  const sent = new Response(form);
  const answer = await server.inject({
    method: 'POST',
    url: '/set-up/import',
    headers: {
      host: new URL(site).host,
      cookie: `outturn=${browser.cookie()}`,
      origin: site,
      'content-type': sent.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
  return browser.get(String(answer.headers.location));
}

describe('an empty installation', () => {
  it('tells nobody more than where to begin, and shows the form to whoever has the token', async () => {
    const browser = new Browser(server);
    browser.cookies.set(site, new Map([['outturn', 'x'.repeat(43)]]));
    for (const address of ['/', '/set-up', '/first-run', '/first-run?token=wrong', '/published']) {
      const page = await browser.get(address);
      expect(page.status).toBe(503);
      expect(page.html).toContain('This site is not set up yet');
    }
    expect((await browser.post('/first-run', { ...given, token: 'wrong' })).status).toBe(503);
    expect(await listAuthorities(store)).toEqual([]);
    expect((await browser.get(firstRunPath(token))).status).toBe(200);
    expect((await browser.get('/livez')).status).toBe(200);
  });

  it('says everything that is wrong at once, and begins nothing', async () => {
    const browser = new Browser(server);
    const page = await browser.get(firstRunPath(token));
    const wrong = { ...given, name: '', directorates: 'Place\nplace', password: 'short', scheme: 'none' };
    const answer = await browser.send(page, '/first-run', wrong);
    expect(answer.status).toBe(400);
    for (const text of [
      'Enter the name of the council',
      'place is there twice',
      'must have at least 12',
      'Choose how figures get their status',
    ]) {
      expect(answer.html).toContain(text);
    }
    expect(answer.html).not.toContain('Enter your name');
    expect(answer.html).toContain('value="Ada Lund"');
    expect(await listAuthorities(store)).toEqual([]);
  });

  it('leads from nothing to the first open round', async () => {
    const browser = new Browser(server);
    const page = await browser.get(firstRunPath(token));
    const set = await browser.send(page, '/first-run', given);
    expect(set.url).toBe(`${site}/set-up`);
    expect(set.html).toContain('Your user name is ada.lund.');
    expect(set.html).toContain('On the way to your first round');
    expect(begun).toEqual(['northmere']);

    const text =
      'Code,Title,Directorate,Unit,Polarity,Owner\n' +
      'NM 1,Missed bins,Place,Number,Lower is better,Waste Manager\n' +
      'NM 2,Library visits,People & Communities,Number,Higher is better,Libraries Manager\n';
    const preview = await upload(browser, text);
    expect(preview.html).toContain('NM 1: Missed bins');
    const imported = await browser.send(preview, new URL(preview.url).pathname);
    expect(imported.html).toContain('measures 2 new');

    const officers =
      'Wilf Carney\twilf@northmere.example\tWaste Manager\tPlace\n' +
      'Lena Frost\tlena@northmere.example\tLibraries Manager\tPeople & Communities\n';
    const several = await browser.get('/set-up/people/several');
    const nowhere = { role: 'contributor', people: 'Una Moss;;;Moon' };
    expect((await browser.send(several, '/set-up/people/several', nowhere)).html).toContain(
      'Line 1: Choose one of the directorates',
    );
    const added = await browser.send(several, '/set-up/people/several', {
      role: 'contributor',
      people: officers,
    });
    expect(added.html).toContain('2 people have been added.');
    const heads =
      'Hal Dent;hal@northmere.example;Head of Place;Place\nIda Rook;;Head of People;People & Communities';
    await browser.send(several, '/set-up/people/several', { role: 'approver', people: heads });

    const who = await browser.get('/set-up/responsibilities');
    expect(who.html).toContain('2 measures can be given out for you');
    expect((await browser.send(who, '/set-up/responsibilities')).html).toContain(
      '2 measures have been given out.',
    );

    const round = await browser.get('/round/new');
    const plan = { period: '2018-19/Q3', do: 'open' };
    const days = { updatesDue: '21/1/2019', 'approvalsDue-headOfService': '25/1/2019' };
    const open = await browser.send(round, '/round/new', { ...plan, ...days });
    expect(open.html).toContain('The round is open.');
    expect((await browser.get('/set-up')).html).not.toContain('On the way to your first round');
  });

  it('is set up once: the token opens nothing any more', async () => {
    const browser = new Browser(server);
    expect((await browser.get(firstRunPath(token))).status).toBe(404);
    expect((await browser.post('/first-run', { ...given, token })).status).not.toBe(200);
    expect(await listAuthorities(store)).toHaveLength(1);
    const page = await browser.get('/sign-in');
    const signedIn = await browser.send(page, '/sign-in/local', {
      name: 'ada.lund',
      password: 'three random words',
    });
    expect(signedIn.status).toBe(200);
  });
});
