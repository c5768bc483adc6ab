import { describe, expect, it } from 'vitest';
import { checkRules } from '../../src/domain/commentary/checks/finding.ts';
import { commentaryChecksPage } from './commentary-checks-page.ts';
import { countLabelled, labelledFiles, labelledSentences } from './labelled-sentences.ts';

const all = labelledSentences([...labelledFiles.known, ...labelledFiles.unseen]);
const { counts, misses } = countLabelled(all);

describe('the commentary checks over the labelled sentences', () => {
  it('are at least 200, half of them clean', () => {
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(all.filter(({ expected }) => expected.length === 0).length * 2).toBeGreaterThanOrEqual(all.length);
    expect(new Set(all.map(({ text, section }) => `${section} ${text}`)).size).toBeGreaterThan(
      all.length * 0.97,
    );
  });

  it('every rule but the length guide has a sentence that it should find', () => {
    const without = checkRules.filter((rule) => !all.some(({ expected }) => expected.includes(rule)));
    expect(without).toEqual(['lengthGuide']);
  });

  it('raise few false alarms, and find most of what is there', () => {
    const sum = (name: 'found' | 'missed' | 'false') =>
      [...counts.values()].reduce((total, each) => total + each[name], 0);
    expect(sum('false') / (sum('found') + sum('false'))).toBeLessThan(0.03);
    expect(sum('missed') / (sum('found') + sum('missed'))).toBeLessThan(0.1);
    expect(misses).toHaveLength(sum('false') + sum('missed'));
  });

  it('are published in docs/commentary-checks.md (npx vitest run -u writes it anew)', async () => {
    await expect(commentaryChecksPage()).toMatchFileSnapshot('../../docs/commentary-checks.md');
  });
});
