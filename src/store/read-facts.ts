import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { Facts } from '../domain/facts.ts';
import type { ReportingPeriod } from '../domain/period/period.ts';
import { furtherPeriods, periodCodesAround } from '../domain/periods-looked-at.ts';
import { readTested } from './assurance.ts';
import { instant } from './canonical.ts';
import { readCharts } from './charts.ts';
import type { Store } from './database.ts';
import { authorityFrom } from './facts/authority.ts';
import { commentaryFrom } from './facts/commentaries.ts';
import { measureFrom } from './facts/measures.ts';
import { observationFrom } from './facts/observations.ts';
import { organisationUnitFrom } from './facts/organisation.ts';
import { scorecardFrom } from './facts/scorecards.ts';
import { statementFrom } from './facts/statements.ts';
import { targetFrom } from './facts/targets.ts';
import { StoreProblem } from './problem.ts';
import { authorityId } from './read-authorities.ts';
import type { Schema } from './schema.ts';
import { inTransaction, type Transaction } from './transaction.ts';

export interface FactsQuestion {
  authority: string;
  /** Period codes wanted, year-end codes included; every period where absent. */
  periods?: readonly string[];
  /** Instead of `periods`: all that these can be judged by, also of measures whose charts look further back. */
  around?: readonly ReportingPeriod[];
  /** ISO instant: only what had become known by then. */
  asAt?: string;
  /** Only what is set up (organisation, measures, targets, scorecards): no figures, no texts, no statements. */
  setUpOnly?: boolean;
  /** Figures without the texts about them. */
  withoutTexts?: boolean;
  /** Only these measures, with their figures, targets and texts; every measure where absent. */
  measures?: readonly string[];
}

/**
 * An authority's facts as known at a moment, from one consistent view of the database. Targets, observations,
 * commentaries and statements come in all their recorded versions, oldest first; organisation, measures and
 * scorecards in the newest recorded one of each code and start date.
 */
export async function readFacts(store: Store, question: FactsQuestion): Promise<Facts> {
  return inTransaction(store, (tx) => factsIn(tx, question), {
    isolation: 'repeatable read',
    readOnly: true,
  });
}

/** The same within a transaction of the caller's. */
export async function factsIn({ db }: Pick<Transaction, 'db'>, question: FactsQuestion): Promise<Facts> {
  const id = await authorityId(db, question.authority);
  const knownBy = question.asAt === undefined ? null : instant(question.asAt);
  const charts = await readCharts({ db }, question.authority, knownBy);
  const { around } = question;
  const periods = around === undefined ? question.periods : [...new Set(around.flatMap(periodCodesAround))];
  const further = furtherPeriods(charts.charts, around ?? []);
  const earlier = [...new Set([...further.values()].flat())];

  type Versioned = 'organisation_unit_version' | 'measure_version' | 'scorecard_version';
  const newest = <T extends Versioned>(table: T) => {
    let query = db
      .selectFrom(table as 'measure_version')
      .distinctOn(['code', 'valid_from'])
      .selectAll()
      .where('authority_id', '=', id)
      .orderBy('code')
      .orderBy('valid_from')
      .orderBy('recorded_at', 'desc')
      .orderBy('revision_id', 'desc');
    if (knownBy !== null) query = query.where('recorded_at', '<=', knownBy);
    if (table === 'measure_version' && question.measures !== undefined)
      query = query.where(sql<boolean>`code = any(${question.measures}::text[])`);
    return query as unknown as SelectQueryBuilder<Schema, T, SelectedRow<T>>;
  };
  type ByPeriod = 'target_version' | 'observation' | 'commentary' | 'statement';
  const recorded = <T extends ByPeriod>(table: T) => {
    let query = db
      .selectFrom(table as 'observation')
      .selectAll()
      .where('authority_id', '=', id)
      .orderBy('recorded_at')
      .orderBy('revision_id');
    const isCharted = table === 'observation' || table === 'target_version';
    if (periods !== undefined && isCharted && further.size > 0)
      query = query.where(
        sql<boolean>`(period = any(${periods}::text[])
          or (measure = any(${[...further.keys()]}::text[]) and period = any(${earlier}::text[])))`,
      );
    else if (periods !== undefined) query = query.where(sql<boolean>`period = any(${periods}::text[])`);
    if (question.measures !== undefined)
      query = query.where(sql<boolean>`measure = any(${question.measures}::text[])`);
    if (knownBy !== null) query = query.where('recorded_at', '<=', knownBy);
    return query as unknown as SelectQueryBuilder<Schema, T, SelectedRow<T>>;
  };

  const versions = await db
    .selectFrom('authority_version')
    .selectAll()
    .where('authority_id', '=', id)
    .orderBy('recorded_at', 'desc')
    .orderBy('revision_id', 'desc')
    .execute();
  const version = versions.find((one) => knownBy === null || one.recorded_at <= knownBy);
  if (!version) {
    throw new StoreProblem(
      'unknownAuthority',
      `Nothing was known about ${question.authority} at ${knownBy}: its first facts were recorded at ${versions.at(-1)?.recorded_at}.`,
    );
  }
  const setUp = question.setUpOnly === true;
  const tested = setUp ? [] : await readTested(db, id, { periods, asAt: knownBy });
  return {
    authority: authorityFrom(question.authority, version),
    organisation: (await newest('organisation_unit_version').execute()).map(organisationUnitFrom),
    measures: (await newest('measure_version').execute()).map(measureFrom),
    targets: (await recorded('target_version').execute()).map(targetFrom),
    observations: setUp ? [] : (await recorded('observation').execute()).map(observationFrom),
    commentaries:
      setUp || question.withoutTexts === true
        ? []
        : (await recorded('commentary').execute()).map(commentaryFrom),
    statements: setUp ? [] : (await recorded('statement').execute()).map(statementFrom),
    scorecards: (await newest('scorecard_version').execute()).map(scorecardFrom),
    ...(tested.length === 0 ? {} : { tested }),
    ...charts,
  };
}

type SelectedRow<T extends keyof Schema> = Selectable<Schema[T]>;
