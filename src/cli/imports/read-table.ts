import type { Facts } from '../../domain/facts.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import { holdFromWorker, importInWorker } from '../../importers/in-worker.ts';
import { measureFacts } from '../../importers/measures/measure-facts.ts';
import { hasErrors, type Problem } from '../../importers/problem.ts';
import { seriesFacts } from '../../importers/series/import-series.ts';
import { knownMeasures } from '../../importers/table/known.ts';
import { targetFacts, targetKey } from '../../importers/targets/import-targets.ts';
import { PartsOfFigures, updateFacts } from '../../importers/updates/update-facts.ts';
import { ALWAYS, inPlace, joinedScorecards, usualScorecard } from './in-place.ts';
import type { ImportKind } from './kind.ts';
import type { NamedFile, ReadContext, ReadImport } from './read-import.ts';
import { unlessSame } from './same-targets.ts';
import { ownScheme } from './scheme-choice.ts';

type TableKind = Exclude<ImportKind, 'improvement-report'>;

/** What a table of any kind comes to. */
interface Table {
  facts: Partial<Facts>;
  /** More of them, made as they are written: a file of updates may be long. */
  further?: Iterable<Pick<Facts, 'observations' | 'commentaries'>>;
  problems: readonly Problem[];
  rows: number;
  /** The reporting period of each row; empty for measures. */
  periods: readonly string[];
}

/** Reads one table of an authority whose facts are held. */
export async function readTable(
  file: NamedFile,
  kind: TableKind,
  held: Facts,
  scheme: StatusScheme,
  context: ReadContext,
): Promise<ReadImport> {
  const { facts, further = [], problems, rows, periods } = await READERS[kind](file, held, context, scheme);
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

type Reader = (file: NamedFile, held: Facts, context: ReadContext, scheme: StatusScheme) => Promise<Table>;

const READERS: Readonly<Record<TableKind, Reader>> = { updates, measures, targets, series };

async function updates(file: NamedFile, held: Facts, context: ReadContext): Promise<Table> {
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

async function measures(file: NamedFile, held: Facts, context: ReadContext): Promise<Table> {
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
  file: NamedFile,
  held: Facts,
  context: ReadContext,
  scheme: StatusScheme,
): Promise<Table> {
  const options = { known: knownIn(held), scheme };
  const { rows, problems } = await importInWorker({ kind: 'targets', file, options });
  const facts = targetFacts(rows, from(file, context), versionsIn(held));
  return { facts: { targets: unlessSame(facts.targets, held) }, problems, ...sizeOf(rows) };
}

async function series(file: NamedFile, held: Facts, context: ReadContext): Promise<Table> {
  const options = { known: knownIn(held) };
  const { rows, problems } = await importInWorker({ kind: 'series', file, options });
  const { observations, targets } = seriesFacts(rows, from(file, context), versionsIn(held));
  return { facts: { observations, targets: unlessSame(targets, held) }, problems, ...sizeOf(rows) };
}

const knownIn = (held: Facts) => ({ measures: knownMeasures(held.measures) });

const from = (file: NamedFile, { recordedAt }: ReadContext) => ({ source: file.name, recordedAt });

const versionsIn = (held: Facts) =>
  new Map(held.targets.map((target) => [targetKey(target), target.version]));

const sizeOf = (rows: readonly { period: string }[]) => ({
  rows: rows.length,
  periods: rows.map((row) => row.period),
});
