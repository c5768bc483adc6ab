import type { DirectionScheme } from '../../domain/direction/scheme.ts';
import { overrideProblems } from '../../domain/status/overrides.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import { scorecardOverrides } from '../../domain/tolerances.ts';
import type { Store } from '../../store/database.ts';
import { writeScheme } from '../../store/schemes.ts';
import { inTransaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { readSetUp } from '../queries/set-up.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';

export interface SchemeChange {
  scheme: StatusScheme;
  /** The first day of the first period that is judged by it. */
  from: string;
  reason: string;
}

/**
 * Judges by another scheme from a day on. The authority's line of schemes keeps its name: earlier periods find the
 * scheme that held then, and the scheme that comes brings its own name and version.
 */
export const changeScheme = (store: Store, acting: Acting, change: SchemeChange): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changeSchemes', null, null);
    const { authority, now, today } = acting;
    await openAuthority(tx, authority, now);
    const setUp = await readSetUp(tx, authority, today);
    const { scheme, from } = change;
    const reason = change.reason.trim();
    const problems: { field: string; message: string }[] = [];
    if (reason === '') problems.push({ field: 'reason', message: 'Enter the reason, or who decided it' });
    const latest = new Map(setUp.scorecards.map((card) => [card.code, card]));
    for (const card of latest.values()) {
      for (const { message, remedy } of overrideProblems(scheme, scorecardOverrides(card))) {
        problems.push({ field: 'from', message: `${card.name}: ${message} ${remedy}` });
      }
    }
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    // One scheme a day: choosing again for the same day replaces what was chosen, and both are kept.
    const version = `from ${from}`;
    await writeScheme(
      tx,
      authority,
      {
        kind: 'status',
        scheme: setUp.authority.statusScheme,
        version,
        validFrom: from,
        content: { ...scheme, effectiveFrom: from, effectiveTo: null },
      },
      {
        recordedAt: now,
        actor: acting.person.id,
        actingAs: roleFor(acting, 'changeSchemes', null, null),
        reason,
      },
    );
  });

/** The same for the direction of travel. */
export const changeDirectionScheme = (
  store: Store,
  acting: Acting,
  { scheme, from, reason: typed }: { scheme: DirectionScheme; from: string; reason: string },
): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changeSchemes', null, null);
    const { authority, now, today } = acting;
    await openAuthority(tx, authority, now);
    const reason = typed.trim();
    if (reason === '') {
      const problems = [{ field: 'reason', message: 'Enter the reason, or who decided it' }];
      throw new Refused('invalid', 'There is a problem', problems);
    }
    const setUp = await readSetUp(tx, authority, today);
    await writeScheme(
      tx,
      authority,
      {
        kind: 'direction',
        scheme: setUp.authority.directionScheme,
        version: `from ${from}`,
        validFrom: from,
        content: { ...scheme, effectiveFrom: from },
      },
      {
        recordedAt: now,
        actor: acting.person.id,
        actingAs: roleFor(acting, 'changeSchemes', null, null),
        reason,
      },
    );
  });
