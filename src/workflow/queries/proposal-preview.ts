import { type EvaluatedMeasure, evaluate } from '../../domain/evaluate.ts';
import type { Facts, Recorded } from '../../domain/facts.ts';
import { isLikeYear } from '../../domain/measure/adds-up.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { predecessor } from '../../domain/period/relate.ts';
import { slotsFrom, valuedMeasure, versionOn } from '../../domain/proposal/plan.ts';
import type { ProposalContent } from '../../domain/proposal/proposal.ts';
import { typedValues } from '../../domain/proposal/typed-values.ts';
import { snapshotOf } from '../../domain/snapshot.ts';
import { newestBySlot } from '../../domain/target/slots.ts';
import type { TargetVersion } from '../../domain/target/target.ts';
import type { Store } from '../../store/database.ts';
import { factsIn } from '../../store/read-facts.ts';
import { heldFor } from '../proposals/held.ts';
import { knownNow } from '../remembered/known-now.ts';
import { ofOne } from './evaluate-update.ts';
import { latestSettled, readablePeriods } from './readable-periods.ts';
import { schemesByDay } from './schemes-in-force.ts';

/** One period as it stands and as it would under what is proposed. */
export interface PreviewedPeriod {
  period: ReportingPeriod;
  now: EvaluatedMeasure;
  proposed: EvaluatedMeasure;
}

/** What each target was and would be. */
export interface PreviewedTarget {
  period: ReportingPeriod;
  role: TargetVersion['role'];
  was: TargetVersion | null;
  proposed: TargetVersion['figure'] | null;
}

export interface ProposalPreview {
  version: MeasureVersion;
  targets: readonly PreviewedTarget[];
  /** The latest settled period and the three before it, latest first; empty where the measure is new. */
  periods: readonly PreviewedPeriod[];
}

const SHOWN = 4;

/**
 * What a proposal would change: its targets beside those in force, and the last four quarters judged again as if the
 * proposed target of the same quarter, or else of the year end, had been in force then. Nothing is written. null where
 * the proposal names no target.
 *
 * @param until the last of the four quarters; null for the latest that is settled
 * @param decidedAt ISO instant of the approval: what it put in force is then not what is compared with
 */
export async function previewProposal(
  store: Store,
  authority: string,
  content: ProposalContent,
  decidedAt: string | null = null,
  until: ReportingPeriod | null = null,
): Promise<ProposalPreview | null> {
  if (content.from === '') return null;
  const all = await heldFor(store, authority, content);
  const held = { ...all, targets: before(all.targets, decidedAt) };
  const version = valuedMeasure(content, held);
  if (version === null) return null;
  const from = periodOf(content.from);
  const own = held.targets.filter(({ measure }) => measure === version.code);
  const newest = newestBySlot(own);
  const typed = typedValues(content.values, version);
  const targets = slotsFrom(version, from, own).map(({ period, role, slot }) => ({
    period,
    role,
    was: newest.get(slot) ?? null,
    proposed: typed.get(slot) ?? null,
  }));
  // A measure that goes on may be judged by its own figures; of one that is new there are none.
  const goesOn = versionOn(held.versions, version.code, from.start) !== null;
  const last = goesOn ? (until ?? (await latestPeriod(store, authority))) : null;
  const periods =
    last === null || content.kind !== 'amend'
      ? []
      : await judgedTwice(store, authority, version, last, targets, decidedAt);
  return { version, targets, periods };
}

const latestPeriod = async (store: Store, authority: string): Promise<ReportingPeriod | null> =>
  latestSettled(await readablePeriods(await knownNow(store, authority)))?.period ?? null;

async function judgedTwice(
  db: Pick<Store, 'db'>,
  authority: string,
  version: MeasureVersion,
  latest: ReportingPeriod,
  targets: readonly PreviewedTarget[],
  decidedAt: string | null,
): Promise<PreviewedPeriod[]> {
  const { code } = version;
  const periods = [latest];
  while (periods.length < SHOWN) periods.push(predecessor(periods.at(-1) ?? latest));
  const all = await factsIn(db, { authority, around: periods, measures: [code] });
  const facts = { ...all, targets: before(all.targets, decidedAt) };
  const schemes = await schemesByDay(db, facts.authority);
  return periods.flatMap((period): PreviewedPeriod[] => {
    const rules = schemes(period.end);
    const judged = (some: Facts) => {
      const scorecards = [ofOne(code, facts.scorecards, period.end)];
      const question = { period, scorecard: null, asAt: null };
      return evaluate(snapshotOf({ ...some, scorecards }, question), rules.status, rules.direction)
        .measures[0];
    };
    try {
      const now = judged(facts);
      const proposed = judged({ ...facts, targets: [...facts.targets, ...asIf(version, targets, period)] });
      return now === undefined || proposed === undefined ? [] : [{ period, now, proposed }];
    } catch (error) {
      // Its directorate was not there then: nothing can be said of that period.
      if (error instanceof RangeError) return [];
      throw error;
    }
  });
}

/** As they were when it was decided; as they are where it was not. */
const before = <T extends { recordedAt: string }>(all: readonly T[], decidedAt: string | null): T[] =>
  all.filter(({ recordedAt }) => decidedAt === null || recordedAt < decidedAt);

/** The proposed targets as promises of another period: of the same quarter of its year, and of its year end. */
function asIf(
  measure: MeasureVersion,
  targets: readonly PreviewedTarget[],
  at: ReportingPeriod,
): Recorded<TargetVersion>[] {
  const { code: period, number, span, year } = at;
  const promise = (where: string, { role, proposed }: PreviewedTarget): Recorded<TargetVersion>[] =>
    proposed === null
      ? []
      : [
          {
            measure: measure.code,
            period: where,
            role,
            figure: proposed,
            version: 1,
            approvedBy: null,
            approvedOn: null,
            reason: null,
            recordedAt: LAST,
          },
        ];
  const ofYear = targets.filter((one) => one.period.span === 'year');
  const ofQuarter = targets.filter((one) => one.period.span === span && one.period.number === number);
  const otherwise = isLikeYear(measure, at) ? ofYear : [];
  const named = ofQuarter.some(({ proposed }) => proposed !== null) ? ofQuarter : otherwise;
  return [...ofYear.flatMap((one) => promise(year, one)), ...named.flatMap((one) => promise(period, one))];
}

/** After everything that was ever recorded. */
const LAST = '9999-12-31T00:00:00.000Z';
