import { type Edition, isPublic } from '../../domain/round/edition.ts';
import type { Evidence } from '../../domain/round/evidence.ts';
import { type AuditLine, readAuditPage } from '../../store/audit-page.ts';
import type { Store } from '../../store/database.ts';
import { readEditions } from '../../store/editions.ts';
import { readEvidence } from '../../store/evidence.ts';
import { type RecordedFigure, readFigureHistory } from '../../store/read-history.ts';
import { editionPage } from './editions.ts';
import { type TrailOfUpdate, trailOfUpdate } from './trail-of-update.ts';

export type { RecordedFigure } from '../../store/read-history.ts';

/** Everything that a figure rests on, and where it has been printed. */
export interface Trace extends TrailOfUpdate {
  /** Every version of every figure of the measure in the period, oldest first. */
  figures: readonly RecordedFigure[];
  evidence: readonly Evidence[];
  editions: readonly PrintedIn[];
  /** The newest first. */
  events: readonly AuditLine[];
}

/** An edition that shows the measure, with the figure as it stands there. */
export interface PrintedIn {
  edition: Edition;
  isPublic: boolean;
  /** Last part of the address of the measure's page within the edition. */
  address: string;
  actual: string;
  status: string;
}

const MOST_EVENTS = 200;

export async function traceFigure(
  db: Pick<Store, 'db'>,
  authority: string,
  { period, measure }: { period: string; measure: string },
  now: string,
  /** ISO instant: what was known and done by then; null for all of it. */
  asAt: string | null = null,
): Promise<Trace> {
  const by = (moment: string) => asAt === null || moment <= asAt;
  const [trail, figures, evidence, editions, events] = await Promise.all([
    trailOfUpdate(db, authority, period, measure),
    readFigureHistory(db, authority, period, measure),
    readEvidence(db, authority, period, measure),
    printedIn(db, authority, { period, measure }, now),
    readAuditPage(db, {
      authority,
      actor: null,
      kind: 'update',
      object: `${period} ${measure}`,
      before: null,
      limit: MOST_EVENTS,
    }),
  ]);
  return {
    ...trail,
    records: trail.records.filter(({ at }) => by(at)),
    figures: figures.filter(({ recordedAt }) => by(recordedAt)),
    evidence: evidence.filter(({ at }) => by(at)),
    editions: editions.filter(({ edition }) => by(edition.madeAt)),
    // One measure's code may be part of another's.
    events: events.filter(({ object, recordedAt }) => object.id === `${period} ${measure}` && by(recordedAt)),
  };
}

/** By what was stored with each edition, not by what it would show now. */
async function printedIn(
  db: Pick<Store, 'db'>,
  authority: string,
  { period, measure }: { period: string; measure: string },
  now: string,
): Promise<PrintedIn[]> {
  const found: PrintedIn[] = [];
  for (const edition of await readEditions(db, authority)) {
    if (edition.period !== period) continue;
    const page = await editionPage(db, authority, edition.id);
    const line = page?.measures.find(({ code }) => code === measure);
    if (line === undefined) continue;
    const { address, actual, status } = line;
    found.push({ edition, isPublic: isPublic(edition, now), address, actual, status: status.label });
  }
  return found;
}
