import type { Selectable } from 'kysely';
import type { Authority } from '../../domain/organisation/organisation.ts';
import type { Schema } from '../schema.ts';
import type { FactTable } from './fact-table.ts';

export const authorityTable: FactTable<Authority, 'authority_version'> = {
  table: 'authority_version',
  key: [],
  keyOf: () => [],
  content: ['name', 'time_zone', 'language', 'year_kind', 'status_scheme', 'direction_scheme'],
  contentOf: (authority) => [
    authority.name,
    authority.timeZone,
    authority.language,
    authority.yearKind,
    authority.statusScheme,
    authority.directionScheme,
  ],
};

export const authorityFrom = (code: string, row: Selectable<Schema['authority_version']>): Authority => ({
  code,
  name: row.name,
  timeZone: row.time_zone,
  language: row.language,
  yearKind: row.year_kind as Authority['yearKind'],
  statusScheme: row.status_scheme,
  directionScheme: row.direction_scheme,
});
