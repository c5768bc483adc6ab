import type { Facts, Scorecard } from '../../domain/facts.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { HeldMeasures } from './held-measures.ts';

/**
 * The facts of a legacy report beside what an authority already holds: what a person set up or an earlier report
 * proved is not replaced by what this one merely implies.
 */
export function mergedWith(held: Facts, read: Facts): Facts {
  const measures = new HeldMeasures(held.measures);
  const units = new Set(held.organisation.map((unit) => unit.code));
  const whole = new Set(held.scorecards.filter((card) => !card.exceptionsOnly).map((card) => card.code));
  return {
    ...read,
    authority: held.authority,
    measures: read.measures.flatMap((measure) => addedTo(measures.find(measure.code), measure)),
    organisation: read.organisation.filter((unit) => !units.has(unit.code)),
    scorecards: read.scorecards
      .filter((card) => !whole.has(card.code))
      .map((card) => ({
        ...card,
        overrides: newest(held.scorecards, card.code)?.overrides ?? card.overrides,
      })),
  };
}

/** A document does not state the settings of its scorecard: those decided before go on. */
function newest(held: readonly Scorecard[], code: string): Scorecard | undefined {
  const same = held.filter((card) => card.code === code);
  return same.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)).at(-1);
}

/** A measure not held; or the held one with the polarity that it lacks and this report proves, all else kept. */
function addedTo(held: MeasureVersion | undefined, read: MeasureVersion): MeasureVersion[] {
  if (held === undefined) return [read];
  if (held.polarity !== null || read.polarity === null) return [];
  return [
    {
      ...held,
      validFrom: laterOf(held.validFrom, read.validFrom),
      polarity: read.polarity,
      confidence: { ...held.confidence, polarity: 'inferred' },
    },
  ];
}

const laterOf = (a: string, b: string): string => [a, b].sort().at(-1) as string;
