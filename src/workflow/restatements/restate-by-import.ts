import type { Facts, Observation, Recorded } from '../../domain/facts.ts';
import { formatFigure } from '../../domain/number/format.ts';
import { sameFigure } from '../../domain/number/same-figure.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { comparePeriods } from '../../domain/period/relate.ts';
import {
  noteOf,
  type PrintedFigure,
  type RestatedRole,
  type Restatement,
  type RestatementKind,
  restatedRoles,
  verbOf,
} from '../../domain/restatement/restatement.ts';
import type { Outcome } from '../../domain/status/outcome.ts';
import { listAuthorities } from '../../store/read-authorities.ts';
import { readRestatements } from '../../store/restatements.ts';
import type { Transaction } from '../../store/transaction.ts';
import { newEditionId } from '../editions/make-edition.ts';
import type { Delivery } from '../record-facts.ts';
import {
  type ChangedByFile,
  changedByFile,
  isProvisional,
  keyOf,
  settledCode,
  targetKey,
} from './changed-by-file.ts';
import { figureShown, partsOf, sameParts } from './restate-figure.ts';
import { type Retargeted, retargeted } from './retargeted.ts';
import type { Periods, SettledPeriod } from './settled-periods.ts';
import { effectOf, measuresStanding, type StandingOf, withOutturn } from './weigh-restatement.ts';

/** Why published figures change, as far as it was said. */
export interface Why {
  reason: string;
  kind: RestatementKind | null;
}

/** One published figure that a file changes. */
export interface RestatedByImport {
  restatement: Restatement;
  /** Of the measure. */
  title: string;
  /** The status that belongs to the figure. */
  status: { was: Outcome; is: Outcome };
  /** Later periods that change with it, a sentence each. */
  later: readonly string[];
}

/** What a delivery changes of what is published, and the delivery with that said beside its figures. */
export interface WeighedDelivery {
  delivery: Delivery;
  restated: readonly RestatedByImport[];
  /** How many published texts it changes, by period. */
  texts: ReadonlyMap<string, number>;
  /** Targets that published figures were judged by. */
  targets: readonly Retargeted[];
  /** How far each settled period is. */
  states: ReadonlyMap<string, SettledPeriod['state']>;
}

export interface By {
  person: string;
  actingAs: string;
  now: string;
}

/** What a delivery changes of frozen and published periods, and what that does. Nothing is written. */
export async function weighDelivery(
  tx: Transaction,
  by: By,
  delivery: Delivery,
  why: Why,
): Promise<WeighedDelivery> {
  const { code: authority } = delivery.facts.authority;
  const isHeld = (await listAuthorities(tx)).some(({ code }) => code === authority);
  const found = isHeld ? await changedByFile(tx, authority, by.now, delivery) : null;
  if (found === null) return { delivery, restated: [], texts: new Map(), targets: [], states: new Map() };
  const restated = await restatedBy(tx, authority, found, { by, why, periods: found.periods });
  const noted = withNotes(delivery, found, restated, await notesOf(tx, authority, found, restated));
  return {
    delivery: withReasons(noted, found, why),
    restated: [...restated.values()],
    texts: found.texts,
    targets: await retargeted(tx, authority, found.targets),
    states: new Map([...found.periods.settled].map(([code, { state }]) => [code, state])),
  };
}

/** A target that changes what was judged carries why, beside whatever the file itself says of it. */
function withReasons(delivery: Delivery, { targets }: ChangedByFile, { reason }: Why): Delivery {
  if (targets.length === 0 || reason === '') return delivery;
  const changed = new Set(targets.map(({ target }) => targetKey(target)));
  return inEachBatch(delivery, (batch) =>
    batch.targets === undefined
      ? batch
      : {
          ...batch,
          targets: batch.targets.map((one) =>
            changed.has(targetKey(one)) && one.reason === null ? { ...one, reason } : one,
          ),
        },
  );
}

interface Context {
  by: By;
  why: Why;
  periods: Periods;
}

/** By the key of the figure. One after another, so that the effects told of one measure add up. */
async function restatedBy(
  tx: Transaction,
  authority: string,
  { changed }: ChangedByFile,
  context: Context,
): Promise<Map<string, RestatedByImport>> {
  const restated = new Map<string, RestatedByImport>();
  if (changed.length === 0) return restated;
  const byMeasure = new Map<string, Recorded<Observation>[]>();
  for (const one of changed) byMeasure.set(one.measure, [...(byMeasure.get(one.measure) ?? []), one]);
  const standing = await measuresStanding(tx, authority, [...byMeasure.keys()]);
  for (const [measure, own] of byMeasure) {
    const of = standing(measure);
    if (of === null) continue;
    const over: Recorded<Observation>[] = [];
    for (const one of own.sort(inOrder(context.periods))) {
      const made = restatementOf(one, of, over, context);
      over.push(...(made === null ? [one] : withOutturn(one)));
      if (made !== null) restated.set(keyOf(one), made);
    }
  }
  return restated;
}

/** What came out of a year was published as the forecast of the period that ends it. */
const roleOf = ({ role }: Observation): RestatedRole => (role === 'outturn' ? 'forecast' : role);

const inOrder = (periods: Periods) => {
  const published = (one: Observation) => periodOf(settledCode(one, periods) ?? one.period);
  return (a: Observation, b: Observation): number =>
    comparePeriods(published(a), published(b)) ||
    restatedRoles.indexOf(roleOf(a)) - restatedRoles.indexOf(roleOf(b)) ||
    Number(a.role === 'outturn') - Number(b.role === 'outturn');
};

/** null where no reader saw the measure in that period, and where the outturn is what the forecast was restated to. */
function restatementOf(
  one: Recorded<Observation>,
  standingOf: StandingOf,
  over: readonly Recorded<Observation>[],
  { by, why, periods }: Context,
): RestatedByImport | null {
  const settled = periods.settled.get(settledCode(one, periods) ?? '');
  const role = roleOf(one);
  const standing = settled === undefined ? null : standingOf(settled.code, role, over);
  if (settled === undefined || standing === null) return null;
  const { version, measure, facts } = standing;
  const held = facts.observations.findLast((each) => keyOf(each) === keyOf(one)) ?? null;
  const before = figureShown({ ...standing, held }, role);
  const verb = verbOf({
    sameFigure: sameFigure(before, one.figure) && sameParts(held, one),
    wasProvisional: held !== null && isProvisional(held),
    isProvisional: isProvisional(one),
    sameWait: true,
  });
  if (verb === null) return null;
  const effect = effectOf(standing, withOutturn(one));
  const printed = (figure: Observation['figure'], of: Observation | null): PrintedFigure => ({
    display: formatFigure(figure, version.unit),
    ...partsOf(of),
    provisional: of !== null && isProvisional(of),
  });
  const { reason } = why;
  const was = printed(before, held);
  const wasMissing = before.kind === 'missing';
  const status = role === 'forecast' ? 'forecastStatus' : 'status';
  return {
    restatement: {
      id: newEditionId(),
      measure: one.measure,
      period: settled.code,
      role,
      verb,
      kind: verb === 'restate' ? why.kind : null,
      reason,
      was,
      is: printed(one.figure, one),
      waitsFor: null,
      effect: effect.own,
      note: noteOf(verb, { was: was.display, wasMissing, reason, waitsFor: null, kept: one.note }),
      person: by.person,
      actingAs: by.actingAs,
      at: by.now,
    },
    title: version.title,
    status: { was: measure[status].outcome, is: effect.after[status].outcome },
    later: effect.later,
  };
}

/**
 * What is printed beside each figure: of a restated one what was said now; of one that stays, what was said when it was
 * restated, so that a file that is imported again takes nothing away.
 */
async function notesOf(
  tx: Transaction,
  authority: string,
  { given, held }: ChangedByFile,
  restated: ReadonlyMap<string, RestatedByImport>,
): Promise<Map<string, string | null>> {
  const notes = new Map([...restated].map(([key, { restatement }]) => [key, restatement.note]));
  const noted = given.filter(
    (one) => !notes.has(keyOf(one)) && (held.get(keyOf(one))?.note ?? null) !== null,
  );
  if (noted.length === 0) return notes;
  const measures = [...new Set(noted.map(({ measure }) => measure))];
  const said = new Set((await readRestatements(tx, authority, { measures })).map(({ note }) => note));
  for (const one of noted) {
    const note = held.get(keyOf(one))?.note ?? null;
    if (said.has(note)) notes.set(keyOf(one), note);
  }
  return notes;
}

/** The delivery with its notes; with a forecast of the period that ends a year goes what came out, unless it says that too. */
function withNotes(
  delivery: Delivery,
  { given }: ChangedByFile,
  restated: ReadonlyMap<string, RestatedByImport>,
  notes: ReadonlyMap<string, string | null>,
): Delivery {
  if (notes.size === 0) return delivery;
  const said = new Set(given.map(keyOf));
  const noted = <T extends Partial<Facts>>(batch: T): T =>
    batch.observations === undefined
      ? batch
      : {
          ...batch,
          observations: batch.observations.flatMap((one) => {
            const note = notes.get(keyOf(one));
            const own = note === undefined ? one : { ...one, note };
            if (!restated.has(keyOf(one))) return [own];
            return withOutturn(own).filter((each) => each === own || !said.has(keyOf(each)));
          }),
        };
  return inEachBatch(delivery, noted);
}

/** The delivery with each of its batches made otherwise; those that follow are gone through again when it is written. */
function inEachBatch(delivery: Delivery, made: <T extends Partial<Facts>>(batch: T) => T): Delivery {
  const { facts, further } = delivery;
  if (further === undefined) return { ...delivery, facts: made(facts) };
  const batches = {
    *[Symbol.iterator]() {
      for (const batch of further) yield made(batch);
    },
  };
  return { ...delivery, facts: made(facts), further: batches };
}
