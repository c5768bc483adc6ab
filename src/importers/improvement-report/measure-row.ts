import type { CommentaryPart, CommentaryText } from '../../domain/commentary/text-tree.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import { gateMarkup } from '../commentary/markup-gate.ts';
import { cellParagraphs, cellText } from './cell-text.ts';
import { type CodeCorrections, detailsOf } from './code-and-title.ts';
import { readFigures } from './figures.ts';
import type { Finding, Findings } from './findings.ts';
import type { Columns } from './headings.ts';
import { readLegacyCommentary } from './legacy-commentary.ts';
import { LEGACY_COLUMNS, type LegacyColumn, type LegacyMeasure } from './legacy-report.ts';
import { type LegacyLimits, longestCell } from './limits.ts';
import { readPerformance } from './performance-cell.ts';
import { knownStatuses, statusIn } from './status-words.ts';

export interface RowInput {
  line: number;
  cells: readonly string[];
  columns: Columns;
  directorate: string | null;
}

export interface RowRules {
  scheme: StatusScheme;
  corrections: CodeCorrections;
  limits: LegacyLimits;
}

/** Reads one row; null where anything in it is an error. All of its problems are reported, not only the first. */
export function readMeasureRow(row: RowInput, rules: RowRules, findings: Findings): LegacyMeasure | null {
  const reader = new RowReader(row, rules, findings);
  return reader.read();
}

const PARTS: readonly CommentaryPart[] = ['context', 'actions', 'intervention'];

class RowReader {
  readonly #row: RowInput;
  readonly #rules: RowRules;
  readonly #findings: Findings;
  #refused = false;

  constructor(row: RowInput, rules: RowRules, findings: Findings) {
    this.#row = row;
    this.#rules = rules;
    this.#findings = findings;
  }

  read(): LegacyMeasure | null {
    if (!this.#cellsAreWithinLimits()) return null;
    const details = this.#details();
    if (this.#row.directorate === null) {
      // A report groups by directorate and the store keys by it: guessing one would file the measure wrongly.
      this.#error('details', {
        value: details.code,
        message: 'This measure stands before the first directorate.',
        remedy: 'Put a line "Directorate : " with the name of its directorate above it.',
      });
    }
    const status = this.#status('status');
    const forecastStatus = this.#status('forecastStatus');
    const performance = this.#performance();
    const commentary = this.#commentaries();
    if (this.#refused || performance === null || commentary === null) return null;
    return {
      ...details,
      ...performance,
      line: this.#row.line,
      directorate: this.#row.directorate as string,
      status,
      forecastStatus,
      commentary,
    };
  }

  #cell(column: LegacyColumn): string {
    return this.#row.cells[this.#row.columns.order.indexOf(column)] ?? '';
  }

  #cellsAreWithinLimits(): boolean {
    for (const column of LEGACY_COLUMNS) {
      const { length } = this.#cell(column);
      const most = longestCell(column, this.#rules.limits);
      if (length > most) {
        this.#error(column, {
          value: this.#cell(column).slice(0, 200),
          message: `This cell has ${length} characters. The most that is read here is ${most}.`,
          remedy: 'Check that the tabs between columns are in place, or shorten the text.',
        });
      } else if (gateMarkup(this.#cell(column), 'legacy').nesting > this.#rules.limits.nesting) {
        this.#error(column, {
          message: `This cell has formatting nested more than ${this.#rules.limits.nesting} levels deep.`,
          remedy: 'Replace the cell with its plain text.',
        });
      }
    }
    return !this.#refused;
  }

  #details() {
    const codeCell = this.#cell('details');
    const text = cellText(codeCell);
    if (text === '') {
      this.#error('details', {
        message: 'This row has no measure.',
        remedy: 'Write the code and title of the measure in its first column, or remove the row.',
      });
    }
    return { codeCell, ...detailsOf(text, this.#rules.corrections) };
  }

  #status(column: 'status' | 'forecastStatus'): string {
    const text = cellText(this.#cell(column));
    const status = statusIn(text, this.#rules.scheme);
    if (status === null) {
      // Stored as it is, it would print without a colour or a place in the counts, and nobody would notice.
      this.#error(column, {
        value: text,
        message: `"${text.slice(0, 40)}" is not a status of the scheme ${this.#rules.scheme.name}, which has ${knownStatuses(this.#rules.scheme)}.`,
        remedy: 'Correct the word, or choose the status scheme of this authority.',
      });
    } else if (status === '') {
      this.#warning(column, {
        message: 'No status is stated.',
        remedy: 'Nothing needs doing: the status will be worked out from the figures where it can be.',
      });
    }
    return status ?? '';
  }

  #performance() {
    const texts = readPerformance(cellParagraphs(this.#cell('performance')));
    if (texts === null) {
      this.#error('performance', {
        value: this.#cell('performance').slice(0, 200),
        message: 'This cell does not give a Target and an Actual, or it gives one of them twice.',
        remedy:
          'Write it as: Quarterly data Target 10.0 Actual 9.0 Forecast data Target 20.0 Actual 19.0 Improving. Without a forecast, end after the first Actual.',
      });
      return null;
    }
    if (texts.direction === '') {
      this.#warning('performance', {
        message: 'No direction of travel is stated. N/A was put down.',
        remedy: 'Nothing needs doing unless the direction is known.',
      });
    }
    const figures = readFigures(
      texts,
      (finding) => this.#error('performance', finding),
      (finding) => this.#warning('performance', finding),
    );
    return figures === null
      ? null
      : { ...figures, span: texts.span, direction: texts.direction === '' ? 'N/A' : texts.direction };
  }

  #commentaries(): Record<CommentaryPart, CommentaryText> | null {
    const texts: Partial<Record<CommentaryPart, CommentaryText>> = {};
    for (const part of PARTS) {
      const read = readLegacyCommentary(this.#cell(part), this.#rules.limits);
      if ('problem' in read) {
        this.#error(part, read.problem);
        continue;
      }
      texts[part] = read.text;
      if (read.repairs.length > 0) {
        const said = read.repairs.join('; ');
        this.#warning(part, {
          message: `The lists of this text were put together: ${said}.`,
          remedy: 'Compare the list with the original, in case a dash stood inside a sentence.',
        });
      }
    }
    return this.#refused ? null : (texts as Record<CommentaryPart, CommentaryText>);
  }

  #error(column: LegacyColumn, finding: Finding): void {
    this.#refused = true;
    this.#findings.error(this.#row.line, { column: this.#heading(column), ...finding });
  }

  #warning(column: LegacyColumn, finding: Finding): void {
    this.#findings.warning(this.#row.line, { column: this.#heading(column), ...finding });
  }

  #heading(column: LegacyColumn): string {
    return this.#row.columns.headings[column];
  }
}
