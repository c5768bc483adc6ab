import type { Observation, Recorded } from '../../domain/facts.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import type { TargetVersion } from '../../domain/target/target.ts';
import { recordedOn } from '../calendar.ts';
import { figureIn, firstPromise, type LedgerFigures, readLedger } from '../read-ledger.ts';
import { adultsLedger } from './adults.ts';
import { childrenLedger } from './children.ts';
import { amendments, restatements } from './corrections.ts';
import { customersLedger } from './customers.ts';
import { learningLedger } from './learning.ts';
import { placeLedger } from './place.ts';
import { remarks } from './remarks.ts';
import { workforceAndFinanceLedger } from './workforce-and-finance.ts';

const ledgers = [
  placeLedger,
  customersLedger,
  workforceAndFinanceLedger,
  childrenLedger,
  learningLedger,
  adultsLedger,
];

/** All targets and figures: the ledgers, what is remarked on them, and what they were before they were corrected. */
export function figuresOf(measures: readonly MeasureVersion[]): LedgerFigures {
  const read = readLedger(ledgers.join('\n'), measures);
  return {
    targets: withAmendments(read.targets, measures),
    observations: withRestatements(withRemarks(read.observations), measures),
  };
}

type Slot = { measure: string; period: string; role: string };

/** Where a figure is in a list. @throws RangeError where a remark or correction is about a figure that is not there */
function placeOf(all: readonly Slot[], { measure, period, role }: Slot): number {
  const at = all.findIndex(
    (each) => each.measure === measure && each.period === period && each.role === role,
  );
  if (at < 0) throw new RangeError(`no ${role} of ${measure} for ${period}`);
  return at;
}

function withRemarks(observations: readonly Recorded<Observation>[]): Recorded<Observation>[] {
  const remarked = [...observations];
  for (const remark of remarks) {
    const at = placeOf(remarked, remark);
    const figure = remarked[at] as Recorded<Observation>;
    remarked[at] = {
      ...figure,
      dataPeriod: remark.dataPeriod ?? figure.dataPeriod,
      note: remark.note ?? figure.note,
      parts: remark.parts ?? figure.parts,
      ...(remark.lateOn === undefined
        ? {}
        : { flags: [...figure.flags, 'late'], recordedAt: recordedOn(remark.lateOn) }),
    };
  }
  return remarked;
}

/** A figure that was restated is there twice: as first recorded, and as known from the day of the correction. */
function withRestatements(
  observations: readonly Recorded<Observation>[],
  measures: readonly MeasureVersion[],
): Recorded<Observation>[] {
  const corrected = [...observations];
  for (const { was, restatedOn, reason, kind: _, ...which } of restatements) {
    const at = placeOf(corrected, which);
    const now = corrected[at] as Recorded<Observation>;
    const [numerator = null, denominator = null] = was.of?.split('/') ?? [];
    const before = {
      ...now,
      figure: figureIn(measureCalled(which.measure, measures), was.figure),
      numerator,
      denominator,
      flags: was.flags ?? [],
    };
    corrected.splice(at, 1, before, { ...now, recordedAt: recordedOn(restatedOn), note: reason });
  }
  return corrected;
}

/** A promise that was amended is there twice: version 1 as first agreed, version 2 from the day of the decision. */
function withAmendments(
  targets: readonly Recorded<TargetVersion>[],
  measures: readonly MeasureVersion[],
): Recorded<TargetVersion>[] {
  const amended = [...targets];
  for (const { measure, role, was, approvedBy, approvedOn, reason } of amendments) {
    for (const [period, cell] of Object.entries(was)) {
      const at = placeOf(amended, { measure, period, role });
      const now = amended[at] as Recorded<TargetVersion>;
      const first = firstPromise(measureCalled(measure, measures), role, period, cell);
      const decision = { approvedBy, approvedOn, reason, recordedAt: recordedOn(approvedOn) };
      amended.splice(at, 1, first, { ...now, version: 2, ...decision });
    }
  }
  return amended;
}

function measureCalled(code: string, measures: readonly MeasureVersion[]): MeasureVersion {
  const found = measures.findLast((each) => each.code === code);
  if (found === undefined) throw new RangeError(`there is no measure ${code}`);
  return found;
}
