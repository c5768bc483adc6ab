import { presetDirection } from '../../src/domain/direction/presets.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { snapshotOf } from '../../src/domain/snapshot.ts';
import { derby } from '../../src/domain/status/presets/derby.ts';
import type { StatusScheme } from '../../src/domain/status/scheme.ts';
import type { LegacyReport } from '../../src/importers/improvement-report/legacy-report.ts';
import { readImprovementReport } from '../../src/importers/improvement-report/read-improvement-report.ts';
import { titlePattern } from '../../src/importers/improvement-report/title-pattern.ts';
import { toFacts } from '../../src/importers/improvement-report/to-facts.ts';
import { formatProblem } from '../../src/importers/problem.ts';
import { improvementReport } from '../../src/reports/model/improvement-report.ts';
import type { FigureCell, MeasureRecord, Report } from '../../src/reports/model/report.ts';
import { derbyWording } from '../../src/reports/model/wording.ts';
import { renderJson } from '../../src/reports/render/json/render-json.ts';

export interface RoundTrip {
  document: LegacyReport;
  report: Report;
  json: JsonReport;
}

/** The parts of the JSON report that a document states. */
export interface JsonReport {
  title: string;
  measures: readonly (Pick<MeasureRecord, 'code' | 'aliases' | 'title' | 'directorate'> & {
    target: Pick<FigureCell, 'display'>;
    actual: Pick<FigureCell, 'display'>;
    forecastTarget: Pick<FigureCell, 'display'>;
    forecast: Pick<FigureCell, 'display'>;
    status: { label: string; explanation: string };
    forecastStatus: { label: string; explanation: string };
    directionOfTravel: { label: string; basis: string; asPublished: boolean };
    commentary: Record<'context' | 'improvementActions' | 'interventionReview', { text: string }>;
  })[];
}

/** From the bytes of a document to the report made of it, by the functions that the command line uses, without a database. */
export async function roundTrip(bytes: Uint8Array, scheme: StatusScheme = derby): Promise<RoundTrip> {
  const { document, problems } = readImprovementReport(bytes, { fileName: 'report.txt', scheme });
  if (document === null) throw new Error(problems.map(formatProblem).join('\n'));
  const { facts, period } = toFacts(document, {
    fileName: 'report.txt',
    scheme,
    recordedAt: '2020-01-01T09:00:00Z',
    yearKind: 'financial',
  });
  const direction = presetDirection('derby');
  if (direction === null) throw new Error('the direction of travel of Derby is a preset');
  const evaluation = evaluate(snapshotOf(facts, { period, scorecard: null, asAt: null }), scheme, direction);
  const { details: measure, ...others } = document.headings;
  const report = improvementReport(evaluation, {
    ...derbyWording,
    improvementTitle: titlePattern(document),
    columns: { measure, ...others },
  });
  const { bytes: json } = await renderJson(report);
  return { document, report, json: JSON.parse(new TextDecoder().decode(json)) as JsonReport };
}
