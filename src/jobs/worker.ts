import type { Mailer } from '../mail/mailer.ts';
import type { PageAddresses } from '../mail/page-addresses.ts';
import { sealAudit } from '../store/audit-seal.ts';
import type { Store } from '../store/database.ts';
import { minutesAfter } from '../store/later.ts';
import { giveUpOldMessages } from '../store/reminders.ts';
import { inTransaction } from '../store/transaction.ts';
import { remindOfCommitments } from '../workflow/commitments/remind.ts';
import { noteReleases } from '../workflow/editions/release.ts';
import { writeReminders } from '../workflow/round/remind.ts';
import { deliverMail } from './deliver.ts';
import { makeDigests } from './digest.ts';
import { doLongWork, type LongWork } from './long-work.ts';
import type { Log } from './post.ts';
import { repeat } from './repeat.ts';

export interface WorkerSettings {
  store: Store;
  authority: { code: string; timeZone: string };
  /** The moment, as an ISO instant. */
  now: () => string;
  /** null where no mail server is set up: then nothing is sent, and no reminder written. */
  mailer: Mailer | null;
  pages: PageAddresses;
  log: Log;
  /** Milliseconds between two looks for mail and long work. */
  every?: number;
  /** Milliseconds between two looks for what the clock asks for: seals, reminders, digests. */
  clockEvery?: number;
  work?: LongWork;
}

export interface Worker {
  /** Ends it: what is in hand is finished first. The mailer stays open. */
  stop(): Promise<void>;
}

const EVERY = 5_000;
const CLOCK_EVERY = 60_000;
const A_WEEK_IN_MINUTES = 7 * 24 * 60;

/**
 * What a server does beside answering: seals the audit trail, notes the end of embargoes, writes reminders and digests, sends mail, does long work.
 * All that it knows is in the database, so that it may end at any moment, and several may work at once.
 */
export function startWorker(settings: WorkerSettings): Worker {
  const { store, mailer, pages, log, now, every = EVERY, clockEvery = CLOCK_EVERY, work = {} } = settings;
  const { code: authority, timeZone } = settings.authority;
  const loops = [
    repeat('seal', clockEvery, log, async () => {
      await inTransaction(store, (tx) => sealAudit(tx, authority, now()));
    }),
    repeat('embargoes', clockEvery, log, async () => {
      await noteReleases(store, authority, now());
    }),
    // Beside the mail, which must not wait until an import is through.
    repeat('long work', every, log, (stopping) => doLongWork({ store, authority, log }, work, now, stopping)),
  ];
  if (mailer !== null) {
    const post = { store, authority, mailer, pages, log };
    loops.push(
      // In this order: what is due today belongs into today's digest.
      repeat('reminders', clockEvery, log, async () => {
        await giveUpOldMessages(store, authority, minutesAfter(now(), -A_WEEK_IN_MINUTES));
        await writeReminders(store, settings.authority, now());
        await remindOfCommitments(store, settings.authority, now());
        await makeDigests(post, timeZone, now());
      }),
      repeat('mail', every, log, async (stopping) => {
        await deliverMail(post, now, stopping);
      }),
    );
  }
  return {
    stop: async () => {
      await Promise.all(loops.map((stop) => stop()));
    },
  };
}
