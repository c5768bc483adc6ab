import type { Selectable } from 'kysely';
import type { Recorded } from '../../domain/facts.ts';
import type { PeerValue } from '../../domain/peers/peer-value.ts';
import { isPlainDecimal } from '../canonical.ts';
import { StoreProblem } from '../problem.ts';
import type { Schema } from '../schema.ts';
import type { FactTable } from './fact-table.ts';
import { FIGURE_COLUMNS, figureFromColumns, figureToColumns } from './figure-columns.ts';

export const peerValueTable: FactTable<PeerValue, 'peer_value'> = {
  table: 'peer_value',
  key: ['measure', 'period', 'area'],
  keyOf: (value) => [value.measure, value.period, value.area.code],
  content: [
    'area_name',
    'kind',
    ...FIGURE_COLUMNS,
    'numerator',
    'denominator',
    'same_definition',
    'definition_note',
    'follows',
    'publication',
    'published_on',
  ],
  contentOf: (value) => [
    value.area.name,
    value.kind,
    ...figureToColumns(value.figure),
    plain(value, 'numerator'),
    plain(value, 'denominator'),
    String(value.sameDefinition),
    value.definitionNote,
    value.follows,
    value.publication,
    value.publishedOn,
  ],
  sourceOf: (value) => value.source,
};

function plain(value: PeerValue, name: 'numerator' | 'denominator'): string | null {
  const text = value[name];
  if (text === null || isPlainDecimal(text)) return text;
  throw new StoreProblem(
    'unusableFact',
    `The ${name} of ${value.area.name} for ${value.measure} is ${JSON.stringify(text)}, which is not a plain ` +
      'decimal. Write it with digits and at most one point, such as 1234.5.',
  );
}

export const peerValueFrom = (row: Selectable<Schema['peer_value']>): Recorded<PeerValue> => ({
  measure: row.measure,
  period: row.period,
  area: { code: row.area, name: row.area_name },
  kind: row.kind as PeerValue['kind'],
  figure: figureFromColumns(row),
  numerator: row.numerator,
  denominator: row.denominator,
  sameDefinition: row.same_definition,
  definitionNote: row.definition_note,
  follows: row.follows,
  publication: row.publication,
  publishedOn: row.published_on,
  source: row.source,
  recordedAt: row.recorded_at,
});
