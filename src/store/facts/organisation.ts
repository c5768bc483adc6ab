import type { Selectable } from 'kysely';
import type { OrganisationUnit } from '../../domain/organisation/organisation.ts';
import type { Schema } from '../schema.ts';
import type { FactTable } from './fact-table.ts';

export const organisationTable: FactTable<OrganisationUnit, 'organisation_unit_version'> = {
  table: 'organisation_unit_version',
  key: ['code', 'valid_from'],
  keyOf: (unit) => [unit.code, unit.validFrom],
  content: ['name', 'parent', 'report_order', 'valid_to'],
  contentOf: (unit) => [unit.name, unit.parent, String(unit.order), unit.validTo],
};

export const organisationUnitFrom = (
  row: Selectable<Schema['organisation_unit_version']>,
): OrganisationUnit => ({
  code: row.code,
  name: row.name,
  parent: row.parent,
  order: Number(row.report_order),
  validFrom: row.valid_from,
  validTo: row.valid_to,
});
