import { describe, expect, it } from 'vitest';
import { demoFacts } from '../../demo/demo-facts.ts';

import { presetDirection } from '../../domain/direction/presets.ts';
import { evaluate } from '../../domain/evaluate.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { snapshotOf } from '../../domain/snapshot.ts';
import { derby } from '../../domain/status/presets/derby.ts';
import { measurePages } from '../../reports/model/measure-page.ts';
import { scorecardReport } from '../../reports/model/scorecard-report.ts';
import { standardWording } from '../../reports/model/wording.ts';
import { onlyOf } from './edition-facts.ts';

const council = demoFacts().scorecards.filter(({ code }) => code === 'council');
const staying = new Set(council.at(-1)!.measures);

describe('the facts of an edition', () => {
  const facts = onlyOf(demoFacts(), 'council', staying);

  it('hold what came before a combined measure, and of no other that stays out', () => {
    const outside = [...new Set(facts.observations.map(({ measure }) => measure))].filter(
      (code) => !staying.has(code),
    );
    expect(outside.sort()).toEqual(['STR 4', 'STR 6']);
    const theirs = facts.observations.filter(({ measure }) => outside.includes(measure));
    expect(theirs.every(({ period }) => periodOf(period).end < '2018-04-01')).toBe(true);
    expect(facts.scorecards.flatMap(({ measures }) => measures)).not.toContain('STR 4');
  });

  it('hold nothing of them where the combined measure stays out too', () => {
    const others = new Set([...staying].filter((code) => code !== 'STR 11'));
    const held = onlyOf(demoFacts(), 'council', others);
    expect(held.observations.some(({ measure }) => measure.startsWith('STR'))).toBe(false);
    expect(held.measures.some(({ code }) => code.startsWith('STR'))).toBe(false);
  });

  it('make a page of the measure that shows each under its old code, up to the change', () => {
    const question = { period: periodOf('2018-19/Q2'), scorecard: 'council', asAt: null };
    const evaluation = evaluate(snapshotOf(facts, question), derby, presetDirection('derby'));
    const report = scorecardReport(evaluation, standardWording);
    const page = measurePages(report, undefined).find(({ record }) => record.code === 'STR 11')!.report;
    const at = page.blocks.findIndex((block) => block.type === 'heading' && block.text === 'Before STR 11');
    const [, note, ...lines] = page.blocks.slice(at, at + 6);
    expect(note).toMatchObject({
      text: 'It combines STR 4 and STR 6 from Quarter 1, 2018-19: figures before and after cannot be compared.',
    });
    expect(
      lines.map((block) =>
        block.type === 'heading'
          ? block.text
          : block.type === 'chart'
            ? block.chart.points.map(({ period }) => period).at(-1)
            : block.type,
      ),
    ).toEqual([
      'As STR 4: Percentage of fly-tips cleared within two working days',
      '2017-18/Q4',
      'As STR 6: Percentage of offensive graffiti removed within two working days',
      '2017-18/Q4',
    ]);
    const own = page.blocks.find((block) => block.type === 'charts')!;
    const [drawn] = own.type === 'charts' ? own.charts : [];
    if (drawn?.chart.kind !== 'line') throw new Error('It has too few figures for a control chart.');
    expect(drawn.chart.points.map(({ label }) => label)).toEqual(['Q1 2018-19', 'Q2 2018-19']);
  });
});
