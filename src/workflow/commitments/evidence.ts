import type { FieldProblem } from '../../domain/commitment/guards.ts';
import {
  type Evidence,
  endingOf,
  evidenceTypes,
  fileProblem,
  linkProblem,
} from '../../domain/round/evidence.ts';
import {
  addCommitmentEvidence,
  readCommitmentEvidence,
  readCommitmentEvidenceBytes,
} from '../../store/commitment-evidence.ts';
import type { Store } from '../../store/database.ts';
import type { Transaction } from '../../store/transaction.ts';
import type { Acting } from '../round/acting.ts';

/** What shows that something was done: a link, a file, both or neither. */
export interface GivenProof {
  title: string;
  url: string;
  file: { name: string; bytes: Uint8Array } | null;
}

export const noProof: GivenProof = { title: '', url: '', file: null };

const LONGEST_TITLE = 200;

export function evidenceProblems({ title, url, file }: GivenProof): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (title.length > LONGEST_TITLE) {
    problems.push({ field: 'title', message: `The title must be ${LONGEST_TITLE} characters or fewer` });
  }
  const wrongFile = file === null ? null : fileProblem(file.name, file.bytes.length);
  if (wrongFile !== null) problems.push({ field: 'file', message: wrongFile });
  const wrongLink = url.trim() === '' ? null : linkProblem(url.trim());
  if (wrongLink !== null) problems.push({ field: 'url', message: wrongLink });
  return problems;
}

/** Keeps what was given. @returns the ids of what is kept */
export async function addGiven(
  tx: Transaction,
  { authority, person, now }: Acting,
  actingAs: string,
  commitment: string,
  { title, url, file }: GivenProof,
): Promise<string[]> {
  const said = { commitment, person: person.id, actingAs, at: now };
  const ids: string[] = [];
  if (file !== null) {
    const mediaType = evidenceTypes[endingOf(file.name)] ?? '';
    const given = { ...said, title: title.trim() || file.name, url: null, file: { ...file, mediaType } };
    ids.push(await addCommitmentEvidence(tx, authority, given));
  }
  if (url.trim() !== '') {
    const given = { ...said, title: title.trim() || url.trim(), url: url.trim(), file: null };
    ids.push(await addCommitmentEvidence(tx, authority, given));
  }
  return ids;
}

/** A document with its bytes; null where the commitment has none of that id. */
export async function openCommitmentEvidence(
  store: Store,
  authority: string,
  commitment: string,
  id: string,
): Promise<{ evidence: Evidence; bytes: Uint8Array } | null> {
  const held = await readCommitmentEvidence(store, authority, commitment);
  const evidence = held.find((one) => one.id === id);
  if (evidence === undefined || evidence.file === null) return null;
  const bytes = await readCommitmentEvidenceBytes(store, authority, id);
  return bytes === null ? null : { evidence, bytes };
}
