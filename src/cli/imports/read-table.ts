import type { Facts } from '../../domain/facts.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import { hasErrors } from '../../importers/problem.ts';
import { readTableFile, type TableKind } from '../../importers/table-file/read-table-file.ts';
import type { NamedFile, ReadContext, ReadImport } from './read-import.ts';
import { ownScheme } from './scheme-choice.ts';

/** Reads one table of an authority whose facts are held. */
export async function readTable(
  file: NamedFile,
  kind: TableKind,
  held: Facts,
  scheme: StatusScheme,
  context: ReadContext,
): Promise<ReadImport> {
  const read = await readTableFile(file, kind, held, scheme, context);
  const { facts, further = [], problems, rows, periods } = read;
  const [period, ...others] = new Set(periods);
  return {
    file: file.name,
    kind,
    period: others.length === 0 ? (period ?? null) : null,
    problems,
    notes: [`${rows} ${rows === 1 ? 'row' : 'rows'} read for ${held.authority.name}`],
    delivery: hasErrors(problems)
      ? null
      : {
          facts: { authority: held.authority, ...facts },
          further,
          file: { kind, name: file.name, bytes: file.bytes, warnings: problems },
          settings: {},
          ...ownScheme(context.newAuthority !== undefined && held.measures.length === 0, context),
        },
  };
}
