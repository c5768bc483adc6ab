import type { RoundState } from '../round/round.ts';

/**
 * Why a figure of a period cannot be restated now, in words for the person who tried; null where it can. Who may do it
 * at all is the policy table's business.
 *
 * @param round state of the period's round; null where it never had one, as imported years do not
 * @param reopened the measure has been reopened in a frozen round: it is entered there
 * @example restatementRefusal('open', false) // 'This period is still being collected…'
 */
export function restatementRefusal(round: RoundState | null, reopened: boolean): string | null {
  if (round === 'open' || round === 'closed') {
    return 'This period is still being collected, so its figures are not published yet. Change the update instead.';
  }
  if (reopened) return 'This measure has been reopened in its round. Enter the figure there.';
  return null;
}
