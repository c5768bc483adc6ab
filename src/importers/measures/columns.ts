import type { DefinitionSheet } from '../../domain/measure/measure.ts';
import type { Column } from '../table/column.ts';

/** The columns that fill the definition sheet, each with the field it fills. */
export const DEFINITION_FIELDS = [
  'meaning',
  'rationale',
  'formula',
  'numerator',
  'denominator',
  'exclusions',
  'source',
  'lag',
  'limitations',
] as const satisfies readonly (keyof DefinitionSheet)[];

/** The columns of a file of measures, in the order of the template. */
export const MEASURE_COLUMNS: readonly Column[] = [
  { key: 'code', heading: 'Code', alsoCalled: ['Measure code', 'Ref', 'Reference'], required: true },
  { key: 'title', heading: 'Title', alsoCalled: ['Measure title', 'Name'], required: true },
  { key: 'aliases', heading: 'Aliases', alsoCalled: ['Other codes', 'Also known as'] },
  { key: 'directorate', heading: 'Directorate', required: true },
  { key: 'service', heading: 'Service' },
  { key: 'unit', heading: 'Unit', required: true },
  { key: 'decimals', heading: 'Decimals', alsoCalled: ['Decimal places'] },
  { key: 'polarity', heading: 'Polarity' },
  { key: 'frequency', heading: 'Frequency' },
  { key: 'periodBasis', heading: 'Period basis', alsoCalled: ['Basis'] },
  { key: 'kind', heading: 'Kind' },
  { key: 'owner', heading: 'Owner' },
  { key: 'themes', heading: 'Themes', alsoCalled: ['Priorities'] },
  { key: 'validFrom', heading: 'Valid from' },
  { key: 'retiredAfter', heading: 'Retired after', alsoCalled: ['Last period'] },
  { key: 'scorecard', heading: 'Scorecard' },
  { key: 'order', heading: 'Scorecard order', alsoCalled: ['Order'] },
  { key: 'meaning', heading: 'Meaning', alsoCalled: ['Definition'] },
  { key: 'rationale', heading: 'Rationale' },
  { key: 'formula', heading: 'Formula' },
  { key: 'numerator', heading: 'Numerator' },
  { key: 'denominator', heading: 'Denominator' },
  { key: 'exclusions', heading: 'Exclusions' },
  { key: 'source', heading: 'Source', alsoCalled: ['Data source'] },
  { key: 'lag', heading: 'Lag' },
  { key: 'limitations', heading: 'Limitations' },
  { key: 'breaksSeries', heading: 'Breaks series' },
  { key: 'note', heading: 'Note', alsoCalled: ['Notes'] },
];
