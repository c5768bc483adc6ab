import type { Facts, Scorecard } from '../../domain/facts.ts';
import { compare, decimal } from '../../domain/number/decimal.ts';
import type { OrganisationUnit } from '../../domain/organisation/organisation.ts';
import type { MeasureRow } from './import-measures.ts';

export interface ScorecardNaming {
  /** Names the scorecard of rows that name none. */
  readonly name: string;
  /** When the scorecards of this import begin (ISO date). */
  readonly validFrom: string;
}

/** The facts that a file of measures states: the measures, the directorates it is the first to name, and its scorecards. */
export function measureFacts(
  rows: readonly MeasureRow[],
  naming: ScorecardNaming,
  held: readonly OrganisationUnit[] = [],
): Pick<Facts, 'measures' | 'organisation' | 'scorecards'> {
  return {
    measures: rows.map((row) => row.measure),
    organisation: newUnits(rows, naming.validFrom, held),
    scorecards: scorecardsOf(rows, naming),
  };
}

function newUnits(
  rows: readonly MeasureRow[],
  validFrom: string,
  held: readonly OrganisationUnit[],
): OrganisationUnit[] {
  const known = new Set(held.map((unit) => unit.code));
  const units: OrganisationUnit[] = [];
  const add = (name: string, parent: string | null) => {
    if (known.has(name)) return;
    known.add(name);
    const order = held.length + units.length + 1;
    units.push({ code: name, name, parent, order, validFrom, validTo: null });
  };
  for (const { measure } of rows) add(measure.directorate, null);
  for (const { measure } of rows) if (measure.service !== null) add(measure.service, measure.directorate);
  return units;
}

function scorecardsOf(rows: readonly MeasureRow[], naming: ScorecardNaming): Scorecard[] {
  const members = new Map<string, MeasureRow[]>();
  for (const row of rows) {
    const name = row.scorecard ?? naming.name;
    const found = members.get(name);
    if (found === undefined) members.set(name, [row]);
    else found.push(row);
  }
  return [...members].map(([name, found]) => ({
    code: codeOf(name),
    name,
    validFrom: naming.validFrom,
    measures: [...new Set(inOrder(found).map((row) => row.measure.code))],
    exceptionsOnly: false,
    overrides: [],
  }));
}

/** By declared order, those without one after the others, and in file order where equal (the sort is stable). */
function inOrder(rows: readonly MeasureRow[]): MeasureRow[] {
  return [...rows].sort((a, b) => {
    if (a.order === null || b.order === null) return a.order === b.order ? 0 : a.order === null ? 1 : -1;
    return compare(decimal(a.order), decimal(b.order));
  });
}

const codeOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'scorecard';
