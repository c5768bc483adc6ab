import type { TypedFigure } from '../number/figure.ts';
import type { PeerArea } from './peer-group.ts';

/** A council of its own, or the average of many as somebody published it: England, a region, a family of councils. */
export type PeerKind = 'council' | 'average';

/**
 * What another council, or an average, has of a measure of ours in a period. A later value of the same area, measure
 * and period is a version beside the earlier one: none is overwritten.
 */
export interface PeerValue {
  measure: string;
  period: string;
  area: PeerArea;
  kind: PeerKind;
  figure: TypedFigure;
  /** What it was worked out from, plain decimal text; null where only the value was published. */
  numerator: string | null;
  denominator: string | null;
  /** False where it counts otherwise than our measure: it is shown and never compared. */
  sameDefinition: boolean;
  /** How it counts, where that needs saying. */
  definitionNote: string | null;
  /** The first day of the version of our measure under which it was brought in (ISO date). */
  follows: string;
  /** Where it was published, and on which day (ISO date). */
  publication: string;
  publishedOn: string;
  /** The file it came in with. */
  source: string;
}
