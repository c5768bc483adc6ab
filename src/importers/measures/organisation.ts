import { sameWords } from '../../domain/number/typed-text.ts';
import type { OrganisationUnit } from '../../domain/organisation/organisation.ts';
import type { RowReport } from '../table/import-table.ts';
import { nearestOf } from '../table/nearest.ts';

/** The code of a directorate or service from its code or name; the text itself while none are held. */
export function directorateOf(
  key: 'directorate' | 'service',
  typed: string,
  organisation: readonly OrganisationUnit[],
  report: RowReport,
  mayBeNew = false,
): string | null {
  const units = organisation.filter((unit) => (unit.parent === null) === (key === 'directorate'));
  if (units.length === 0) return typed;
  const words = sameWords(typed);
  const found = units.find((unit) => sameWords(unit.code) === words || sameWords(unit.name) === words);
  if (found !== undefined) return found.code;
  if (mayBeNew) return typed;
  const near = nearestOf(
    typed,
    units.map((unit) => unit.name),
  );
  const instead =
    near === null ? `Use one of: ${units.map((unit) => unit.name).join(', ')}.` : `Did you mean “${near}”?`;
  report.error(key, {
    message: `There is no ${key} called “${typed}”.`,
    remedy: `${instead} If it is new, import with --new-directorates.`,
  });
  return null;
}
