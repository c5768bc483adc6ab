import type { MeasureVersion } from '../../domain/measure/measure.ts';
import type { TypedFigure } from '../../domain/number/figure.ts';
import { parseFigure } from '../../domain/number/parse.ts';
import { sameWords } from '../../domain/number/typed-text.ts';
import type { UnitKind } from '../../domain/number/unit.ts';
import { rememberedDecimal } from '../remembered-decimals.ts';
import type { RowReport } from './import-table.ts';
import { nearestOf } from './nearest.ts';
import { sentenceAndRemedy } from './sentence.ts';

/** What an import may refer to: the measures of the authority, by code and by every alias. */
export interface Known {
  readonly measures: ReadonlyMap<string, MeasureVersion>;
}

/** The measures by code and alias, a code winning over another measure's alias. */
export function knownMeasures(measures: Iterable<MeasureVersion>): Map<string, MeasureVersion> {
  const all = [...measures];
  const known = new Map<string, MeasureVersion>();
  for (const measure of all) for (const alias of measure.aliases) known.set(alias, measure);
  for (const measure of all) known.set(measure.code, measure);
  return known;
}

/** Finds the measure that a code means, forgiving in case and spacing, and reports those that mean none. */
export class MeasureFinder {
  readonly #exact: ReadonlyMap<string, MeasureVersion>;
  readonly #loose = new Map<string, MeasureVersion | null>();
  readonly #codes: readonly string[];
  readonly #suggested = new Map<string, string | null>();

  constructor(known: Known) {
    this.#exact = known.measures;
    this.#codes = [...known.measures.keys()];
    for (const [code, measure] of known.measures) {
      const key = sameWords(code);
      const other = this.#loose.get(key);
      // Two measures whose codes differ by case only are told apart by their exact codes alone.
      this.#loose.set(key, other === undefined || other?.code === measure.code ? measure : null);
    }
  }

  find(code: string, report: RowReport): MeasureVersion | null {
    const found = this.#exact.get(code) ?? this.#loose.get(sameWords(code)) ?? null;
    if (found !== null) return found;
    const near = this.#nearest(code);
    report.error('code', {
      message: `There is no measure with the code “${code}”.`,
      remedy: `${near === null ? 'Correct the code' : `Did you mean “${near}”? Correct the code`}, or import the measure first.`,
    });
    return null;
  }

  /** Looked for once for each wrong code, and no more after the first hundred: the rest are one mistake. */
  #nearest(code: string): string | null {
    const before = this.#suggested.get(code);
    if (before !== undefined) return before;
    if (this.#suggested.size >= 100) return null;
    const near = nearestOf(code, this.#codes);
    this.#suggested.set(code, near);
    return near;
  }
}

/** Nearly every figure of a large file is plain already; `parseFigure` says the same of it (tested), five times slower. */
const PLAIN = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;
const NUMERIC: ReadonlySet<UnitKind> = new Set<UnitKind>([
  'number',
  'percentage',
  'duration',
  'currency',
  'rate',
  'ratio',
]);

/** A figure in its measure's unit, or null where the cell is blank or was reported. */
export function figureOf(
  typed: string | undefined,
  measure: MeasureVersion,
  key: string,
  report: RowReport,
): TypedFigure | null {
  if (typed === undefined) return null;
  if (PLAIN.test(typed) && NUMERIC.has(measure.unit.kind))
    return { kind: 'number', value: rememberedDecimal(typed), typed };
  const read = parseFigure(typed, measure.unit);
  if ('figure' in read) return read.figure;
  report.error(key, sentenceAndRemedy(read.problem, 'Type the figure in the unit of the measure, or N/A.'));
  return null;
}

/** A row of a template that nobody filled in: nothing is said, which is never a zero. */
export function passedOver(report: RowReport): null {
  report.warning('value', {
    message: 'The row has no value; it was passed over.',
    remedy: 'Fill in the value if there is one.',
  });
  return null;
}
