import { formatLongDate } from '../number/date.ts';

/** What an auditor found when they worked a figure out again from its source. */
export const assuranceResults = [
  { id: 'agreed', label: 'Agreed', words: 'agreed with its source' },
  {
    id: 'minorDifference',
    label: 'Minor difference',
    words: 'differed from its source without changing the status',
  },
  { id: 'notAgreed', label: 'Not agreed', words: 'did not agree with its source' },
  { id: 'noEvidence', label: 'No evidence', words: 'could not be tested: its source was not kept' },
] as const;
export type AssuranceResult = (typeof assuranceResults)[number]['id'];

/** The result of one test: of the figure of a measure in a period. A later test of the same figure replaces it. */
export interface Assurance {
  measure: string;
  period: string;
  result: AssuranceResult;
  /** The figure that the auditor came to, as typed; null where they came to none. */
  found: string | null;
  /** What they did and saw, in their words; never printed outside the sample pack. */
  note: string;
  /** ISO day of the test. */
  testedOn: string;
}

/** What a printed report says of it, beside the measure. */
export interface TestedFigure extends Pick<Assurance, 'measure' | 'period' | 'result' | 'testedOn'> {
  recordedAt: string;
}

/** A test beside the figure as it stands. */
export interface StandingTest extends TestedFigure {
  /** True where the figure has been recorded again since: of what stands now the test says nothing. */
  recordedSince: boolean;
}

/** @param recorded when figures of that measure and period were */
export const standingTest = (tested: TestedFigure, recorded: readonly string[]): StandingTest => ({
  ...tested,
  recordedSince: recorded.some((at) => at > tested.recordedAt),
});

/** @example resultNamed('agreed').label // 'Agreed' */
export function resultNamed(id: AssuranceResult): (typeof assuranceResults)[number] {
  const found = assuranceResults.find((each) => each.id === id);
  if (found === undefined) throw new RangeError(`There is no result of a test called ${id}.`);
  return found;
}

/**
 * @example testedInWords({ result: 'agreed', testedOn: '2018-12-03', recordedSince: false })
 * // 'Tested by internal audit on 3 December 2018: the figure agreed with its source'
 */
export function testedInWords({
  result,
  testedOn,
  recordedSince,
}: Pick<StandingTest, 'result' | 'testedOn' | 'recordedSince'>): string {
  const tested = `Tested by internal audit on ${formatLongDate(testedOn)}`;
  const { words } = resultNamed(result);
  return recordedSince
    ? `${tested}: the figure of that day ${words}. It has been recorded again since`
    : `${tested}: the figure ${words}`;
}

/**
 * What is wrong with a result as it was given; empty where it can be recorded. A figure that was not agreed must be
 * explained, and so must one that could not be tested: a bare "no" helps nobody put it right.
 *
 * @example assuranceProblems({ result: 'notAgreed', note: '', found: null }) // [{ field: 'note', … }, { field: 'found', … }]
 */
export function assuranceProblems({
  result,
  note,
  found,
}: {
  result: string;
  note: string;
  found: string | null;
}): { field: string; message: string }[] {
  const problems: { field: string; message: string }[] = [];
  if (!assuranceResults.some(({ id }) => id === result)) {
    problems.push({ field: 'result', message: 'Choose what the test showed' });
  }
  if (result !== 'agreed' && note.trim() === '') {
    problems.push({ field: 'note', message: 'Say what was done and what was seen' });
  }
  if ((result === 'notAgreed' || result === 'minorDifference') && (found === null || found.trim() === '')) {
    problems.push({ field: 'found', message: 'Enter the figure that you came to' });
  }
  if (note.length > MOST_NOTE) {
    problems.push({ field: 'note', message: `The note must be ${MOST_NOTE} characters or fewer` });
  }
  return problems;
}

const MOST_NOTE = 5_000;
