import { describe, expect, it } from 'vitest';
import { demoFacts } from '../../demo/demo-facts.ts';
import { presetDirection } from '../../domain/direction/presets.ts';
import { type Evaluation, evaluate } from '../../domain/evaluate.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { snapshotOf } from '../../domain/snapshot.ts';
import { presetSchemes } from '../../domain/status/presets/index.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import { improvementReport } from './improvement-report.ts';
import type { Report, Table } from './report.ts';
import { scorecardReport } from './scorecard-report.ts';
import { standardWording } from './wording.ts';

const facts = demoFacts();
const snapshot = snapshotOf(facts, { period: periodOf('2018-19/Q2'), scorecard: null, asAt: null });
const under = (scheme: StatusScheme): Evaluation => evaluate(snapshot, scheme, presetDirection('derby'));

const tablesOf = (report: Report, id: RegExp): Table[] =>
  report.blocks.flatMap((block) => (block.type === 'table' && id.test(block.table.id) ? [block.table] : []));

const countsIn = (table: Table): number[][] =>
  table.rows.map(({ cells }) => cells.flatMap((cell) => (cell.type === 'count' ? [cell.count] : [])));

describe.each([...presetSchemes.values()])('the front of a report under $name', (scheme) => {
  const evaluation = under(scheme);

  it.each([
    ['improvement report', improvementReport(evaluation, standardWording)],
    ['scorecard', scorecardReport(evaluation, standardWording)],
  ])('counts every measure of the %s once, now and in forecast', (_, report) => {
    const tables = tablesOf(report, /^counts-/);
    expect(tables).toHaveLength(report.measures.length === 0 ? 0 : 2);
    for (const table of tables) {
      const rows = countsIn(table);
      for (const row of rows) {
        expect(row.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBe(row.at(-1));
      }
      expect(rows.at(-1)?.at(-1)).toBe(report.measures.length);
      expect(table.rows.at(-1)?.isTotal).toBe(true);
      expect(table.columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100);
    }
  });

  it('heads each column of a status by its look, and explains how to read the rest', () => {
    const report = scorecardReport(evaluation, standardWording);
    const [now] = tablesOf(report, /^counts-now/);
    const own = new Map(report.scheme.key.map(({ status }) => [status.outcome, status]));
    for (const { key, status } of now?.columns ?? []) expect(status).toEqual(own.get(key));
    const list = report.blocks.find((block) => block.type === 'list');
    expect(list?.type === 'list' && list.items[0]).toMatch(/^Direction of travel: year-end forecast/);
  });

  it('says of every status why, in full and in a few words that can be read aloud', () => {
    for (const { status, forecastStatus } of scorecardReport(evaluation, standardWording).measures) {
      for (const { explanation, brief, isStatus } of [status, forecastStatus]) {
        expect(explanation).toMatch(/^\S.*\.$/);
        expect(brief).not.toMatch(/\.$|undefined|null|NaN/);
        if (isStatus) expect(brief.length).toBeLessThan(150);
      }
    }
  });
});

describe('the front of an improvement report', () => {
  const [derby] = [...presetSchemes.values()].filter(({ id }) => id === 'derby');
  const { blocks } = improvementReport(under(derby!), standardWording);

  it('says what earns a measure its place', () => {
    const list = blocks.find((block) => block.type === 'list');
    expect(list?.type === 'list' && list.items[0]).toBe(
      'A measure is in this report when its status is Amber or Red, now or in the year-end forecast.',
    );
  });

  it('says what could not be judged, which an exception report would pass over', () => {
    const notes = blocks.flatMap((block) =>
      block.type === 'paragraph' && block.role === 'note' ? [block.text] : [],
    );
    expect(notes[1]).toMatch(
      /^Of the 62 measures on the Council Scorecard, 9 are not judged now: awaited \(1\), /,
    );
  });
});
