import { isEmpty } from '../../domain/commentary/plain-text.ts';
import type { Commentary, Facts, Observation, Recorded, Statement } from '../../domain/facts.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import type { TypedFigure } from '../../domain/number/figure.ts';
import type { Authority } from '../../domain/organisation/organisation.ts';
import { periodOfEnd } from '../../domain/period/of-day.ts';
import type { ReportingPeriod, YearKind } from '../../domain/period/period.ts';
import { yearOf } from '../../domain/period/relate.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import type { TargetVersion } from '../../domain/target/target.ts';
import type { Problem } from '../problem.ts';
import { doubtsAbout } from './doubts.ts';
import { HeldMeasures } from './held-measures.ts';
import type { LegacyMeasure, LegacyReport } from './legacy-report.ts';
import { authorityCode, codesFor, sameAuthority, slug } from './names-to-codes.ts';
import { dryRunNotes } from './notes.ts';
import { statedPairs, statedPolarity } from './stated-statuses.ts';
import { scorecardName } from './title-pattern.ts';

export interface ToFactsOptions {
  fileName: string;
  scheme: StatusScheme;
  /** Id of the direction of travel scheme of a new authority. */
  directionScheme?: string;
  /** ISO instant at which the facts became known. */
  recordedAt: string;
  yearKind: YearKind;
  /** The authority that the database already has. */
  knownAuthority?: Authority;
  /** Its measures: their polarity judges the statuses that this document states. */
  heldMeasures?: readonly MeasureVersion[];
}

export interface LegacyFacts {
  facts: Facts;
  period: ReportingPeriod;
  /** Imported, with doubt: for a person to settle. */
  warnings: Problem[];
  /** What was read and decided, line by line, for the dry run. */
  notes: string[];
}

/**
 * The facts that a legacy report states: what it says is kept as stated, and what it does not say is inferred
 * only where the document proves it, and marked. The full scorecard behind an exception report is not known.
 */
export function toFacts(read: LegacyReport, options: ToFactsOptions): LegacyFacts {
  const held = new HeldMeasures(options.heldMeasures ?? []);
  const document = { ...read, measures: held.underHeldCodes(read.measures) };
  const period = periodOf(document, options.yearKind);
  const authority = options.knownAuthority ?? newAuthority(document.authorityName, options);
  const validFrom = yearOf(period).start;
  const units = codesFor(document.directorates);
  const warnings: Problem[] = [];
  const measures: MeasureVersion[] = [];
  for (const measure of document.measures) {
    const polarity = statedPolarity(statedPairs(measure), options.scheme);
    const version = measureVersion(measure, polarity, units.get(measure.directorate) as string, period);
    measures.push({ ...version, validFrom });
    warnings.push(
      ...doubtsAbout(measure, held.polarityOf(measure.code) ?? polarity, document.headings, options),
    );
  }
  if (options.knownAuthority !== undefined && !sameAuthority(authority.name, document.authorityName)) {
    warnings.unshift(otherAuthority(document.authorityName, authority.name, options.fileName));
  }
  const rows = document.measures.map((measure) => factsOfRow(measure, period, options));
  const name = scorecardName(document);
  const facts: Facts = {
    authority,
    organisation: document.directorates.map((directorate, at) => ({
      code: units.get(directorate) as string,
      name: directorate,
      parent: null,
      order: at + 1,
      validFrom,
      validTo: null,
    })),
    measures,
    targets: rows.flatMap((row) => row.targets),
    observations: rows.flatMap((row) => row.observations),
    commentaries: rows.flatMap((row) => row.commentaries),
    statements: rows.flatMap((row) => row.statements),
    scorecards: [
      {
        code: slug(name) || 'scorecard',
        name,
        // Each period reports its own exceptions, so the list is this period's and no other's.
        validFrom: period.start,
        measures: measures.map(({ code }) => code),
        exceptionsOnly: true,
        overrides: [],
      },
    ],
  };
  return { facts, period, warnings, notes: dryRunNotes(document, facts, period) };
}

/** The quarter that ends on the day; the month where none does, or where the report says that it is monthly. */
function periodOf({ periodEnd, span }: LegacyReport, yearKind: YearKind): ReportingPeriod {
  const quarter = periodOfEnd(periodEnd, 'quarter', yearKind);
  if ('period' in quarter && span !== 'month') return quarter.period;
  const month = periodOfEnd(periodEnd, 'month', yearKind);
  if ('period' in month) return month.period;
  throw new RangeError(month.problem);
}

function newAuthority(name: string, options: ToFactsOptions): Authority {
  return {
    code: authorityCode(name),
    name,
    timeZone: 'Europe/London',
    language: 'en-GB',
    yearKind: options.yearKind,
    statusScheme: options.scheme.id,
    directionScheme: options.directionScheme ?? 'derby',
  };
}

function measureVersion(
  measure: LegacyMeasure,
  polarity: MeasureVersion['polarity'],
  directorate: string,
  period: ReportingPeriod,
): MeasureVersion {
  return {
    code: measure.code,
    validFrom: period.start,
    title: measure.title,
    aliases: measure.aliases,
    unit: measure.unit,
    polarity,
    frequency: period.span,
    periodBasis: null,
    kind: 'targeted',
    directorate,
    service: null,
    owner: null,
    themes: [],
    definition: {},
    confidence: {
      polarity: polarity === null ? 'unconfirmed' : 'inferred',
      unit: measure.unitDoubt === null ? 'inferred' : 'unconfirmed',
      periodBasis: 'unconfirmed',
    },
    retiredAfter: null,
    note: null,
  };
}

interface RowFacts {
  targets: Recorded<TargetVersion>[];
  observations: Recorded<Observation>[];
  commentaries: Recorded<Commentary>[];
  statements: Recorded<Statement>[];
}

function factsOfRow(measure: LegacyMeasure, period: ReportingPeriod, options: ToFactsOptions): RowFacts {
  const { recordedAt } = options;
  const source = `${options.fileName}, line ${measure.line}`;
  const about = { measure: measure.code, period: period.code, source, recordedAt };
  const target = (code: string, figure: TypedFigure): Recorded<TargetVersion>[] =>
    isBlank(figure)
      ? []
      : [
          {
            measure: measure.code,
            period: code,
            role: 'target',
            figure,
            version: 1,
            approvedBy: null,
            approvedOn: null,
            reason: null,
            recordedAt,
          },
        ];
  const observation = (role: Observation['role'], figure: TypedFigure): Recorded<Observation>[] =>
    isBlank(figure)
      ? []
      : [
          {
            ...about,
            role,
            figure,
            numerator: null,
            denominator: null,
            dataPeriod: null,
            flags: [],
            parts: [],
            note: null,
          },
        ];
  const statement = (subject: Statement['subject'], stated: string): Recorded<Statement>[] =>
    stated === '' ? [] : [{ ...about, subject, stated }];
  return {
    targets: [
      ...target(period.code, measure.quarterly.target),
      ...target(period.year, measure.forecast.target),
    ],
    observations: [
      ...observation('actual', measure.quarterly.actual),
      ...observation('forecast', measure.forecast.actual),
    ],
    commentaries: (['context', 'actions', 'intervention'] as const).flatMap((part) =>
      isEmpty(measure.commentary[part].tree) ? [] : [{ ...about, part, text: measure.commentary[part] }],
    ),
    statements: [
      ...statement('status', measure.status),
      ...statement('forecastStatus', measure.forecastStatus),
      ...statement('direction', measure.direction),
    ],
  };
}

const isBlank = (figure: TypedFigure): boolean => figure.kind === 'missing' && figure.typed === '';

function otherAuthority(found: string, known: string, file: string): Problem {
  return {
    severity: 'warning',
    file,
    row: 0,
    value: found,
    message: `The report names another authority than ${known}, into which it is imported.`,
    remedy: 'Check that this is the right file and the right authority.',
  };
}
