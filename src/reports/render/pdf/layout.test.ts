import { describe, expect, it } from 'vitest';
import { sampleReport, sampleScorecard } from '../../../../test/fixtures/sample-report.ts';
import type { ReportBlock } from '../../model/report.ts';
import { withPageBreaks } from './page-breaks.ts';
import { pageData } from './page-data.ts';
import { withPanels } from './panels.ts';
import { shapeOutlines, strokesOf } from './shape-outlines.ts';

describe('the order of a page', () => {
  it('sets the two small tables of the front matter side by side, and loses no block', () => {
    const { blocks } = sampleReport();
    const laidOut = withPanels(blocks);
    expect(laidOut.map(({ type }) => type)).toEqual([
      'paragraph',
      'panels',
      'heading',
      'table',
      'heading',
      'table',
      'heading',
      'table',
      'heading',
      'charts',
    ]);
    expect(laidOut.flatMap((block) => (block.type === 'panels' ? block.panels.flat() : [block]))).toEqual(
      blocks,
    );
  });

  it('begins each section of a long report on a new page', () => {
    const blocks = sampleScorecard().blocks.slice(0, -2);
    expect(withPageBreaks(blocks)).toEqual(blocks);
    const long = blocks.map((block): ReportBlock => {
      if (block.type !== 'table' || block.table.layout !== 'measures') return block;
      const rows = Array.from({ length: 40 }, () => block.table.rows[0]!);
      return { ...block, table: { ...block.table, rows } };
    });
    const broken = withPageBreaks(long);
    expect(broken.filter(({ type }) => type === 'pageBreak')).toHaveLength(3);
    expect(broken.filter(({ type }) => type !== 'pageBreak')).toEqual(long);
  });

  it('begins many charts on a new page, and a row of them where there is room', () => {
    const { blocks } = sampleReport();
    const types = (of: readonly ReportBlock[]) => withPageBreaks(of).map(({ type }) => type);
    expect(types(blocks).slice(-3)).toEqual(['pageBreak', 'heading', 'charts']);
    const few = blocks.map((block) =>
      block.type === 'charts' ? { ...block, charts: block.charts.slice(0, 4) } : block,
    );
    expect(types(few)).not.toContain('pageBreak');
  });

  it('gives the picture of a chart its words', () => {
    const { blocks } = pageData(sampleReport());
    expect(blocks.at(-1)).toMatchObject({
      charts: [
        {
          alt: 'Chart of HN 04 Number of new affordable homes provided (gross). From 18 in Q2 2017-18 to 30 in Q2 2018-19. The target then was 22.',
        },
        { code: 'ENV/12-b' },
        {},
        {},
        {},
        {},
      ],
    });
  });

  it('leaves the records for data formats behind', () => {
    expect(JSON.stringify(pageData(sampleReport()))).not.toContain('selectedBecause');
  });
});

describe('outlines of shapes', () => {
  it('follow the path', () => {
    expect(strokesOf('M8 0H16V8L8 16 0 8Z')).toEqual([
      ['move', [0.5, 0]],
      ['line', [1, 0]],
      ['line', [1, 0.5]],
      ['line', [0.5, 1]],
      ['line', [0, 0.5]],
      ['close'],
    ]);
  });

  it('turn half circles into curves that pass through their ends', () => {
    const strokes = strokesOf('M8 1A7 7 0 1 1 8 15Z');
    expect(strokes.map(([kind]) => kind)).toEqual(['move', 'cubic', 'cubic', 'close']);
    const quarter = strokes[1]![3]!;
    expect(quarter[0]).toBeCloseTo(15 / 16);
    expect(quarter[1]).toBeCloseTo(0.5);
  });

  it('refuse what they cannot follow', () => {
    expect(() => strokesOf('M0 0C1 1 2 2 3 3')).toThrow('cannot be drawn');
    expect(() => strokesOf('M0 0A9 9 0 0 1 3 3')).toThrow('half circles');
  });

  it('stay in their box, every one', () => {
    for (const [shape, strokes] of Object.entries(shapeOutlines())) {
      expect(strokes.at(-1), shape).toEqual(['close']);
      for (const [, ...points] of strokes) {
        for (const share of points.flat()) {
          expect(share, shape).toBeGreaterThanOrEqual(0);
          expect(share, shape).toBeLessThanOrEqual(1);
        }
      }
    }
  });
});
