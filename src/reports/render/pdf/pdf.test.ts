import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { sampleReport, sampleScorecard } from '../../../../test/fixtures/sample-report.ts';
import {
  bookmarksOf,
  factsOf,
  pagesOf,
  popplerUnavailable,
  tagsOf,
  written,
} from '../../../../test/tools/poppler/poppler.ts';
import type { FigureCell, Report } from '../../model/report.ts';
import { renderPdf } from './render-pdf.ts';
import { stopTypesetting } from './typesetting-worker.ts';

const missing = popplerUnavailable();
if (missing && process.env.CI) throw new Error(missing);

afterAll(stopTypesetting);

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

describe.skipIf(missing)(`the PDF, read back${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it.each([sampleReport(), sampleScorecard()])('states what the $kind is', async (report) => {
    const file = await renderPdf(report);
    expect(file.name).toBe(`${report.fileStem}.pdf`);
    expect(file.mediaType).toBe('application/pdf');
    await written(file.bytes, (path) => {
      const facts = factsOf(path);
      expect(facts.get('Title')).toBe(report.title);
      expect(facts.get('Author')).toBe(report.authority.name);
      expect(facts.get('Tagged')).toBe('yes');
      expect(facts.get('Page size')).toMatch(/^841.89 x 595.276 pts \(A4\)/);
      expect(facts.get('CreationDate')).toContain('2018');
    });
  });

  it('heads and numbers every page', async () => {
    const pages = await textOfPages(sampleReport());
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('Improvement Report - Council Scorecard · Borchester City Council');
      expect(page).toContain('30-Sep-2018');
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    }
  });

  it.each([sampleReport(), sampleScorecard()])(
    'prints every figure and note of the $kind',
    async (report) => {
      const text = (await textOfPages(report)).join(' ');
      for (const measure of report.measures) {
        for (const words of [measure.code, measure.title, ...measure.notes]) expect(text).toContain(words);
        for (const figure of figuresOf(measure)) {
          expect(text).toContain(figure.display);
          for (const note of figure.notes) expect(text).toContain(note);
        }
        for (const mark of [measure.status, measure.forecastStatus]) {
          expect(text).toContain(
            `${mark.label} ${mark.asPublished ? 'As published ' : ''}${mark.explanation}`,
          );
        }
        expect(text).toContain(`${measure.direction.label} `);
        expect(text).toContain(measure.direction.explanation);
        if (measure.direction.asPublished) expect(text).toContain(measure.direction.basis);
      }
    },
  );

  it('prints the front matter: the sentence, counts, key and basis', async () => {
    const report = sampleReport();
    const text = (await textOfPages(report)).join(' ');
    expect(text).toContain(report.summary.sentence);
    expect(text).toContain('of 9 exceptions reported');
    for (const line of report.scheme.key) expect(text).toContain(`${line.status.label} ${line.sentence}`);
    expect(text).toContain(report.direction.basisInWords);
  });

  it('tags headings, tables, lists, paragraphs and links, and pictures with their text', async () => {
    const report = sampleReport();
    const tags = await written((await renderPdf(report)).bytes, tagsOf);
    expect(tags).toMatch(/H1 "Improvement Report - Council Scorecard"/);
    expect(tags).toMatch(/H2 "Homes & Neighbourhoods"/);
    expect(tags).toMatch(/H3 "HN 04 \(NI 155\) Number of new affordable homes provided \(gross\)"/);
    for (const tag of [
      /^ +THead$/m,
      /^ +TH /m,
      /\/Scope \/Column/,
      /^ +L \(block\)/m,
      /^ +LI /m,
      /^ +Link /m,
    ]) {
      expect(tags).toMatch(tag);
    }
    // Word by word beside its shape: the status is not left to colour.
    expect(tags).toMatch(/TD:?\n(?: +\/.*\n)* +P \(block\)\n +"Blue"/);

    const scorecard = sampleScorecard();
    const pictures = await written((await renderPdf(scorecard)).bytes, tagsOf);
    const drawn = scorecard.measures.filter(({ recent }) =>
      recent.points.some(({ exact }) => exact !== null),
    );
    const charts = scorecard.measures.filter(({ chart }) => chart !== null);
    expect(charts.length).toBeGreaterThan(5);
    expect(pictures.match(/Figure/g)?.length).toBe(drawn.length + charts.length);
  });

  it('bookmarks the sections and, under them, the measures', async () => {
    const report = sampleReport();
    const bookmarks = await written((await renderPdf(report)).bytes, bookmarksOf);
    expect(bookmarks.slice(0, 5)).toEqual([
      { level: 1, title: 'Improvement Report - Council Scorecard' },
      { level: 2, title: 'Measures by status' },
      { level: 2, title: 'What the statuses mean' },
      { level: 2, title: 'Homes & Neighbourhoods' },
      { level: 3, title: 'HN 04 (NI 155) Number of new affordable homes provided (gross)' },
    ]);
    expect(bookmarks.filter(({ level }) => level === 3)).toHaveLength(report.measures.length);
  });
});

describe('the bytes of the PDF', () => {
  it('are the same every time, from the same worker and from a new one', async () => {
    const first = await renderPdf(sampleScorecard());
    const second = await renderPdf(sampleScorecard());
    await stopTypesetting();
    const third = await renderPdf(sampleScorecard());
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    expect(Buffer.compare(first.bytes, third.bytes)).toBe(0);
  });
});

const hasQpdf = qpdf('--version') !== null;
it.skipIf(!hasQpdf)('is well formed for qpdf (skipped where qpdf is not installed)', async () => {
  const checked = await written((await renderPdf(sampleReport())).bytes, (path) => qpdf('--check', path));
  expect(checked).toContain('No syntax or stream encoding errors found');
});

function qpdf(...options: string[]): string | null {
  try {
    return execFileSync('qpdf', options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return null;
  }
}

async function textOfPages(report: Report): Promise<string[]> {
  const { bytes } = await renderPdf(report);
  return written(bytes, (path) => pagesOf(path).map(oneLine));
}

function figuresOf({ target, actual, forecastTarget, forecast }: Report['measures'][number]): FigureCell[] {
  return [target, actual, forecastTarget, forecast];
}
