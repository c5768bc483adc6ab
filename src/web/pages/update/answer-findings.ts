import { dismissFinding, restoreFinding } from '../../../workflow/commentary/answer-finding.ts';
import { Refused } from '../../../workflow/refused.ts';
import { actingFor } from '../../acting.ts';
import type { Asked } from '../../route.ts';
import { typedText } from '../../typed-form.ts';
import type { Done } from './commitments.ts';
import { findingFields } from './findings.tsx';

const FINDING = /^finding-([0-9a-f]{16})-(dismiss|restore)$/;

/** Whether a button of the update's page is about a finding. */
export const isAboutFinding = (doing: string): boolean => FINDING.test(doing);

/** Does what a button about a finding says, for an update as it has been saved. */
export async function answerFinding(
  asked: Asked,
  which: { period: string; measure: string },
  doing: string,
): Promise<Done> {
  const [, key = '', verb] = FINDING.exec(doing) ?? [];
  const acting = actingFor(asked);
  try {
    if (verb === 'restore') {
      await restoreFinding(asked.store, acting, { ...which, key });
      return { to: `${asked.path}#texts`, notice: 'It is shown again.' };
    }
    const { reason } = findingFields(key);
    await dismissFinding(asked.store, acting, { ...which, key }, typedText(asked.form, reason));
    return {
      to: `${asked.path}#texts`,
      notice: 'Dismissed, with your reason. It comes back if the words or the figures change.',
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.kind === 'notNow') return { to: `${asked.path}#texts`, notice: error.message };
    if (error.kind !== 'invalid') throw error;
    const { reason } = findingFields(key);
    return { problems: error.problems.map(({ message }) => ({ field: reason, message })) };
  }
}
