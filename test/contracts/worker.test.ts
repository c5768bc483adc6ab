import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoNow, presentPeriod } from '../../src/demo/fill-demo-round.ts';
import { demoPeople } from '../../src/demo/people/people.ts';
import type { LongWork } from '../../src/jobs/long-work.ts';
import { startWorker, type Worker } from '../../src/jobs/worker.ts';
import { type Mailer, smtpMailer } from '../../src/mail/mailer.ts';
import type { Store } from '../../src/store/database.ts';
import { addJob, readJob } from '../../src/store/jobs.ts';
import { readTroubledMessages, writeMessage } from '../../src/store/mail-messages.ts';
import { openStore } from '../../src/store/open-store.ts';
import { writeAbsence, writePeople } from '../../src/store/people.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { roundOverview } from '../../src/workflow/queries/round-overview.ts';
import { Refused } from '../../src/workflow/refused.ts';
import type { Acting } from '../../src/workflow/round/acting.ts';
import { sendBackUpdate } from '../../src/workflow/round/enter-update.ts';
import { nudgePeople } from '../../src/workflow/round/nudge.ts';
import { tellPublished } from '../../src/workflow/round/tell.ts';
import { MailServer } from '../tools/mail-server.ts';
import { onEveryDatabase } from './databases.ts';
import { actingAt } from './demo-acting.ts';

const authority = { code: 'borchester', timeZone: 'Europe/London' };
const pages = {
  myWork: 'https://outturn.example/my-work',
  update: (period: string, measure: string) => `https://outturn.example/update/${period}/${measure}`,
  approval: (period: string, measure: string) => `https://outturn.example/approve/${period}/${measure}`,
  commitment: (id: string) => `https://outturn.example/commitments/${id}`,
  correction: (number: number) => `https://outturn.example/corrections/${number}`,
  edition: (id: string) => `https://outturn.example/editions/${id}`,
  earlyEdition: (id: string) => `https://outturn.example/early/${id}`,
};

onEveryDatabase((kind) => {
  let store: Store;
  let server: MailServer;
  let mailer: Mailer;
  let now = demoNow;
  let workers: Worker[] = [];
  let logged: string[] = [];

  const work = (more: { mailer?: Mailer | null; work?: LongWork } = {}) => {
    const log = (line: string) => logged.push(line);
    const quick = { every: 15, clockEvery: 15 };
    const worker = startWorker({ store, authority, now: () => now, mailer, pages, log, ...quick, ...more });
    workers.push(worker);
    return worker;
  };
  const rest = async () => {
    const all = workers;
    workers = [];
    await Promise.all(all.map((worker) => worker.stop()));
  };
  /** Until it is so, and then a little longer, so that one too many would show. */
  const until = async (isSo: () => boolean | Promise<boolean>) => {
    for (let waited = 0; !(await isSo()); waited += 20) {
      if (waited > 10_000) throw new Error(`it never came to be; the log says: ${logged.join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  };
  const waiting = async () => {
    const rows = await store.db.selectFrom('mail_message').select('state').execute();
    return rows.filter(({ state }) => state === 'waiting' || state === 'sending').length;
  };
  const as = (id: string, ...actors: Acting['actors']) => actingAt(now, id, ...actors);
  const address = (id: string) => demoPeople.find((one) => one.id === id)!.email;
  const change = (id: string, to: Partial<(typeof demoPeople)[number]>) =>
    inTransaction(store, (tx) =>
      writePeople(tx, authority.code, [{ ...demoPeople.find((one) => one.id === id)!, ...to }], {
        recordedAt: now,
        actor: 'test',
        reason: null,
      }),
    );
  const publish = (edition: string, named: string[]) =>
    inTransaction(store, (tx) =>
      tellPublished(
        tx,
        as('colin.webb', 'performanceTeam'),
        {
          report: 'Improvement Report',
          periodTitle: 'Quarter 2, 2018-19',
          number: 1,
          edition,
          note: 'Corrected: a figure of housing <b>was</b> wrong.',
        },
        named,
      ),
    );

  beforeAll(() => kind.begin());
  afterAll(() => kind.end());
  beforeEach(async () => {
    now = demoNow;
    logged = [];
    server = new MailServer();
    mailer = smtpMailer({
      url: await server.begin(),
      from: 'Outturn <performance@borchester.example>',
      patience: 2_000,
    });
    store = await openStore(await kind.demo('round'));
  });
  afterEach(async () => {
    await rest();
    mailer.close();
    await store?.close();
    await server.end();
  });

  describe('mail', () => {
    it('is sent once, though two workers look and a third comes after a restart', async () => {
      work();
      work();
      await until(() => server.received.length > 2);
      await rest();
      work();
      await until(async () => server.received.length > 10 && (await waiting()) === 0);
      const ids = server.received.map(({ mail }) => mail.messageId);
      expect(new Set(ids).size).toBe(ids.length);
      const perPerson = server.received.map(({ to, mail }) => `${to[0]} ${mail.subject}`);
      expect(new Set(perPerson).size).toBe(perPerson.length);
      // A server greets each connection late on purpose: three hundred messages are not three hundred connections.
      expect(server.connections).toBeLessThan(3);
    });

    it('tells what is due five working days before, and reminds on the last one', async () => {
      work();
      await until(() => server.subjectsTo(address('gareth.pym')).length > 0);
      expect(server.subjectsTo(address('gareth.pym'))).toContainEqual(
        expect.stringMatching(/^\d+ measures? due on 14 January 2019$/),
      );
      now = '2019-01-10T09:00:00.000Z';
      await until(() => true);
      const soFar = server.subjectsTo(address('gareth.pym')).length;
      now = '2019-01-11T09:00:00.000Z';
      await until(() => server.subjectsTo(address('gareth.pym')).length > soFar);
      expect(server.subjectsTo(address('gareth.pym')).at(-1)).toMatch(
        /^Reminder: \d+ measures? due on 14 January 2019$/,
      );
      expect(server.subjectsTo(address('gareth.pym'))).toHaveLength(soFar + 1);
    });

    it('goes to a deputy instead of somebody away', async () => {
      await inTransaction(store, (tx) =>
        writeAbsence(
          tx,
          authority.code,
          { person: 'gareth.pym', deputy: 'raymond.tuck', fromDay: '2019-01-08', untilDay: null },
          { recordedAt: now, actor: 'gareth.pym', reason: null },
        ),
      );
      work();
      await until(() => server.subjectsTo(address('raymond.tuck')).length > 0);
      expect(server.subjectsTo(address('gareth.pym')).filter((one) => /due on/.test(one))).toEqual([]);
      const { mail } = server.received.find(({ to }) => to.includes(address('raymond.tuck')))!;
      expect(mail.text).toContain('in place of Gareth Pym, who is away');
    });

    it('is plain text and HTML with the same words, and links to the pages', async () => {
      await publish('0190-e', ['raymond.tuck']);
      work();
      await until(() => server.subjectsTo(address('raymond.tuck')).length > 0);
      const { mail, raw } = server.received.find(({ to }) => to.includes(address('raymond.tuck')))!;
      expect(mail.from?.text).toBe('"Outturn" <performance@borchester.example>');
      expect(mail.subject).toBe('Published: Improvement Report, Quarter 2, 2018-19');
      expect(mail.text).toContain('Read the report:\nhttps://outturn.example/editions/0190-e');
      expect(mail.text).toContain('a figure of housing <b>was</b> wrong');
      expect(mail.html).toContain('a figure of housing &lt;b>was&lt;/b> wrong');
      expect(mail.html).toContain('<a href="https://outturn.example/editions/0190-e">Read the report</a>');
      expect(raw).toContain('Auto-Submitted: auto-generated');
    });

    it('cannot be given another header, whatever names and titles hold', async () => {
      await change('raymond.tuck', { name: 'Ray\r\nBcc: all@evil.example\r\n\r\nHello <x@evil.example>' });
      const item = {
        title: 'A\r\nBcc: all@evil.example',
        code: 'X',
        period: presentPeriod,
        periodTitle: 'Q3',
      };
      await inTransaction(store, (tx) =>
        writeMessage(
          tx,
          authority.code,
          {
            kind: 'approved',
            content: { item, by: 'A\r\nTo: all@evil.example', level: null, finished: true },
            person: 'raymond.tuck',
            onceKey: 'evil',
          },
          now,
        ),
      );
      await change('petra.hollis', { email: 'petra@borchester.example, all@evil.example' });
      await publish('0190-f', ['petra.hollis']);
      work();
      await until(async () => {
        const troubled = await readTroubledMessages(store, authority.code);
        return (
          server.received.some(({ mail }) => /^Approved: X/.test(mail.subject ?? '')) && troubled.length > 0
        );
      });
      expect(server.received.flatMap(({ to }) => to).filter((to) => to.includes('evil'))).toEqual([]);
      for (const { mail } of server.received) {
        expect([...mail.headers.keys()].filter((name) => name === 'bcc')).toEqual([]);
        expect(JSON.stringify(mail.to)).not.toContain('"address":"x@evil.example"');
      }
      const [wrong] = await readTroubledMessages(store, authority.code);
      expect(wrong).toMatchObject({ person: 'petra.hollis', state: 'failed' });
      expect(wrong?.trouble).toContain('is not an e-mail address');
    });

    it('is tried again, later each time, where the server asks for that', async () => {
      await publish('0190-a', ['raymond.tuck']);
      const to = address('raymond.tuck');
      server.answer = (one) => (one === to ? { code: 451, words: 'come back later' } : null);
      work();
      const trouble = async () =>
        (await readTroubledMessages(store, authority.code)).find(({ person }) => person === 'raymond.tuck');
      await until(async () => (await trouble()) !== undefined);
      expect(await trouble()).toMatchObject({
        state: 'waiting',
        attempts: 1,
        dueAt: '2019-01-09T09:01:00.000Z',
        trouble: expect.stringContaining('come back later'),
      });
      now = '2019-01-09T09:01:00.000Z';
      await until(async () => (await trouble())?.attempts === 2);
      expect((await trouble())?.dueAt).toBe('2019-01-09T09:06:00.000Z');
      server.answer = () => null;
      now = '2019-01-09T09:06:00.000Z';
      await until(async () => server.subjectsTo(to).length > 0);
      expect(server.subjectsTo(to)).toHaveLength(1);
      expect(await trouble()).toBeUndefined();
    });

    it('is not tried again where the server refuses for good, and shows why', async () => {
      await publish('0190-b', ['raymond.tuck']);
      server.answer = (to) =>
        to === address('raymond.tuck') ? { code: 550, words: 'no such mailbox' } : null;
      work();
      await until(async () => (await readTroubledMessages(store, authority.code)).length > 0);
      expect(await readTroubledMessages(store, authority.code)).toMatchObject([
        {
          person: 'raymond.tuck',
          state: 'failed',
          attempts: 1,
          trouble: expect.stringContaining('no such mailbox'),
        },
      ]);
    });

    it('loses one attempt, not one a message, while no server answers', async () => {
      const deaf = smtpMailer({ url: 'smtp://127.0.0.1:9', from: 'performance@borchester.example' });
      await publish('0190-c', ['raymond.tuck', 'petra.hollis', 'nadia.hussain']);
      const worker = startWorker({
        store,
        authority,
        now: () => now,
        mailer: deaf,
        pages,
        log: () => {},
        every: 60_000,
        clockEvery: 60_000,
      });
      workers.push(worker);
      await until(async () => (await readTroubledMessages(store, authority.code)).length > 0);
      expect(await readTroubledMessages(store, authority.code)).toHaveLength(1);
    });

    it('comes once a day to whoever wants that, from eight o’clock', async () => {
      await change('raymond.tuck', { mail: 'daily' });
      await publish('0190-1', ['raymond.tuck']);
      now = '2019-01-10T06:00:00.000Z';
      work();
      await until(() => true);
      await publish('0190-2', ['raymond.tuck']);
      await until(() => true);
      const to = address('raymond.tuck');
      expect(server.subjectsTo(to)).toEqual([]);
      now = '2019-01-10T08:00:00.000Z';
      await until(() => server.subjectsTo(to).length > 0);
      await publish('0190-3', ['raymond.tuck']);
      await until(() => true);
      expect(server.subjectsTo(to)).toEqual(['2 messages, 10 January 2019']);
      const { mail } = server.received.find((one) => one.to.includes(to))!;
      expect(mail.text).toContain('https://outturn.example/editions/0190-1');
      expect(mail.text).toContain('https://outturn.example/editions/0190-2');
      now = '2019-01-11T08:00:00.000Z';
      await until(() => server.subjectsTo(to).length > 1);
      expect(server.subjectsTo(to)).toEqual(['2 messages, 10 January 2019', '1 message, 11 January 2019']);
    });

    it('comes not at all to whoever wants none, nor a month late', async () => {
      await change('raymond.tuck', { mail: 'none' });
      await publish('0190-4', ['raymond.tuck', 'petra.hollis']);
      now = '2019-02-11T09:00:00.000Z';
      work();
      await until(async () => (await readTroubledMessages(store, authority.code)).length > 0);
      expect(server.subjectsTo(address('raymond.tuck'))).toEqual([]);
      expect(server.subjectsTo(address('petra.hollis')).filter((one) => /Published/.test(one))).toEqual([]);
    });

    it('is not sent where no mail server is set up', async () => {
      await publish('0190-5', ['raymond.tuck']);
      work({ mailer: null });
      await until(() => true);
      expect(server.received).toEqual([]);
      expect(logged).toEqual([]);
    });
  });

  describe('what people do', () => {
    it('writes to the owner when an update is sent back, and not when that is refused', async () => {
      const { lines } = (await roundOverview(store, authority.code, presentPeriod, '2019-01-09'))!;
      const line = lines.find(
        ({ standing, responsibility }) =>
          standing.state === 'submitted' && responsibility?.approvers.headOfService === 'judith.shah',
      )!;
      const judith = as('judith.shah', 'approver');
      const which = { period: presentPeriod, measure: line.code, version: line.standing.version };
      await expect(sendBackUpdate(store, judith, which, { note: ' ', about: null })).rejects.toThrow(Refused);
      await sendBackUpdate(store, judith, which, {
        note: 'Why so few?',
        about: { part: 'context', words: 'fewer <flats>' },
      });
      const to = address(line.responsibility!.owner!);
      const subject = `Sent back with a question: ${line.code} ${line.version.title}`;
      work();
      await until(() => server.subjectsTo(to).includes(subject));
      const { mail } = server.received.find((one) => one.to.includes(to) && one.mail.subject === subject)!;
      expect(mail.text).toContain('> Why so few?');
      expect(mail.text).toContain('> fewer <flats>');
      expect(mail.text).toContain(pages.update(presentPeriod, line.code));
    });

    it('writes one nudge a person, in the words that were edited, with a record of the round', async () => {
      const colin = as('colin.webb', 'performanceTeam');
      const { lines, round } = (await roundOverview(store, authority.code, presentPeriod, '2019-01-09'))!;
      const waiting = lines.filter(({ waitsFor }) => waitsFor !== null);
      const nudge = {
        period: presentPeriod,
        measures: waiting.map(({ code }) => code),
        message: 'By noon,\r\nplease.',
      };
      const people = await nudgePeople(store, colin, { ...nudge, version: round.version });
      expect(new Set(people)).toEqual(new Set(waiting.map(({ waitsFor }) => waitsFor!.id)));
      await expect(nudgePeople(store, colin, { ...nudge, version: round.version })).rejects.toThrow(Refused);
      await expect(
        nudgePeople(store, as('tom.venables', 'contributor'), { ...nudge, version: null }),
      ).rejects.toThrow(Refused);
      await expect(nudgePeople(store, colin, { ...nudge, measures: [], version: null })).rejects.toThrow(
        Refused,
      );
      work();
      const late = () =>
        server.received.filter(({ mail }) => /^(Late|Waiting for you): /.test(mail.subject ?? ''));
      await until(() => late().length >= people.length);
      expect(late()).toHaveLength(people.length);
      expect(late()[0]?.mail.text).toContain('Colin Webb writes:\n\n> By noon,\n> please.');
    });
  });

  describe('long work', () => {
    const ask = (input: unknown) =>
      inTransaction(store, (tx) =>
        addJob(
          tx,
          authority.code,
          { kind: 'count', person: 'colin.webb', input, file: new Uint8Array([1, 2]) },
          now,
        ),
      );
    const ended = async (id: string) =>
      ((await readJob(store, authority.code, id))?.finishedAt ?? null) !== null;

    it('is done once, with its progress and its result', async () => {
      const id = await ask({ of: 3 });
      let done = 0;
      const count: LongWork = {
        count: async ({ file, progress }) => {
          done += 1;
          await progress('Counting', 1, 3);
          return { bytes: file?.length };
        },
      };
      work({ work: count });
      work({ work: count });
      await until(() => ended(id));
      expect(done).toBe(1);
      expect(await readJob(store, authority.code, id)).toMatchObject({
        state: 'done',
        step: 'Counting',
        done: 1,
        all: 3,
        result: { bytes: 2 },
      });
    });

    it('says why it was refused, and keeps from view what nobody foresaw', async () => {
      const refused = await ask({});
      work({ work: { count: () => Promise.reject(new Refused('invalid', 'Row 3 has no code.')) } });
      await until(() => ended(refused));
      await rest();
      const broken = await ask({});
      work({ work: { count: () => Promise.reject(new Error('password is hunter2')) } });
      await until(() => ended(broken));
      const results = await Promise.all([refused, broken].map((id) => readJob(store, authority.code, id)));
      expect(results.map((job) => job?.state)).toEqual(['refused', 'refused']);
      expect(results[0]?.result).toEqual({ problems: [{ message: 'Row 3 has no code.' }] });
      expect(JSON.stringify(results[1]?.result)).not.toContain('hunter2');
      expect(logged.join('\n')).toContain('hunter2');
    });

    it('goes on after a worker that died, and is given up where it kills again and again', async () => {
      const id = await ask({});
      const never: LongWork = { count: () => new Promise(() => {}) };
      for (let death = 0; death < 3; death += 1) {
        work({ work: never });
        await until(async () => (await readJob(store, authority.code, id))?.attempts === death + 1);
        // It says nothing for longer than its claim; the promise is left behind, as by a process that ended.
        workers = [];
        now = new Date(Date.parse(now) + 180_000).toISOString();
      }
      work({ work: { count: async () => 'never reached' } });
      await until(() => ended(id));
      expect(await readJob(store, authority.code, id)).toMatchObject({ state: 'refused' });
    });
  });
});
