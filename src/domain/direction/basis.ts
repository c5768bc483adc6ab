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

/** In a file: the name alone, or `{ "kind": "rollingMean", "periods": 3 }`. */
export const basisSchema = z
  .union([z.string(), z.looseObject({ kind: z.string(), periods: z.number().optional() })])
  .transform((value, context): Basis => {
    const written = typeof value === 'string' ? { kind: value } : value;
    const refuse = (message: string) => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    if (reservedBases.includes(written.kind)) {
      return refuse(
        `The basis “${written.kind}” is not built yet. Use one of: ${basisKinds.join(', ')}; or keep the published directions as stated.`,
      );
    }
    const kind = basisKinds.find((known) => known === written.kind);
    if (kind === undefined) {
      return refuse(`No basis is called “${written.kind}”. Use one of: ${basisKinds.join(', ')}.`);
    }
    const periods = 'periods' in written ? written.periods : undefined;
    const extra = Object.keys(written).find((key) => key !== 'kind' && key !== 'periods');
    if (extra !== undefined) return refuse(`A basis has no field “${extra}”. Take it out.`);
    if (kind !== 'rollingMean') {
      return periods === undefined
        ? { kind }
        : refuse(`Only rollingMean has periods. Take them out of ${kind}.`);
    }
    if (typeof periods === 'number' && Number.isInteger(periods) && periods >= 2 && periods <= 60) {
      return { kind, periods };
    }
    return refuse(
      'A rolling mean needs its number of periods. Write {"kind": "rollingMean", "periods": 3}, from 2 to 60.',
    );
  });
