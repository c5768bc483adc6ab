import type { MeasureVersion } from '../../domain/measure/measure.ts';
import type { TypedFigure } from '../../domain/number/figure.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { Store } from '../../store/database.ts';
import { factsIn } from '../../store/read-facts.ts';
import { nextYearOf } from '../round/roll-over.ts';

export interface NextYearLine {
  version: MeasureVersion;
  outturn: TypedFigure | null;
  target: TypedFigure | null;
  /** The next year's, where somebody has set it already. */
  nextTarget: TypedFigure | null;
}

/** The measures of a round that ends the year, with what came out and what was promised. */
export async function nextYear(
  db: Pick<Store, 'db'>,
  authority: string,
  { period, measures }: { period: string; measures: readonly string[] },
): Promise<{ next: string; lines: NextYearLine[] }> {
  const next = nextYearOf(period);
  const { year } = periodOf(period);
  const facts = await factsIn(db, { authority, periods: [year, next, period], measures });
  const lines = measures.flatMap((code): NextYearLine[] => {
    const version = facts.measures.findLast((one) => one.code === code);
    if (version === undefined || version.retiredAfter !== null) return [];
    const target = (of: string) =>
      facts.targets.findLast((one) => one.measure === code && one.period === of && one.role === 'target')
        ?.figure ?? null;
    const outturn =
      facts.observations.findLast((one) => one.measure === code && one.role === 'outturn')?.figure ??
      facts.observations.findLast((one) => one.measure === code && one.period === period)?.figure ??
      null;
    return [{ version, outturn, target: target(year), nextTarget: target(next) }];
  });
  return { next, lines };
}
