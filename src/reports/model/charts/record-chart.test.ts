import { describe, expect, it } from 'vitest';
import { demoFacts } from '../../../demo/demo-facts.ts';
import { presetDirection } from '../../../domain/direction/presets.ts';
import { type EvaluatedMeasure, evaluate } from '../../../domain/evaluate.ts';
import { periodOf } from '../../../domain/period/parse.ts';
import { standardChoice } from '../../../domain/scorecard/choice.ts';
import { selectAll, selectExceptions } from '../../../domain/scorecard/selection.ts';
import { snapshotOf } from '../../../domain/snapshot.ts';
import { derby } from '../../../domain/status/presets/derby.ts';
import { improvementReport } from '../improvement-report.ts';
import { measureRecord } from '../measure-record.ts';
import { scorecardReport } from '../scorecard-report.ts';
import { standardWording } from '../wording.ts';
import { chartSection } from './chart-section.ts';
import { recordChart } from './record-chart.ts';

const snapshot = snapshotOf(demoFacts(), { period: periodOf('2018-19/Q2'), scorecard: null, asAt: null });
const evaluation = evaluate(snapshot, derby, presetDirection('derby'));
const byCode = (code: string): EvaluatedMeasure =>
  evaluation.measures.find((each) => each.snapshot.version.code === code)!;

describe('the chart of a measure in a report', () => {
  it('is its control chart where that says something', () => {
    const measure = byCode('L&C PM28');
    const chart = recordChart(measure);
    expect(chart?.kind).toBe('xmr');
    expect(chart?.headline).toBe(
      'Q2 2018-19: lower than usual variation explains: a change for the worse. The target is likely to be met as the service now runs.',
    );
  });

  it('is else a line from its first figure, with the target that the report prints', () => {
    const measure = byCode('EARS PM53');
    const chart = recordChart(measure);
    if (chart?.kind !== 'line') throw new Error('It has too few figures for a control chart.');
    expect(chart.points[0]).toMatchObject({ label: 'Q1 2016-17', display: '42.5%' });
    expect(chart.points.at(-1)).toMatchObject({
      label: 'Q2 2018-19',
      display: '65.0%',
      target: { display: '90.0%' },
    });
    expect(measureRecord({ measure, because: '' }).target.display).toBe('90.0%');
  });

  it('ends with the figure that the report prints, or the words for why there is none', () => {
    for (const measure of evaluation.measures) {
      const chart = recordChart(measure);
      const { actual } = measureRecord({ measure, because: '' });
      // Of an annual measure the line ends with the last year.
      if (chart?.kind !== 'line' || actual.missing === 'notDue') continue;
      const last = chart.points.at(-1)!;
      expect(last.value?.exact ?? null, measure.snapshot.version.code).toBe(actual.exact);
      if (last.value === null) expect(last.display).toBe(actual.display);
    }
  });

  it('is none for what is no number, and for fewer than two figures', () => {
    const without = evaluation.measures.filter((each) => recordChart(each) === null);
    expect(without.length).toBeGreaterThan(0);
    for (const { snapshot: held } of without) {
      const numbers = held.series().filter(({ position }) => position.figure.kind === 'number');
      expect(numbers.length, held.version.code).toBeLessThan(2);
    }
  });
});

describe('the charts of a report', () => {
  const drawnIn = (blocks: ReturnType<typeof chartSection>) =>
    blocks.flatMap((block) => (block.type === 'charts' ? block.charts.map(({ code }) => code) : []));
  const exceptions = selectExceptions(evaluation.measures).map(({ measure }) => measure);
  const expected = exceptions
    .filter((measure) => recordChart(measure) !== null)
    .map(({ snapshot: { version } }) => version.code)
    .sort();

  it('are those of the measures off target, in an improvement report and in a scorecard', () => {
    expect(expected.length).toBeGreaterThan(20);
    expect(drawnIn(improvementReport(evaluation, standardWording).blocks as never).sort()).toEqual(expected);
    expect(drawnIn(scorecardReport(evaluation, standardWording).blocks as never).sort()).toEqual(expected);
  });

  it('have no heading where there is nothing to draw', () => {
    const well = selectAll(evaluation.measures.filter((measure) => !exceptions.includes(measure)));
    expect(chartSection(well, well.map(measureRecord), {})).toEqual([]);
  });

  it('are left out where that is chosen, and nothing else is', () => {
    for (const [kind, build] of [
      ['improvement', improvementReport],
      ['scorecard', scorecardReport],
    ] as const) {
      const of = (charts: boolean) =>
        build(evaluation, standardWording, { choice: { ...standardChoice(kind), charts }, outside: 0 });
      const [drawn, without] = [of(true), of(false)];
      expect(drawn).toEqual(build(evaluation, standardWording));
      const ends = drawn.blocks.findIndex((block) => block.type === 'heading' && block.id === 'charts');
      expect(without).toEqual({ ...drawn, blocks: drawn.blocks.slice(0, ends) });
    }
  });

  const of = (code: string) => {
    const selected = selectAll([byCode(code)]);
    return JSON.stringify(chartSection(selected, selected.map(measureRecord), {}));
  };

  it('speak of limits only where some are drawn', () => {
    expect(of('L&C PM28')).toContain('its limits');
    expect(of('EARS PM53')).not.toContain('its limits');
  });

  it('say that a figure to date is charted otherwise, only where one is', () => {
    // Days to process a claim since April, and a share of each quarter by itself.
    expect(of('CM PM24')).toContain('the figure of each period by itself');
    const discrete = exceptions.find(
      (each) => recordChart(each)?.kind === 'xmr' && each.signal().points === null,
    );
    expect(of(discrete!.snapshot.version.code)).not.toContain('by itself');
  });
});
