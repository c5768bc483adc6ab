import type { Findings } from './findings.ts';
import type { LegacyLimits } from './limits.ts';
import { type CutLine, hasQuotedCells, quotedLines } from './quoted-cells.ts';

/** One line of the file, cut at its tabs. */
export interface FileLine {
  line: number;
  /** At least one; trailing empty ones removed beyond the seventh. */
  cells: string[];
}

/** Cuts the text into lines and cells, within limits that are counted before anything is cut. */
export function linesOf(text: string, limits: LegacyLimits, findings: Findings): FileLine[] | null {
  const count = countLines(text);
  if (count > limits.lines) {
    findings.error(0, {
      message: `The file has ${count} lines. The most that is read is ${limits.lines}.`,
      remedy: 'Check that this is the right file, or split it.',
    });
    return null;
  }
  const lines: FileLine[] = [];
  let rows = 0;
  for (const { line, cells } of cutLines(text, limits, findings)) {
    if (cells.length > limits.columns) {
      findings.error(line, {
        message: `This row has more than ${limits.columns} columns.`,
        remedy: 'Remove the extra tabs: a row has seven columns.',
      });
      continue;
    }
    if (cells.length > 1) rows += 1;
    while (cells.length > 7 && (cells.at(-1) as string).trim() === '') cells.pop();
    lines.push({ line, cells });
  }
  if (rows > limits.rows) {
    findings.error(0, {
      message: `The file has ${rows} rows with tabs. The most that is read is ${limits.rows}.`,
      remedy: 'Check that this is an improvement report.',
    });
    return null;
  }
  return lines;
}

function cutLines(text: string, limits: LegacyLimits, findings: Findings): Iterable<CutLine> {
  if (!hasQuotedCells(text)) return plainLines(text, limits.columns);
  findings.warning(0, {
    message:
      'Cells stand in quotation marks, as a spreadsheet saves them. The marks around cells were taken off.',
    remedy: 'Nothing needs doing unless a text should begin and end with a quotation mark.',
  });
  return quotedLines(text, limits.columns);
}

function* plainLines(text: string, mostCells: number): Generator<CutLine> {
  let line = 0;
  for (const whole of text.split(/\r\n|[\r\n\f]/u)) {
    line += 1;
    yield { line, cells: whole.split('\t', mostCells + 1) };
  }
}

function countLines(text: string): number {
  let count = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 12 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count += 1;
  }
  return count;
}
