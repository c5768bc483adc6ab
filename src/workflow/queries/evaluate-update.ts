import type { DirectionScheme } from '../../domain/direction/scheme.ts';
import { type EvaluatedMeasure, evaluate } from '../../domain/evaluate.ts';
import type { Facts, Scorecard } from '../../domain/facts.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { UpdateContent } from '../../domain/round/update.ts';
import { snapshotOf } from '../../domain/snapshot.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import type { Store } from '../../store/database.ts';
import { factsIn } from '../../store/read-facts.ts';
import type { Acting } from '../round/acting.ts';
import { observationsOf } from '../round/facts-of-update.ts';
import { schemesInForce } from './schemes-in-force.ts';

/** One measure judged with what its form holds, as if that were approved now. */
export interface EvaluatedUpdate {
  measure: EvaluatedMeasure;
  scheme: StatusScheme;
  directionScheme: DirectionScheme;
  /** What it was judged from: this measure's facts, what was typed among them. */
  facts: Facts;
}

/**
 * Judges measures in a period with what has been typed laid over what is recorded; null content: as recorded. Nothing is
 * written. Measures that are not there in the period are left out.
 */
export async function evaluateUpdates(
  db: Pick<Store, 'db'>,
  acting: Pick<Acting, 'authority' | 'now' | 'readText'>,
  period: string,
  contents: ReadonlyMap<string, UpdateContent | null>,
): Promise<Map<string, EvaluatedUpdate>> {
  const reporting = periodOf(period);
  const codes = [...contents.keys()];
  const facts = await factsIn(db, { authority: acting.authority, around: [reporting], measures: codes });
  const schemes = await schemesInForce(db, facts.authority, reporting.end);
  const evaluated = new Map<string, EvaluatedUpdate>();
  const factsOf = factsByMeasure(facts, reporting.end);
  for (const [code, content] of contents) {
    const held = factsOf(code);
    const version = held.measures.findLast(({ validFrom }) => validFrom <= reporting.end);
    if (version === undefined) continue;
    const typed =
      content === null
        ? { observations: [], commentaries: [] }
        : observationsOf({ version }, content, period, acting, 'typed');
    const own: Facts = {
      ...held,
      observations: [...held.observations, ...typed.observations],
      commentaries: [...held.commentaries, ...typed.commentaries],
    };
    const snapshot = snapshotOf(own, { period: reporting, scorecard: null, asAt: null });
    const [measure] = evaluate(snapshot, schemes.status, schemes.direction).measures;
    if (measure === undefined) continue;
    evaluated.set(code, { measure, scheme: schemes.status, directionScheme: schemes.direction, facts: own });
  }
  return evaluated;
}

/** The facts of each measure alone, with a scorecard of its own: what it is judged from. */
export function factsByMeasure(facts: Facts, day: string): (code: string) => Facts {
  const grouped = byMeasure();
  return (code) => {
    const of = <T extends { measure: string }>(all: readonly T[]) => grouped(all, code);
    return {
      ...facts,
      measures: facts.measures.filter((one) => one.code === code),
      targets: of(facts.targets),
      observations: of(facts.observations),
      commentaries: of(facts.commentaries),
      statements: of(facts.statements),
      scorecards: [ofOne(code, facts.scorecards, day)],
    };
  };
}

/** Those of one measure out of a list; each list is gone through once, however many measures are asked for. */
function byMeasure(): <T extends { measure: string }>(all: readonly T[], code: string) => readonly T[] {
  const held = new Map<readonly unknown[], Map<string, unknown[]>>();
  return <T extends { measure: string }>(all: readonly T[], code: string) => {
    let groups = held.get(all);
    if (groups === undefined) {
      groups = new Map();
      for (const each of all) {
        const group = groups.get(each.measure);
        if (group === undefined) groups.set(each.measure, [each]);
        else group.push(each);
      }
      held.set(all, groups);
    }
    return (groups.get(code) ?? []) as T[];
  };
}

/** The same for one measure; null where it is not there in the period. */
export const evaluateUpdate = async (
  db: Pick<Store, 'db'>,
  acting: Pick<Acting, 'authority' | 'now' | 'readText'>,
  period: string,
  code: string,
  content: UpdateContent | null,
): Promise<EvaluatedUpdate | null> =>
  (await evaluateUpdates(db, acting, period, new Map([[code, content]]))).get(code) ?? null;

/** A scorecard of this measure alone, with the settings of the widest scorecard that has it. */
export function ofOne(code: string, scorecards: readonly Scorecard[], day: string): Scorecard {
  const holding = scorecards
    .filter((each) => each.validFrom <= day && each.measures.includes(code))
    .sort((a, b) => b.measures.length - a.measures.length || (a.validFrom < b.validFrom ? 1 : -1));
  return {
    code: 'one',
    name: holding[0]?.name ?? 'Scorecard',
    validFrom: '0001-01-01',
    measures: [code],
    exceptionsOnly: false,
    overrides: holding[0]?.overrides ?? [],
  };
}
