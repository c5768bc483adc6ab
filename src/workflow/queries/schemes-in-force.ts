import { findPresetDirection } from '../../domain/direction/presets.ts';
import { type DirectionScheme, parseDirectionScheme } from '../../domain/direction/scheme.ts';
import type { Authority } from '../../domain/organisation/organisation.ts';
import { presetScheme } from '../../domain/status/presets/index.ts';
import { parseScheme, type StatusScheme } from '../../domain/status/scheme.ts';
import type { Store } from '../../store/database.ts';
import { listAuthorities } from '../../store/read-authorities.ts';
import { readSchemes } from '../../store/schemes.ts';

export interface SchemesInForce {
  status: StatusScheme;
  direction: DirectionScheme;
}

/**
 * The schemes an authority judges by on a day: its own where it has stored them (the version in force then), else
 * the preset of that name.
 *
 * @throws RangeError naming the scheme where there is neither.
 */
export async function schemesInForce(
  store: Pick<Store, 'db'>,
  authority: Authority,
  day: string,
): Promise<SchemesInForce> {
  const isHeld = (await listAuthorities(store)).some(({ code }) => code === authority.code);
  const stored = isHeld ? await readSchemes(store, { authority: authority.code }) : [];
  const own = (kind: 'status' | 'direction', id: string): unknown =>
    stored.filter((each) => each.kind === kind && each.scheme === id && each.validFrom <= day).at(-1)
      ?.content;
  return {
    status: statusScheme(authority.statusScheme, own('status', authority.statusScheme)),
    direction: directionScheme(authority.directionScheme, own('direction', authority.directionScheme)),
  };
}

function statusScheme(id: string, own: unknown): StatusScheme {
  if (own !== undefined) {
    const read = parseScheme(own);
    if ('scheme' in read) return read.scheme;
    throw new RangeError(
      `The stored status scheme "${id}" can no longer be read: ${read.problems[0]?.message ?? ''}`,
    );
  }
  const preset = presetScheme(id);
  if (preset !== null) return preset;
  throw new RangeError(`There is no status scheme "${id}". "outturn scheme list" shows those there are.`);
}

function directionScheme(id: string, own: unknown): DirectionScheme {
  if (own !== undefined) {
    const read = parseDirectionScheme(own);
    if ('scheme' in read) return read.scheme;
    throw new RangeError(`The stored direction of travel scheme "${id}" can no longer be read.`);
  }
  const preset = findPresetDirection(id);
  if (preset !== null) return preset;
  throw new RangeError(`There is no direction of travel scheme "${id}".`);
}
