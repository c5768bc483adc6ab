/** Whether figures on the two sides of a change may be compared. */
export const comparabilities = ['yes', 'withCare', 'no'] as const;
export type Comparability = (typeof comparabilities)[number];

export const comparabilityNames: Readonly<Record<Comparability, string>> = {
  yes: 'Yes, they count the same',
  withCare: 'With care',
  no: 'No',
};

/** What a version of a measure changed about its series. */
export interface SeriesChange {
  kind: 'defined' | 'combined' | 'split' | 'retired' | 'begun';
  comparable: Comparability;
  /** What changed and why, in the words of whoever proposed it. */
  note: string;
  /** Codes of the measures it was made from, and of those that came in its place. */
  from: readonly string[];
  into: readonly string[];
  /** `Cabinet, 14 November 2018, CAB/18/112`. */
  decided: string;
}

/** A day in the life of a measure on which its series changed. */
export interface SeriesBreak {
  /** First day on which the new way of counting holds (ISO date). */
  day: string;
  comparable: Comparability;
  /** What happened, to follow "not comparable:": `the definition changed`, `combines STR 4 and STR 6`. */
  what: string;
  note: string;
  /** Codes of the measures it was made from. */
  from: readonly string[];
}

/** As much of a version as tells of its series. */
interface Version {
  code: string;
  validFrom: string;
  definition: { breaksSeries?: boolean; change?: SeriesChange };
}

/**
 * The changes in a measure's series that a reader must know of, oldest first. A version that was imported as breaking
 * the series is one; a measure that was only retired, or only begun, breaks nothing.
 *
 * @param day of changes after it nothing is said
 * @example seriesBreaks([{ validFrom: '2018-07-01', definition: { breaksSeries: true }, … }], '2018-09-30')
 * // [{ day: '2018-07-01', comparable: 'no', what: 'the definition changed', … }]
 */
export function seriesBreaks(versions: readonly Version[], day: string): SeriesBreak[] {
  return versions
    .filter(({ validFrom }) => validFrom <= day)
    .flatMap(({ validFrom, code, definition: { breaksSeries, change } }): SeriesBreak[] => {
      if (change !== undefined && change.kind !== 'retired' && change.kind !== 'begun') {
        const { comparable, note, from } = change;
        return [{ day: validFrom, comparable, what: happened(change, code), note, from }];
      }
      if (breaksSeries !== true) return [];
      return [{ day: validFrom, comparable: 'no', what: 'the definition changed', note: '', from: [] }];
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function happened({ kind, from }: SeriesChange, code: string): string {
  const others = listedCodes(from);
  if (kind === 'combined') return `it combines ${others}`;
  if (kind === 'split') return from.includes(code) ? 'it was split' : `it was split from ${others}`;
  return 'the definition changed';
}

/** @example listedCodes(['A', 'B', 'C']) // 'A, B and C' */
export const listedCodes = (codes: readonly string[]): string =>
  codes.length <= 1 ? (codes[0] ?? '') : `${codes.slice(0, -1).join(', ')} and ${codes.at(-1)}`;
