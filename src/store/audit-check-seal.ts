import { inUtc, SealHash } from './audit-row.ts';

export type AuditProblemKind =
  | 'changed'
  | 'removed'
  | 'added'
  | 'order'
  | 'sealMissing'
  | 'sealAltered'
  | 'otherHead'
  | 'cutOff';

/** The first bad entry of a chain, with what is wrong in words. */
export interface AuditProblem {
  kind: AuditProblemKind;
  /** Null for an event that no seal covers. */
  sealNumber: number | null;
  /** Of an event within its seal. */
  place: number | null;
  eventId: string | null;
  sentence: string;
}

export interface SealRow {
  seal_number: string;
  first_event: string;
  last_event: string;
  events: string;
  previous_hash: Buffer | null;
  hash: Buffer;
  /** As PostgreSQL writes it. */
  sealed_at: string;
}

/** One event as its seal keeps it, beside the event as it is now. */
export interface SealedEntry {
  sealNumber: number;
  place: number;
  /** Which place it has by the order of ids. */
  rank: number;
  eventId: string;
  digest: Buffer;
  /** Digest of the event as it is; null where the event is gone. */
  actual: Buffer | null;
  what: string;
}

/** A sequence of which the next item may be looked at before it is taken. */
export interface Ahead<T> {
  peek(): Promise<T | null>;
  next(): Promise<T | null>;
  /** No more is wanted. */
  end(): Promise<void>;
}

export function ahead<T>(source: AsyncGenerator<T>): Ahead<T> {
  let held: Promise<T | null> | null = null;
  const peek = () => {
    held ??= source.next().then(({ done, value }) => (done ? null : value));
    return held;
  };
  const next = () => {
    const taken = peek();
    held = null;
    return taken;
  };
  return { peek, next, end: async () => void (await source.return(undefined)) };
}

type Found = Omit<AuditProblem, 'sealNumber'>;

/**
 * Checks the seal of a number against its entries and their events, and takes the entries; null where all is well.
 * `seal` is null where there is no such seal.
 */
export async function checkSeal(
  sealNumber: number,
  seal: SealRow | null,
  previous: Buffer | null,
  entries: Ahead<SealedEntry>,
): Promise<AuditProblem | null> {
  if (seal === null) {
    return {
      kind: 'sealMissing',
      sealNumber,
      place: null,
      eventId: null,
      sentence: `Seal ${sealNumber} is missing: it has been removed, or a later one renumbered.`,
    };
  }
  const from = (hash: Buffer | null) => new SealHash(hash);
  const [asKept, asFound] = [from(previous), from(previous)];
  const counted = Number(seal.events);
  let first: Found | null = null;
  let place = 0;
  let ends: [string, string] = ['', ''];
  for (let entry = await entries.peek(); entry?.sealNumber === sealNumber; entry = await entries.peek()) {
    await entries.next();
    place += 1;
    first ??= problemOf(entry, place, counted);
    // Not to be counted as a place of the chain: what follows a gap is where it says it is.
    place = Math.max(place, entry.place);
    asKept.add(entry.digest);
    if (entry.actual !== null) asFound.add(entry.actual);
    ends = [ends[0] || entry.eventId, entry.eventId];
  }
  if (first === null && place < counted) first = gap(place + 1);
  const header = {
    sealNumber,
    events: counted,
    firstEvent: seal.first_event,
    lastEvent: seal.last_event,
    sealedAt: inUtc(seal.sealed_at),
  };
  const same = (hash: SealHash) => hash.close(header).equals(seal.hash);
  if (first !== null) return worded(first, sealNumber, same(asKept), same(asFound));
  const why = alteration(seal, previous, ends, same(asKept));
  return why === null
    ? null
    : { kind: 'sealAltered', sealNumber, place: null, eventId: null, sentence: `Seal ${sealNumber} ${why}` };
}

function problemOf(entry: SealedEntry, place: number, counted: number): Found | null {
  const about = { place, eventId: entry.eventId };
  const which = `Event ${entry.eventId} (place ${entry.place}`;
  if (entry.place > place && entry.place <= counted) return gap(place);
  if (entry.place > counted) {
    return {
      kind: 'added',
      ...about,
      sentence: `${which}) was added after sealing: the seal counts ${counted}`,
    };
  }
  if (entry.actual === null) return { kind: 'removed', ...about, sentence: `${which}) has been removed` };
  if (entry.rank !== place) {
    return {
      kind: 'order',
      ...about,
      sentence: `${which}) is out of order: by its id its place is ${entry.rank}`,
    };
  }
  if (entry.actual.equals(entry.digest)) return null;
  return { kind: 'changed', ...about, sentence: `${which}, ${entry.what}) ` };
}

const gap = (place: number): Found => ({
  kind: 'removed',
  place,
  eventId: null,
  sentence: `The event at place ${place} has been removed with its entry`,
});

/** Whether the event or what the seal keeps of it was changed is told by which of the two the seal's hash was made from. */
function worded(found: Found, sealNumber: number, keptFits: boolean, foundFits: boolean): AuditProblem {
  const where = ` in seal ${sealNumber}.`;
  if (found.kind !== 'changed') return { ...found, sealNumber, sentence: found.sentence + where };
  const what = keptFits
    ? 'was changed after it was sealed'
    : foundFits
      ? 'is as it was, but the digest that was kept of it has been changed'
      : 'or the digest that was kept of it was changed after it was sealed';
  return { ...found, sealNumber, sentence: found.sentence + what + where };
}

function alteration(
  seal: SealRow,
  previous: Buffer | null,
  [firstEvent, lastEvent]: readonly [string, string],
  fits: boolean,
): string | null {
  if (!(seal.previous_hash ?? Buffer.alloc(0)).equals(previous ?? Buffer.alloc(0))) {
    return 'has been altered: it does not follow the seal before it.';
  }
  if (seal.first_event !== firstEvent || seal.last_event !== lastEvent) {
    return 'has been altered: its first and last event are not those that it covers.';
  }
  return fits ? null : 'or the list of its events has been altered: its hash is not that of what it covers.';
}
