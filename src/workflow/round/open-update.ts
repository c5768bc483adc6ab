import type { Facts } from '../../domain/facts.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { type ApprovalLevel, type LevelsFrom, levelsOn } from '../../domain/round/levels.ts';
import { type RoundStanding, roundStanding } from '../../domain/round/round.ts';
import { standingOf } from '../../domain/round/standing.ts';
import type { UpdateStanding } from '../../domain/round/update.ts';
import { readAbsences, readResponsibilities } from '../../store/people.ts';
import { factsIn } from '../../store/read-facts.ts';
import { lockRound } from '../../store/round-lock.ts';
import { readRoundRecords, readUpdateRecords } from '../../store/rounds.ts';
import { readSettings } from '../../store/settings.ts';
import type { Transaction } from '../../store/transaction.ts';
import { Refused } from '../refused.ts';
import type { Acting, MeasureInHand } from './acting.ts';

/** An update with all that its rules ask for, held by the caller's transaction until that ends. */
export interface OpenUpdate {
  round: RoundStanding;
  update: UpdateStanding;
  measure: MeasureInHand;
  version: MeasureVersion;
  levels: readonly ApprovalLevel[];
  setUp: Facts;
}

/** Locks and reads one update. @throws Refused where there is no such round or measure. */
export async function openUpdate(
  tx: Transaction,
  { authority }: Acting,
  period: string,
  code: string,
): Promise<OpenUpdate> {
  await lockRound(tx, authority, period, code);
  const round = roundStanding(await readRoundRecords(tx, authority, period));
  if (round === null) throw new Refused('notNow', 'There is no round for this period.');
  const setUp = await factsIn(tx, { authority, setUpOnly: true, periods: [], measures: [code] });
  const version = setUp.measures.findLast((each) => each.code === code);
  if (version === undefined) throw new Refused('notNow', 'There is no such measure.');
  const levels = await levelsIn(tx, authority, period);
  const records = await readUpdateRecords(tx, authority, period, code);
  return {
    round,
    update: standingOf(
      records,
      levels.map(({ id }) => id),
    ),
    version,
    levels,
    setUp,
    measure: {
      code,
      directorate: version.directorate,
      responsibility: (await readResponsibilities(tx, authority, [code])).get(code) ?? null,
      absences: await readAbsences(tx, authority),
    },
  };
}

/** Name of the setting that holds an authority's levels of approval. */
export const LEVELS_SETTING = 'approvalLevels';

/** The levels of approval of a round; null: of the next one. */
export async function levelsIn(
  tx: Pick<Transaction, 'db'>,
  authority: string,
  period: string | null = null,
): Promise<ApprovalLevel[]> {
  const held = (await readSettings(tx, { authority }))[LEVELS_SETTING];
  const day = period === null ? null : periodOf(period).end;
  return [...levelsOn((held as LevelsFrom[] | undefined) ?? [], day)];
}
