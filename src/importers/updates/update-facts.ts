import type {
  Commentary,
  Facts,
  Observation,
  ObservationPart,
  ObservationRole,
  Recorded,
} from '../../domain/facts.ts';
import type { Provenance } from '../provenance.ts';
import { DIVIDED, partIn, roleOfCases } from './part-row.ts';
import type { UpdateRow } from './row.ts';

const ROLES: readonly ObservationRole[] = ['actual', 'toDate', 'forecast', 'outturn'];
const PARTS = ['context', 'actions', 'intervention'] as const;

/**
 * The facts that updates state. Numerator, denominator and flags go with the figure that they produced, parts with
 * the figure they are parts of: give the parts of the whole file where these rows are not all of it.
 */
export function updateFacts(
  rows: readonly UpdateRow[],
  { source, recordedAt }: Provenance,
  parts: PartsOfFigures = PartsOfFigures.in(rows),
): Pick<Facts, 'observations' | 'commentaries'> {
  const observations: Recorded<Observation>[] = [];
  const commentaries: Recorded<Commentary>[] = [];
  for (const row of rows) {
    if (row.part !== null) continue;
    const { measure, period } = row;
    const behind: ObservationRole = roleOfCases(row);
    for (const role of ROLES) {
      const figure = row[role];
      if (figure === null) continue;
      const own = role === behind;
      observations.push({
        measure,
        period,
        source,
        recordedAt,
        role,
        figure,
        numerator: own ? row.numerator : null,
        denominator: own ? row.denominator : null,
        dataPeriod: role === 'forecast' ? null : row.dataPeriod,
        flags: role === 'forecast' ? [] : row.flags,
        parts: parts.of(row, role),
        note: role === ROLES.find((candidate) => row[candidate] !== null) ? row.note : null,
      });
    }
    for (const part of PARTS) {
      const text = row[part];
      if (text !== null) commentaries.push({ measure, period, source, recordedAt, part, text });
    }
  }
  return { observations, commentaries };
}

/** The parts of each figure of a file, in the order of the file, wherever in it they stand. */
export class PartsOfFigures {
  readonly #found = new Map<string, ObservationPart[]>();

  static in(rows: readonly UpdateRow[]): PartsOfFigures {
    const parts = new PartsOfFigures();
    for (const row of rows) parts.add(row);
    return parts;
  }

  add(row: UpdateRow): void {
    if (row.part === null) return;
    for (const role of DIVIDED) {
      const part = partIn(row, role);
      if (part === null) continue;
      const key = figureKey(row, role);
      const before = this.#found.get(key);
      if (before === undefined) this.#found.set(key, [part]);
      else before.push(part);
    }
  }

  of(row: UpdateRow, role: ObservationRole): readonly ObservationPart[] {
    return (this.#found.size === 0 ? undefined : this.#found.get(figureKey(row, role))) ?? [];
  }
}

const figureKey = ({ measure, period }: UpdateRow, role: ObservationRole): string =>
  JSON.stringify([measure, period, role]);
