import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPeople, readResponsibilities } from '../../../src/store/people.ts';
import { measureAddress } from '../../../src/web/addresses.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
beforeAll(() => site.begin({ localAccounts: true }));
afterAll(() => site.end());

const code = 'borchester';
const person = async (id: string) => (await readPeople(site.store, code)).find((one) => one.id === id);
const given = {
  name: 'Wilf Carney',
  id: '',
  email: 'wilf.carney@borchester.example',
  post: 'Waste Strategy Manager',
  roles: 'contributor',
  directorate: 'place',
  level: '',
};

describe('people', () => {
  it('are added, changed and given a password by an administrator', async () => {
    const browser = await site.signIn('nadia.hussain');
    const page = await browser.get('/set-up/people/new');
    expect(page.status).toBe(200);
    const added = await browser.send(page, '/set-up/people/new', given);
    expect(added.html).toContain('Wilf Carney has been added as wilf.carney.');
    expect(await person('wilf.carney')).toMatchObject({ roles: ['contributor'], directorate: 'place' });
    const saved = await browser.send(added, '/set-up/people/wilf.carney', {
      ...given,
      post: 'Head of Waste',
      roles: 'approver',
      level: 'headOfService',
    });
    expect(saved.html).toContain('Wilf Carney has been saved.');
    expect(await person('wilf.carney')).toMatchObject({ post: 'Head of Waste', level: 'headOfService' });
    const again = await browser.get('/set-up/people/wilf.carney');
    const short = await browser.send(again, '/set-up/people/wilf.carney/password', { password: 'short' });
    expect(short.status).toBe(400);
    expect(short.html).toContain('must have at least 12');
    const set = await browser.send(again, '/set-up/people/wilf.carney/password', {
      password: 'three random words',
    });
    expect(set.html).toContain('can sign in with the user name wilf.carney');
  });

  it('keep what was typed, and say what is wrong beside each field', async () => {
    const browser = await site.signIn('nadia.hussain');
    const page = await browser.get('/set-up/people/new');
    const wrong = {
      ...given,
      name: 'Ada <b>Lund',
      id: 'Tom.Venables',
      email: 'nowhere',
      directorate: 'moon',
    };
    const answer = await browser.send(page, '/set-up/people/new', wrong);
    expect(answer.status).toBe(400);
    expect(answer.html).toContain('<title>Error: Add a person');
    expect(answer.html).toContain('The user name tom.venables is taken');
    expect(answer.html).toContain('must look like name@example.gov.uk');
    expect(answer.html).toContain('Choose one of the directorates');
    expect(answer.html).toContain('value="Ada &lt;b>Lund"');
  });

  it('are never left without an administrator', async () => {
    const browser = await site.signIn('nadia.hussain');
    const page = await browser.get('/set-up/people/nadia.hussain');
    const roles = {
      name: 'Nadia Hussain',
      roles: 'performanceTeam',
      email: '',
      post: '',
      directorate: '',
      level: '',
    };
    const answer = await browser.send(page, '/set-up/people/nadia.hussain', roles);
    expect(answer.status).toBe(400);
    expect(answer.html).toContain('There must be an administrator');
    const ended = await browser.send(page, '/set-up/people/nadia.hussain/access', { reason: 'leaving' });
    expect(ended.html).toContain('You cannot end your own access');
    expect((await person('nadia.hussain'))?.roles).toContain('administrator');
  });

  it('are signed out at once when their access ends', async () => {
    const leaver = await site.signIn('amir.qadri');
    expect((await leaver.get('/my-work')).status).toBe(200);
    const browser = await site.signIn('nadia.hussain');
    const page = await browser.get('/set-up/people/amir.qadri');
    const unsaid = await browser.send(page, '/set-up/people/amir.qadri/access', { reason: ' ' });
    expect(unsaid.html).toContain('Enter the reason');
    await browser.send(page, '/set-up/people/amir.qadri/access', { reason: 'left the council' });
    expect((await leaver.get('/my-work')).url).toContain('/sign-in');
  });
});

describe('who answers for a measure', () => {
  const address = `/set-up/responsibilities/${measureAddress('LIB.7')}`;

  it('is chosen by the performance team', async () => {
    const browser = await site.signIn('colin.webb');
    expect((await browser.get('/set-up/responsibilities?show=missing')).status).toBe(200);
    const page = await browser.get(address);
    const sent = {
      owner: 'tom.venables',
      'approver-headOfService': 'judith.shah',
      contributors: 'gareth.pym',
    };
    const answer = await browser.send(page, address, sent);
    expect(answer.html).toContain('Saved for LIB.7');
    expect((await readResponsibilities(site.store, code)).get('LIB.7')).toEqual({
      measure: 'LIB.7',
      owner: 'tom.venables',
      contributors: ['gareth.pym'],
      approvers: { headOfService: 'judith.shah' },
    });
  });

  it('is never one person for both entering and approving', async () => {
    const browser = await site.signIn('colin.webb');
    const page = await browser.get(address);
    const sent = { owner: 'tom.venables', 'approver-headOfService': 'tom.venables' };
    const answer = await browser.send(page, address, sent);
    expect(answer.status).toBe(400);
    expect(answer.html).toContain('nobody approves figures that they enter themselves');
  });
});

describe('those who may not', () => {
  it.each([
    ['raymond.tuck', '/set-up'],
    ['tom.venables', '/set-up'],
    ['tom.venables', '/set-up/people'],
    ['colin.webb', '/set-up/people/new'],
    ['petra.hollis', '/set-up/people/tom.venables'],
    ['petra.hollis', address('LIB.7')],
  ])('%s is refused %s', async (who, where) => {
    const browser = await site.signIn(who);
    expect((await browser.get(where)).status).toBe(403);
  });

  it('internal audit reads the lists', async () => {
    const browser = await site.signIn('petra.hollis');
    for (const where of ['/set-up', '/set-up/people', '/set-up/responsibilities']) {
      const page = await browser.get(where);
      expect(page.status).toBe(200);
      expect(page.html).not.toContain('<form method="post" action="/set-up');
    }
  });
});

function address(measure: string): string {
  return `/set-up/responsibilities/${measureAddress(measure)}`;
}
