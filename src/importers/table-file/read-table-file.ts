import type { Delivered, Facts } from '../../domain/facts.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import { holdFromWorker, importInWorker } from '../in-worker.ts';
import type { ImportKind } from '../jobs.ts';
import { measureFacts } from '../measures/measure-facts.ts';
import { peerValues } from '../peers/import-peers.ts';
import type { Problem } from '../problem.ts';
import { seriesFacts } from '../series/import-series.ts';
import { knownMeasures } from '../table/known.ts';
import type { SourceFile } from '../table/read-table.ts';
import { targetFacts, targetKey } from '../targets/import-targets.ts';
import { PartsOfFigures, updateFacts } from '../updates/update-facts.ts';
import { ALWAYS, inPlace, joinedScorecards, usualScorecard } from './in-place.ts';
import { unlessSame } from './same-targets.ts';

export type TableKind = Exclude<ImportKind, 'improvement-report'>;

/** What is said of a table beside what it holds. */
export interface TableContext {
  /** ISO instant at which its facts become known. */
  recordedAt: string;
  /** The reporting period of updates that state none. */
  period?: string;
  /** Directorates and services that are not held are new, not slips. */
  newDirectorates?: boolean;
  commentary: 'plain' | 'markdown' | 'html';
}

/** What a table of any kind comes to. */
export interface TableFile {
  facts: Delivered;
  /** More of them, made as they are written: a file of updates may be long. */
  further?: Iterable<Pick<Facts, 'observations' | 'commentaries'>>;
  problems: readonly Problem[];
  rows: number;
  /** The reporting period of each row; empty for measures. */
  periods: readonly string[];
}

/** Reads one table of an authority whose facts are held, judged under its scheme where that matters. */
export const readTableFile = (
  file: SourceFile,
  kind: TableKind,
  held: Facts,
  scheme: StatusScheme,
  context: TableContext,
): Promise<TableFile> => READERS[kind](file, held, context, scheme);

type Reader = (
  file: SourceFile,
  held: Facts,
  context: TableContext,
  scheme: StatusScheme,
) => Promise<TableFile>;

const READERS: Readonly<Record<TableKind, Reader>> = { updates, measures, targets, series, peers };

async function updates(file: SourceFile, held: Facts, context: TableContext): Promise<TableFile> {
  const { commentary: format } = context;
  const commentaryFormat = { context: format, actions: format, intervention: format };
  const period = context.period === undefined ? {} : { period: context.period };
  const options = { known: knownIn(held), commentaryFormat, ...period };
  const parts = new PartsOfFigures();
  const periods = new Set<string>();
  let count = 0;
  const { rows, problems } = await holdFromWorker({ kind: 'updates', file, options }, (row) => {
    parts.add(row);
    periods.add(row.period);
    count += 1;
  });
  const provenance = from(file, context);
  const further = {
    *[Symbol.iterator]() {
      for (const some of rows) yield updateFacts(some, provenance, parts);
    },
  };
  return { facts: {}, further, problems, rows: count, periods: [...periods] };
}

async function measures(file: SourceFile, held: Facts, context: TableContext): Promise<TableFile> {
  const { newDirectorates = false } = context;
  const options = { organisation: held.organisation, newDirectorates, validFrom: ALWAYS };
  const { rows, problems } = await importInWorker({ kind: 'measures', file, options });
  const stated = inPlace(rows, held.measures);
  const earliest = stated.map(({ measure }) => measure.validFrom).sort()[0] ?? ALWAYS;
  const naming = { name: usualScorecard(held.scorecards), validFrom: earliest };
  const facts = measureFacts(stated, naming, held.organisation);
  const scorecards = joinedScorecards(facts.scorecards, facts.measures, held.scorecards);
  return { facts: { ...facts, scorecards }, problems, rows: rows.length, periods: [] };
}

async function targets(
  file: SourceFile,
  held: Facts,
  context: TableContext,
  scheme: StatusScheme,
): Promise<TableFile> {
  const options = { known: knownIn(held), scheme };
  const { rows, problems } = await importInWorker({ kind: 'targets', file, options });
  const facts = targetFacts(rows, from(file, context), versionsIn(held));
  return { facts: { targets: unlessSame(facts.targets, held) }, problems, ...sizeOf(rows) };
}

async function series(file: SourceFile, held: Facts, context: TableContext): Promise<TableFile> {
  const options = { known: knownIn(held) };
  const { rows, problems } = await importInWorker({ kind: 'series', file, options });
  const { observations, targets } = seriesFacts(rows, from(file, context), versionsIn(held));
  return { facts: { observations, targets: unlessSame(targets, held) }, problems, ...sizeOf(rows) };
}

async function peers(file: SourceFile, held: Facts, context: TableContext): Promise<TableFile> {
  const versions = new Map<string, string[]>();
  for (const { code, validFrom } of held.measures) {
    versions.set(code, [...(versions.get(code) ?? []), validFrom]);
  }
  const options = { known: knownIn(held), versions };
  const { rows, problems } = await importInWorker({ kind: 'peers', file, options });
  // They are nobody's figures of a round: the periods that they are about change nothing there.
  return {
    facts: { peerValues: peerValues(rows, from(file, context)) },
    problems,
    rows: rows.length,
    periods: [],
  };
}

const knownIn = (held: Facts) => ({ measures: knownMeasures(held.measures) });

const from = (file: SourceFile, { recordedAt }: TableContext) => ({ source: file.name, recordedAt });

const versionsIn = (held: Facts) =>
  new Map(held.targets.map((target) => [targetKey(target), target.version]));

const sizeOf = (rows: readonly { period: string }[]) => ({
  rows: rows.length,
  periods: rows.map((row) => row.period),
});
