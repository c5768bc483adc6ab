import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RENDERERS } from '../../../src/cli/renderers.ts';
import { readAuditTrail } from '../../../src/store/audit.ts';
import type { Store } from '../../../src/store/database.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { firstRunPath, firstRunServer, newFirstRunToken } from '../../../src/web/first-run.ts';
import { embedded } from '../../contracts/databases.ts';
import { Browser, site } from './browser.ts';
import { DemoSite } from './demo-site.ts';

describe('the kind of year of a council that has figures', () => {
  const demo = new DemoSite();
  beforeAll(() => demo.begin());
  afterAll(() => demo.end());

  it('cannot change: the page lists what is recorded and what can be done, and has no form', async () => {
    const page = await (await demo.signIn('nadia.hussain')).get('/set-up/year');
    expect(page.html).toContain('Borchester City Council reports by the financial year.');
    expect(page.html).toContain(
      'Today is in Quarter 4, 2018-19 (January to March 2019), written 2018-19/Q4.',
    );
    for (const what of ['Actuals and forecasts', 'Targets', 'Editions of reports', 'Rounds planned ahead']) {
      expect(page.html).toContain(what);
    }
    expect(page.html).not.toContain('Change the kind of year');
  });

  it('is refused to whoever sends the form all the same', async () => {
    const nadia = await demo.signIn('nadia.hussain');
    const form = { yearKind: 'calendar', reason: 'Because', _csrf: '' };
    const token = /name="_csrf" value="([^"]+)"/.exec((await nadia.get('/account')).html)?.[1] ?? '';
    const refused = await nadia.post('/set-up/year', { ...form, _csrf: token });
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('The kind of year cannot change any more');
    const audit = await demo.signIn('petra.hollis');
    expect((await audit.get('/set-up/year')).status).toBe(200);
  });
});

describe('the kind of year of a council that begins', () => {
  const kind = embedded();
  let store: Store;
  let server: FastifyInstance;
  let ada: Browser;
  beforeAll(async () => {
    await kind.begin();
    store = await openStore(await kind.fresh());
    const token = newFirstRunToken();
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
    server = await firstRunServer(store, settings, token);
    ada = new Browser(server);
    await ada.send(await ada.get(firstRunPath(token)), '/first-run', {
      name: 'Northmere District Council',
      yearKind: 'financial',
      scheme: 'derby',
      directorates: 'Place',
      person: 'Ada Lund',
      password: 'three random words',
    });
  });
  afterAll(async () => {
    await server?.close();
    await store?.close();
    await kind.end();
  });

  it('changes with a reason, and every page follows', async () => {
    const page = await ada.get('/set-up/year');
    expect(page.html).toContain('Today would be in Quarter 1, 2019 (January to March 2019), written 2019/Q1');
    expect((await ada.send(page, '/set-up/year', { yearKind: 'lunar' })).status).toBe(400);
    const without = await ada.send(page, '/set-up/year', { yearKind: 'calendar' });
    expect(without.status).toBe(400);
    expect(without.html).toContain('Say why the council reports by another year');
    const changed = await ada.send(page, '/set-up/year', {
      yearKind: 'calendar',
      reason: 'A charity’s year',
    });
    expect(changed.html).toContain('The kind of year has been changed.');
    expect(changed.html).toContain('reports by the calendar year');
    expect((await ada.get('/set-up/rounds')).html).toContain('Rounds of 2019');
    expect((await ada.get('/set-up/targets')).html).toContain('Targets for 2019');
    const [event] = (await readAuditTrail(store, { authority: 'northmere' })).filter(
      ({ reason }) => reason === 'A charity’s year',
    );
    expect(event).toMatchObject({ actor: 'ada.lund', actingAs: 'administrator', action: 'facts.write' });
  });

  it('changes no more once a round is planned under its periods', async () => {
    await ada.send(await ada.get('/set-up/rounds'), '/set-up/rounds', {
      'cabinetOn-2019-Q1': '12/6/2019',
      do: 'save',
    });
    expect((await ada.get('/set-up/year')).html).toContain('Rounds planned ahead');
    await ada.send(await ada.get('/set-up/rounds/2019-Q1'), '/set-up/rounds/2019-Q1', { do: 'forget' });
    expect((await ada.get('/set-up/year')).html).toContain('Change the kind of year');
  });
});
