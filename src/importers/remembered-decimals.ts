import { type Decimal, decimal, toText } from '../domain/number/decimal.ts';

/** The figures of one file come again and again: each is made once. Decimals never change, so that rows may share them. */
const MOST_REMEMBERED = 10_000;
const LONGEST_REMEMBERED = 32;
const byText = new Map<string, Decimal>();
const texts = new WeakMap<Decimal, string>();

/** The decimal of plain canonical text. @throws RangeError for any other. */
export function rememberedDecimal(text: string): Decimal {
  const known = byText.get(text);
  if (known !== undefined) return known;
  const made = decimal(text);
  if (text.length > LONGEST_REMEMBERED) return made;
  if (byText.size >= MOST_REMEMBERED) byText.clear();
  byText.set(text, made);
  return made;
}

/** The canonical text of a decimal, worked out once for each that is held. */
export function rememberedText(value: Decimal): string {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = toText(value);
  texts.set(value, text);
  return text;
}
