import { afterAll, describe, expect, it } from 'vitest';
import { sampleReport } from '../../../../test/fixtures/sample-report.ts';
import { pagesOf, popplerUnavailable, wordsOf, written } from '../../../../test/tools/poppler/poppler.ts';
import { withContact } from '../../model/contact.ts';
import type { Cell, Report, ReportBlock, TextTree } from '../../model/report.ts';
import { renderPdf } from './render-pdf.ts';
import { stopTypesetting } from './typesetting-worker.ts';

const missing = popplerUnavailable();
if (missing && process.env.CI) throw new Error(missing);

afterAll(stopTypesetting);

/** Its tables alone: the charts after them begin a page of their own. */
const report = { ...sampleReport(), blocks: sampleReport().blocks.slice(0, -2) };

/** Points from the top of the page. */
const pageHeight = 595;
const footer = 555;

describe.skipIf(missing)(`breaks between pages${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it('never part a directorate heading from its first measure, wherever the page ends', async () => {
    const places = new Set<string>();
    // A line more in front at each step, until everything has moved by more than a page.
    for (let lines = 0; lines <= 44; lines++) {
      const pages = await pagesWith(frontMatter(lines));
      for (const [heading, code] of firstMeasures()) {
        const page = pages.findIndex((text) => new RegExp(`^${heading}\n`, 'm').test(body(text)));
        expect(pages[page], `${heading} after ${lines} lines`).toContain(code);
        places.add(`${heading} ${page}`);
      }
    }
    // The test has teeth only if each heading was pushed over the end of a page.
    for (const [heading] of firstMeasures()) {
      expect([...places].filter((place) => place.startsWith(heading)).length).toBeGreaterThan(1);
    }
  });

  it('repeat the column headings and name the section on every page of a table', async () => {
    const pages = await pagesWith({ ...report, blocks: report.blocks.map(withCommentary(2200)) });
    expect(pages.length).toBeGreaterThan(6);
    for (const page of pages.slice(1)) {
      expect(page).toContain('Improvement Actions Taken');
      expect(page).toMatch(/Homes & Neighbourhoods|Children & Families|Resources/);
    }
  });

  it('never leave whom to ask alone on a page', async () => {
    const note: ReportBlock = { type: 'paragraph', role: 'note', text: 'How the effect was worked out.' };
    const last = withContact(
      { ...report, blocks: [note] },
      { email: 'ask@example.org', telephone: '', address: '' },
    );
    const places = new Set<number>();
    for (let lines = 16; lines <= 40; lines++) {
      const { blocks } = frontMatter(lines);
      const pages = await pagesWith({ ...last, blocks: [...blocks.slice(0, lines), ...last.blocks] });
      const page = pages.findIndex((text) => /^Questions about this report$/m.test(body(text)));
      expect(pages[page], `after ${lines} lines`).toContain('How the effect was worked out.');
      places.add(page);
    }
    expect(places.size).toBeGreaterThan(1);
  });

  it('keep a short row whole', async () => {
    for (let lines = 0; lines <= 30; lines += 3) {
      const pages = await pagesWith(frontMatter(lines));
      const page = pages.find((text) => text.includes('CF 17'));
      expect(page).toContain('cannot be');
      expect(page).toContain('Every plan that has lasted');
      expect(page).toContain('No further intervention is');
    }
  });

  it('let a long row run over, so that pages are filled', async () => {
    const long = { ...report, blocks: report.blocks.map(withCommentary(5000)) };
    const pages = await written((await renderPdf(long)).bytes, wordsOf);
    expect(pages.length).toBeGreaterThan(10);
    for (const words of pages.slice(0, -1)) {
      const lowest = Math.max(...words.map(({ foot }) => foot).filter((foot) => foot < footer));
      expect(lowest).toBeGreaterThan(pageHeight * 0.6);
    }
  });
});

describe.skipIf(missing)(`cells taller than a page${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it('lose nothing, whichever column they stand in', async () => {
    const long = `First ${'and so on '.repeat(600)}last.`;
    const change = (cell: Cell): Cell => {
      if (cell.type === 'measure') return { ...cell, title: long };
      if (cell.type === 'status') return { ...cell, status: { ...cell.status, explanation: long } };
      if (cell.type === 'performance')
        return { ...cell, direction: { ...cell.direction, explanation: long } };
      return cell;
    };
    const blocks = report.blocks.map((block) => {
      if (block.type !== 'table' || block.table.layout !== 'measures') return block;
      const rows = block.table.rows.map((row) => ({ ...row, cells: row.cells.map(change) }));
      return { ...block, table: { ...block.table, rows } };
    });
    const pages = await written((await renderPdf({ ...report, blocks })).bytes, wordsOf);
    expect(Math.max(...pages.flat().map(({ foot }) => foot))).toBeLessThan(pageHeight);
    const words = pages.flat().map(({ word }) => word);
    expect(words.filter((word) => word === 'last.')).toHaveLength(report.measures.length * 4);
  });
});

function firstMeasures(): [string, string][] {
  return report.blocks.flatMap((block, index): [string, string][] => {
    const next = report.blocks[index + 1];
    if (block.type !== 'heading' || next?.type !== 'table' || next.table.layout !== 'measures') return [];
    const first = next.table.rows[0]!.cells[0]!;
    return first.type === 'measure' ? [[block.text, first.code]] : [];
  });
}

function frontMatter(lines: number): Report {
  const notes = Array.from(
    { length: lines },
    (_, index): ReportBlock => ({ type: 'paragraph', role: 'plain', text: `Remark ${index + 1}.` }),
  );
  return { ...report, blocks: [...notes, ...report.blocks] };
}

/** Every commentary as long as asked, in characters. */
function withCommentary(length: number): (block: ReportBlock) => ReportBlock {
  const text = 'The service has agreed what it will do and by when. '.repeat(Math.ceil(length / 52));
  const tree: TextTree = [{ type: 'p', children: [{ type: 'text', text }] }];
  const changed = (cell: Cell): Cell => (cell.type === 'commentary' ? { ...cell, tree } : cell);
  return (block) => {
    if (block.type !== 'table') return block;
    const rows = block.table.rows.map((row) => ({ ...row, cells: row.cells.map(changed) }));
    return { ...block, table: { ...block.table, rows } };
  };
}

async function pagesWith(changed: Report): Promise<string[]> {
  return written((await renderPdf(changed)).bytes, pagesOf);
}

/** A page without the line of its running head, which names the section too. */
function body(page: string): string {
  return page.split('\n').slice(1).join('\n');
}
