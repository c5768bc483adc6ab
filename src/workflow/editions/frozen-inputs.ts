import { type CoverWords, noCoverWords } from '../../domain/commentary/cover.ts';
import { type DirectionScheme, parseDirectionScheme } from '../../domain/direction/scheme.ts';
import { type Evaluation, evaluate } from '../../domain/evaluate.ts';
import type { Facts } from '../../domain/facts.ts';
import type { ForecastQuestion } from '../../domain/forecast-questions.ts';
import { type Decimal, decimal, toText, zero } from '../../domain/number/decimal.ts';
import type { Contact } from '../../domain/organisation/contact.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { Corrections } from '../../domain/restatement/corrections.ts';
import type { ReportKind } from '../../domain/round/edition.ts';
import { type ReportChoice, standardChoice } from '../../domain/scorecard/choice.ts';
import { snapshotOf } from '../../domain/snapshot.ts';
import { parseScheme, type StatusScheme } from '../../domain/status/scheme.ts';
import type { Chosen } from '../../reports/model/arrangement.ts';
import { type CommitmentNotes, withCommitmentNotes } from '../../reports/model/commitment-notes.ts';
import { withContact } from '../../reports/model/contact.ts';
import { withCorrections } from '../../reports/model/corrections.ts';
import type { DueCommitment } from '../../reports/model/cover/commitments-due.ts';
import { coverReport } from '../../reports/model/cover/cover-report.ts';
import { withQuestions } from '../../reports/model/forecast-questions.ts';
import { improvementReport } from '../../reports/model/improvement-report.ts';
import type { Report } from '../../reports/model/report.ts';
import { scorecardReport } from '../../reports/model/scorecard-report.ts';
import type { ReportWording } from '../../reports/model/wording.ts';
import { canonicalJson } from '../../store/canonical.ts';
import { periodsOf } from '../queries/read-cover.ts';

/** Names the shape of the document; its schema is `docs/schemas/edition-inputs.schema.json`. */
const SCHEMA = 'urn:outturn:schema:edition-inputs:1';

/**
 * Everything that a report was made from: the facts in force, the rules and the words. Enough to work every status
 * out again without a database.
 */
export interface FrozenInputs {
  report: ReportKind;
  period: string;
  scorecard: string;
  /** Instant as at which the facts were known. */
  knownAt: string;
  facts: Facts;
  /**
   * What was chosen of the scorecard, and how many of its measures are not among the facts because of that; absent where
   * the report shows what its kind always does.
   */
  chosen?: { choice: ReportChoice; outside: number };
  /** Absent where the measures off target are drawn. */
  leavesChartsOut?: true;
  statusScheme: StatusScheme;
  directionScheme: DirectionScheme;
  wording: ReportWording;
  /** Whom to ask about it; absent where nobody is set. */
  contact?: Contact;
  /** Of a cover report: what its author wrote. */
  cover?: CoverWords;
  /** Of a cover report: the commitments that it names. */
  due?: readonly DueCommitment[];
  /** Of an authority that prints them: the notes on commitments under each measure. */
  commitments?: CommitmentNotes;
  /** How measures stand among other councils, a line under each; absent where nothing of others is held. */
  comparisons?: CommitmentNotes;
  /** What the edition before published and stood otherwise when this one was made; absent where there was none. */
  corrections?: Corrections;
  /** Forecasts to question, in words: the years that they rest on are not among the facts. Absent without that section. */
  questions?: readonly ForecastQuestion[];
}

/** The inputs as one JSON text; equal inputs have equal text. */
export const frozen = (inputs: FrozenInputs): string =>
  `${canonicalJson({ $schema: SCHEMA, ...(withDecimals(inputs, fromDecimal) as object) })}\n`;

/** Undoes `frozen`. @throws RangeError where the text is not that of frozen inputs */
export function thawed(text: string): FrozenInputs {
  const { $schema, ...held } = withDecimals(JSON.parse(text), toDecimal) as FrozenInputs & {
    $schema: string;
  };
  if ($schema !== SCHEMA) throw new RangeError(`These are not the inputs of an edition: ${$schema}`);
  const status = parseScheme(held.statusScheme);
  const direction = parseDirectionScheme(held.directionScheme);
  if (!('scheme' in status) || !('scheme' in direction)) {
    throw new RangeError('The schemes among the inputs of this edition can no longer be read.');
  }
  return { ...held, statusScheme: status.scheme, directionScheme: direction.scheme };
}

/** Judges the inputs: the same inputs always give the same statuses. */
export function evaluationOf({ facts, period, scorecard, knownAt, ...rules }: FrozenInputs): Evaluation {
  const question = { period: periodOf(period), scorecard, asAt: knownAt };
  return evaluate(snapshotOf(facts, question), rules.statusScheme, rules.directionScheme);
}

/** What the inputs show of their scorecard. */
export function chosenOf({ report, chosen, leavesChartsOut }: FrozenInputs): Chosen {
  const { choice, outside } = chosen ?? { choice: standardChoice(report), outside: 0 };
  return { choice: leavesChartsOut === true ? { ...choice, charts: false } : choice, outside };
}

/** The report that the inputs make. */
export const reportOf = (inputs: FrozenInputs, evaluation: Evaluation): Report =>
  withContact(builtOf(inputs, evaluation), inputs.contact ?? null);

function builtOf(inputs: FrozenInputs, evaluation: Evaluation): Report {
  const { report, wording, cover = noCoverWords, due = null, corrections = null } = inputs;
  if (report === 'cabinet') {
    return withCorrections(
      coverReport({ ...judgedPeriods(inputs), words: cover, due }, wording),
      corrections,
    );
  }
  const build = report === 'improvement' ? improvementReport : scorecardReport;
  const asked = withQuestions(build(evaluation, wording, chosenOf(inputs)), inputs.questions ?? null);
  const compared = withCommitmentNotes(withCorrections(asked, corrections), inputs.comparisons ?? {});
  return withCommitmentNotes(compared, inputs.commitments ?? {});
}

/** Earlier periods are judged from the same facts by the same rules. */
const judgedPeriods = ({ facts, period, scorecard, knownAt, statusScheme, directionScheme }: FrozenInputs) =>
  periodsOf(
    facts,
    { period: periodOf(period), scorecard, asAt: knownAt },
    { scheme: statusScheme, directionScheme },
  );

type Replace = (object: object) => unknown;

const isDecimal = (value: object): value is Decimal =>
  value instanceof (zero.constructor as new () => Decimal);

const fromDecimal: Replace = (object) => (isDecimal(object) ? toText(object) : undefined);

/** A figure is the one place where a fact holds a decimal; its text beside is what was typed. */
const toDecimal: Replace = (object) => {
  const { kind, value, typed } = object as { kind?: unknown; value?: unknown; typed?: unknown };
  if (kind !== 'number' || typeof value !== 'string' || typeof typed !== 'string') return undefined;
  return { ...object, value: decimal(value) };
};

function withDecimals(value: unknown, replace: Replace): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const replaced = replace(value);
  if (replaced !== undefined) return replaced;
  if (Array.isArray(value)) return value.map((item) => withDecimals(item, replace));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withDecimals(item, replace)]));
}
