import { formatDate } from '../../domain/number/date.ts';
import { derby } from '../../domain/status/presets/derby.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import type { Problem } from '../problem.ts';
import { cellText } from './cell-text.ts';
import type { CodeCorrections } from './code-and-title.ts';

import { Findings } from './findings.ts';
import type { LegacyMeasure, LegacyReport } from './legacy-report.ts';
import { DEFAULT_LEGACY_LIMITS, type LegacyLimits } from './limits.ts';
import { linesOf } from './lines.ts';
import { readMeasureRow } from './measure-row.ts';
import { type PageHeader, splitTitle } from './page-header.ts';
import { type Pages, readPages } from './pages.ts';
import { endsMonth } from './period-date.ts';
import { reportText } from './report-text.ts';
import { familiesOf, splitLikeSiblings } from './sibling-codes.ts';
import { statusIn } from './status-words.ts';

export interface ReadOptions {
  /** As the person knows the file. */
  fileName: string;
  /** Whose status words the document may use; Derby's unless told otherwise. */
  scheme?: StatusScheme;
  /** What a person said about codes and titles after a dry run. */
  corrections?: CodeCorrections;
  limits?: Partial<LegacyLimits>;
}

/**
 * Reads an improvement report in the founding layout: pages of seven tab-separated columns under a title, an
 * authority and a date. All or nothing: one error and there is no document, and every problem is listed with its
 * line and column.
 */
export function readImprovementReport(
  bytes: Uint8Array,
  options: ReadOptions,
): { document: LegacyReport | null; problems: Problem[] } {
  const findings = new Findings(options.fileName);
  const document = documentFrom(bytes, options, findings);
  return { document: findings.refused ? null : document, problems: findings.all };
}

function documentFrom(bytes: Uint8Array, options: ReadOptions, findings: Findings): LegacyReport | null {
  const limits = { ...DEFAULT_LEGACY_LIMITS, ...options.limits };
  const scheme = options.scheme ?? derby;
  if (bytes.length > limits.bytes) {
    findings.error(0, {
      message: `The file has ${bytes.length} bytes. The most that is read is ${limits.bytes}.`,
      remedy: 'Check that this is the right file.',
    });
    return null;
  }
  const text = reportText(bytes, findings);
  const lines = text === null ? null : linesOf(text, limits, findings);
  if (lines === null) return null;
  const pages = readPages(lines, (word) => word.length < 60 && statusIn(word, scheme) !== null, findings);
  if (pages === null) return null;
  checkHeader(pages.header, findings);
  const rules = { scheme, corrections: options.corrections ?? {}, limits };
  const measures =
    pages.columns.order.length === 0
      ? []
      : pages.rows.flatMap((row) => readMeasureRow(row, rules, findings) ?? []);
  const split = likeSiblings(measures);
  checkMeasures(split, pages, findings);
  return reportOf(pages, split);
}

function reportOf(pages: Pages, measures: LegacyMeasure[]): LegacyReport {
  const { titleLine, authorityName, periodEnd } = pages.header;
  return {
    ...splitTitle(titleLine),
    authorityName,
    periodEnd: periodEnd ?? '',
    span: spanOf(pages.columns.headings, measures),
    headings: pages.columns.headings,
    directorates: pages.directorates,
    measures,
  };
}

/** Measures for which no code was found, looked at again beside those for which one was. */
function likeSiblings(measures: readonly LegacyMeasure[]): LegacyMeasure[] {
  const hasNone = (measure: LegacyMeasure) =>
    measure.splitDoubtful && measure.title === cellText(measure.codeCell);
  const without = new Set(measures.filter(hasNone));
  if (without.size === 0) return [...measures];
  const families = familiesOf(measures.filter((each) => !without.has(each)).map(({ code }) => code));
  return measures.map((each) =>
    without.has(each) ? { ...each, ...splitLikeSiblings(each.title, families) } : each,
  );
}

/** Where headings or cells say both, as for measures of their own frequency, neither is meant for the report. */
function spanOf(
  headings: LegacyReport['headings'],
  measures: readonly LegacyMeasure[],
): LegacyReport['span'] {
  const heading = `${headings.status} ${headings.performance}`;
  if (/\bquarter|\bq[1-4]\b/i.test(heading)) return 'quarter';
  if (/\bmonth/i.test(heading)) return 'month';
  const spans = new Set(measures.flatMap(({ span }) => span ?? []));
  const [only] = spans;
  return spans.size === 1 && only !== undefined ? only : null;
}

function checkHeader(header: PageHeader, findings: Findings): void {
  const { titleLine, authorityName, periodEnd, dateProblem } = header;
  if (titleLine === '' || authorityName === '') {
    findings.error(1, {
      message:
        titleLine === ''
          ? 'There is no title above the table.'
          : 'There is no name of an authority above the table.',
      remedy: 'Put the title, the name of the authority and the date each on a line above the first table.',
    });
  }
  if (dateProblem !== null) {
    findings.error(dateProblem.line, {
      value: dateProblem.text,
      message: dateProblem.problem,
      remedy: DATE_REMEDY,
    });
  } else if (periodEnd === null) {
    findings.error(1, { message: 'There is no date above the table.', remedy: DATE_REMEDY });
  } else if (!endsMonth(periodEnd)) {
    findings.error(1, {
      value: formatDate(periodEnd),
      message: 'The date is not the last day of a month, so it does not say which period is reported.',
      remedy: DATE_REMEDY,
    });
  }
}

const DATE_REMEDY = 'Write the last day of the reporting period on a line of its own, such as 30-Sep-2018.';

function checkMeasures(measures: readonly LegacyMeasure[], pages: Pages, findings: Findings): void {
  if (pages.rows.length === 0) {
    findings.error(0, {
      message: 'There is no measure under the column headings.',
      remedy: 'Check that the rows have tabs between their seven columns.',
    });
  }
  const seen = new Map<string, number>();
  for (const { code, codeCell, line, splitDoubtful, split } of measures) {
    const column = pages.columns.headings.details;
    const value = cellText(codeCell);
    const before = seen.get(code.toLowerCase());
    if (before !== undefined) {
      findings.error(line, {
        column,
        value,
        message: `The code ${code} was used before, on line ${before}.`,
        remedy: 'Remove the row that is there twice, or correct its code.',
      });
    } else if (splitDoubtful) {
      findings.warning(line, {
        column,
        value,
        message: `It is not certain which part is the code (${split}).`,
        remedy:
          'If this is wrong, write the right code and title in a file of corrections (columns cell, code, title) and import again with it.',
      });
    }
    seen.set(code.toLowerCase(), before ?? line);
  }
}
