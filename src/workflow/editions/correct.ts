import type { Evaluation } from '../../domain/evaluate.ts';
import { changesBetween } from '../../reports/model/changes.ts';
import { canonicalJson } from '../../store/canonical.ts';
import { readEditionFile } from '../../store/editions.ts';
import type { Transaction } from '../../store/transaction.ts';
import { chosenOf, evaluationOf, type FrozenInputs, reportOf, thawed } from './frozen-inputs.ts';
import { INPUTS } from './stored-files.ts';

/** What a new edition would change of an earlier one, worked out from the inputs that were frozen with it. */
export async function changesSince(
  db: Pick<Transaction, 'db'>,
  authority: string,
  edition: string,
  now: Evaluation,
  inputs: FrozenInputs,
): Promise<string[]> {
  const held = await readEditionFile(db, authority, edition, INPUTS);
  if (held === null) return [];
  const before = thawed(new TextDecoder().decode(held.bytes));
  const changes = [...choiceChange(before, inputs), ...changesBetween(evaluationOf(before), now)];
  return changes.length > 0 ? changes : ['No figure, status or text differs from the edition before.'];
}

/** Of two editions that show different things of one scorecard: what each shows. */
function choiceChange(before: FrozenInputs, now: FrozenInputs): string[] {
  const [had, has] = [before, now].map((inputs) => chosenOf(inputs).choice);
  const charts =
    before.leavesChartsOut === now.leavesChartsOut
      ? []
      : [
          now.leavesChartsOut === true
            ? 'The charts of the measures off target are left out now.'
            : 'The measures off target are drawn now; their charts were left out before.',
        ];
  if (canonicalJson({ ...had, charts: true }) === canonicalJson({ ...has, charts: true })) return charts;
  const [was, is] = [before, now].map((inputs) => reportOf(inputs, evaluationOf(inputs)).summary.shows ?? '');
  return [`What is shown was chosen differently. Before: ${was} Now: ${is}`, ...charts];
}
