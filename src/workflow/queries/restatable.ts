import type { TypedFigure } from '../../domain/number/figure.ts';
import { restatementRefusal } from '../../domain/restatement/guards.ts';
import type { RestatedRole, Restatement } from '../../domain/restatement/restatement.ts';
import { roundStanding } from '../../domain/round/round.ts';
import type { Store } from '../../store/database.ts';
import { readRestatements } from '../../store/restatements.ts';
import { readRoundRecords } from '../../store/rounds.ts';
import { figureShown, latestOf } from '../restatements/restate-figure.ts';
import { type Standing, standingOfFigure } from '../restatements/weigh-restatement.ts';

export { readRestatements } from '../../store/restatements.ts';

/** A figure that somebody may be about to restate. */
export interface RestatableFigure {
  standing: Standing;
  role: RestatedRole;
  figure: TypedFigure;
  /** What it waits for, where it is provisional; null otherwise. */
  waitsFor: string | null;
  /** Why it cannot be restated now; null where it can. */
  refusal: string | null;
  /** What was said of the measure's figures in this period before, oldest first. */
  earlier: readonly Restatement[];
}

/** @param role null for the figure that the measure is read by */
export async function restatableFigure(
  db: Pick<Store, 'db'>,
  authority: string,
  { period, measure, role }: { period: string; measure: string; role: RestatedRole | null },
): Promise<RestatableFigure> {
  const standing = await standingOfFigure(db, authority, { period, measure, role });
  const wanted = role !== null && standing.roles.includes(role) ? role : (standing.roles[0] ?? 'actual');
  const round = roundStanding(await readRoundRecords(db, authority, period));
  const last = await latestOf(db, authority, { measure, period, role: wanted });
  return {
    standing,
    role: wanted,
    figure: figureShown(standing, wanted),
    waitsFor: standing.held?.flags.includes('provisional') ? (last?.waitsFor ?? null) : null,
    refusal: restatementRefusal(round?.state ?? null, round?.reopened.has(measure) ?? false),
    earlier: await readRestatements(db, authority, { measures: [measure], periods: [period] }),
  };
}

/** Whether the figures of a measure can be restated in a period. */
export async function canBeRestated(
  db: Pick<Store, 'db'>,
  authority: string,
  period: string,
  measure: string,
): Promise<boolean> {
  const round = roundStanding(await readRoundRecords(db, authority, period));
  return restatementRefusal(round?.state ?? null, round?.reopened.has(measure) ?? false) === null;
}
