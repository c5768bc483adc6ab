import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report, ReportBlock } from '../../src/reports/model/report.ts';
import { renderHtml } from '../../src/reports/render/html/render-html.ts';
import { sampleReport } from '../fixtures/sample-report.ts';
import { chromiumMissing, launchChromium } from '../tools/chromium.ts';
import { pagesOf, popplerUnavailable } from '../tools/poppler/poppler.ts';

const missing = chromiumMissing ?? (process.env.CI ? null : popplerUnavailable());

describe.skipIf(missing !== null)(
  `an HTML report on paper${missing === null ? '' : ` (SKIPPED: ${missing})`}`,
  () => {
    let browser: Browser;
    let folder: string;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'report-print-'));
      browser = await launchChromium();
    });

    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    async function printed(report: Report): Promise<string[]> {
      const file = join(folder, 'report.html');
      writeFileSync(file, (await renderHtml(report)).bytes);
      const page = await browser.newPage();
      await page.goto(pathToFileURL(file).href);
      const pdf = join(folder, 'report.pdf');
      await page.pdf({ path: pdf, preferCSSPageSize: true });
      await page.close();
      return pagesOf(pdf).map((text) => text.replace(/\s+/g, ' '));
    }

    it('names authority, report and period end on every page, and repeats the column headings', async () => {
      const pages = await printed(sampleReport());
      expect(pages.length).toBeGreaterThan(2);
      for (const [index, page] of pages.entries()) {
        expect(page).toContain('Borchester City Council · Improvement Report - Council Scorecard');
        expect(page).toContain('30-Sep-2018');
        expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      }
      const codes = sampleReport().measures.map((measure) => measure.code);
      // The charts come after the tables.
      const tables = pages.filter((text) => !text.includes('Charts of the measures off target'));
      for (const page of tables.filter((text) => codes.some((code) => text.includes(`${code} `)))) {
        expect(page).toContain('Improvement Actions Taken');
      }
    });

    it('prints the reasons that are folded on screen, and no controls', async () => {
      const text = (await printed(sampleReport())).join(' ');
      for (const { status, forecastStatus, direction } of sampleReport().measures) {
        for (const { explanation } of [status, forecastStatus, direction])
          expect(text).toContain(explanation);
      }
      expect(text).not.toContain('Why?');
      expect(text).not.toContain('Skip to main content');
    });

    it('keeps every directorate heading with its first measure, wherever the page ends', async () => {
      for (const lines of [0, 6, 12, 18, 24]) {
        const pages = await printed({
          ...sampleReport(),
          blocks: [...notes(lines), ...sampleReport().blocks],
        });
        for (const [heading, code] of [
          ['Homes & Neighbourhoods: measures', 'HN 04'],
          ['Children & Families: measures', 'CF 17'],
          ['Resources: measures', 'RES M03'],
        ] as const) {
          const page = pages.find((text) => text.includes(heading));
          expect(page, `${heading} after ${lines} lines`).toContain(code);
        }
      }
    });
  },
);

function notes(lines: number): ReportBlock[] {
  return Array.from({ length: lines }, (_, index) => ({
    type: 'paragraph',
    role: 'plain',
    text: `Line ${index + 1}`,
  }));
}
