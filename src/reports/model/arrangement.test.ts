import { describe, expect, it } from 'vitest';
import { evaluateDemo } from '../../demo/evaluate-demo.ts';
import { type ReportChoice, standardChoice } from '../../domain/scorecard/choice.ts';
import { renderCsv } from '../render/csv/render-csv.ts';
import { renderHtml } from '../render/html/render-html.ts';
import { renderJson } from '../render/json/render-json.ts';
import { improvementReport } from './improvement-report.ts';
import type { Report } from './report.ts';
import { scorecardReport } from './scorecard-report.ts';
import { standardWording } from './wording.ts';

const evaluation = evaluateDemo();
const [place] = evaluation.snapshot.directorates;
const improvement = (more: Partial<ReportChoice>, outside = 0) =>
  improvementReport(evaluation, standardWording, {
    choice: { ...standardChoice('improvement'), ...more },
    outside,
  });
const scorecard = (more: Partial<ReportChoice>) =>
  scorecardReport(evaluation, standardWording, {
    choice: { ...standardChoice('scorecard'), ...more },
    outside: 0,
  });
const front = ({ blocks }: Report) =>
  blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []));
const headings = ({ blocks }: Report) =>
  blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []));
const all = evaluation.measures.length;

describe('a report that shows what it always does', () => {
  it('says so to programs, and prints nothing more', () => {
    const { summary, blocks } = improvement({});
    expect(summary.shows).toBe(
      `Shows the 25 measures of the Council Scorecard that are off target now or forecast to be; ${all - 25} others are not shown.`,
    );
    expect(blocks).toEqual(improvementReport(evaluation, standardWording).blocks);
    expect(front(improvement({}))).not.toContain(summary.shows);
  });
});

describe('a report of which something else was chosen', () => {
  it('says what it shows in its second sentence, of whom, in which order, and what it leaves out', () => {
    const report = improvement({ directorates: [place!.code], order: 'worstFirst' });
    const [lead, shows] = front(report);
    const count = report.measures.length;
    expect(shows).toBe(
      `Shows the ${count} measures of ${place!.name} that are off target now or forecast to be, worst first; ` +
        `${all - count} others are not shown.`,
    );
    expect(lead).toContain(`measures of ${place!.name} are off target`);
    expect(report.summary.shows).toBe(shows);
  });

  it('counts what was left out before its figures were frozen', () => {
    const fewer = { ...evaluation, measures: evaluation.measures.slice(0, 10) };
    const { summary } = improvementReport(fewer, standardWording, {
      choice: { ...standardChoice('improvement'), show: 'all' },
      outside: 52,
    });
    expect(summary.shows).toBe('Shows all 10 measures of the Council Scorecard; 52 others are not shown.');
    expect(summary.denominators[0]).toContain('out of 62 on the Council Scorecard');
  });

  it('of ticked measures speaks of those alone', () => {
    const ticked = evaluation.measures.slice(0, 3).map(({ snapshot }) => snapshot.version.code);
    const report = improvement({ show: 'chosen', measures: ticked });
    expect(report.measures.map(({ code }) => code)).toEqual(ticked);
    expect(front(report)[1]).toBe(
      `Shows 3 measures chosen for this report; ${all - 3} others are not shown.`,
    );
    expect(front(report)[0]).toContain('among the 3 chosen');
  });

  it('that has none of them says which there are none of', () => {
    const none = improvement({ directorates: ['nowhere'] });
    expect(front(none)[1]).toContain('Shows no measure');
  });

  it('by theme names the directorate of each measure, which no heading says', () => {
    const report = scorecard({ groupBy: 'theme' });
    expect(headings(report)).toContain('A council that works');
    const rows = report.blocks.flatMap((block) =>
      block.type === 'table' && block.table.layout === 'measures' ? block.table.rows : [],
    );
    expect(rows).toHaveLength(all);
    for (const [at, { cells }] of rows.entries()) {
      const [cell] = cells;
      expect(cell).toMatchObject({
        code: report.measures[at]!.code,
        notes: expect.arrayContaining([report.measures[at]!.directorate]),
      });
    }
    expect(front(report)[1]).toBe(`Shows all ${all} measures of the Council Scorecard, by theme.`);
  });

  it('a scorecard of the exceptions keeps its shares over the whole, and says what the table counts', () => {
    const report = scorecard({ show: 'exceptions' });
    expect(report.summary.sentence).toBe(scorecard({}).summary.sentence);
    expect(report.summary.denominators.at(-1)).toBe(`The table counts the 25 measures shown, out of ${all}.`);
  });

  it('says it in the data formats as on the page', async () => {
    const report = improvement({ show: 'all', groupBy: 'none', order: 'code' });
    const shows = report.summary.shows!;
    const text = async (render: typeof renderHtml) => new TextDecoder().decode((await render(report)).bytes);
    expect(await text(renderHtml)).toContain(shows);
    expect(JSON.parse(await text(renderJson)).summary.shows).toBe(shows);
    expect((await text(renderCsv)).split(shows)).toHaveLength(all + 1);
  });
});
