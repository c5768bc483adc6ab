import type { MeasureVersion, Polarity } from '../../domain/measure/measure.ts';
import type { LegacyMeasure } from './legacy-report.ts';

/** The measures that an authority already has, found by how a document spells their codes. */
export class HeldMeasures {
  readonly #byCode = new Map<string, MeasureVersion>();
  readonly #byAlias = new Map<string, MeasureVersion | null>();

  constructor(versions: readonly MeasureVersion[]) {
    for (const version of [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
      this.#byCode.set(folded(version.code), version);
    }
    for (const version of this.#byCode.values()) {
      for (const alias of version.aliases) {
        const other = this.#byAlias.get(folded(alias));
        this.#byAlias.set(
          folded(alias),
          other === undefined || other?.code === version.code ? version : null,
        );
      }
    }
  }

  find(code: string): MeasureVersion | undefined {
    return this.#byCode.get(folded(code));
  }

  /** What a person settled, or an earlier report proved. */
  polarityOf(code: string): Polarity | null {
    return this.find(code)?.polarity ?? null;
  }

  /**
   * The rows of a document under the codes that are held: in their spelling, and by another code of the measure
   * where only one measure has it and the document has no row of its own for that measure.
   */
  underHeldCodes(measures: readonly LegacyMeasure[]): LegacyMeasure[] {
    const printed = new Set(measures.map(({ code }) => folded(code)));
    const taken = new Set<string>();
    return measures.map((measure) => {
      const same = this.find(measure.code);
      if (same !== undefined) return { ...measure, code: same.code };
      const alias = this.#byAlias.get(folded(measure.code));
      if (!alias || printed.has(folded(alias.code)) || taken.has(alias.code)) return measure;
      taken.add(alias.code);
      return { ...measure, code: alias.code, split: `${measure.split}; held as ${alias.code}` };
    });
  }
}

const folded = (code: string): string => code.toLowerCase();
