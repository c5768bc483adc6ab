import type { OrganisationUnit } from '../../domain/organisation/organisation.ts';
import type { Store } from '../../store/database.ts';
import { readUnits } from '../../store/read-set-up.ts';

/** Directorates and services, every version with the days it holds. */
export const readUnitsNow = (db: Pick<Store, 'db'>, authority: string): Promise<OrganisationUnit[]> =>
  readUnits(db, authority);
