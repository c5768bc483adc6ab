import type { Facts } from '../../domain/facts.ts';
import type { Authority } from '../../domain/organisation/organisation.ts';
import { authorityCode } from '../../importers/improvement-report/names-to-codes.ts';
import { hasErrors } from '../../importers/problem.ts';
import type { Store } from '../../store/database.ts';
import { listAuthorities } from '../../store/read-authorities.ts';
import { Refusal, UsageError } from '../console.ts';
import { chosenAuthority } from '../database.ts';
import { emptyFacts, HeldFacts } from './held-facts.ts';
import type { NamedFile, ReadContext, ReadImport } from './read-import.ts';
import { readLegacy, sameName } from './read-legacy.ts';
import { readTable } from './read-table.ts';
import { directionOfNew, schemeOf, schemeOfNew } from './scheme-choice.ts';

/** Reads every file, each knowing what those before it brought; nothing is written. */
export async function readImports(
  store: Store,
  files: readonly NamedFile[],
  context: ReadContext,
  progress: (text: string) => void,
): Promise<ReadImport[]> {
  const held = new HeldFacts(store);
  const reads: ReadImport[] = [];
  for (const file of files) {
    progress(`Reading ${file.name}…`);
    const read = await readOne(store, file, held, context, reads);
    reads.push(read);
    if (read.delivery !== null) held.add(read.delivery.facts);
  }
  return reads;
}

async function readOne(
  store: Store,
  file: NamedFile,
  held: HeldFacts,
  context: ReadContext,
  before: readonly ReadImport[],
): Promise<ReadImport> {
  if (file.kind === 'improvement-report') return readLegacy(store, file, held, context);
  const awaited = before.find(
    ({ kind, problems }) => (kind === 'improvement-report' || kind === 'measures') && hasErrors(problems),
  );
  const empty = (await listAuthorities(store)).length === 0 && held.brought === null;
  if (awaited !== undefined && empty && file.kind !== 'measures') return notChecked(file, awaited);
  const facts = await authorityOfTables(store, held, context);
  // Judged under no scheme yet, but one that was named in vain is said here as everywhere.
  const scheme = await schemeOf(store, facts.measures.length === 0 ? null : facts, context);
  if (awaited !== undefined && facts.measures.length === 0 && file.kind !== 'measures') {
    return notChecked(file, awaited);
  }
  return readTable(file, file.kind, facts, scheme, context);
}

/** Without the measures of the file before it, every row of this one would be a mistake. */
const notChecked = (file: NamedFile, { file: awaited }: ReadImport): ReadImport => ({
  file: file.name,
  kind: file.kind,
  period: null,
  delivery: null,
  notes: [],
  problems: [
    {
      severity: 'warning',
      file: file.name,
      row: 0,
      message: `This file was not checked: its measures come with ${awaited}, which was refused.`,
      remedy: `Correct ${awaited} and import both again.`,
    },
  ],
});

/** The authority that tables are for: the new one named, the one chosen, or the only one. */
async function authorityOfTables(store: Store, held: HeldFacts, context: ReadContext): Promise<Facts> {
  const name = context.newAuthority?.trim();
  if (name !== undefined) {
    const authority = newAuthority(name, context);
    const found = await held.of(authority.code);
    if (found !== null && !sameName(found.authority.name, name)) {
      throw new Refusal(
        `The code "${authority.code}" is that of ${found.authority.name} here. If it is the same council, use --authority ${authority.code} in place of --new-authority; if not, keep them in two databases.`,
      );
    }
    return found ?? emptyFacts(authority);
  }
  if (held.brought !== null && context.authority === undefined) return held.brought;
  if ((await listAuthorities(store)).length === 0) {
    throw new UsageError(
      'This database holds no authority yet. Add --new-authority "Name of the council", or import an improvement report first.',
    );
  }
  const chosen = await chosenAuthority(store, context);
  return (await held.of(chosen.code)) ?? emptyFacts(chosen);
}

function newAuthority(name: string, context: ReadContext): Authority {
  return {
    code: authorityCode(name),
    name,
    timeZone: 'Europe/London',
    language: 'en-GB',
    yearKind: 'financial',
    statusScheme: schemeOfNew(context).id,
    directionScheme: directionOfNew(context),
  };
}
