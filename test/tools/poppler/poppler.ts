import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Reads a PDF back with Debian's poppler-utils. Its remarks on stderr are not of interest. */
function poppler(tool: string, ...options: string[]): string {
  return execFileSync(tool, options, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** Why PDFs cannot be read here, or null. */
export function popplerUnavailable(): string | null {
  try {
    poppler('pdftotext', '-v');
    return null;
  } catch {
    return 'pdftotext is not installed (Debian: poppler-utils)';
  }
}

/** The text of every page, in the order of the file's content. */
export function pagesOf(file: string): string[] {
  return poppler('pdftotext', '-raw', '-enc', 'UTF-8', file, '-').split('\f').slice(0, -1);
}

/** `Title`, `Pages`, `Tagged` and what else pdfinfo says. */
export function factsOf(file: string): Map<string, string> {
  const lines = poppler('pdfinfo', file).split('\n');
  return new Map(lines.map((line) => [line.split(':')[0]!, line.slice(line.indexOf(':') + 1).trim()]));
}

/** The tags of the file as an indented tree, with their text. */
export function tagsOf(file: string): string {
  return poppler('pdfinfo', '-struct-text', file);
}

/** Puts a file where other programs can open it, for as long as `use` takes. */
export async function written<T>(
  bytes: Uint8Array | readonly Uint8Array[],
  use: (...files: string[]) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-pdf-'));
  try {
    const files = (bytes instanceof Uint8Array ? [bytes] : bytes).map((content, index) => {
      const file = join(folder, `${index}.pdf`);
      writeFileSync(file, content);
      return file;
    });
    return await use(...files);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The bookmarks in order, each with its depth from 1. */
export function bookmarksOf(file: string): { level: number; title: string }[] {
  const html = poppler('pdftohtml', '-xml', '-i', '-stdout', file);
  const outline = /<outline>[\s\S]*<\/outline>/.exec(html)?.[0] ?? '';
  let level = 0;
  const found: { level: number; title: string }[] = [];
  for (const [, opening, closing, title = ''] of outline.matchAll(
    /(<outline>)|(<\/outline>)|<item[^>]*>([^<]*)<\/item>/g,
  )) {
    if (opening) level += 1;
    else if (closing) level -= 1;
    else
      found.push({
        level,
        title: title.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
      });
  }
  return found;
}

/** Every word of each page with the height of its foot, in points from the top of the page. */
export function wordsOf(file: string): { word: string; foot: number }[][] {
  const pages = poppler('pdftotext', '-bbox', file, '-').split('<page ').slice(1);
  return pages.map((page) =>
    [...page.matchAll(/yMax="([\d.]+)">([^<]*)</g)].map(([, foot = '', word = '']) => ({
      word,
      foot: Number(foot),
    })),
  );
}
