import type { Finding } from '../../domain/commentary/checks/finding.ts';
import { relationsFor } from '../../domain/permission/can.ts';
import type { Store } from '../../store/database.ts';
import { addFindingAnswer } from '../../store/finding-dismissals.ts';
import { inTransaction } from '../../store/transaction.ts';
import { evaluateUpdate } from '../queries/evaluate-update.ts';
import { findingsOf } from '../queries/findings.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, relationOf, roleFor } from '../round/acting.ts';
import { openUpdate } from '../round/open-update.ts';

const LONGEST_REASON = 1_000;

/** Which finding: the text and figures that the update holds now must still give it. */
export interface WhichFinding {
  period: string;
  measure: string;
  key: string;
}

/** Says that a finding does not hold, and why; it comes back as soon as its words or figures change. */
export const dismissFinding = (
  store: Store,
  acting: Acting,
  which: WhichFinding,
  reason: string,
): Promise<void> => answer(store, acting, which, 'dismiss', reason.trim());

/** Shows a dismissed finding again. */
export const restoreFinding = (store: Store, acting: Acting, which: WhichFinding): Promise<void> =>
  answer(store, acting, which, 'restore', null);

const answer = (
  store: Store,
  acting: Acting,
  { period, measure: code, key }: WhichFinding,
  verb: 'dismiss' | 'restore',
  reason: string | null,
): Promise<void> =>
  inTransaction(store, async (tx) => {
    const open = await openUpdate(tx, acting, period, code);
    const { measure, update, round } = open;
    mayAnswer(acting, open);
    if (!round.measures.includes(code)) {
      throw new Refused('notNow', 'This measure is not collected in this round.');
    }
    const problem = reason === null ? null : reasonProblem(reason);
    if (problem !== null) {
      throw new Refused('invalid', 'There is a problem', [{ field: 'reason', message: problem }]);
    }
    // An approved update is held by its facts; any other by what was typed last.
    const content = update.state === 'approved' ? null : update.content;
    const judged = await evaluateUpdate(tx, acting, period, code, content);
    const evaluated = new Map(judged === null ? [] : [[code, judged] as const]);
    const held = (await findingsOf(tx, acting, period, round, evaluated)).get(code);
    const among: readonly Finding[] =
      verb === 'dismiss' ? (held?.open ?? []) : (held?.dismissed ?? []).map(({ finding }) => finding);
    const finding = among.find((one) => one.key === key);
    if (finding === undefined) {
      throw new Refused(
        'notNow',
        'The words or figures have changed, so there is nothing to answer any more.',
      );
    }
    await addFindingAnswer(tx, acting.authority, {
      period,
      measure: code,
      finding,
      verb,
      reason,
      person: acting.person.id,
      actingAs: roleFor(acting, 'dismissFinding', measure, update.state),
      at: acting.now,
    });
  });

/** Who may never do it learns nothing of where the update stands. */
function mayAnswer(acting: Acting, { measure, update }: Awaited<ReturnType<typeof openUpdate>>): void {
  const ever = relationsFor(acting.actors, 'dismissFinding').includes(relationOf(acting, measure));
  mustBeAllowed(acting, 'dismissFinding', measure, ever ? update.state : null);
}

function reasonProblem(reason: string): string | null {
  if (reason === '') return 'Say why it does not hold, so that your approver knows';
  if (reason.length > LONGEST_REASON) return `Say it in ${LONGEST_REASON} characters or fewer`;
  return null;
}
