import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personArriving } from '../../src/auth/council-account.ts';
import { keepTyped, offerTyped, readOffered } from '../../src/auth/kept-forms.ts';
import { checkPassword, setPassword } from '../../src/auth/local-account.ts';
import { keepTransaction, takeTransaction } from '../../src/auth/oidc-transaction.ts';
import { matches, secretOf } from '../../src/auth/password.ts';
import {
  endAllSessions,
  endSession,
  listSessions,
  ownerOfToken,
  readSession,
  startSession,
} from '../../src/auth/sessions.ts';
import type { Person } from '../../src/domain/organisation/person.ts';
import { readAuditTrail } from '../../src/store/audit.ts';
import type { Store } from '../../src/store/database.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readPeople, readPerson, writePeople } from '../../src/store/people.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { onEveryDatabase } from './databases.ts';

const ann: Person = {
  id: 'ann.bell',
  name: 'Ann Bell',
  email: 'ann.bell@borchester.example',
  roles: ['contributor'],
  directorate: 'people',
  post: 'Head of Housing',
  level: null,
  subject: null,
  mail: 'each',
  active: true,
};
const morning = '2019-01-09T09:00:00.000Z';
const at = (minutes: number, from = morning) => new Date(Date.parse(from) + minutes * 60_000).toISOString();
const limits = { idleMinutes: 30, hours: 12 };
const where = 'borchester';

onEveryDatabase((kind) => {
  let store: Store;
  beforeAll(async () => {
    await kind.begin();
    store = await openStore(await kind.fresh());
    await save(ann);
  });
  afterAll(async () => {
    await store?.close();
    await kind.end();
  });
  const save = (person: Person, recordedAt = morning) =>
    inTransaction(store, (tx) =>
      writePeople(tx, where, [person], { recordedAt, actor: 'test', reason: null }),
    );
  const start = (now = morning, person = ann.id) =>
    startSession(store, where, { person, how: 'local', agent: 'Firefox/1 \0', now, settings: limits });
  const read = (token: string, now: string) => readSession(store, where, token, now, limits);
  const everythingIn = async (table: string) =>
    JSON.stringify((await store.pool.query(`select * from outturn.${table}`)).rows);

  describe('a session', () => {
    it('is read with its person, and the token is kept nowhere', async () => {
      const { token, csrf } = await start();
      expect(token).toHaveLength(43);
      expect(await read(token, at(10))).toEqual({ person: ann, csrf, secondsLeft: 30 * 60 });
      for (const table of ['session', 'audit_event']) expect(await everythingIn(table)).not.toContain(token);
      expect(await everythingIn('audit_event')).not.toContain(csrf);
      expect(await read('A'.repeat(43), morning)).toBeNull();
    });

    it('ends when nobody uses it, and in any case after its hours', async () => {
      const { token } = await start();
      expect(await read(token, at(29))).not.toBeNull();
      expect(await read(token, at(58))).not.toBeNull();
      expect(await read(token, at(88))).toBeNull();
      const busy = await start();
      for (let minutes = 20; minutes < 720; minutes += 20) {
        expect(await read(busy.token, at(minutes))).not.toBeNull();
      }
      expect((await read(busy.token, at(719)))?.secondsLeft).toBe(60);
      expect(await read(busy.token, at(720))).toBeNull();
      expect(await ownerOfToken(store, where, busy.token)).toBe(ann.id);
    });

    it('is noted as seen once a minute at most', async () => {
      const { token } = await start();
      const seen = async () =>
        (await listSessions(store, where, ann.id, { now: at(2), settings: limits, token })).find(
          (one) => one.current,
        )!.seenAt;
      await read(token, at(0.5));
      expect(await seen()).toBe(morning);
      await read(token, at(1));
      expect(await seen()).toBe(at(1));
    });

    it('follows its person: new roles at once, and nothing for somebody who has left', async () => {
      const { token } = await start();
      await save({ ...ann, roles: ['viewer'] }, at(1));
      expect((await read(token, at(2)))?.person.roles).toEqual(['viewer']);
      await save({ ...ann, active: false }, at(3));
      expect(await read(token, at(4))).toBeNull();
      await save(ann, at(5));
      expect(await read((await start(morning, 'nobody.here')).token, morning)).toBeNull();
    });

    it('ends at sign-out, alone or with all the others; both are in the trail', async () => {
      const [one, two, three] = [await start(), await start(), await start()];
      await endSession(store, where, one.token, { now: at(1) });
      expect(await read(one.token, at(1))).toBeNull();
      expect(await read(two.token, at(1))).not.toBeNull();
      await endAllSessions(store, where, ann.id, { now: at(2), actor: 'admin', reason: 'has left' });
      expect(await read(two.token, at(2))).toBeNull();
      expect(await read(three.token, at(2))).toBeNull();
      const trail = await readAuditTrail(store, { authority: where, object: { kind: 'person', id: ann.id } });
      const ends = trail.filter(({ action }) => action === 'session.end');
      expect(ends.map(({ actor, reason }) => [actor, reason])).toEqual([
        [ann.id, null],
        ['admin', 'has left'],
      ]);
      expect(trail.some(({ action }) => action === 'session.start')).toBe(true);
    });

    it('is forgotten half a day after it was over', async () => {
      const { token } = await start();
      await start(at(12 * 60 + 29));
      expect(await ownerOfToken(store, where, token)).toBe(ann.id);
      await start(at(12 * 60 + 31));
      expect(await ownerOfToken(store, where, token)).toBeNull();
    });
  });

  describe('a local account', () => {
    const password = 'copper kettle sings';
    const attempt = (given: Partial<{ name: string; password: string; address: string; now: string }>) =>
      checkPassword(store, where, {
        name: ann.id,
        password: 'not it at all',
        address: '10.0.0.1',
        now: morning,
        ...given,
      });

    it('refuses a password that is easily guessed, and says why', async () => {
      const set = (text: string) =>
        setPassword(store, where, { person: ann.id, password: text, now: morning, actor: 'admin' });
      expect(await set('elevenchars')).toContain('11 characters and must have at least 12');
      expect(await set('aaaaaaaaaaaaaaaa')).toContain('repeats');
      expect(await set('ann-bell-2019!')).toContain('own name');
    });

    it('takes the right password alone, keeps no trace of it, and ends the sessions of before', async () => {
      const { token } = await start();
      expect(
        await setPassword(store, where, { person: ann.id, password, now: morning, actor: 'admin' }),
      ).toBeNull();
      expect(await read(token, morning)).toBeNull();
      expect(await attempt({ name: ' Ann.Bell ', password })).toMatchObject({ kind: 'right', person: ann });
      expect(await attempt({})).toEqual({ kind: 'wrong' });
      const kept = await everythingIn('credential');
      expect(kept).toContain('scrypt$131072$8$1$');
      expect(kept + (await everythingIn('audit_event'))).not.toContain('copper');
      expect(await everythingIn('audit_event')).not.toContain('scrypt$');
    });

    it('answers an unknown name like a wrong password, in the same time', async () => {
      const timed = async (name: string) => {
        const began = performance.now();
        const verdict = await attempt({ name, address: '10.0.0.2' });
        return { verdict, took: performance.now() - began };
      };
      const [held, unknown] = [await timed(ann.id), await timed('no.body\0')];
      expect(unknown.verdict).toEqual(held.verdict);
      expect(unknown.took).toBeGreaterThan(held.took / 2);
      expect(unknown.took).toBeLessThan(held.took * 2);
    });

    it('slows guessing down, leaves a line for each try, and locks nobody else out', async () => {
      const tries = async () =>
        (await readAuditTrail(store, { authority: where })).filter(({ action }) => action === 'signIn.try')
          .length;
      const before = await tries();
      const now = at(60);
      const verdicts = await Promise.all(
        Array.from({ length: 1_000 }, () => attempt({ address: '10.6.6.6', now })),
      );
      expect(verdicts.filter(({ kind: one }) => one === 'wrong')).toHaveLength(3);
      expect(verdicts.filter(({ kind: one }) => one === 'wait')).toHaveLength(997);
      expect((await tries()) - before).toBe(1_000);
      // Even the right password waits where guessing goes on, and is taken from where Ann has signed in before.
      expect((await attempt({ address: '10.6.6.6', now, password })).kind).toBe('wait');
      expect((await attempt({ now, password })).kind).toBe('right');
      expect((await attempt({ address: '10.6.6.6', now: at(61), password })).kind).toBe('right');
    });

    it('knows no password that was typed as a name', async () => {
      await attempt({ name: password, address: '10.0.0.9' });
      expect((await everythingIn('sign_in_attempt')) + (await everythingIn('audit_event'))).not.toContain(
        'kettle',
      );
    });

    it('holds a password typed on another keyboard to be the same', async () => {
      const secret = await secretOf('caf\u00e9 au lait');
      expect(await matches('cafe\u0301 au lait', secret)).toBe(true);
    });
  });

  describe('what is kept for a browser', () => {
    const form = (value: string) => ({
      path: '/update/x',
      fields: [['context', value]] as const,
      person: ann.id,
    });

    it('is offered once to the session that follows', async () => {
      expect(await keepTyped(store, where, 'old', form('one\0'), morning)).toBe(true);
      expect(await keepTyped(store, where, 'old', form('two'), morning)).toBe(true);
      expect(await keepTyped(store, where, 'old', form('x'.repeat(400_000)), morning)).toBe(false);
      await offerTyped(store, where, 'old', 'new');
      const offered = [form('one'), form('two')];
      expect(await readOffered(store, where, 'new', at(1))).toEqual(offered);
      expect(await readOffered(store, where, 'new', at(2))).toEqual(offered);
      await offerTyped(store, where, 'new', 'newer');
      expect(await readOffered(store, where, 'newer', at(3))).toEqual([]);
      expect(await readOffered(store, where, 'new', at(12 * 60))).toEqual([]);
    });

    it('hands a sign-in under way over once, to the browser that began it', async () => {
      const transaction = { state: 's', nonce: 'n', codeVerifier: 'v', redirectUri: 'http://x/', next: '/' };
      const begin = () => keepTransaction(store, where, 'mine', transaction, morning);
      const take = (browser: string, now = morning) =>
        takeTransaction(store, where, { browser, state: 's' }, now);
      await begin();
      expect(await take('theirs')).toBeNull();
      expect(await take('mine')).toEqual(transaction);
      expect(await take('mine')).toBeNull();
      await begin();
      expect(await take('mine', at(15))).toBeNull();
    });
  });

  describe('a council account', () => {
    const claims = {
      subject: 't:1',
      name: 'Cy Dee',
      userName: 'ann.bell@x.example',
      email: '',
      roles: ['Perf'],
    };
    const roleOf = { Perf: 'performanceTeam', View: 'viewer', Odd: 'emperor' };
    const arrive = (more: Partial<typeof claims> = {}) =>
      personArriving(store, where, { claims: { ...claims, ...more }, roleOf, now: at(120) });

    it('makes one person however many sign-ins come first, and takes nobody else’s id', async () => {
      const arrived = await Promise.all([arrive(), arrive(), arrive()]);
      expect(new Set(arrived.map(({ id }) => id))).toEqual(new Set(['ann.bell2']));
      expect((await readPeople(store, where)).filter(({ subject }) => subject === 't:1')).toHaveLength(1);
    });

    it('has the roles of the provider, and only those that mean something here', async () => {
      expect((await arrive({ roles: ['View', 'Odd', 'constructor'] })).roles).toEqual(['viewer']);
      await expect(arrive({ roles: ['Odd'] })).rejects.toThrow('has not been given a role');
      expect((await readPerson(store, where, 'ann.bell2'))?.roles).toEqual([]);
      await expect(arrive({ subject: 't:2', roles: [] })).rejects.toThrow('has not been given a role');
      expect((await readPeople(store, where)).some(({ subject }) => subject === 't:2')).toBe(false);
    });

    it('keeps where somebody works, and lets nobody back who has left', async () => {
      const held = (await readPerson(store, where, 'ann.bell2'))!;
      await save({ ...held, directorate: 'place', post: 'Auditor' }, at(121));
      expect(await arrive()).toMatchObject({ directorate: 'place', post: 'Auditor', name: 'Cy Dee' });
      await save({ ...held, active: false }, at(122));
      await expect(arrive()).rejects.toThrow('has ended');
    });
  });
});
