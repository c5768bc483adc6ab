import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import { observationFrom, type Row, type Standing, statementFrom, targetFrom } from './read-standing.ts';

export interface LedgerFactsQuestion {
  authority: string;
  measures: readonly string[];
  /** Codes of the periods whose figures and promises are wanted. */
  figures: readonly string[];
  /** Of those, the ones whose forecasts and published statuses are wanted too. */
  forecast: readonly string[];
  /** Measures whose figures of every period are wanted: actuals and figures to date. */
  everyFigureOf: readonly string[];
}

/**
 * What past forecasts of measures are judged from, in one question and so from one view: of each figure every version, for
 * it counts when each became known.
 */
export async function readLedgerFacts(
  { db, pool }: Pick<Store, 'db' | 'pool'>,
  { authority, measures, figures, forecast, everyFigureOf }: LedgerFactsQuestion,
): Promise<Standing> {
  const values = [await authorityId(db, authority), measures, figures, forecast, everyFigureOf];
  const { rows } = await pool.query<(string | null)[]>({ text: LEDGER, values, rowMode: 'array' });
  const of = (kind: string): Row[] => rows.filter((row) => row[0] === kind);
  return {
    targets: of('target').map(targetFrom),
    observations: of('observation').map(observationFrom),
    statements: of('statement').map(statementFrom),
  };
}

const OBSERVATION = `
  select
    'observation', measure, period, role, figure_kind, figure_number, figure_text, figure_typed, recorded_at,
    source, numerator::text, denominator::text, data_period, nullif(flags, '[]')::text, note
  from observation`;

const LEDGER = `
  (select
    'target', measure, period, role, figure_kind, figure_number, figure_text, figure_typed, recorded_at,
    reason, version::text, approved_by, approved_on, effective_from::text, decision
  from target_version
  where authority_id = $1 and measure = any($2::text[]) and period = any($3::text[])
  order by recorded_at, revision_id)
  union all
  (${OBSERVATION}
  where authority_id = $1 and measure = any($2::text[])
    and (
      (role <> 'forecast' and period = any($3::text[]))
      or (role = 'forecast' and period = any($4::text[]))
      or (role in ('actual', 'toDate') and measure = any($5::text[]))
    )
  order by recorded_at, revision_id)
  union all
  (select distinct on (measure, period, subject)
    'statement', measure, period, subject, null, null, null, stated, recorded_at, source, null, null, null, null, null
  from statement
  where authority_id = $1 and measure = any($2::text[]) and period = any($4::text[])
  order by measure, period, subject, recorded_at desc, revision_id desc)`;
