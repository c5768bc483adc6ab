import type { ReportBlock } from '../../model/report.ts';
import type { PageBreak } from './page-breaks.ts';

type Laid = ReportBlock | PageBreak;

/** Short sections of the front matter, or two tables of one, set side by side; reading order is kept. */
export interface Panels {
  type: 'panels';
  panels: readonly (readonly Laid[])[];
}

/**
 * Puts neighbouring sections of small tables and lists in pairs, and two small tables within a section; a
 * section of measures keeps the full width.
 */
export function withPanels(blocks: readonly Laid[]): (Laid | Panels)[] {
  const laidOut: (Laid | Panels)[] = [];
  let waiting: readonly Laid[] | null = null;
  // The parts of a document of several reports are no sections: those stand one level down.
  const deepest = blocks.some(({ type }) => type === 'contents') ? 3 : 2;
  for (const section of sections(blocks, deepest)) {
    const fits = isPanel(section);
    if (fits && waiting) {
      laidOut.push({ type: 'panels', panels: [waiting, section] });
      waiting = null;
      continue;
    }
    if (waiting) laidOut.push(...waiting);
    waiting = fits ? section : null;
    if (!fits) laidOut.push(...withPairs(section));
  }
  if (waiting) laidOut.push(...waiting);
  return laidOut;
}

/** Cuts before every heading of a section, and at page breaks. */
function sections(blocks: readonly Laid[], deepest: number): Laid[][] {
  const cut: Laid[][] = [];
  for (const block of blocks) {
    const begins = block.type === 'pageBreak' || (block.type === 'heading' && block.level <= deepest);
    if (begins || cut.length === 0) cut.push([]);
    cut.at(-1)!.push(block);
  }
  return cut;
}

/** Two small tables that follow each other, beside each other. */
function withPairs(section: readonly Laid[]): (Laid | Panels)[] {
  const at = pairIn(section);
  if (at < 0) return [...section];
  const [first, second] = section.slice(at, at + 2) as [Laid, Laid];
  return [...section.slice(0, at), { type: 'panels', panels: [[first], [second]] }, ...section.slice(at + 2)];
}

function pairIn(section: readonly Laid[]): number {
  return section.findIndex((block, index) => isNarrow(block) && isNarrow(section[index + 1]));
}

function isNarrow(block: Laid | undefined): boolean {
  return (
    block?.type === 'table' &&
    block.table.layout === 'plain' &&
    !block.table.isWide &&
    block.table.columns.length <= panelColumns &&
    block.table.rows.length <= panelRows
  );
}

/** More columns or rows than this belong on the full width, where they may run over the page. */
const panelRows = 26;
const panelColumns = 9;

function isPanel(section: readonly Laid[]): boolean {
  const tables = section.flatMap((block) => (block.type === 'table' ? [block.table] : []));
  return (
    section[0]?.type === 'heading' &&
    pairIn(section) < 0 &&
    (tables.length > 0 || section.some(({ type }) => type === 'list')) &&
    tables.every(
      (table) => table.layout === 'plain' && !table.isWide && table.columns.length <= panelColumns,
    ) &&
    tables.reduce((sum, table) => sum + table.rows.length, 0) <= panelRows
  );
}
