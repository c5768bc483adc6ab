import { findPresetDirection } from '../../domain/direction/presets.ts';
import { type DirectionScheme, parseDirectionScheme } from '../../domain/direction/scheme.ts';
import type { Authority } from '../../domain/organisation/organisation.ts';
import { presetScheme } from '../../domain/status/presets/index.ts';
import { parseScheme, type StatusScheme } from '../../domain/status/scheme.ts';
import type { Store } from '../../store/database.ts';
import { listAuthorities } from '../../store/read-authorities.ts';
import { readSchemes } from '../../store/schemes.ts';
import type { Known } from '../remembered/known-now.ts';
import { setUpKnown } from './set-up-now.ts';

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
export const schemesInForce = async (
  store: Pick<Store, 'db'>,
  authority: Authority,
  day: string,
): Promise<SchemesInForce> => (await schemesByDay(store, authority))(day);

/** As it is remembered: by the rules that the authority has now. */
export const schemesKnown = (known: Known): Promise<(day: string) => SchemesInForce> =>
  known.recall({
    key: 'schemes',
    of: ['setUp'],
    work: async () => schemesByDay(known.store, (await setUpKnown(known).authority()).authority),
  });

/** The same for any number of days, read once. */
export async function schemesByDay(
  store: Pick<Store, 'db'>,
  authority: Authority,
): Promise<(day: string) => SchemesInForce> {
  const isHeld = (await listAuthorities(store)).some(({ code }) => code === authority.code);
  const stored = isHeld ? await readSchemes(store, { authority: authority.code }) : [];
  const read = new Map<unknown, StatusScheme | DirectionScheme>();
  // A scheme that was read before is the same scheme: what is worked out from it once need not be again.
  const once = <T extends StatusScheme | DirectionScheme>(content: unknown, reading: () => T): T => {
    const known = read.get(content);
    if (content !== undefined && known !== undefined) return known as T;
    const scheme = reading();
    read.set(content, scheme);
    return scheme;
  };
  return (day) => {
    const own = (kind: 'status' | 'direction', id: string): unknown =>
      stored.filter((each) => each.kind === kind && each.scheme === id && each.validFrom <= day).at(-1)
        ?.content;
    const [status, direction] = [
      own('status', authority.statusScheme),
      own('direction', authority.directionScheme),
    ];
    return {
      status: once(status, () => statusScheme(authority.statusScheme, status)),
      direction: once(direction, () => directionScheme(authority.directionScheme, direction)),
    };
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
