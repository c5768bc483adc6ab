import type { CommentaryPart } from '../commentary/text-tree.ts';

/** What was promised: an improvement action, or that something comes before a forum. */
export const commitmentKinds = ['action', 'intervention'] as const;
export type CommitmentKind = (typeof commitmentKinds)[number];

export const commitmentKindNames: Readonly<Record<CommitmentKind, string>> = {
  action: 'Improvement action',
  intervention: 'Intervention or review',
};

export interface Promised {
  /** In one sentence: what will be done, or what comes before the forum. */
  what: string;
  kind: CommitmentKind;
  /** Person id of whoever answers for it. */
  owner: string;
  /** ISO day by which it is done, or on which the forum meets. */
  due: string;
  /** Id of a forum of the authority; null where it comes before none. */
  forum: string | null;
  /** The sentence of the commentary in which it was promised; null where somebody wrote it down as it is. */
  source: { part: CommentaryPart; words: string } | null;
}

/** `note`: still open, with a word on how it goes. `amend`: another day, owner or forum, with a reason. */
export type CommitmentVerb = 'promise' | 'note' | 'amend' | 'discharge' | 'drop' | 'reopen';

export const commitmentStates = ['open', 'done', 'dropped'] as const;
export type CommitmentState = (typeof commitmentStates)[number];

export const commitmentStateNames: Readonly<Record<CommitmentState, string>> = {
  open: 'Open',
  done: 'Done',
  dropped: 'Dropped',
};

/** One thing that happened to a commitment. Never changed; where it stands is worked out from all of them in order. */
export interface CommitmentRecord {
  /** Id of the commitment. */
  commitment: string;
  measure: string;
  /** Code of the reporting period in whose round it was promised. */
  period: string;
  /** 1, 2, 3…: also what an editor starts from. */
  sequence: number;
  verb: CommitmentVerb;
  /** Person id. */
  person: string;
  actingAs: string;
  /** ISO instant. */
  at: string;
  reason: string | null;
  detail: CommitmentDetail;
}

export interface CommitmentDetail {
  promised?: Promised;
  /** Of an amendment: what is different now. */
  due?: string;
  owner?: string;
  forum?: string | null;
  /** How it goes. */
  note?: string;
  /** What came of it. */
  outcome?: string;
  /** Ids of the documents and links that show it. */
  evidence?: readonly string[];
}

/** Where a commitment stands, worked out from its records. */
export interface Commitment extends Promised {
  id: string;
  measure: string;
  period: string;
  state: CommitmentState;
  /** Sequence of the last record. */
  version: number;
  promisedBy: string;
  /** ISO instant. */
  promisedAt: string;
  /** The day that was promised first; `due` is the one that counts now. */
  firstDue: string;
  /** How often the day was moved. */
  moved: number;
  note: { text: string; by: string; at: string } | null;
  /** Of one that is done or dropped: what came of it, or why it was given up. */
  closed: { by: string; at: string; words: string; evidence: readonly string[] } | null;
}

/**
 * Where a commitment stands after its records, which are in order; null where it was never made.
 *
 * @example commitmentOf([promise, amend, discharge])?.state // 'done'
 */
export function commitmentOf(records: readonly CommitmentRecord[]): Commitment | null {
  const [first] = records;
  if (first?.detail.promised === undefined) return null;
  let one: Commitment = {
    ...first.detail.promised,
    id: first.commitment,
    measure: first.measure,
    period: first.period,
    state: 'open',
    version: first.sequence,
    promisedBy: first.person,
    promisedAt: first.at,
    firstDue: first.detail.promised.due,
    moved: 0,
    note: null,
    closed: null,
  };
  for (const record of records.slice(1)) one = { ...after(one, record), version: record.sequence };
  return one;
}

function after(one: Commitment, { verb, person: by, at, reason, detail }: CommitmentRecord): Commitment {
  const note = detail.note === undefined ? one.note : { text: detail.note, by, at };
  switch (verb) {
    case 'amend':
      return {
        ...one,
        due: detail.due ?? one.due,
        owner: detail.owner ?? one.owner,
        forum: detail.forum === undefined ? one.forum : detail.forum,
        moved: one.moved + (detail.due === undefined || detail.due === one.due ? 0 : 1),
      };
    case 'discharge': {
      const closed = { by, at, words: detail.outcome ?? '', evidence: detail.evidence ?? [] };
      return { ...one, state: 'done', closed };
    }
    case 'drop':
      return { ...one, state: 'dropped', closed: { by, at, words: reason ?? '', evidence: [] } };
    case 'reopen':
      return { ...one, state: 'open', closed: null, note: reason === null ? note : { text: reason, by, at } };
    default:
      return { ...one, note };
  }
}

/** Whether the day of an open commitment has passed. @example isOverdue({ state: 'open', due: '2018-11-30' }, '2019-01-09') // true */
export const isOverdue = ({ state, due }: Pick<Commitment, 'state' | 'due'>, today: string): boolean =>
  state === 'open' && due < today;

/** Open ones first, the earliest due before the others; then what was closed, the latest first. */
export function inOrderOfDue<T extends Pick<Commitment, 'state' | 'due' | 'closed' | 'id'>>(
  all: readonly T[],
): T[] {
  const place = ({ state, due, closed, id }: T): [number, string, string] =>
    state === 'open' ? [0, due, id] : [1, inverse(closed?.at ?? ''), id];
  return [...all].sort((a, b) => compare(place(a), place(b)));
}

/** A text that sorts the other way round: the latest moment first. */
const inverse = (text: string): string => text.replace(/\d/g, (digit) => String(9 - Number(digit)));

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index] as typeof one;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
