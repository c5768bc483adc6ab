import type { Recorded } from '../../domain/facts.ts';
import { parseFigure } from '../../domain/number/parse.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { isYearEnd, successor, yearOf } from '../../domain/period/relate.ts';
import type { TargetVersion } from '../../domain/target/target.ts';
import type { Store } from '../../store/database.ts';
import { factsIn } from '../../store/read-facts.ts';
import { inTransaction } from '../../store/transaction.ts';
import { writeFacts } from '../../store/write-facts.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed } from './acting.ts';
import { changeRoundIn } from './change-round.ts';

/** The next year's target of a measure, as typed; '' for none yet. */
export type NextTargets = ReadonlyMap<string, string>;

/** The period whose round ends the year is rolled over into the year after. @throws Refused for any other */
export function nextYearOf(period: string): string {
  const reporting = periodOf(period);
  if (!isYearEnd(reporting)) {
    throw new Refused('notNow', 'Only the round that ends the year is rolled over into the next.');
  }
  return successor(yearOf(reporting)).code;
}

/**
 * Rolls the year over: measures and their owners go on as they are, and each measure gets the next year's target that was
 * typed. Where it is this year's, the quarters are promised as they were this year; where it differs, they are set
 * afresh in "Targets". All of them, or none and what is wrong with each.
 *
 * @returns how many targets were set
 */
export const rollOver = (
  store: Store,
  acting: Acting,
  { period, version, targets }: { period: string; version: number | null; targets: NextTargets },
): Promise<number> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changeTargets', null, null);
    const next = nextYearOf(period);
    const { year } = periodOf(period);
    const facts = await factsIn(tx, {
      authority: acting.authority,
      setUpOnly: true,
      periods: [year, next, ...quartersOf(year)],
    });
    const problems: { field: string; message: string }[] = [];
    const set: Recorded<TargetVersion>[] = [];
    const promised = (measure: string, of: string) =>
      facts.targets.findLast((one) => one.measure === measure && one.period === of && one.role === 'target');
    for (const [measure, text] of targets) {
      if (text.trim() === '') continue;
      const definition = facts.measures.findLast(({ code }) => code === measure);
      if (definition === undefined) continue;
      const read = parseFigure(text, definition.unit);
      if ('problem' in read) {
        problems.push({ field: measure, message: read.problem });
        continue;
      }
      // Set by somebody already: that stands, and is changed in "Targets" with its own reason.
      if (promised(measure, next) !== undefined) continue;
      const made = (of: string, figure: TargetVersion['figure']): Recorded<TargetVersion> => ({
        measure,
        period: of,
        role: 'target',
        figure,
        version: 1,
        approvedBy: null,
        approvedOn: null,
        reason: `Rolled over from ${year}`,
        recordedAt: acting.now,
      });
      set.push(made(next, read.figure));
      if (promised(measure, year)?.figure.typed.trim() !== text.trim()) continue;
      for (const quarter of quartersOf(year)) {
        const held = promised(measure, quarter);
        if (held !== undefined) set.push(made(quarter.replace(year, next), held.figure));
      }
    }
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    await changeRoundIn(tx, acting, { period, verb: 'rollOver', version, reason: null, detail: {} });
    if (set.length > 0) {
      await writeFacts(
        tx,
        { authority: facts.authority, targets: set },
        { recordedAt: acting.now, actor: acting.person.id, reason: `Rolled over from ${year} to ${next}` },
      );
    }
    return set.filter((one) => one.period === next).length;
  });

const quartersOf = (year: string): string[] =>
  ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => `${year}/${quarter}`);
