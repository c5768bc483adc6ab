import { existsSync, readFileSync } from 'node:fs';
import { type CheckSurroundings, checkInputOf, recordedOf } from '../../src/domain/check-input.ts';
import { checkCommentary } from '../../src/domain/commentary/checks/check-commentary.ts';
import { presetDirection } from '../../src/domain/direction/presets.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { snapshotOf } from '../../src/domain/snapshot.ts';
import { derby } from '../../src/domain/status/presets/derby.ts';
import { readImprovementReport } from '../../src/importers/improvement-report/read-improvement-report.ts';
import { toFacts } from '../../src/importers/improvement-report/to-facts.ts';

const PATH = new URL('../../../shared/data/improvement-report-2018-09-30.txt', import.meta.url);
export const foundingDocumentIsThere = existsSync(PATH);

/** Every finding of the founding document, by measure, as `outturn check FILE` gives them. */
export function foundingFindings() {
  const { document } = readImprovementReport(readFileSync(PATH), { fileName: 'report.txt' });
  if (document === null) throw new Error('the founding document could not be read');
  const { facts, period } = toFacts(document, {
    fileName: 'report.txt',
    scheme: derby,
    recordedAt: '2018-11-01T09:00:00Z',
    yearKind: 'financial',
  });
  const snapshot = snapshotOf(facts, { period, scorecard: null, asAt: null });
  const { measures } = evaluate(snapshot, derby, presetDirection('derby'));
  const around: CheckSurroundings = {
    period,
    asOf: period.end,
    scheme: derby,
    measures: { named: facts.measures, complete: false },
    people: [],
    glossary: {},
    disclosureThreshold: 5,
    lengthGuide: null,
  };
  return measures.map((measure) => {
    const { code } = measure.snapshot.version;
    const input = checkInputOf(measure, recordedOf(facts, code), around);
    return { code, input, findings: checkCommentary(input) };
  });
}
