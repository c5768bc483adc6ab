import { type RoundStanding, roundStanding } from '../../domain/round/round.ts';
import type { Store } from '../../store/database.ts';
import { readAllRoundRecords } from '../../store/rounds.ts';

/** Every round there is, latest first. */
export async function listRounds(db: Pick<Store, 'db'>, authority: string): Promise<RoundStanding[]> {
  const rounds: RoundStanding[] = [];
  for (const records of (await readAllRoundRecords(db, authority)).values()) {
    const round = roundStanding(records);
    if (round !== null) rounds.push(round);
  }
  return rounds.reverse();
}
