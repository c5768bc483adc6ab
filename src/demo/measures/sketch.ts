import type {
  DefinitionSheet,
  MeasureKind,
  MeasureVersion,
  PeriodBasis,
  Polarity,
} from '../../domain/measure/measure.ts';
import type { Unit } from '../../domain/number/unit.ts';
import type { Span } from '../../domain/period/period.ts';
import { beginning } from '../calendar.ts';

/** What is said of a measure here; what is left out is the usual: targeted, quarterly, in force from the beginning. */
export interface Sketch {
  unit: Unit;
  better: Polarity;
  basis: PeriodBasis;
  service: string;
  /** A post, never a person. */
  owner: string;
  themes: readonly string[];
  definition: DefinitionSheet;
  every?: Span;
  kind?: MeasureKind;
  aliases?: readonly string[];
  from?: string;
  retiredAfter?: string;
  note?: string;
}

/** Measures of a directorate, from what is said of each. */
export const measuresOf =
  (directorate: string) =>
  (code: string, title: string, sketch: Sketch): MeasureVersion => ({
    code,
    validFrom: sketch.from ?? beginning,
    title,
    aliases: sketch.aliases ?? [],
    unit: sketch.unit,
    polarity: sketch.better,
    frequency: sketch.every ?? 'quarter',
    periodBasis: sketch.basis,
    kind: sketch.kind ?? 'targeted',
    directorate,
    service: sketch.service,
    owner: sketch.owner,
    themes: sketch.themes,
    definition: sketch.definition,
    confidence: { polarity: 'confirmed', unit: 'confirmed', periodBasis: 'confirmed' },
    retiredAfter: sketch.retiredAfter ?? null,
    note: sketch.note ?? null,
  });

/** The units of the founding report print one decimal, counts too: `375.0`. */
export const count: Unit = { kind: 'number', decimals: 1 };
export const whole: Unit = { kind: 'number', decimals: 0 };
export const percent: Unit = { kind: 'percentage', decimals: 1 };
export const per = (population: string, decimals: number): Unit => ({
  kind: 'rate',
  decimals,
  per: `${population} population`,
});
export const pounds = (decimals: number): Unit => ({ kind: 'currency', decimals, symbol: '£' });
export const lasting = (noun: string): Unit => ({ kind: 'duration', decimals: 1, noun });
export const progress: Unit = {
  kind: 'milestone',
  scale: { steps: ['Completed', 'On track', 'Minor slippage', 'Major slippage'] },
};
