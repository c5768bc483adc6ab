import type { Selectable } from 'kysely';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { canonicalJson } from '../canonical.ts';
import type { Schema } from '../schema.ts';
import type { FactTable } from './fact-table.ts';

export const measureTable: FactTable<MeasureVersion, 'measure_version'> = {
  table: 'measure_version',
  key: ['code', 'valid_from'],
  keyOf: (measure) => [measure.code, measure.validFrom],
  content: [
    'title',
    'aliases',
    'unit',
    'polarity',
    'frequency',
    'period_basis',
    'kind',
    'directorate',
    'service',
    'owner',
    'themes',
    'definition',
    'confidence',
    'retired_after',
    'note',
  ],
  contentOf: (measure) => [
    measure.title,
    canonicalJson(measure.aliases),
    canonicalJson(measure.unit),
    measure.polarity,
    measure.frequency,
    measure.periodBasis,
    measure.kind,
    measure.directorate,
    measure.service,
    measure.owner,
    canonicalJson(measure.themes),
    canonicalJson(measure.definition),
    canonicalJson(measure.confidence),
    measure.retiredAfter,
    measure.note,
  ],
};

export const measureFrom = (row: Selectable<Schema['measure_version']>): MeasureVersion => ({
  code: row.code,
  validFrom: row.valid_from,
  title: row.title,
  aliases: row.aliases as MeasureVersion['aliases'],
  unit: row.unit as MeasureVersion['unit'],
  polarity: row.polarity as MeasureVersion['polarity'],
  frequency: row.frequency as MeasureVersion['frequency'],
  periodBasis: row.period_basis as MeasureVersion['periodBasis'],
  kind: row.kind as MeasureVersion['kind'],
  directorate: row.directorate,
  service: row.service,
  owner: row.owner,
  themes: row.themes as MeasureVersion['themes'],
  definition: row.definition as MeasureVersion['definition'],
  confidence: row.confidence as MeasureVersion['confidence'],
  retiredAfter: row.retired_after,
  note: row.note,
});
