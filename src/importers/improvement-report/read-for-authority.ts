import type { Facts } from '../../domain/facts.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import { importInWorker } from '../in-worker.ts';
import type { Problem } from '../problem.ts';
import type { SourceFile } from '../table/read-table.ts';
import { mergedWith } from './merge.ts';
import { sameAuthority } from './names-to-codes.ts';
import { toFacts } from './to-facts.ts';

export interface ReportOfAuthority {
  /** null where the report could not be used. */
  facts: Facts | null;
  period: string | null;
  problems: readonly Problem[];
  /** What was read and decided. */
  notes: readonly string[];
}

/** An improvement report in the founding layout, of an authority that is held. */
export async function readForAuthority(
  file: SourceFile,
  held: Facts,
  scheme: StatusScheme,
  recordedAt: string,
): Promise<ReportOfAuthority> {
  const options = { scheme, corrections: {} };
  const { rows, problems } = await importInWorker({ kind: 'improvement-report', file, options });
  const document = rows[0];
  if (document === undefined) return { facts: null, period: null, problems, notes: [] };
  const { authority, measures } = held;
  if (!sameAuthority(document.authorityName, authority.name)) {
    const another: Problem = {
      severity: 'error',
      file: file.name,
      row: 0,
      value: document.authorityName,
      message: `This report is about ${document.authorityName}, not about ${authority.name}.`,
      remedy: `Choose a report of ${authority.name}.`,
    };
    return { facts: null, period: null, problems: [...problems, another], notes: [] };
  }
  const read = toFacts(document, {
    fileName: file.name,
    scheme,
    recordedAt,
    yearKind: authority.yearKind,
    knownAuthority: authority,
    heldMeasures: measures,
  });
  const all = [...problems, ...read.warnings].sort((a, b) => a.row - b.row);
  return { facts: mergedWith(held, read.facts), period: read.period.code, problems: all, notes: read.notes };
}
