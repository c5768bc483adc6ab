import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureRead, type ReportRead } from './measure-read.ts';

/** The pieces of a paragraph in order: a label, a figure, a word that stands out (`span`). */
type Paragraph = { text: string; span: boolean }[];

/** The figures of a tagged PDF, cell by cell as a screen reader gets them (poppler's view of its structure). */
export function readPdf(bytes: Uint8Array): ReportRead {
  const read: ReportRead = new Map();
  for (const row of rowsOf(structureOf(bytes))) {
    const code = row[0]?.[0]?.[0];
    if (code?.span !== true || row.length < 4) continue;
    const [status, forecastStatus] = [row[1], row[2]].map((cell) => cell?.[0]?.[0]?.text);
    const performance = row[3] ?? [];
    const [target, actual, forecastTarget, forecast] = performance
      .filter(
        ([label, ...figure]) =>
          /^(Target|Actual|Forecast)$/.test(label?.text.trim() ?? '') && figure.length > 0,
      )
      .map(([, ...figure]) =>
        figure
          .map(({ text }) => text)
          .join('')
          .trim(),
      );
    // Notes on figures stand out too, but come before; what follows the direction is plain.
    const direction = performance.findLast(([first]) => first?.span === true)?.[0]?.text;
    const values = [target, actual, status, forecastTarget, forecast, forecastStatus, direction];
    read.set(code.text, measureRead(values.map((value) => value?.trim())));
  }
  return read;
}

function structureOf(bytes: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-pdf-'));
  try {
    writeFileSync(join(folder, 'report.pdf'), bytes);
    const output = execFileSync('pdfinfo', ['-struct-text', join(folder, 'report.pdf')], {
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return output.toString('utf8').split('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Rows of cells of paragraphs. Lines of a span that are wrapped on the page are joined again. */
function rowsOf(lines: readonly string[]): Paragraph[][][] {
  const rows: Paragraph[][][] = [];
  let spanDepth: number | null = null;
  for (const line of lines) {
    const depth = line.search(/\S/);
    const content = line.trim();
    const cell = rows.at(-1)?.at(-1);
    if (spanDepth !== null && depth <= spanDepth) spanDepth = null;
    if (/^TR\b/.test(content)) rows.push([]);
    else if (/^T[DH]\b/.test(content)) rows.at(-1)?.push([]);
    else if (/^(P|H\d|LBody|Lbl|L|LI)\b/.test(content)) cell?.push([]);
    else if (/^Span\b/.test(content)) {
      spanDepth = depth;
      paragraphOf(cell)?.push({ text: '', span: true });
    } else if (content.startsWith('"')) addText(paragraphOf(cell), content.slice(1, -1), spanDepth !== null);
  }
  return rows;
}

function paragraphOf(cell: Paragraph[] | undefined): Paragraph | undefined {
  if (cell?.length === 0) cell.push([]);
  return cell?.at(-1);
}

function addText(paragraph: Paragraph | undefined, text: string, inSpan: boolean): void {
  const last = paragraph?.at(-1);
  if (inSpan && last !== undefined) last.text += text;
  else paragraph?.push({ text, span: false });
}
