import type { EvaluatedMeasure, Evaluation } from '../../domain/evaluate.ts';
import { byDirectorate, type Selected } from '../../domain/scorecard/selection.ts';
import { type OutcomeCount, tallyOf } from '../../domain/scorecard/tally.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import { slug } from './ids.ts';
import { outcomeMark } from './marks.ts';
import type { Column, ReportBlock, Row, StatusCount } from './report.ts';
import { counted, listed } from './sentence.ts';

/** What all states that are not statuses of the scheme are counted under. */
export const NOT_JUDGED = { id: 'notJudged', label: 'Not judged' };

/** Counts by outcome, for each directorate with measures and for all of them; states are counted together. */
export function statusCounts(evaluation: Evaluation, selected: readonly Selected[]): StatusCount[] {
  const measuresOf = (some: readonly Selected[]) => some.map(({ measure }) => measure);
  const groups = byDirectorate(selected, evaluation.snapshot.directorates).map(
    ({ directorate, selected: some }) => ({ name: directorate.name, measures: measuresOf(some) }),
  );
  return countsByGroup(evaluation.scheme, [...groups, { name: null, measures: measuresOf(selected) }]);
}

/** Counts by outcome for groups of measures; the group without a name is all of them. */
export function countsByGroup(
  scheme: StatusScheme,
  groups: readonly { name: string | null; measures: readonly EvaluatedMeasure[] }[],
): StatusCount[] {
  const own = new Set(scheme.outcomes.map(({ id }) => id));
  return groups.flatMap(({ name, measures }) => {
    const tally = tallyOf(measures, scheme.outcomes);
    const sum = (lines: readonly OutcomeCount[], matches: (id: string) => boolean) =>
      lines.reduce((total, { outcome, count }) => total + (matches(outcome.id) ? count : 0), 0);
    const counts = scheme.outcomes.map(({ id, label }) => ({
      directorate: name,
      outcome: id,
      label,
      now: sum(tally.now, (each) => each === id),
      forecast: sum(tally.forecast, (each) => each === id),
    }));
    const [now, forecast] = [tally.now, tally.forecast].map((lines) => sum(lines, (id) => !own.has(id)));
    const rest = {
      directorate: name,
      outcome: NOT_JUDGED.id,
      label: NOT_JUDGED.label,
      now: now ?? 0,
      forecast: forecast ?? 0,
    };
    return [...counts, rest];
  });
}

/**
 * `Of the 62 measures on the scorecard, 3 are not judged now: awaited (1), data only (2).`; null where all are.
 *
 * @param whose ` of People Services`, of a report that is about some of the scorecard; else null
 */
export function notJudgedNote(
  { measures, scheme, snapshot }: Evaluation,
  whose: string | null = null,
): string | null {
  const own = new Set(scheme.outcomes.map(({ id }) => id));
  const without = tallyOf(measures, scheme.outcomes).now.filter(
    ({ outcome, count }) => count > 0 && (!own.has(outcome.id) || !outcome.inDenominator),
  );
  if (without.length === 0) return null;
  const all = without.reduce((sum, { count }) => sum + count, 0);
  const words = without.map(({ outcome, count }) => `${midSentence(outcome.label)} (${count})`);
  return (
    `Of the ${counted(measures.length, 'measure')}${whose ?? ` on the ${snapshot.scorecard.name}`}, ${all} ${all === 1 ? 'is' : 'are'} ` +
    `not judged now: ${listed(words)}.`
  );
}

/** `Awaited` becomes `awaited`; `N/A` stays as it is. */
const midSentence = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** What the groups of a table of counts are, in words; the id begins the ids of its tables and rows. */
export interface Grouping {
  id: string;
  title: string;
  /** `Directorate`, and of the last row `All directorates`. */
  heading: string;
  all: string;
}

const directorateGrouping: Grouping = {
  id: 'counts',
  title: 'Measures by status',
  heading: 'Directorate',
  all: 'All directorates',
};

/** The counts as two small tables of one shape, now and in forecast: a row a directorate, a column a status. */
export function countsBlocks(
  counts: readonly StatusCount[],
  scheme: StatusScheme,
  notes: readonly string[],
  grouping: Grouping = directorateGrouping,
): ReportBlock[] {
  if (counts.every(({ now, forecast }) => now + forecast === 0)) return [];
  // A status without a measure is worth its nought; a state that does not occur is not.
  const judged = new Set(scheme.outcomes.filter((each) => each.inDenominator).map(({ id }) => id));
  const shown = [...new Map(counts.map(({ outcome, label }) => [outcome, label]))].filter(
    ([id]) => judged.has(id) || counts.some((each) => each.outcome === id && each.now + each.forecast > 0),
  );
  const look = new Map(scheme.outcomes.map((outcome) => [outcome.id, outcomeMark(outcome)]));
  const columns: Column[] = shown.map(([id, label]) => {
    const status = look.get(id);
    return {
      key: id,
      heading: label,
      width: countsWidth / (shown.length + 1),
      align: 'centre',
      ...(status === undefined ? {} : { status }),
    };
  });
  const table = (when: 'now' | 'forecast', caption: string): ReportBlock => ({
    type: 'table',
    table: {
      id: `${grouping.id}-${when}`,
      caption,
      layout: 'plain',
      columns: [
        { key: 'directorate', heading: grouping.heading, width: 100 - countsWidth, align: 'start' },
        ...columns,
        { key: 'all', heading: 'All', width: countsWidth / (shown.length + 1), align: 'centre' },
      ],
      rows: countRows(counts, when, new Set(shown.map(([id]) => id)), grouping),
      empty: 'There is nothing to count.',
    },
  });
  return [
    { type: 'heading', level: 2, text: grouping.title, id: grouping.id },
    ...notes.map((text) => ({ type: 'paragraph' as const, text, role: 'note' as const })),
    table('now', 'Number of measures by status now'),
    table('forecast', 'Number of measures by status forecast for the year end'),
  ];
}

/** Share of a table that its counts take. */
const countsWidth = 64;

function countRows(
  counts: readonly StatusCount[],
  when: 'now' | 'forecast',
  shown: ReadonlySet<string>,
  { id, all: allCalled }: Grouping,
): Row[] {
  const names = [...new Set(counts.map((each) => each.directorate))];
  return names.map((name) => {
    const numbers = counts
      .filter((each) => each.directorate === name && shown.has(each.outcome))
      .map((each) => each[when]);
    const all = numbers.reduce((sum, each) => sum + each, 0);
    return {
      id: `${id === 'counts' ? '' : `${id}-`}${when}-${name === null ? 'all' : slug(name)}`,
      ...(name === null ? { isTotal: true as const } : {}),
      cells: [
        { type: 'text', text: name ?? allCalled },
        ...[...numbers, all].map((count) => ({ type: 'count' as const, count })),
      ],
    };
  });
}
