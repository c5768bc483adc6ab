import { afterAll, describe, expect, it } from 'vitest';
import { sampleReport } from '../../../../test/fixtures/sample-report.ts';
import { withEveryText } from '../../../../test/tools/hostile-report.ts';
import { pagesOf, popplerUnavailable, written } from '../../../../test/tools/poppler/poppler.ts';
import type { Report, TextTree } from '../../model/report.ts';
import { renderPdf } from './render-pdf.ts';
import { stopTypesetting } from './typesetting-worker.ts';

const missing = popplerUnavailable();
if (missing && process.env.CI) throw new Error(missing);

afterAll(stopTypesetting);

/** Typst's own notation, paths, and what breaks careless escaping. */
const notation = [
  '#read("/etc/passwd")',
  '#image("../secret.png")',
  '#panic("x")',
  '$x$ and $ x^2 $',
  '*bold* _italic_ `code`',
  '@ref <label> [content] {code}',
  '= Heading',
  '- item',
  '/ term: text',
  '// comment /* comment */',
  '\\u{41} \\n \\#',
  '-- --- ... ~',
  `"quoted" 'single'`,
  'https://example.org/a?b=c&d',
  '%{x} {{x}} &amp; <b>',
];

const letters = ['Łódź, Ŵ, ffi, ﬁ', 'Ελληνικά', 'Привет', 'שלום', 'مرحبا', '✓ ✗ → ≤ ½ £ €', '😀 👍 🚧'];

describe.skipIf(missing)(`hostile text in the PDF${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it.each(notation)('prints %s as it is', async (text) => {
    expect(await printed(text)).toContain(text.replace(/\s+/g, ' '));
  });

  it.each(letters)('prints %s', async (text) => {
    // Text that runs from right to left comes out between marks of its direction.
    expect((await printed(text)).replace(/[\u202a-\u202e\u2066-\u2069]/g, '')).toContain(text);
  });

  it('shows by its number what no font has, and what would turn the text around it', async () => {
    const text = await printed('日 \u0007 \u202Eevil \uD800 \u{F0000}');
    expect(text).toContain('[U+65E5] [U+0007] [U+202E]evil [U+D800] [U+F0000]');
  });

  it('takes any text in any field but addresses and colours', async () => {
    for (const text of [
      ...notation,
      ...letters,
      '',
      ' ',
      '\n',
      'x'.repeat(120),
      '日本'.repeat(20),
      '\u200b\u200d\ufeff\u00ad',
    ]) {
      const report = withEveryText(sampleReport(), (own) =>
        /^(https:|mailto:|#[0-9a-f]{6}$)/.test(own) ? own : text,
      );
      await expect(renderPdf({ ...report, fileStem: 'x' })).resolves.toMatchObject({ name: 'x.pdf' });
    }
  });
});

describe('a report that cannot be set', () => {
  it('is refused in words, and the next one is set', async () => {
    const report = sampleReport();
    const headless: Report = {
      ...report,
      blocks: [{ type: 'heading', level: 3, text: 'Too deep', id: 'deep' }, ...report.blocks],
    };
    await expect(renderPdf(headless)).rejects.toThrow(
      'The PDF of “Improvement Report - Council Scorecard” (Quarter 2, 2018-19) could not be made: PDF/UA-1 error: skipped from heading level 1 to 3',
    );
    await expect(renderPdf(report)).resolves.toBeDefined();
  });
});

/** All the text of a small report that says `text` in a title, a figure and a commentary. */
async function printed(text: string): Promise<string> {
  const tree: TextTree = [{ type: 'p', children: [{ type: 'text', text: `(${text})` }] }];
  const report: Report = {
    ...sampleReport(),
    blocks: [
      { type: 'paragraph', role: 'lead', text: `Lead ${text} end` },
      {
        type: 'table',
        table: {
          id: 't',
          caption: 'Hostile',
          layout: 'plain',
          columns: [{ key: 'a', heading: text, width: 100, align: 'start' }],
          rows: [{ id: 'r', cells: [{ type: 'commentary', tree, missing: '' }] }],
          empty: '',
        },
      },
    ],
  };
  const { bytes } = await renderPdf(report);
  const pages = await written(bytes, pagesOf);
  return pages.join(' ').replace(/\s+/g, ' ');
}
