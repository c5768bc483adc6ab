import type { EvaluatedMeasure, Evaluation } from '../../../domain/evaluate.ts';
import { formatDate } from '../../../domain/number/date.ts';

import type { ReportBlock } from '../report.ts';
import { listed } from '../sentence.ts';
import { targetNotes } from '../target-change.ts';

/** Parts of a definition, as a reader calls them. */
const definitionWords: Readonly<Record<string, string>> = {
  title: 'title',
  unit: 'unit',
  polarity: 'which way is better',
  periodBasis: 'what a figure covers',
  meaning: 'meaning',
  formula: 'formula',
  numerator: 'numerator',
  denominator: 'denominator',
  exclusions: 'exclusions',
  source: 'source',
};

/** Targets that were amended and definitions that changed, measure by measure: nothing moves in silence. */
export function disclosedBlocks(evaluation: Evaluation, before: Evaluation | null): ReportBlock[] {
  const earlier = new Map(before?.measures.map((each) => [each.snapshot.version.code, each]));
  const items = evaluation.measures.flatMap((measure) => {
    const { version } = measure.snapshot;
    const was = earlier.get(version.code);
    const notes = [...targetNotes(measure), ...(was === undefined ? [] : definitionChange(measure, was))];
    return notes.map((note) => `${version.code} ${version.title}: ${note.replace(/\.$/, '')}.`);
  });
  return [
    { type: 'heading', level: 2, text: 'Changes of targets and definitions', id: 'disclosed' },
    items.length === 0
      ? { type: 'paragraph', role: 'plain', text: 'No target or definition has changed.' }
      : { type: 'list', items },
  ];
}

function definitionChange(now: EvaluatedMeasure, before: EvaluatedMeasure): string[] {
  const [is, was] = [now.snapshot.version, before.snapshot.version];
  if (is.validFrom === was.validFrom) return [];
  const sheet = (version: typeof is): Record<string, unknown> => ({ ...version, ...version.definition });
  const [present, former] = [sheet(is), sheet(was)];
  const changed = Object.entries(definitionWords).flatMap(([key, words]) =>
    JSON.stringify(present[key] ?? null) === JSON.stringify(former[key] ?? null) ? [] : [words],
  );
  if (changed.length === 0) return [];
  const breaks = is.definition.breaksSeries === true ? '; earlier figures cannot be compared' : '';
  return [`definition changed from ${formatDate(is.validFrom)} (${listed(changed)})${breaks}`];
}
