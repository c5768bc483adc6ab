import type { Observation, Recorded } from '../../domain/facts.ts';
import { missing, type TypedFigure } from '../../domain/number/figure.ts';
import { formatFigure } from '../../domain/number/format.ts';
import { sameFigure } from '../../domain/number/same-figure.ts';
import { restatementRefusal } from '../../domain/restatement/guards.ts';
import {
  noteOf,
  type PrintedFigure,
  type RestatedRole,
  type Restatement,
  type RestatementKind,
  verbOf,
} from '../../domain/restatement/restatement.ts';
import { roundStanding } from '../../domain/round/round.ts';
import type { Store } from '../../store/database.ts';
import { isEditionId } from '../../store/editions.ts';
import { addRestatement, readRestatements } from '../../store/restatements.ts';
import { lockRound } from '../../store/round-lock.ts';
import { readRoundRecords } from '../../store/rounds.ts';
import { inTransaction, type Transaction } from '../../store/transaction.ts';
import { writeFacts } from '../../store/write-facts.ts';
import { allowedAs } from '../proposals/open-proposal.ts';
import { subjectOf } from '../queries/measure-in-hand.ts';
import { Refused } from '../refused.ts';
import type { Acting } from '../round/acting.ts';
import { acceptIn } from './open-correction.ts';
import { type GivenRestatement, type Parts, readGiven, wordProblems } from './read-restatement.ts';
import { type Effect, effectOf, type Standing, standingOfFigure, withOutturn } from './weigh-restatement.ts';

/** A restatement as it would be made, with what it does. */
export interface WeighedRestatement {
  restatement: Restatement;
  figures: readonly Recorded<Observation>[];
  effect: Effect;
  /** True where the figure was divided into parts, which no longer add up to it. */
  losesParts: boolean;
  standing: Standing;
}

/**
 * What a restatement would do, before it is saved. Nothing is written.
 *
 * @throws Refused with every problem of what was typed, each with its field
 */
export const weighRestatement = (
  store: Store,
  acting: Acting,
  given: GivenRestatement,
): Promise<WeighedRestatement> =>
  inTransaction(store, (tx) => weighIn(tx, acting, given), { isolation: 'repeatable read', readOnly: true });

/**
 * Restates a published figure: a fact of its own beside the earlier one, with who changed it, why, and what that did to
 * the status; never an edit.
 *
 * @param seenEffect the effect as it was shown: another one is refused, so that what is saved is what was seen
 */
export const restateFigure = (
  store: Store,
  acting: Acting,
  given: GivenRestatement,
  seenEffect: string,
): Promise<Restatement> =>
  inTransaction(store, async (tx) => {
    const { authority, person, now } = acting;
    if (!isEditionId(given.id))
      throw new Refused('invalid', 'This form cannot be used. Open the page again.');
    await lockRound(tx, authority, given.period, given.measure);
    const which = { measures: [given.measure], periods: [given.period] };
    const done = (await readRestatements(tx, authority, which)).find(({ id }) => id === given.id);
    if (done !== undefined) return done;
    const { restatement, figures, effect, standing } = await weighIn(tx, acting, given);
    if (effect.own !== seenEffect) {
      const message = 'What the correction does has changed since it was shown. Look at it again';
      throw new Refused('invalid', 'There is a problem', [{ field: 'figure', message }]);
    }
    await addRestatement(tx, authority, restatement);
    await writeFacts(
      tx,
      { authority: standing.facts.authority, observations: figures },
      { recordedAt: now, actor: person.id, actingAs: restatement.actingAs, reason: restatement.reason },
    );
    if (given.answers !== undefined) await acceptIn(tx, acting, given.answers, restatement);
    return restatement;
  });

/** The same within a transaction, for those who may do it themselves or (`proposeCorrection`) may only ask for it. */
export async function weighIn(
  tx: Transaction,
  acting: Acting,
  given: GivenRestatement,
  action: 'restateFigure' | 'proposeCorrection' = 'restateFigure',
): Promise<WeighedRestatement> {
  const { authority, now, person } = acting;
  const { period, measure, role } = given;
  const subject = await subjectOf(tx, acting, measure, period);
  if (subject === null) throw new Refused('notNow', 'There is no such measure.');
  const actingAs = allowedAs(acting, action, subject.relation, subject.state);
  const round = roundStanding(await readRoundRecords(tx, authority, period));
  const refusal = restatementRefusal(round?.state ?? null, round?.reopened.has(measure) ?? false);
  if (refusal !== null) throw new Refused('notNow', refusal);
  const standing = await standingOfFigure(tx, authority, given);
  const { held, version, roles } = standing;
  if (!roles.includes(role)) throw new Refused('invalid', 'This measure has no such figure.');
  if ((held?.recordedAt ?? '') !== given.seen) {
    throw new Refused('notNow', 'Somebody has changed this figure since you opened the page. Open it again.');
  }
  const before = figureShown(standing, role);
  const read = readGiven(given, version.unit, before);
  const same = sameFigure(before, read.figure) && sameParts(held, read);
  const wasProvisional = held?.flags.includes('provisional') ?? false;
  const earlier = await latestOf(tx, authority, given);
  const waitsFor = given.provisional ? given.waitsFor.trim() : null;
  const verb = verbOf({
    sameFigure: same,
    wasProvisional,
    isProvisional: given.provisional,
    sameWait: (earlier?.waitsFor ?? '') === (waitsFor ?? ''),
  });
  // Whoever proposes a correction says that the figure is another one: only those who decide mark it provisional or final.
  const isProposed = action === 'proposeCorrection';
  const problems = [...read.problems, ...wordProblems(given, isProposed || verb === 'restate')];
  if (isProposed && verb !== 'restate' && read.problems.length === 0) {
    problems.unshift({ field: 'figure', message: 'Enter the correct figure' });
  } else if (verb === null && problems.length === 0) {
    const message = `${formatFigure(before, version.unit)} is the figure that stands. Type another one, or say whether it is provisional`;
    problems.push({ field: 'figure', message });
  }
  if (problems.length > 0 || verb === null) throw new Refused('invalid', 'There is a problem', problems);
  const reason = given.reason.trim();
  const printed = (figure: TypedFigure, parts: Parts, provisional: boolean): PrintedFigure => ({
    display: formatFigure(figure, version.unit),
    numerator: parts.numerator,
    denominator: parts.denominator,
    provisional,
  });
  const was = printed(before, partsOf(held), wasProvisional);
  // A note of an earlier restatement is replaced; one that an officer wrote stays.
  const kept = held?.note === earlier?.note ? null : (held?.note ?? null);
  const note = noteOf(verb, {
    was: was.display,
    wasMissing: before.kind === 'missing',
    reason,
    waitsFor,
    kept,
  });
  const figure: Recorded<Observation> = {
    measure,
    period,
    role,
    figure: same ? before : read.figure,
    numerator: read.numerator,
    denominator: read.denominator,
    dataPeriod: held?.dataPeriod ?? null,
    flags: [
      ...(held?.flags ?? []).filter((flag) => flag !== 'provisional'),
      ...(given.provisional ? (['provisional'] as const) : []),
    ],
    // Parts that made up another figure do not make up this one.
    parts: same ? (held?.parts ?? []) : [],
    source: person.id,
    note,
    recordedAt: now,
  };
  const figures = withOutturn(figure);
  const effect = effectOf(standing, figures);
  return {
    restatement: {
      id: given.id,
      measure,
      period,
      role,
      verb,
      kind: verb === 'restate' ? (given.kind as RestatementKind) : null,
      reason,
      was,
      is: printed(figure.figure, read, given.provisional),
      waitsFor,
      effect: effect.own,
      note,
      person: person.id,
      actingAs,
      at: now,
    },
    figures,
    effect,
    losesParts: !same && (held?.parts.length ?? 0) > 0,
    standing,
  };
}

export const partsOf = (held: Observation | null): Parts => ({
  numerator: held?.numerator ?? null,
  denominator: held?.denominator ?? null,
});

export const sameParts = (held: Observation | null, read: Parts): boolean =>
  (held?.numerator ?? null) === read.numerator && (held?.denominator ?? null) === read.denominator;

/** The figure as it is printed: of the one that the measure is read by its position, which may have been worked out. */
export function figureShown({ measure, held, roles }: Standing, role: RestatedRole): TypedFigure {
  if (held !== null) return held.figure;
  return role === roles[0] ? measure.snapshot.position.figure : missing('blank');
}

/** The last that was said of this figure; null where nothing was. */
export async function latestOf(
  db: Pick<Store, 'db'>,
  authority: string,
  { measure, period, role }: Pick<GivenRestatement, 'measure' | 'period' | 'role'>,
): Promise<Restatement | null> {
  const all = await readRestatements(db, authority, { measures: [measure], periods: [period] });
  return all.findLast((one) => one.role === role) ?? null;
}
