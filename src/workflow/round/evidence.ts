import {
  type Evidence,
  endingOf,
  evidenceTypes,
  fileProblem,
  linkProblem,
} from '../../domain/round/evidence.ts';
import type { Store } from '../../store/database.ts';
import { addEvidence, readEvidence, readEvidenceBytes, removeEvidence } from '../../store/evidence.ts';
import { inTransaction } from '../../store/transaction.ts';
import { Refused } from '../refused.ts';
import { type Acting, roleFor } from './acting.ts';
import { mustBeOpen } from './must-be-open.ts';
import { openUpdate } from './open-update.ts';

export interface GivenEvidence {
  title: string;
  url: string;
  file: { name: string; bytes: Uint8Array } | null;
}

const MOST = 20;

/** Puts a document or a link beside an update, while it may be entered. */
export const giveEvidence = (
  store: Store,
  acting: Acting,
  { period, measure }: { period: string; measure: string },
  given: GivenEvidence,
): Promise<string> =>
  inTransaction(store, async (tx) => {
    const open = await openUpdate(tx, acting, period, measure);
    mustBeOpen(open, acting, 'save', 'enterUpdate');
    const problems = problemsOf(given);
    const held = await readEvidence(tx, acting.authority, period, measure);
    if (held.length >= MOST) {
      problems.push({
        field: 'file',
        message: `There are ${MOST} pieces of evidence already. Remove one first`,
      });
    }
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    const { url, file } = given;
    const title = given.title.trim() || file?.name || url;
    const actingAs = roleFor(acting, 'enterUpdate', open.measure, open.update.state);
    const person = acting.person.id;
    return addEvidence(
      tx,
      acting.authority,
      {
        period,
        measure,
        person,
        title,
        url: file === null ? url.trim() : null,
        file: file === null ? null : { ...file, mediaType: evidenceTypes[endingOf(file.name)] ?? '' },
      },
      { recordedAt: acting.now, actor: person, actingAs, reason: null },
    );
  });

function problemsOf({ title, url, file }: GivenEvidence): { field: string; message: string }[] {
  const problems: { field: string; message: string }[] = [];
  if (title.length > 200)
    problems.push({ field: 'title', message: 'The title must be 200 characters or fewer' });
  if (file === null && url.trim() === '') {
    problems.push({ field: 'file', message: 'Choose a file, or give a link' });
  } else if (file !== null && url.trim() !== '') {
    problems.push({ field: 'url', message: 'Give either a file or a link, one at a time' });
  } else if (file !== null) {
    const wrong = fileProblem(file.name, file.bytes.length);
    if (wrong !== null) problems.push({ field: 'file', message: wrong });
  } else {
    const wrong = linkProblem(url.trim());
    if (wrong !== null) problems.push({ field: 'url', message: wrong });
  }
  return problems;
}

/** Takes evidence off the list, while the update may be entered. It stays in the trail. */
export const takeEvidenceAway = (
  store: Store,
  acting: Acting,
  { period, measure }: { period: string; measure: string },
  id: string,
): Promise<void> =>
  inTransaction(store, async (tx) => {
    const open = await openUpdate(tx, acting, period, measure);
    mustBeOpen(open, acting, 'save', 'enterUpdate');
    const evidence = (await readEvidence(tx, acting.authority, period, measure)).find((one) => one.id === id);
    if (evidence === undefined) return;
    const actingAs = roleFor(acting, 'enterUpdate', open.measure, open.update.state);
    const person = acting.person.id;
    const settings = { recordedAt: acting.now, actor: person, actingAs, reason: null };
    await removeEvidence(tx, acting.authority, { period, measure, person, evidence }, settings);
  });

/** A document with its bytes; null where there is none of that id beside this update. */
export async function openEvidence(
  store: Store,
  acting: Pick<Acting, 'authority'>,
  { period, measure }: { period: string; measure: string },
  id: string,
): Promise<{ evidence: Evidence; bytes: Uint8Array } | null> {
  const evidence = (await readEvidence(store, acting.authority, period, measure)).find(
    (one) => one.id === id,
  );
  if (evidence === undefined || evidence.file === null) return null;
  const bytes = await readEvidenceBytes(store, acting.authority, id);
  return bytes === null ? null : { evidence, bytes };
}
