import type { Facts, Observation, Recorded, Statement } from '../domain/facts.ts';
import type { TargetRole, TargetVersion } from '../domain/target/target.ts';
import type { Store } from './database.ts';
import { figureFromColumns } from './facts/figure-columns.ts';
import { decidedFrom } from './facts/targets.ts';
import { authorityId } from './read-authorities.ts';

export interface StandingQuestion {
  authority: string;
  measures: readonly string[];
  /** Codes of the periods whose figures and targets are wanted, year-end codes included; every one where null. */
  periods: readonly string[] | null;
  /** Of those, the ones whose forecasts and published statuses are wanted too; all of them where null. */
  judgedIn: readonly string[] | null;
}

export type Standing = Pick<Facts, 'targets' | 'observations' | 'statements'>;

/**
 * What tells where measures stand, in one question and so from one view: of each figure only what is now known, and
 * no texts. The answer to a page that many people read at once; `readFacts` knows earlier versions too.
 */
export async function readStanding(
  store: Pick<Store, 'db' | 'pool'>,
  question: StandingQuestion,
): Promise<Standing> {
  const rows = await rowsOf(store, STANDING, question);
  const of = (kind: string) => rows.filter((row) => row[0] === kind);
  return {
    targets: of('target').map(targetFrom),
    observations: of('observation').map(observationFrom),
    statements: of('statement').map(statementFrom),
  };
}

/** Of the same answer only the figures. */
export async function readFigures(
  store: Pick<Store, 'db' | 'pool'>,
  question: StandingQuestion,
): Promise<Standing['observations']> {
  return (await rowsOf(store, OBSERVATIONS, question)).map(observationFrom);
}

async function rowsOf(
  { db, pool }: Pick<Store, 'db' | 'pool'>,
  text: string,
  { authority, measures, periods, judgedIn }: StandingQuestion,
): Promise<Row[]> {
  const values = [await authorityId(db, authority), measures, periods, judgedIn];
  const { rows } = await pool.query<(string | null)[]>({ text, values, rowMode: 'array' });
  return rows;
}

// Of a promise every version: a status is shown against the year's first target too, and one may have taken effect
// since. The newest of each figure comes by the primary key, without sorting.
const TARGETS = `
  (select
    'target', measure, period, role, figure_kind, figure_number, figure_text, figure_typed, recorded_at,
    reason, version::text, approved_by, approved_on, effective_from::text, decision
  from target_version
  where authority_id = $1 and measure = any($2::text[]) and ($3::text[] is null or period = any($3::text[]))
  order by measure, recorded_at, revision_id)`;

const OBSERVATIONS = `
  (select distinct on (measure, period, role)
    'observation', measure, period, role, figure_kind, figure_number, figure_text, figure_typed, recorded_at,
    source, numerator::text, denominator::text, data_period, nullif(flags, '[]')::text, note
  from observation
  where authority_id = $1 and measure = any($2::text[]) and ($3::text[] is null or period = any($3::text[]))
    and (role <> 'forecast' or $4::text[] is null or period = any($4::text[]))
  order by measure, period, role, recorded_at desc, revision_id desc)`;

const STATEMENTS = `
  (select distinct on (measure, period, subject)
    'statement', measure, period, subject, null, null, null, stated, recorded_at, source, null, null, null, null, null
  from statement
  where authority_id = $1 and measure = any($2::text[]) and ($4::text[] is null or period = any($4::text[]))
  order by measure, period, subject, recorded_at desc, revision_id desc)`;

const STANDING = [TARGETS, OBSERVATIONS, STATEMENTS].join(' union all ');

export type Row = readonly (string | null)[];

const figureOf = (row: Row) =>
  figureFromColumns({
    figure_kind: row[4] ?? '',
    figure_number: row[5] ?? null,
    figure_text: row[6] ?? null,
    figure_typed: row[7] ?? '',
  });

export const targetFrom = (row: Row): Recorded<TargetVersion> => ({
  measure: row[1] as string,
  period: row[2] as string,
  role: row[3] as TargetRole,
  figure: figureOf(row),
  version: Number(row[10]),
  approvedBy: row[11] ?? null,
  approvedOn: row[12] ?? null,
  reason: row[9] ?? null,
  ...decidedFrom({ effective_from: row[13] ?? null, decision: row[14] ?? null }),
  recordedAt: row[8] as string,
});

export const observationFrom = (row: Row): Recorded<Observation> => ({
  measure: row[1] as string,
  period: row[2] as string,
  role: row[3] as Observation['role'],
  figure: figureOf(row),
  numerator: row[10] ?? null,
  denominator: row[11] ?? null,
  dataPeriod: row[12] ?? null,
  flags: row[13] == null ? [] : (JSON.parse(row[13]) as Observation['flags']),
  parts: [],
  source: row[9] as string,
  note: row[14] ?? null,
  recordedAt: row[8] as string,
});

export const statementFrom = (row: Row): Recorded<Statement> => ({
  measure: row[1] as string,
  period: row[2] as string,
  subject: row[3] as Statement['subject'],
  stated: row[7] as string,
  source: row[9] as string,
  recordedAt: row[8] as string,
});
