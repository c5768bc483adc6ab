import type { Delivered, Facts } from '../../../../domain/facts.ts';
import { readForAuthority } from '../../../../importers/improvement-report/read-for-authority.ts';
import { hasErrors, type Problem } from '../../../../importers/problem.ts';
import { readTableFile, type TableKind } from '../../../../importers/table-file/read-table-file.ts';
import type { Delivery } from '../../../../workflow/record-facts.ts';
import { heldForImport, type KeptImport } from '../../../../workflow/set-up/import-figures.ts';
import type { Asked } from '../../../route.ts';

export interface ReadKept {
  held: Facts;
  /** null where an error refuses the whole file. */
  delivery: Delivery | null;
  problems: readonly Problem[];
  rows: number | null;
  notes: readonly string[];
  /** Reporting periods whose figures it holds. */
  periods: readonly string[];
}

/** Reads a file that waits to be confirmed, against what is set up at this moment. */
export async function readKept({ store, authority, now }: Asked, kept: KeptImport): Promise<ReadKept> {
  const { held, scheme } = await heldForImport(store, authority.code);
  const { kind, name, bytes, headings, period, newDirectorates } = kept;
  const file = { name, bytes, headings };
  const deliver = (
    facts: Delivered,
    problems: readonly Problem[],
    further: Delivery['further'] = [],
  ): Delivery => ({
    facts: { ...facts, authority: held.authority },
    further,
    file: { kind, name, bytes, warnings: problems },
    settings: {},
  });
  if (kind === 'improvement-report') {
    const { facts, problems, notes, period: about } = await readForAuthority(file, held, scheme, now);
    const delivery = facts === null || hasErrors(problems) ? null : deliver(facts, problems);
    return { held, delivery, problems, rows: null, notes, periods: about === null ? [] : [about] };
  }
  const read = await readTableFile(file, kind as TableKind, held, scheme, {
    recordedAt: now,
    commentary: 'plain',
    newDirectorates,
    ...(period === null ? {} : { period }),
  });
  const { problems, rows, facts, further } = read;
  const delivery = hasErrors(problems) ? null : deliver(facts, problems, further);
  // Targets are promises, and no figures of the periods they are for.
  const periods = kind === 'targets' ? [] : [...new Set(read.periods)];
  return { held, delivery, problems, rows, notes: [], periods };
}
