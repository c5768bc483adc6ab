/** An age band in whole years, both ends included; `to` is null for a band without an end, as 90 and over. */
export interface AgeBand {
  readonly from: number;
  readonly to: number | null;
}

/**
 * The European Standard Population of 2013: how many of 100,000 are of each age, the same for both sexes.
 * Source: Eurostat, Revision of the European Standard Population: report of Eurostat's task force (2013),
 * ISBN 978-92-79-31094-2.
 */
export const EUROPEAN_2013: readonly (AgeBand & { readonly people: number })[] = [
  { from: 0, to: 0, people: 1000 },
  { from: 1, to: 4, people: 4000 },
  { from: 5, to: 9, people: 5500 },
  { from: 10, to: 14, people: 5500 },
  { from: 15, to: 19, people: 5500 },
  { from: 20, to: 24, people: 6000 },
  { from: 25, to: 29, people: 6000 },
  { from: 30, to: 34, people: 6500 },
  { from: 35, to: 39, people: 7000 },
  { from: 40, to: 44, people: 7000 },
  { from: 45, to: 49, people: 7000 },
  { from: 50, to: 54, people: 7000 },
  { from: 55, to: 59, people: 6500 },
  { from: 60, to: 64, people: 6000 },
  { from: 65, to: 69, people: 5500 },
  { from: 70, to: 74, people: 5000 },
  { from: 75, to: 79, people: 4000 },
  { from: 80, to: 84, people: 2500 },
  { from: 85, to: 89, people: 1500 },
  { from: 90, to: 94, people: 800 },
  { from: 95, to: null, people: 200 },
];

/**
 * An age band as tables write it; null for what is none.
 * @example ageBand('90+') // { from: 90, to: null }; '0-4', '05–09', '10 to 14 years', '90 and over' are read too
 */
export function ageBand(text: string): AgeBand | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^aged? /, '')
    .replace(/\s*(?:years?|yrs?)$/, '');
  const found = /^(\d{1,3})(?:\s*(?:-|–|to)\s*(\d{1,3})|\s*(\+|and over|plus|or over))?$/.exec(plain);
  if (found === null) return null;
  const from = Number(found[1]);
  if (found[3] !== undefined) return { from, to: null };
  const to = found[2] === undefined ? from : Number(found[2]);
  return to < from ? null : { from, to };
}

/**
 * How many of the standard population are in a band: the sum of those bands of its that make it up. Null where an
 * end of the band cuts one of them in two: what part of it to take is not known.
 * @example standardPeople({ from: 85, to: null }) // 1500 + 800 + 200 = 2500
 */
export function standardPeople({ from, to }: AgeBand): number | null {
  const first = EUROPEAN_2013.findIndex((each) => each.from === from);
  const last = EUROPEAN_2013.findIndex((each) => each.to === to);
  if (first < 0 || last < first) return null;
  return EUROPEAN_2013.slice(first, last + 1).reduce((sum, { people }) => sum + people, 0);
}
