import type { Unit } from '../number/unit.ts';
import type { Span } from '../period/period.ts';
import type { SeriesChange } from './series-change.ts';

/** Which way is good. `closest`: to the target; `within`: a range; `none`: information only. */
export type Polarity = 'higher' | 'lower' | 'closest' | 'within' | 'none';

/** What a period's figure covers. `toDate` runs from the start of the year to the end of the period. */
export type PeriodBasis = 'discrete' | 'toDate' | 'rolling12' | 'snapshot' | 'annual';

/** How far a fact about a measure can be trusted: a legacy document does not state polarity or unit. */
export type Confidence = 'confirmed' | 'inferred' | 'unconfirmed';

/** What kind of measure it is; only a `targeted` one is judged. */
export type MeasureKind = 'targeted' | 'dataOnly' | 'trendOnly' | 'baselineYear' | 'inDevelopment';

/** One effective-dated version of a measure: what it was from `validFrom` until the next version. */
export interface MeasureVersion {
  code: string;
  validFrom: string;
  title: string;
  /** Other codes and names it is known by, as printed: `NI 155`. */
  aliases: readonly string[];
  unit: Unit;
  /** null while nobody has said, see `confidence.polarity`. */
  polarity: Polarity | null;
  frequency: Span;
  periodBasis: PeriodBasis | null;
  kind: MeasureKind;
  directorate: string;
  service: string | null;
  owner: string | null;
  themes: readonly string[];
  definition: DefinitionSheet;
  confidence: { polarity: Confidence; unit: Confidence; periodBasis: Confidence };
  /** The last day it reports on (ISO date), where it was retired or combined into another. */
  retiredAfter: string | null;
  /** Printed with the measure: "combined with Regen PM22 from 2018-19". */
  note: string | null;
}

/** The definition sheet: every field is text an officer wrote; absent where nobody has. */
export interface DefinitionSheet {
  meaning?: string;
  rationale?: string;
  formula?: string;
  numerator?: string;
  denominator?: string;
  exclusions?: string;
  source?: string;
  lag?: string;
  limitations?: string;
  /** True where this version cannot be compared with the one before. */
  breaksSeries?: boolean;
  /** Of a version that a decision began: what it changed, and whether figures on its two sides may be compared. */
  change?: SeriesChange;
}
