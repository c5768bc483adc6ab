import { type Decimal, zero } from '../domain/number/decimal.ts';
import { rememberedDecimal, rememberedText } from './remembered-decimals.ts';

/**
 * Exact decimals lose what they are when a value is copied between threads, so they travel as marked text.
 * Everything else travels as it is: plain objects, arrays, maps, texts.
 */
interface WireDecimal {
  readonly $decimal: string;
}

type Replace = (object: object) => object | undefined;

const isDecimal = (value: object): value is Decimal =>
  value instanceof (zero.constructor as new () => Decimal);

const toWire: Replace = (object) =>
  isDecimal(object) ? ({ $decimal: rememberedText(object) } satisfies WireDecimal) : undefined;

const fromWire: Replace = (object) => {
  const text = '$decimal' in object ? object.$decimal : undefined;
  return typeof text === 'string' ? rememberedDecimal(text) : undefined;
};

/** A copy that survives the way between threads; what it was made from stays as it is. */
export const packed = (value: unknown): unknown => copied(value, toWire);

/** Makes a value that nobody else holds ready for the way between threads, without copying it. */
export const packWithin = (value: object): void => replaceWithin(value, toWire);

/** Undoes `packed` or `packWithin` within a value that has just arrived. */
export const unpackWithin = (value: object): void => replaceWithin(value, fromWire);

function copied(value: unknown, replace: Replace): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  const replaced = replace(value);
  if (replaced !== undefined) return replaced;
  if (Array.isArray(value)) return value.map((item) => copied(item, replace));
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, copied(item, replace)]));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item, replace)]));
}

function replaceWithin(holder: object, replace: Replace): void {
  if (holder instanceof Uint8Array) return;
  if (holder instanceof Map) {
    for (const [key, item] of holder) holder.set(key, replacedOrWalked(item, replace));
    return;
  }
  const fields = holder as Record<string, unknown>;
  for (const key in fields) {
    const item = fields[key];
    if (typeof item !== 'object' || item === null) continue;
    const replaced = replacedOrWalked(item, replace);
    if (replaced !== item) fields[key] = replaced;
  }
}

function replacedOrWalked(item: unknown, replace: Replace): unknown {
  if (typeof item !== 'object' || item === null) return item;
  const replaced = replace(item);
  if (replaced === undefined) replaceWithin(item, replace);
  return replaced ?? item;
}
