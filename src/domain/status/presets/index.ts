import type { StatusScheme } from '../scheme.ts';
import { belfast } from './belfast.ts';
import { cambridgeshire } from './cambridgeshire.ts';
import { derby } from './derby.ts';
import { eastRiding } from './east-riding.ts';
import { havering2013 } from './havering-2013.ts';
import { kent } from './kent.ts';
import { lincoln } from './lincoln.ts';
import { maidstone } from './maidstone.ts';
import { medway } from './medway.ts';
import { norfolk2013 } from './norfolk-2013.ts';
import { thurrock } from './thurrock.ts';
import { toowoomba } from './toowoomba.ts';

const presets = [
  derby,
  havering2013,
  kent,
  lincoln,
  norfolk2013,
  medway,
  eastRiding,
  belfast,
  thurrock,
  maidstone,
  cambridgeshire,
  toowoomba,
];

/** The schemes that come with the product, by id. */
export const presetSchemes: ReadonlyMap<string, StatusScheme> = new Map(
  presets.map((scheme) => [scheme.id, scheme]),
);

/** The preset with this id, or null. @example presetScheme('derby')?.name // 'Derby 2018' */
export function presetScheme(id: string): StatusScheme | null {
  return presetSchemes.get(id) ?? null;
}
