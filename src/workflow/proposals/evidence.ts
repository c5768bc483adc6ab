import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { ProposalDetail, ProposalEvidence } from '../../domain/proposal/proposal.ts';
import { endingOf, evidenceTypes, fileProblem, linkProblem } from '../../domain/round/evidence.ts';
import type { Store } from '../../store/database.ts';
import { addProposalFile, addProposalRecord, readProposalFile } from '../../store/proposals.ts';
import { inTransaction, type Transaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { Refused } from '../refused.ts';
import type { Acting } from '../round/acting.ts';
import type { GivenEvidence } from '../round/evidence.ts';
import { allowedAs, findProposal, type OpenProposal } from './open-proposal.ts';
import { mustBeOpen } from './propose.ts';

const MOST = 20;
const LONGEST_TITLE = 200;

/** Puts a document or a link beside a proposal, until it has been decided. @returns its id */
export const attachEvidence = (
  store: Store,
  acting: Acting,
  number: number,
  given: GivenEvidence,
): Promise<string> =>
  inTransaction(store, async (tx) => {
    const open = await openFor(tx, acting, number, 'attach');
    const problems = evidenceProblems(given);
    if (open.proposal.evidence.length >= MOST) {
      const message = `There are ${MOST} pieces of evidence already. Remove one first`;
      problems.push({ field: 'file', message });
    }
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    const evidence = await keepEvidence(tx, acting.authority, given);
    await add(tx, acting, open, 'attach', { evidence });
    return evidence.id;
  });

/** Keeps the bytes of a document, and says what it is; of a link only that. */
export async function keepEvidence(
  tx: Transaction,
  authority: string,
  given: GivenEvidence,
): Promise<ProposalEvidence> {
  const { file } = given;
  const url = file === null ? given.url.trim() : null;
  const evidence: ProposalEvidence = {
    id: v7(),
    title: given.title.trim() || file?.name || (url ?? ''),
    url,
    file:
      file === null
        ? null
        : {
            name: file.name,
            mediaType: evidenceTypes[endingOf(file.name)] ?? '',
            size: file.bytes.length,
            sha256: createHash('sha256').update(file.bytes).digest('hex'),
          },
  };
  if (file !== null) await addProposalFile(tx, authority, evidence.id, file.bytes);
  return evidence;
}

/** Takes evidence off the list, until the proposal has been decided. It is kept, and the trail says who took it off. */
export const detachEvidence = (store: Store, acting: Acting, number: number, id: string): Promise<void> =>
  inTransaction(store, async (tx) => {
    const open = await openFor(tx, acting, number, 'detach');
    if (!open.proposal.evidence.some((one) => one.id === id)) return;
    await add(tx, acting, open, 'detach', { removes: id });
  });

/** A document with its bytes; null where there is none of that id beside this proposal. */
export async function openProposalEvidence(
  store: Store,
  acting: Pick<Acting, 'authority' | 'person' | 'today'>,
  number: number,
  id: string,
): Promise<{ evidence: ProposalEvidence; bytes: Uint8Array } | null> {
  const found = await findProposal(store, acting, number);
  const evidence = found?.proposal.evidence.find((one) => one.id === id);
  if (evidence === undefined || evidence.file === null) return null;
  const bytes = await readProposalFile(store, acting.authority, id);
  return bytes === null ? null : { evidence, bytes };
}

async function openFor(
  tx: Transaction,
  acting: Acting,
  number: number,
  verb: 'attach' | 'detach',
): Promise<OpenProposal> {
  await openAuthority(tx, acting.authority, acting.now);
  const found = await findProposal(tx, acting, number);
  if (found === null) throw new Refused('notNow', 'There is no such proposal.');
  allowedAs(acting, 'proposeTargetChange', found.relation, null);
  mustBeOpen(found.proposal, verb, acting.person.id);
  return found;
}

const add = (
  tx: Transaction,
  acting: Acting,
  { proposal, relation }: OpenProposal,
  verb: 'attach' | 'detach',
  detail: ProposalDetail,
): Promise<string> =>
  addProposalRecord(
    tx,
    acting.authority,
    {
      proposal: proposal.number,
      sequence: proposal.version + 1,
      verb,
      person: acting.person.id,
      actingAs: allowedAs(acting, 'proposeTargetChange', relation, null),
      at: acting.now,
      reason: null,
      content: null,
      detail,
    },
    null,
  );

/** What is wrong with a document or a link, by its field. */
export function evidenceProblems({ title, url, file }: GivenEvidence): { field: string; message: string }[] {
  const problems: { field: string; message: string }[] = [];
  if (title.length > LONGEST_TITLE) {
    problems.push({ field: 'title', message: `The title must be ${LONGEST_TITLE} characters or fewer` });
  }
  if (file === null && url.trim() === '') {
    problems.push({ field: 'file', message: 'Choose a file, or give a link' });
  } else if (file !== null && url.trim() !== '') {
    problems.push({ field: 'url', message: 'Give either a file or a link, one at a time' });
  } else {
    const wrong = file === null ? linkProblem(url.trim()) : fileProblem(file.name, file.bytes.length);
    if (wrong !== null) problems.push({ field: file === null ? 'url' : 'file', message: wrong });
  }
  return problems;
}
