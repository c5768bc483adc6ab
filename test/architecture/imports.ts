import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export interface Import {
  from: string;
  to: string;
  line: number;
  typeOnly: boolean;
}

export const root = resolve(import.meta.dirname, '../..');

/** Every source file of ours, tests left out, as a path from the root. */
export function sourceFiles(folder = 'src'): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

const STATEMENT =
  /(?:^|\n)\s*(import|export)\s+(type\s)?[^;'"]*?from\s*['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)|(?:^|\n)import\s+['"](\.[^'"]+)['"]/g;

/** The relative imports of a file, static and dynamic. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(STATEMENT)].map((match) => ({
    from: file,
    to: relative(root, resolve(join(root, dirname(file)), match[3] ?? match[4] ?? match[5] ?? '')),
    line: text.slice(0, match.index + 1).split('\n').length,
    typeOnly: match[2] !== undefined,
  }));
}
