import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, sourceFiles } from './imports.ts';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
  string,
  Record<string, string>
>;
const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');

describe('dependencies', () => {
  const runtime = Object.keys(manifest.dependencies ?? {});

  it.each(runtime)('%s has its reason', (name) => {
    expect(page).toContain(`\`${name}\``);
  });

  it('every version is exact', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual(
      [],
    );
  });

  it('every package the sources import is a run-time dependency, and every one is used', () => {
    const pattern = /(?:from|import)\s*\(?\s*['"]((?:@[\w-]+\/)?[a-z][\w.-]*)(?:\/[^'"]*)?['"]/g;
    const used = new Set<string>();
    for (const file of sourceFiles()) {
      const text = readFileSync(join(root, file), 'utf8').replace(/import type [^;]*;/g, '');
      for (const match of text.matchAll(pattern)) used.add(match[1] ?? '');
    }
    // Fonts are read as files, by the names of their packages.
    const text = sourceFiles()
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n');
    expect(runtime.filter((name) => !used.has(name) && !text.includes(name))).toEqual([]);
    // The bundler is loaded only where sources run as they are, in a checkout.
    expect([...used].filter((name) => !runtime.includes(name) && name !== 'esbuild')).toEqual([]);
  });
});
