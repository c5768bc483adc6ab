import { Temporal } from 'temporal-polyfill';
import { periodLabel } from '../../domain/period/label.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { type Edition, isPublic } from '../../domain/round/edition.ts';
import { roundStanding } from '../../domain/round/round.ts';
import type { Store } from '../../store/database.ts';
import { noteRelease } from '../../store/edition-records.ts';
import { readEdition, readEditions } from '../../store/editions.ts';
import { lockRound } from '../../store/round-lock.ts';
import { addRoundRecord, readRoundRecords } from '../../store/rounds.ts';
import { inTransaction, type Transaction } from '../../store/transaction.ts';
import { tellReleased } from '../round/tell.ts';

/** Who is said to have done what nobody does: the clock. */
const CLOCK = { person: 'outturn', actingAs: 'outturn' };

/** An embargo that ended longer ago than this is old news: it is noted, and nobody gets mail about it. */
const NEWS_DAYS = 7;

/**
 * Notes every embargo that has ended: tells the named readers that everybody may read it now, and that the round is
 * published. The edition itself is public from its moment on, whether or not this has run. Each is done once, however
 * often and by however many this is asked.
 *
 * @returns ids of the editions whose end of embargo was noted
 */
export async function noteReleases(store: Store, authority: string, now: string): Promise<string[]> {
  const due = (await readEditions(store, authority)).filter((each) => isDue(each, now));
  const noted: string[] = [];
  for (const { id, period } of due) {
    await inTransaction(store, async (tx) => {
      await lockRound(tx, authority, period, 'alone');
      const edition = await readEdition(tx, authority, id);
      if (edition === null || !isDue(edition, now)) return;
      await noteIn(tx, authority, edition, now);
      noted.push(id);
    });
  }
  return noted;
}

const isDue = (edition: Edition, now: string): boolean =>
  edition.standing === 'embargoed' && edition.releasedAt === null && isPublic(edition, now);

async function noteIn(tx: Transaction, authority: string, edition: Edition, now: string): Promise<void> {
  const { id, period, title, number, note, corrects, readers } = edition;
  const releaseAt = edition.releaseAt ?? now;
  const told = isNews(releaseAt, now)
    ? await tellReleased(
        tx,
        { authority, now },
        {
          report: title,
          periodTitle: periodLabel(periodOf(period)),
          number,
          edition: id,
          note: corrects === null ? null : note,
        },
        readers,
      )
    : [];
  await noteRelease(tx, authority, id, { ...CLOCK, at: now, reason: null, releaseAt, told });
  const round = roundStanding(await readRoundRecords(tx, authority, period));
  if (round?.state !== 'frozen') return;
  await addRoundRecord(tx, authority, {
    period,
    sequence: round.version + 1,
    verb: 'publish',
    ...CLOCK,
    at: now,
    reason: null,
    detail: { edition: id },
  });
}

const isNews = (releaseAt: string, now: string): boolean =>
  Temporal.Instant.from(releaseAt).until(now).total('hours') <= NEWS_DAYS * 24;
