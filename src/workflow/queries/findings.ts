import { type HeldFindings, heldFindings } from '../../domain/commentary/checks/dismissal.ts';
import type { Finding } from '../../domain/commentary/checks/finding.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { RoundStanding } from '../../domain/round/round.ts';
import type { Store } from '../../store/database.ts';
import { readDismissals } from '../../store/finding-dismissals.ts';
import type { Acting } from '../round/acting.ts';
import { type AroundChecks, checkEvaluated, readingDay } from './check-commentary.ts';
import type { EvaluatedUpdate } from './evaluate-update.ts';
import { setUpIn } from './set-up-now.ts';

export const noFindings: HeldFindings = { open: [], dismissed: [] };

/**
 * What the checks find in updates that have been judged, beside what was said to it, by measure.
 * @param round on whose days the texts are read; null where none was run
 */
export async function findingsOf(
  db: Pick<Store, 'db'>,
  { authority, today }: Pick<Acting, 'authority' | 'today'>,
  period: string,
  round: RoundStanding | null,
  evaluated: ReadonlyMap<string, EvaluatedUpdate>,
  setUp: AroundChecks = setUpIn(db, authority),
): Promise<Map<string, HeldFindings>> {
  const asOf = readingDay(round, periodOf(period), today);
  const checked = await checkEvaluated(period, evaluated, asOf, setUp);
  const dismissals = await readDismissals(db, authority, period, [...checked.keys()]);
  return new Map(
    [...checked].map(([code, { findings }]) => [
      code,
      heldFindings(findings.filter(isSaidHere), dismissals.get(code) ?? new Map()),
    ]),
  );
}

/** A text that is missing is asked for by the form, by the submission and by the release, each in its place. */
export const isSaidHere = ({ rule, quote }: Finding): boolean => rule !== 'sectionEmpty' || quote !== '';
