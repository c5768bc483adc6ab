import type { Facts } from '../../domain/facts.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import type { LegacyReport } from '../../importers/improvement-report/legacy-report.ts';
import { mergedWith } from '../../importers/improvement-report/merge.ts';
import { authorityCode } from '../../importers/improvement-report/names-to-codes.ts';
import { titlePattern } from '../../importers/improvement-report/title-pattern.ts';
import { toFacts } from '../../importers/improvement-report/to-facts.ts';
import { importInWorker } from '../../importers/in-worker.ts';
import type { Problem } from '../../importers/problem.ts';
import { derbyWording, type ReportWording } from '../../reports/model/wording.ts';
import type { Store } from '../../store/database.ts';
import { WORDING_SETTING } from '../../workflow/queries/read-report.ts';
import { Refusal } from '../console.ts';
import type { HeldFacts } from './held-facts.ts';
import type { NamedFile, ReadContext, ReadImport } from './read-import.ts';
import { directionOfNew, ownScheme, schemeOf } from './scheme-choice.ts';

/**
 * A legacy report says which authority it is about: that one, if it is here, or a new one. `--authority` says
 * otherwise, for a council that has changed its name.
 */
export async function readLegacy(
  store: Store,
  file: NamedFile,
  held: HeldFacts,
  context: ReadContext,
): Promise<ReadImport> {
  const chosen = context.authority === undefined ? null : await held.of(context.authority.toLowerCase());
  const first = await legacyDocument(file, await schemeOf(store, chosen, context), context);
  if (first.document === null) return nothingRead(file, first.problems);
  const known = chosen ?? (await held.of(authorityCode(first.document.authorityName)));
  const elsewhere = chosen === null ? aboutAnother(file, first.document, known, context) : null;
  if (elsewhere !== null) return nothingRead(file, [...first.problems, elsewhere]);
  const scheme = await schemeOf(store, known, context);
  const { document, problems } = known === chosen ? first : await legacyDocument(file, scheme, context);
  if (document === null) return nothingRead(file, problems);
  const read = toFacts(document, {
    fileName: file.name,
    scheme,
    directionScheme: directionOfNew(context),
    recordedAt: context.recordedAt,
    yearKind: known?.authority.yearKind ?? 'financial',
    ...(known === null ? {} : { knownAuthority: known.authority, heldMeasures: known.measures }),
  });
  const all = [...problems, ...read.warnings].sort((a, b) => a.row - b.row);
  if (context.period !== undefined && context.period !== read.period.code) {
    return nothingRead(file, [...all, otherPeriod(file, read.period.code, context.period)]);
  }
  return {
    file: file.name,
    kind: file.kind,
    period: read.period.code,
    problems: all,
    notes: read.notes,
    delivery: {
      facts: known === null ? read.facts : mergedWith(known, read.facts),
      file: { kind: file.kind, name: file.name, bytes: file.bytes, warnings: all },
      // A new authority keeps the headings of its own document; one already here keeps what it has set.
      settings: known === null ? { [WORDING_SETTING]: wordingOf(document) } : {},
      ...ownScheme(known === null, context),
    },
  };
}

const nothingRead = (file: NamedFile, problems: readonly Problem[]): ReadImport => ({
  file: file.name,
  kind: file.kind,
  period: null,
  delivery: null,
  problems,
  notes: [],
});

async function legacyDocument(file: NamedFile, scheme: StatusScheme, { corrections }: ReadContext) {
  const options = { scheme, corrections };
  const { rows, problems } = await importInWorker({ kind: 'improvement-report', file, options });
  return { document: rows[0] ?? null, problems };
}

/** Two councils may share a code (a city and a county of one name): that is said, never merged. */
function aboutAnother(
  file: NamedFile,
  { authorityName }: LegacyReport,
  known: Facts | null,
  { authority }: ReadContext,
): Problem | null {
  const code = authorityCode(authorityName);
  if (authority !== undefined) {
    if (authority.toLowerCase() === code) return null;
    throw new Refusal(
      `There is no authority "${authority}" here, and ${file.name} is about ${authorityName} (${code}). Leave --authority out, or correct it.`,
    );
  }
  if (known === null || sameName(known.authority.name, authorityName)) return null;
  return {
    severity: 'error',
    file: file.name,
    row: 0,
    value: authorityName,
    message: `The code "${code}" is that of ${known.authority.name} here.`,
    remedy: `If they are one council, add --authority ${code}; if not, keep them in two databases.`,
  };
}

export const sameName = (one: string, other: string): boolean =>
  one.replace(/\s+/g, ' ').trim().toLowerCase() === other.replace(/\s+/g, ' ').trim().toLowerCase();

const otherPeriod = (file: NamedFile, stated: string, asked: string): Problem => ({
  severity: 'error',
  file: file.name,
  row: 0,
  value: stated,
  message: `This report is about ${stated}, and --period says ${asked}.`,
  remedy: 'Leave --period out, or import the report of that period.',
});

function wordingOf(document: LegacyReport): ReportWording {
  const { details: measure, ...others } = document.headings;
  return {
    ...derbyWording,
    improvementTitle: titlePattern(document),
    columns: { measure, ...others },
    currentData: '{span} data',
  };
}
