import { findPresetDirection } from '../../domain/direction/presets.ts';
import type { Facts } from '../../domain/facts.ts';
import { derby } from '../../domain/status/presets/derby.ts';
import { presetScheme } from '../../domain/status/presets/index.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import type { Store } from '../../store/database.ts';
import { listAuthorities } from '../../store/read-authorities.ts';
import { schemesInForce } from '../../workflow/queries/schemes-in-force.ts';
import { UsageError } from '../console.ts';
import type { ReadContext } from './read-import.ts';

/** The status scheme of an authority that is new here. */
export const schemeOfNew = (context: ReadContext): StatusScheme => context.scheme ?? derby;

/** The id of its direction of travel scheme. */
export const directionOfNew = ({ direction }: ReadContext): string => direction?.id ?? 'derby';

/** The scheme to judge by: that of the authority where it is held. @throws UsageError where another was named. */
export async function schemeOf(
  store: Store,
  held: Facts | null,
  context: ReadContext,
): Promise<StatusScheme> {
  if (held === null) return schemeOfNew(context);
  const { name, statusScheme, directionScheme } = held.authority;
  if (context.scheme !== null && context.scheme.id !== statusScheme) {
    throw new UsageError(
      `${name} is judged by the scheme "${statusScheme}" already. --scheme is for a council that is new here: leave it out.`,
    );
  }
  if (context.direction !== null && context.direction.id !== directionScheme) {
    throw new UsageError(
      `${name} has the direction of travel scheme "${directionScheme}" already. --direction is for a council that is new here: leave it out.`,
    );
  }
  // One that an earlier file of this command brings is not stored yet: it has what was named, or the usual one.
  const stored = (await listAuthorities(store)).some((each) => each.code === held.authority.code);
  return stored ? (await schemesInForce(store, held.authority, LATEST)).status : schemeOfNew(context);
}

/** Schemes that are no presets are kept with the new authority they come with. */
export const ownScheme = (isNew: boolean, { scheme, direction }: ReadContext) => ({
  ...(isNew && scheme !== null && presetScheme(scheme.id) !== scheme ? { scheme } : {}),
  ...(isNew && direction !== null && findPresetDirection(direction.id) !== direction ? { direction } : {}),
});

/** Past every scheme's first day: the version in force now. */
const LATEST = '9999-12-31';
