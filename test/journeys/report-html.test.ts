import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cell, Report, Table } from '../../src/reports/model/report.ts';
import { renderHtml } from '../../src/reports/render/html/render-html.ts';
import { sampleReport, sampleScorecard } from '../fixtures/sample-report.ts';
import { chromiumMissing, launchChromium } from '../tools/chromium.ts';
import { withEveryText } from '../tools/hostile-report.ts';

const samples: Record<string, Report> = {
  'improvement report': sampleReport(),
  scorecard: sampleScorecard(),
  'report with seven statuses to count': withManyCounts(7),
  'report with ten statuses to count': withManyCounts(10),
  'report of words that never end': withEveryText(sampleReport(), longWords),
};

/** The sample with a pair of columns, now and forecast, for each of so many statuses. */
function withManyCounts(statuses: number): Report {
  const report = sampleReport();
  const marks = Array.from(
    { length: statuses },
    (_, index) => report.scheme.key[index % report.scheme.key.length]!.status,
  );
  const table: Table = {
    id: 'many-counts',
    caption: 'Number of measures by directorate and status',
    layout: 'plain',
    columns: [
      { key: 'name', heading: 'Directorate', width: 36, align: 'start' },
      ...marks.flatMap(({ label }, index) => [
        { key: `now-${index}`, heading: `${label} now`, width: 32 / statuses, align: 'end' as const },
        {
          key: `forecast-${index}`,
          heading: `${label} forecast`,
          width: 32 / statuses,
          align: 'end' as const,
        },
      ]),
    ],
    rows: ['Homes & Neighbourhoods', 'All directorates'].map((text, index) => ({
      id: `many-${index}`,
      cells: [{ type: 'text', text }, ...marks.flatMap(() => [count(3), count(0)])],
    })),
    empty: '',
  };
  return { ...report, blocks: [{ type: 'table', table }, ...report.blocks] };
}

function count(value: number): Cell {
  return { type: 'count', count: value };
}

/**
 * Every text begins with a word of 60 characters, ids and colours excepted. Headings of columns and words of
 * statuses are the authority's own and set the width of a column: they are left as they are.
 */
function longWords(text: string, field: string): string {
  const kept = field === 'id' || field === 'heading' || field === 'label' || text.startsWith('#');
  return kept ? text : `${'Llanfairpwllgwyngyll'.repeat(3)} ${text}`;
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const widths = [1280, 320];
const cases = ['improvement report', 'scorecard', 'report of words that never end'].flatMap((name) =>
  widths.map((width) => ({ name, width })),
);

describe.skipIf(chromiumMissing !== null)(
  `an HTML report in a browser${chromiumMissing === null ? '' : ` (${chromiumMissing})`}`,
  () => {
    let browser: Browser;
    let folder: string;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'report-html-'));
      for (const [name, report] of Object.entries(samples)) {
        writeFileSync(join(folder, `${name}.html`), (await renderHtml(report)).bytes);
      }
      browser = await launchChromium();
    });

    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    async function opened(name: string, width: number, options: BrowserContextOptions = {}): Promise<Page> {
      // The page forbids added styles; a reader's own come from the browser, and the tests' from here.
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        bypassCSP: true,
        ...options,
      });
      const page = await context.newPage();
      await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
      return page;
    }

    it.each(cases)('has no accessibility fault: $name at $width px', async ({ name, width }) => {
      const page = await opened(name, width);
      const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
        [],
      );
      await page.context().close();
    });

    it.each(Object.keys(samples))('never scrolls sideways: %s', async (name) => {
      const page = await opened(name, 1280);
      for (const width of [1920, 1280, 1249, 1100, 1025, 1024, 800, 641, 640, 480, 320, 256]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflow(page), `${width} px`).toBe(0);
      }
      await page.context().close();
    });

    it('bears wider text spacing at 320 and at 256 px, with every explanation open', async () => {
      for (const width of [320, 256]) {
        const page = await opened('improvement report', width);
        await page.addStyleTag({
          content:
            '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
        });
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        expect(await overflow(page), `${width} px`).toBe(0);
        expect(await page.evaluate(cutOff), `${width} px`).toEqual([]);
        await page.context().close();
      }
    });

    it('asks nobody for anything', async () => {
      const page = await opened('scorecard', 1280);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.reload();
      expect(asked).toEqual([page.url()]);
      await page.context().close();
    });

    it('is a table to a screen reader, stacked or not', async () => {
      const wide = await opened('improvement report', 1280);
      const narrow = await opened('improvement report', 320);
      const id = '#directorate-children-families-measures';
      const told = await wide.locator(id).ariaSnapshot();
      expect(await narrow.locator(id).ariaSnapshot()).toBe(told);
      expect(told).toContain('table "Children & Families: measures that need attention"');
      for (const heading of Object.values(sampleReport().columns))
        expect(told).toContain(`- columnheader "${heading}"`);
      expect(told).toMatch(/- rowheader "CF 17 Children subject to a child protection plan/);
      expect(told).toMatch(/- cell "Amber/);
      expect(told).toContain('- group: "Why? CF 17, Quarterly Target Status: Amber"');
      const display = (page: Page) =>
        page
          .locator(`${id} tbody tr`)
          .first()
          .evaluate((row) => getComputedStyle(row).display);
      expect([await display(wide), await display(narrow)]).toEqual(['table-row', 'grid']);
      expect(await narrow.locator(`${id} td .label`).first().isVisible()).toBe(true);
      expect(await wide.locator(`${id} td .label`).first().isVisible()).toBe(false);
      await wide.context().close();
      await narrow.context().close();
    });

    it('can be used from the keyboard, with the focus in sight and targets of 24 px', async () => {
      const page = await opened('improvement report', 320);
      await page.keyboard.press('Tab');
      const skip = page.locator('.skip');
      expect(
        await skip.evaluate(
          (link) => link === document.activeElement && link.getBoundingClientRect().height > 24,
        ),
      ).toBe(true);
      expect(await skip.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('report-main');
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('.contents a, summary')]
          .filter((target) => target.checkVisibility())
          .map((target) => ({ text: target.textContent, box: target.getBoundingClientRect() }))
          .filter(({ box }) => box.height < 24 || box.width < 24)
          .map(({ text }) => text),
      );
      expect(small).toEqual([]);
      await page.locator('#measure-env-12-b summary').first().press('Enter');
      expect(await page.getByText('51.75 is 15.00% worse than the target of 45.00').first().isVisible()).toBe(
        true,
      );
      await page.context().close();
    });

    it('keeps the border and the shape of a status when colours are taken away', async () => {
      const page = await opened('improvement report', 1280, { forcedColors: 'active' });
      const chip = page.locator('#measure-hn-04 .chip').first();
      const image = await chip.screenshot();
      const { border, shape, ground } = await colours(page, image);
      expect(border).not.toBe(ground);
      expect(shape).not.toBe(ground);
      await page.context().close();
    });
  },
);

/** How far the page is wider than the window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Texts whose box is too small for them. Runs in the page. */
function cutOff(): string[] {
  return [...document.querySelectorAll('p, dd, dt, th, td, li, summary, .chip')]
    .filter((element) => element.checkVisibility() && element.closest('thead') === null)
    .filter(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline',
    )
    .map((element) => element.textContent.trim().slice(0, 60));
}

/** Colours in the picture of a chip: its left edge, the middle of its shape, and just inside its border. */
async function colours(
  page: Page,
  image: Buffer,
): Promise<{ border: string; shape: string; ground: string }> {
  const blank = await page.context().newPage();
  const source = `data:image/png;base64,${image.toString('base64')}`;
  const seen = await blank.evaluate(async (url) => {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = picture.width;
    canvas.height = picture.height;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('This browser cannot read a picture');
    context.drawImage(picture, 0, 0);
    const middle = Math.floor(picture.height / 2);
    const at = (x: number) => context.getImageData(x, middle, 1, 1).data.join();
    return { border: at(1), ground: at(4), shape: at(14) };
  }, source);
  await blank.close();
  return seen;
}
