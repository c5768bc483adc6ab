import type { Facts, Observation, Recorded, Scorecard, Statement } from '../domain/facts.ts';
import type { TargetRole, TargetVersion } from '../domain/target/target.ts';
import type { Store } from './database.ts';
import { authorityFrom } from './facts/authority.ts';
import { figureFromColumns } from './facts/figure-columns.ts';
import { measureFrom } from './facts/measures.ts';
import { organisationUnitFrom } from './facts/organisation.ts';
import { scorecardFrom } from './facts/scorecards.ts';
import { decidedFrom } from './facts/targets.ts';
import { StoreProblem } from './problem.ts';
import { authorityId } from './read-authorities.ts';
import { inTransaction, type Transaction } from './transaction.ts';

export interface StandingQuestion {
  authority: string;
  /** Chooses the measures that are read, among those of the scorecards there are. */
  measuresOf(scorecards: readonly Scorecard[]): readonly string[];
  /** Codes of the periods whose figures and targets are wanted, year-end codes included; every one where null. */
  periods: readonly string[] | null;
  /** Of those, the ones whose forecasts and published statuses are wanted too; all of them where null. */
  judgedIn: readonly string[] | null;
}

/**
 * What tells where measures stand, from one consistent view: of each figure only what is now known, and no texts. The answer to a page that many people read at once; `readFacts` knows earlier versions too.
 */
export const readStanding = (store: Store, question: StandingQuestion): Promise<Facts> =>
  inTransaction(store, (tx) => standingIn(tx, question), { isolation: 'repeatable read', readOnly: true });

async function standingIn(tx: Transaction, question: StandingQuestion): Promise<Facts> {
  const { db } = tx;
  const id = await authorityId(db, question.authority);
  const version = await db
    .selectFrom('authority_version')
    .selectAll()
    .where('authority_id', '=', id)
    .orderBy('recorded_at', 'desc')
    .orderBy('revision_id', 'desc')
    .executeTakeFirst();
  if (version === undefined) {
    throw new StoreProblem('unknownAuthority', `Nothing is known about ${question.authority}.`);
  }
  const newest = <T extends 'organisation_unit_version' | 'scorecard_version'>(table: T) =>
    db
      .selectFrom(table as 'scorecard_version')
      .distinctOn(['code', 'valid_from'])
      .selectAll()
      .where('authority_id', '=', id)
      .orderBy('code')
      .orderBy('valid_from')
      .orderBy('recorded_at', 'desc')
      .orderBy('revision_id', 'desc');
  const scorecards = (await newest('scorecard_version').execute()).map(scorecardFrom);
  const units = await newest('organisation_unit_version').execute();
  const codes = question.measuresOf(scorecards);
  const measures = await tx.client.query(MEASURES, [id, codes]);
  const { periods } = question;
  const rows = async (text: string, values: readonly unknown[]) =>
    (await tx.client.query<string[]>({ text, values: [id, codes, ...values], rowMode: 'array' })).rows;
  return {
    authority: authorityFrom(question.authority, version),
    organisation: (units as unknown as Parameters<typeof organisationUnitFrom>[0][]).map(
      organisationUnitFrom,
    ),
    measures: measures.rows.map(measureFrom),
    targets: (await rows(TARGETS, [periods])).map(targetFrom),
    observations: (await rows(OBSERVATIONS, [periods, question.judgedIn])).map(observationFrom),
    commentaries: [],
    statements: (await rows(STATEMENTS, [question.judgedIn])).map(statementFrom),
    scorecards,
  };
}

const MEASURES = `select distinct on (code, valid_from) * from measure_version
  where authority_id = $1 and code = any($2::text[])
  order by code, valid_from, recorded_at desc, revision_id desc`;

// Every version: a status is shown against the year's first target too, and one may have taken effect since. There are
// few beside the first, and they come by the primary key without sorting.
const TARGETS = `select
    measure, period, role, figure_kind, figure_number, figure_text, figure_typed, version, approved_by, approved_on,
    reason, recorded_at, effective_from, decision
  from target_version
  where authority_id = $1 and measure = any($2::text[]) and ($3::text[] is null or period = any($3::text[]))
  order by recorded_at, revision_id`;

const OBSERVATIONS = `select distinct on (measure, period, role)
    measure, period, role, figure_kind, figure_number, figure_text, figure_typed, numerator, denominator, data_period,
    flags, source, note, recorded_at
  from observation
  where authority_id = $1 and measure = any($2::text[]) and ($3::text[] is null or period = any($3::text[]))
    and (role <> 'forecast' or $4::text[] is null or period = any($4::text[]))
  order by measure, period, role, recorded_at desc, revision_id desc`;

const STATEMENTS = `select distinct on (measure, period, subject) measure, period, subject, stated, source, recorded_at
  from statement
  where authority_id = $1 and measure = any($2::text[]) and ($3::text[] is null or period = any($3::text[]))
  order by measure, period, subject, recorded_at desc, revision_id desc`;

type Row = readonly (string | null)[];

const figureAt = (row: Row, at: number) =>
  figureFromColumns({
    figure_kind: row[at] ?? '',
    figure_number: row[at + 1] ?? null,
    figure_text: row[at + 2] ?? null,
    figure_typed: row[at + 3] ?? '',
  });

const targetFrom = (row: Row): Recorded<TargetVersion> => ({
  measure: row[0] as string,
  period: row[1] as string,
  role: row[2] as TargetRole,
  figure: figureAt(row, 3),
  version: Number(row[7]),
  approvedBy: row[8] ?? null,
  approvedOn: row[9] ?? null,
  reason: row[10] ?? null,
  ...decidedFrom({ effective_from: row[12] ?? null, decision: row[13] ?? null }),
  recordedAt: row[11] as string,
});

const observationFrom = (row: Row): Recorded<Observation> => ({
  measure: row[0] as string,
  period: row[1] as string,
  role: row[2] as Observation['role'],
  figure: figureAt(row, 3),
  numerator: row[7] ?? null,
  denominator: row[8] ?? null,
  dataPeriod: row[9] ?? null,
  flags: row[10] as unknown as Observation['flags'],
  parts: [],
  source: row[11] as string,
  note: row[12] ?? null,
  recordedAt: row[13] as string,
});

const statementFrom = (row: Row): Recorded<Statement> => ({
  measure: row[0] as string,
  period: row[1] as string,
  subject: row[2] as Statement['subject'],
  stated: row[3] as string,
  source: row[4] as string,
  recordedAt: row[5] as string,
});
