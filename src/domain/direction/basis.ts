import { z } from 'zod';

/** What is compared with what. */
export type Basis =
  | { kind: 'previousPeriod' }
  | { kind: 'samePeriodLastYear' }
  | { kind: 'lastOutturn' }
  | { kind: 'baseline' }
  | { kind: 'forecastAgainstLastOutturn' }
  /** The average of the last `periods` positions before this one. */
  | { kind: 'rollingMean'; periods: number }
  /** The state of the latest point of its control chart. */
  | { kind: 'spc' }
  /** The cases of two periods, tested for chance. */
  | { kind: 'testedDifference' }
  /** The trend of the latest five annual figures, with their intervals. */
  | { kind: 'recentTrend' }
  /** The first of those that the figures allow, else a change that was not tested and says so. */
  | { kind: 'tested' };

export type BasisKind = Basis['kind'];

export const basisKinds: readonly BasisKind[] = [
  'previousPeriod',
  'samePeriodLastYear',
  'lastOutturn',
  'baseline',
  'forecastAgainstLastOutturn',
  'rollingMean',
  'spc',
  'testedDifference',
  'recentTrend',
  'tested',
];

/** The bases that ask first whether chance explains a change. */
export type TestedBasis = 'spc' | 'testedDifference' | 'recentTrend' | 'tested';

export const isTested = (kind: BasisKind): kind is TestedBasis =>
  kind === 'spc' || kind === 'testedDifference' || kind === 'recentTrend' || kind === 'tested';

/** Bases that schemes in use declare and this version cannot work out: refused by name, never replaced by another. */
export const reservedBases: readonly string[] = ['regression'];

const plainKinds = [
  'previousPeriod',
  'samePeriodLastYear',
  'lastOutturn',
  'baseline',
  'forecastAgainstLastOutturn',
  'spc',
  'testedDifference',
  'recentTrend',
  'tested',
] as const satisfies readonly Exclude<BasisKind, 'rollingMean'>[];

const PERIODS =
  'A rolling mean needs its number of periods. Write {"kind": "rollingMean", "periods": 3}, from 2 to 60.';

/**
 * In a file: the name alone, or `{ "kind": "rollingMean", "periods": 3 }`. Each way of writing it is a shape, so that the JSON Schema
 * for editors, which is made of the shapes, accepts what is read here and no more.
 */
export const basisSchema = z.union(
  [
    z.enum(plainKinds).transform((kind): Basis => ({ kind })),
    z
      .strictObject({ kind: z.enum(plainKinds), periods: z.never().optional() })
      .transform(({ kind }): Basis => ({ kind })),
    z.strictObject({
      kind: z.literal('rollingMean'),
      periods: z.int().min(2, { message: PERIODS }).max(60, { message: PERIODS }),
    }),
  ],
  { error: ({ input }) => whatIsWrongWith(input) },
);

/** Why none of the shapes fits, in words for whoever wrote the file; undefined where it is neither text nor object. */
function whatIsWrongWith(input: unknown): string | undefined {
  const written = typeof input === 'string' ? { kind: input } : input;
  if (written === null || typeof written !== 'object' || !('kind' in written)) return undefined;
  const kind = basisKinds.find((known) => known === written.kind);
  if (kind === undefined) {
    const known = basisKinds.join(', ');
    return reservedBases.some((reserved) => reserved === written.kind)
      ? `The basis “${written.kind}” is not built yet. Use one of: ${known}; or keep the published directions as stated.`
      : `No basis is called “${written.kind}”. Use one of: ${known}.`;
  }
  return kind === 'rollingMean' ? PERIODS : `Only rollingMean has periods. Take them out of ${kind}.`;
}
