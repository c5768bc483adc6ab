import { demoFacts } from '../src/demo/demo-facts.ts';
import { presetDirection } from '../src/domain/direction/presets.ts';
import { evaluate } from '../src/domain/evaluate.ts';
import type { Facts } from '../src/domain/facts.ts';
import { periodOf } from '../src/domain/period/parse.ts';
import { snapshotOf } from '../src/domain/snapshot.ts';
import { derby } from '../src/domain/status/presets/derby.ts';
import { improvementReport } from '../src/reports/model/improvement-report.ts';
import type { Report } from '../src/reports/model/report.ts';
import { derbyWording } from '../src/reports/model/wording.ts';

/** The demonstration authority's improvement report: 25 measures with their commentary. */
export const report25 = (): Report => reportOf(demoFacts());

/** The same 25 measures sixteen times over, in eight directorates of fifty. */
export function report400(): Report {
  const facts = demoFacts();
  const shown = new Set(report25().measures.map((each) => each.code));
  const copies = Array.from({ length: 16 }, (_, copy) => copy);
  const renamed = <T extends { measure: string }>(all: readonly T[]): T[] =>
    copies.flatMap((copy) =>
      all
        .filter((each) => shown.has(each.measure))
        .map((each) => ({ ...each, measure: `${each.measure} #${copy}` })),
    );
  const measures = copies.flatMap((copy) =>
    facts.measures
      .filter((each) => shown.has(each.code))
      .map((each) => ({
        ...each,
        code: `${each.code} #${copy}`,
        directorate: `d${Math.floor(copy / 2)}`,
        service: null,
      })),
  );
  const organisation = Array.from({ length: 8 }, (_, at) => ({
    code: `d${at}`,
    name: `Directorate ${at + 1}`,
    parent: null,
    order: at,
    validFrom: '2010-04-01',
    validTo: null,
  }));
  const codes = [...new Set(measures.map((each) => each.code))];
  return reportOf({
    ...facts,
    measures,
    organisation,
    targets: renamed(facts.targets),
    observations: renamed(facts.observations),
    commentaries: renamed(facts.commentaries),
    statements: [],
    scorecards: facts.scorecards.slice(0, 1).map((card) => ({ ...card, measures: codes })),
  });
}

function reportOf(facts: Facts): Report {
  const snapshot = snapshotOf(facts, { period: periodOf('2018-19/Q2'), scorecard: null, asAt: null });
  return improvementReport(evaluate(snapshot, derby, presetDirection('derby')), derbyWording);
}

/** The same report with every text of its commentary changed, so that no layout of the render before can serve again. */
export function reworded(report: Report, number: number): Report {
  const changed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(changed);
    if (typeof value !== 'object' || value === null) return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, changed(each)]));
    const isText = copy.type === 'text' && typeof copy.text === 'string';
    return isText ? { ...copy, text: `${number} ${copy.text}` } : copy;
  };
  return changed(report) as Report;
}
