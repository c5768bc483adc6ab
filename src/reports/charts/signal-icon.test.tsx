import { describe, expect, it } from 'vitest';
import {
  type Assurance,
  assuranceLabels,
  assuranceMark,
  byAssurance,
  byVariation,
  type Variation,
  variationLabels,
  variationMark,
} from '../model/charts/signal-marks.ts';
import { assuranceSvg, variationSvg } from './signal-icon.tsx';
import { assurancePaths, variationPaths } from './signal-icon-paths.ts';

const variations = Object.keys(variationPaths) as Variation[];
const assurances = Object.keys(assurancePaths) as Assurance[];

describe('icons of variation and assurance', () => {
  it('differ in outline, so that they hold without colour, and each has words of its own', () => {
    const drawn = [...Object.values(variationPaths), ...Object.values(assurancePaths)];
    expect(new Set(drawn).size).toBe(10);
    const said = [...Object.values(variationLabels), ...Object.values(assuranceLabels)];
    expect(new Set(said).size).toBe(10);
  });

  it('are hidden beside their words, or named', () => {
    for (const each of variations) expect(variationSvg(each)).toContain('aria-hidden="true"');
    for (const each of assurances)
      expect(assuranceSvg(each, { title: 'a & b' })).toContain('<title>a &amp; b</title>');
    expect(variationSvg('common_cause')).toContain('fill="currentColor"');
  });

  it('are sorted by what needs attention first; what says nothing comes last', () => {
    const marks = [
      null,
      'common_cause',
      'improvement_low',
      'concern_low',
      'neutral_high',
      'concern_high',
    ] as const;
    const sorted = marks.map((icon) => variationMark({ icon, words: '' })).sort(byVariation);
    expect(sorted.map(({ icon }) => icon)).toEqual([
      'concern_low',
      'concern_high',
      'neutral_high',
      'improvement_low',
      'common_cause',
      null,
    ]);
    const targets = ([null, 'pass', 'inconsistent', 'fail'] as const).map((icon) =>
      assuranceMark({ icon, words: '' }),
    );
    expect(targets.sort(byAssurance).map(({ icon }) => icon)).toEqual(['fail', 'inconsistent', 'pass', null]);
  });
});
