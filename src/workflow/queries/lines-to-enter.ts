import type { EvaluatedMeasure } from '../../domain/evaluate.ts';
import { can } from '../../domain/permission/can.ts';
import { relationTo } from '../../domain/permission/relation.ts';
import type { Store } from '../../store/database.ts';
import type { Acting } from '../round/acting.ts';
import { evaluateUpdates } from './evaluate-update.ts';
import { roundOverview, type UpdateLine } from './round-overview.ts';

export interface LineToEnter {
  line: UpdateLine;
  /** Judged with what its form holds; null where the measure is not there in the period. */
  judged: EvaluatedMeasure | null;
}

const unfinished = new Set(['awaited', 'draft', 'sentBack']);

/** The updates of a round that somebody may enter and that wait for it, with what stands beside their boxes. */
export async function linesToEnter(
  db: Pick<Store, 'db'>,
  acting: Acting,
  period: string,
): Promise<LineToEnter[] | null> {
  const { authority, person, today, actors } = acting;
  const overview = await roundOverview(db, authority, period, today);
  if (overview === null) return null;
  const lines = overview.lines.filter(({ standing, responsibility, version }) => {
    const { absences } = overview;
    const relation = relationTo({
      person,
      responsibility,
      directorate: version.directorate,
      absences,
      today,
    });
    const { state } = standing;
    return unfinished.has(state) && can(actors, 'enterUpdate', { relation, state });
  });
  const contents = new Map(lines.map(({ code, standing }) => [code, standing.content]));
  const judged = contents.size === 0 ? null : await evaluateUpdates(db, acting, period, contents);
  return lines.map((line) => ({ line, judged: judged?.get(line.code)?.measure ?? null }));
}
