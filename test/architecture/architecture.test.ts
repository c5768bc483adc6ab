import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Import, importsOf, root, sourceFiles } from './imports.ts';
import { domainOrder, walls } from './walls.ts';

const files = sourceFiles();
const imports = files
  .flatMap(importsOf)
  .filter((each) => each.to.startsWith('src/') && /\.tsx?$/.test(each.to));

/** The part of the house a file belongs to: the longest listed folder that holds it. */
function partOf(file: string): string {
  const path = file.replace(/^src\//, '');
  const holding = Object.keys(walls).filter((part) => path.startsWith(`${part}/`));
  return holding.sort((a, b) => b.length - a.length)[0] ?? '(none)';
}

const allowed = (from: string, to: string) =>
  from === to || (walls[from] ?? []).some((part) => to === part || to.startsWith(`${part}/`));

function brokenWalls(all: readonly Import[]): string[] {
  return all.flatMap(({ from, to, line }) => {
    const [a, b] = [partOf(from), partOf(to)];
    if (allowed(a, b)) return [];
    return [
      `${from}:${line} imports ${to}; ${a} may import ${(walls[a] ?? []).join(', ') || 'nothing of ours'}`,
    ];
  });
}

describe('the walls of the house', () => {
  it('every source file belongs to a part', () => {
    const homeless = files.filter((file) => file !== 'src/text-files.d.ts' && partOf(file) === '(none)');
    expect(homeless).toEqual([]);
  });

  it('no part imports what the table does not allow', () => {
    expect(brokenWalls(imports)).toEqual([]);
  });

  it('notices a broken wall', () => {
    const wrong = { from: 'src/domain/evaluate.ts', to: 'src/store/database.ts', line: 1, typeOnly: false };
    expect(brokenWalls([wrong])).toHaveLength(1);
  });

  it('a folder of the domain uses only those above it, unless for a type', () => {
    const folderOf = (file: string) => /^src\/domain\/([^/]+)\//.exec(file)?.[1];
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      const [a, b] = [folderOf(from), folderOf(to)];
      if (typeOnly || a === undefined || !to.startsWith('src/domain/')) return false;
      return b === undefined || domainOrder.indexOf(b) > domainOrder.indexOf(a);
    });
    expect(wrong.map(({ from, to, line }) => `${from}:${line} imports ${to}`)).toEqual([]);
  });

  it('there are no import cycles', () => {
    expect(cycles(imports.filter((each) => !each.typeOnly))).toEqual([]);
  });
});

/** Each cycle once, as the path that closes it. */
function cycles(all: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of all) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) {
      found.push([...path.slice(at), file].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    for (const each of next.get(file) ?? []) visit(each, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}

/** What a pure part must not reach for, and what it takes instead. */
const AMBIENT: readonly [RegExp, string][] = [
  [/\bDate\.now\(|\bnew Date\(\s*\)/, 'the clock: take the instant as an argument'],
  [/\bMath\.random\(/, 'chance: nothing here may differ between two runs'],
  [/\.toLocale(?:Date|Time)?String\(|\bIntl\./, 'the locale: format with domain/number'],
  [/\.toFixed\(/, 'binary rounding: use toFixedText of domain/number'],
  [/\bMath\.round\(/, 'binary rounding: use roundTo of domain/number'],
  [/\bprocess\.env\b/, 'the environment: take settings as arguments'],
];

/** Coordinates of drawings and measured column widths are pixels, not figures. */
const DRAWS = /^src\/reports\/(?:charts|raster|render)\//;

describe('the same input gives the same bytes', () => {
  const pure = files.filter(
    (file) => /^src\/(?:domain|reports)\//.test(file) && file !== 'src/domain/number/decimal.ts',
  );

  it('domain and reports reach for no ambient clock, locale, chance or environment', () => {
    const found = pure.flatMap((file) => {
      const lines = readFileSync(join(root, file), 'utf8').split('\n');
      return lines.flatMap((text, index) =>
        AMBIENT.filter(
          ([pattern, why]) => pattern.test(text) && !(DRAWS.test(file) && why.startsWith('binary')),
        )
          .filter(() => !/^\s*(?:\*|\/\/)/.test(text))
          .map(([, why]) => `${file}:${index + 1} uses ${why}`),
      );
    });
    expect(found).toEqual([]);
  });
});

describe('the map is true', () => {
  it.each(['ARCHITECTURE.md', 'GLOSSARY.md'])('every path named in %s is there', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const paths = [...text.matchAll(/`((?:src|test|bench|docs|scripts|bin)\/[^`\s*]*)`/g)].map(
      (match) => match[1] ?? '',
    );
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('no source file is over 300 lines', () => {
    const long = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });
});
