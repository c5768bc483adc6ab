import type { MeasureVersion } from '../../domain/measure/measure.ts';
import type { Unit } from '../../domain/number/unit.ts';

/** A measure for the tests of this folder's importers. */
export function sampleMeasure(code: string, unit: Unit, more: Partial<MeasureVersion> = {}): MeasureVersion {
  return {
    code,
    validFrom: '2018-04-01',
    title: `Title of ${code}`,
    aliases: [],
    unit,
    polarity: 'higher',
    frequency: 'quarter',
    periodBasis: 'discrete',
    kind: 'targeted',
    directorate: 'Adults',
    service: null,
    owner: null,
    themes: [],
    definition: {},
    confidence: { polarity: 'confirmed', unit: 'confirmed', periodBasis: 'confirmed' },
    retiredAfter: null,
    note: null,
    ...more,
  };
}

export const SAMPLE_MEASURES: readonly MeasureVersion[] = [
  sampleMeasure(
    'AHH Local 2A (i)',
    { kind: 'rate', decimals: 2, per: '10,000 population' },
    { aliases: ['NI 155'] },
  ),
  sampleMeasure('EI 12/EI 3', { kind: 'percentage', decimals: 1 }),
  sampleMeasure('L&I PM23c', {
    kind: 'milestone',
    scale: { steps: ['Completed', 'On track', 'Minor slippage'] },
  }),
  sampleMeasure('CP 1', { kind: 'currency', decimals: 0, symbol: '£' }),
];
