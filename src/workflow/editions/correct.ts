import type { Evaluation } from '../../domain/evaluate.ts';
import { changesBetween } from '../../reports/model/changes.ts';
import { readEditionFile } from '../../store/editions.ts';
import type { Transaction } from '../../store/transaction.ts';
import { evaluationOf, thawed } from './frozen-inputs.ts';
import { INPUTS } from './stored-files.ts';

/** What a new edition would change of an earlier one, worked out from the inputs that were frozen with it. */
export async function changesSince(
  db: Pick<Transaction, 'db'>,
  authority: string,
  edition: string,
  now: Evaluation,
): Promise<string[]> {
  const held = await readEditionFile(db, authority, edition, INPUTS);
  if (held === null) return [];
  const changes = changesBetween(evaluationOf(thawed(new TextDecoder().decode(held.bytes))), now);
  return changes.length > 0 ? changes : ['No figure, status or text differs from the edition before.'];
}
