import type { Delivered, Facts } from '../../domain/facts.ts';
import type { Schema } from '../schema.ts';

/** What can be delivered: what internal audit's tests showed is recorded by their own act. */
export type FactKind = Exclude<keyof (Facts & Required<Delivered>), 'tested' | 'charts' | 'chartRules'>;

/** The tables that hold facts, and what is kept as they are: keyed by what it is about, then by when it became known. */
export type FactTableName =
  | 'authority_version'
  | 'organisation_unit_version'
  | 'measure_version'
  | 'scorecard_version'
  | 'target_version'
  | 'observation'
  | 'commentary'
  | 'statement'
  | 'peer_value'
  | 'peer_group_version'
  | 'national_data';

/** How one kind of fact lies in its table. Texts are the text forms of the columns' types, null is null. */
export interface FactColumns<Fact> {
  table: FactTableName;
  /** The columns that say what the fact is about, after authority_id. */
  key: readonly string[];
  keyOf(fact: Fact): readonly string[];
  /** The columns that hold what it says. */
  content: readonly string[];
  contentOf(fact: Fact): readonly (string | null)[];
  /** How many of these columns, at their end, came with a later schema: where they say nothing, neither does the digest. */
  added?: number;
  /** Where it came from: kept with a new fact, but saying the same from another file is not news. */
  sourceOf?(fact: Fact): string;
}

/** The same with its column names checked against the table. */
export interface FactTable<Fact, Name extends FactTableName> extends FactColumns<Fact> {
  table: Name;
  key: readonly (keyof Schema[Name] & string)[];
  content: readonly (keyof Schema[Name] & string)[];
}

/** `observation 2018-19/Q2 of HOM12`: how a refusal names a fact. */
export const nameOfFact = (table: { table: FactTableName }, key: readonly string[]) =>
  `${table.table.replace('_version', '').replaceAll('_', ' ')} ${key.join(', ')}`.trim();
