import { describe, expect, it } from 'vitest';
import { sampleReport, sampleScorecard } from '../../../../test/fixtures/sample-report.ts';
import {
  convertedByLibreOffice,
  missingPrograms,
  wordsOfPdf,
} from '../../../../test/tools/office/convert.ts';
import type { Inline, Report, TextTree } from '../../model/report.ts';
import { renderDocx } from './render-docx.ts';

const missing = missingPrograms('soffice', 'pdftotext');

const inlineText = (inline: Inline): string =>
  inline.type === 'text' ? inline.text : inline.children.map(inlineText).join('');
const paragraphsOf = (tree: TextTree): string[] =>
  tree.flatMap((block) =>
    block.type === 'p' ? [block.children.map(inlineText).join('')] : block.items.flatMap(paragraphsOf),
  );

/** Letters and digits only: a page breaks lines where it likes. */
const bare = (text: string) => text.replace(/[^\p{L}\p{N}=<>£%&]+/gu, '');

/** Every figure and word the report shows of a measure. */
const shown = ({ measures, kind }: Report): string[] =>
  measures.flatMap(({ code, title, target, actual, forecastTarget, forecast, commentary, ...measure }) => [
    code,
    title,
    measure.status.label,
    measure.forecastStatus.label,
    measure.direction.label,
    ...[target, actual, forecastTarget, forecast].flatMap((figure) => [figure.display, ...figure.notes]),
    ...(kind === 'scorecard' ? [] : Object.values(commentary).flatMap(paragraphsOf)),
  ]);

describe.skipIf(missing.length > 0)(
  `the Word file in LibreOffice (needs soffice, pdftotext; missing: ${missing.join(', ') || 'none'})`,
  () => {
    it.each([
      ['improvement report', sampleReport],
      ['scorecard', sampleScorecard],
    ])('the %s keeps every figure and word as text', async (_, sample) => {
      const text = await convertedByLibreOffice(await renderDocx(sample()), 'txt', 'Text (encoded):UTF8');
      const all = bare(new TextDecoder().decode(text));
      expect(shown(sample()).filter((piece) => !all.includes(bare(piece)))).toEqual([]);
    });

    it('never leaves a directorate heading apart from its first measure', async () => {
      const report = sampleReport();
      const pages = (
        await wordsOfPdf(await convertedByLibreOffice(await renderDocx(report), 'pdf'), '-layout')
      ).split('\f');
      for (const name of new Set(report.measures.map(({ directorate }) => directorate))) {
        const page = pages.find((words) => words.split('\n').some((line) => line.trim() === name)) ?? '';
        const first = report.measures.find(({ directorate }) => directorate === name)!;
        expect(page, `the page with the heading ${name}`).toContain(first.code.split(' ').at(-1));
      }
    });

    it('prints the head on every page', async () => {
      const pages = (
        await wordsOfPdf(await convertedByLibreOffice(await renderDocx(sampleReport()), 'pdf'), '-layout')
      )
        .split('\f')
        .filter((page) => page.trim() !== '');
      expect(pages.length).toBeGreaterThan(2);
      pages.forEach((page, index) => {
        expect(page).toMatch(
          /Improvement Report - Council Scorecard\s+Borchester City Council\s+30-Sep-2018/,
        );
        expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      });
    });
  },
);
