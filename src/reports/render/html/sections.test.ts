import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../../../test/fixtures/sample-report.ts';
import type { ReportBlock } from '../../model/report.ts';
import { chaptersOf, measuresOf, sectionsOf } from './sections.ts';

const { blocks } = sampleReport();

describe('sections of a report', () => {
  it('begin at second-level headings and keep every block', () => {
    const { opening, sections } = sectionsOf(blocks);
    expect(opening).toEqual(blocks.slice(0, 1));
    expect(sections.map((section) => section.heading)).toEqual([
      'Measures by status',
      'What the statuses mean',
      'Homes & Neighbourhoods',
      'Children & Families',
      'Resources',
      'Charts of the measures off target',
    ]);
    const kept = opening.length + sections.reduce((sum, section) => sum + 1 + section.blocks.length, 0);
    expect(kept).toBe(blocks.length);
  });

  it('keep third-level headings inside', () => {
    const nested: ReportBlock[] = [
      { type: 'heading', level: 2, text: 'A', id: 'a' },
      { type: 'heading', level: 3, text: 'B', id: 'b' },
    ];
    expect(sectionsOf(nested).sections).toEqual([{ id: 'a', heading: 'A', blocks: [nested[1]] }]);
  });

  it('are all opening where there is no heading', () => {
    expect(sectionsOf(blocks.slice(0, 1))).toEqual({ opening: blocks.slice(0, 1), sections: [] });
  });

  it('join in chapters: the front, then the measures', () => {
    const { sections } = sectionsOf(blocks);
    const chapters = chaptersOf(sections);
    expect(chapters.map(({ isFront, sections: joined }) => [isFront, joined.length])).toEqual([
      [true, 2],
      [false, 4],
    ]);
    expect(sections.flatMap(measuresOf)).toHaveLength(9);
  });
});
