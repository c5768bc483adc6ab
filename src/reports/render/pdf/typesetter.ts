import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { loadFonts } from './fonts.ts';
import furniture from './furniture.typ';
import { printableWith, shownWith } from './printable.ts';
import template from './template.typ';

/** Turns page data (as JSON) into a PDF/UA-1 file. */
export type Typesetter = (pageData: string, createdAt: number) => Uint8Array;

/** Characters of page data; the layouts of a report above that would hold on to hundreds of megabytes. */
const largeReport = 500_000;

/** Loads the fonts and the compiler once; each call after that starts afresh. */
export function createTypesetter(): Typesetter {
  const fonts = loadFonts();
  const printable = printableWith(fonts.printable);
  const shown = shownWith(fonts.printable);
  const compiler = NodeCompiler.create({
    workspace: folderThatIsNotThere(),
    fontArgs: [{ fontBlobs: fonts.blobs }],
  });

  return (pageData, createdAt) => {
    const data = JSON.stringify({
      ...withPrintableText(JSON.parse(pageData), printable, shown),
      fonts: fonts.families,
    });
    try {
      // In one step: a compiled document in JavaScript's hands would live until some later collection.
      const document = { mainFileContent: `${furniture}\n${template}`, inputs: { data } };
      return compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: createdAt });
    } catch (error) {
      throw new Error(reasonOf(error));
    } finally {
      // Typst keeps every layout it has seen; without this each report adds some 12 MB for good. What the report
      // before has in common with this one is kept: its front, its labels, and all of it where a figure changed.
      compiler.evictCache(data.length > largeReport ? 0 : 1);
    }
  };
}

/** The template reads no files, so its root is a folder that does not exist: there is nothing to read. */
function folderThatIsNotThere(): string {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-typst-'));
  rmdirSync(folder);
  return folder;
}

type Change = (text: string) => string;

function withPrintableText(data: unknown, printable: Change, shown: Change): object {
  const changed = (text: string, key: string): string => {
    if (notText.has(key)) return text;
    return key === 'svg' ? shown(text) : printable(text);
  };
  return walk(data, changed, '') as object;
}

/** Addresses are not text on the page. */
const notText = new Set(['href', 'type', 'size', 'lang', 'region']);

function walk(value: unknown, changed: (text: string, key: string) => string, key: string): unknown {
  if (typeof value === 'string') return changed(value, key);
  if (Array.isArray(value)) return value.map((item) => walk(item, changed, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, changed, name)]));
}

/** Typst answers with a debug text in `code`; the sentences in it are what a person can use. */
function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  const sentences = [...(code ?? '').matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
    text.replace(/\\(["'\\])/g, '$1'),
  );
  if (sentences.length > 0) return [...new Set(sentences)].join('; ');
  return (code ?? '').replace(/^\d+: /, '') || message || String(error);
}
