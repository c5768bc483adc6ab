import { readdirSync } from 'node:fs';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { treeOf } from '../../tools/markup.ts';
import { fixturesOf } from './fixture.ts';
import { formProofs } from './form-proofs.tsx';
import { pageProofs } from './page-proofs.tsx';

const proofs = [...formProofs, ...pageProofs];

/** Components that the design system does not have, or whose markup is meant to differ; each with its own test. */
const ours: Readonly<Record<string, string>> = {
  'cases-behind': 'what a percentage is made of: see scorecard and measure pages as they are heard',
  'against-original': 'a status against the original target: see mid-year-review.test.ts',
  'as-known': 'the banner of a view as published or as known: see as-known.test.ts',
  'chart-figure': 'a chart with its headline, notes and figures: see chart-gallery.test.ts',
  choices: 'radios and checkboxes',
  'form-group': 'within every field',
  'status-tag': 'word, shape and colour',
  table: 'stacks on a narrow screen: see table.test.ts',
  'words-changed': 'what was taken out and put in of a text: see compare.test.ts',
  signal: 'icons of a control chart with their words: see scorecard.test.ts',
};

describe.each(proofs)('$component', ({ component, render, leftOut = [] }) => {
  const fixtures = fixturesOf(component);
  const met = fixtures.filter(({ options, name }) => !leftOut.some(({ when }) => when(options, name)));

  it.each(met)('$name', ({ options, html }) => {
    expect(treeOf(renderToString(render(options)))).toBe(treeOf(html));
  });

  it('leaves out no more than it must', () => {
    for (const { why, when } of leftOut) {
      expect(fixtures.filter(({ options, name }) => when(options, name)).length, why).toBeGreaterThan(0);
    }
    expect(met.length).toBeGreaterThan(fixtures.length / 2);
  });
});

it('every component is held against the design system', () => {
  const folders = readdirSync('src/web/components', { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  );
  const known = [...proofs.map(({ component }) => component), ...Object.keys(ours)];
  expect(folders.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
});
