import type { EvaluatedMeasure, Evaluation } from '../../domain/evaluate.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { MeasureSnapshot } from '../../domain/snapshot.ts';
import {
  type RecordedAssurance,
  readAssurance,
  readSample,
  readSamples,
  type Sample,
} from '../../store/assurance.ts';
import type { Store } from '../../store/database.ts';
import { readPeople } from '../../store/people.ts';
import { type Acting, mustBeAllowed } from '../round/acting.ts';
import { readEvaluation } from './read-evaluation.ts';
import { type Trace, traceFigure } from './trace-figure.ts';

export type { RecordedAssurance, Sample } from '../../store/assurance.ts';

/** A sample in a list: how far its tests are. */
export interface SampleLine {
  sample: Sample;
  by: string;
  tested: number;
  notAgreed: number;
}

/** Every sample, the newest first. */
export async function listSamples(store: Store, acting: Acting): Promise<SampleLine[]> {
  mustBeAllowed(acting, 'readSamples', null, null);
  const { authority } = acting;
  const [samples, results, people] = await Promise.all([
    readSamples(store, authority),
    readAssurance(store, authority),
    readPeople(store, authority),
  ]);
  return samples.map((sample) => {
    const last = lastResults(results.filter((each) => each.sample === sample.id));
    return {
      sample,
      by: people.find(({ id }) => id === sample.person)?.name ?? sample.person,
      tested: last.size,
      notAgreed: [...last.values()].filter(({ result }) => result !== 'agreed').length,
    };
  });
}

/** One figure of a sample with everything that it rests on. */
export interface SampledFigure {
  code: string;
  /** null where the measure is no longer on the scorecard. */
  measure: EvaluatedMeasure | null;
  trace: Trace;
  /** Every result, oldest first. */
  results: readonly RecordedAssurance[];
}

export interface SampleView {
  sample: Sample;
  evaluation: Evaluation;
  figures: readonly SampledFigure[];
}

/** A sample with what an auditor needs to work each figure out again; null where there is none. */
export async function sampleView(store: Store, acting: Acting, id: string): Promise<SampleView | null> {
  mustBeAllowed(acting, 'readSamples', null, null);
  const { authority, now } = acting;
  const sample = await readSample(store, authority, id);
  if (sample === null) return null;
  const { period } = sample;
  const question = { authority, period: periodOf(period), scorecard: sample.scorecard, asAt: null };
  const evaluation = await readEvaluation(store, question);
  const results = await readAssurance(store, authority, { sample: id });
  const figures: SampledFigure[] = [];
  for (const code of sample.measures) {
    figures.push({
      code,
      measure: evaluation.measures.find((each) => each.snapshot.version.code === code) ?? null,
      trace: await traceFigure(store, authority, { period, measure: code }, now),
      results: results.filter((each) => each.measure === code),
    });
  }
  return { sample, evaluation, figures };
}

/** Figures that could be chosen: those that there are. */
export async function testableFigures(
  store: Store,
  acting: Acting,
  period: string,
): Promise<MeasureSnapshot['version'][]> {
  mustBeAllowed(acting, 'testFigures', null, null);
  const question = { authority: acting.authority, period: periodOf(period), scorecard: null, asAt: null };
  try {
    const { snapshot } = await readEvaluation(store, question);
    return snapshot.measures.flatMap(({ version, position }) =>
      position.figure.kind === 'missing' ? [] : [version],
    );
  } catch (error) {
    // No scorecard in that period: nothing to test, and the page says so.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** The last result of each figure, by the code of its measure. */
export const lastResults = (results: readonly RecordedAssurance[]): Map<string, RecordedAssurance> =>
  new Map(results.map((each) => [each.measure, each]));
