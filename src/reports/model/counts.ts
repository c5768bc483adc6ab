import type { Evaluation } from '../../domain/evaluate.ts';
import { byDirectorate, type Selected } from '../../domain/scorecard/selection.ts';
import { type OutcomeCount, tallyOf } from '../../domain/scorecard/tally.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import { slug } from './ids.ts';
import { outcomeMark } from './marks.ts';
import type { Column, ReportBlock, Row, StatusCount } from './report.ts';
import { counted, listed } from './sentence.ts';

/** What all states that are not statuses of the scheme are counted under. */
const NOT_JUDGED = { id: 'notJudged', label: 'Not judged' };

/** Counts by outcome, for each directorate with measures and for all of them; states are counted together. */
export function statusCounts(evaluation: Evaluation, selected: readonly Selected[]): StatusCount[] {
  const { scheme, snapshot } = evaluation;
  const groups: { name: string | null; selected: readonly Selected[] }[] = byDirectorate(
    selected,
    snapshot.directorates,
  ).map(({ directorate, selected: some }) => ({ name: directorate.name, selected: some }));
  groups.push({ name: null, selected });
  const own = new Set(scheme.outcomes.map(({ id }) => id));
  return groups.flatMap(({ name, selected: some }) => {
    const tally = tallyOf(
      some.map((each) => each.measure),
      scheme.outcomes,
    );
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

/** `Of the 62 measures on the scorecard, 3 are not judged now: awaited (1), data only (2).`; null where all are. */
export function notJudgedNote({ measures, scheme, snapshot }: Evaluation): string | null {
  const own = new Set(scheme.outcomes.map(({ id }) => id));
  const without = tallyOf(measures, scheme.outcomes).now.filter(
    ({ outcome, count }) => count > 0 && (!own.has(outcome.id) || !outcome.inDenominator),
  );
  if (without.length === 0) return null;
  const all = without.reduce((sum, { count }) => sum + count, 0);
  const words = without.map(({ outcome, count }) => `${midSentence(outcome.label)} (${count})`);
  return (
    `Of the ${counted(measures.length, 'measure')} on the ${snapshot.scorecard.name}, ${all} ${all === 1 ? 'is' : 'are'} ` +
    `not judged now: ${listed(words)}.`
  );
}

/** `Awaited` becomes `awaited`; `N/A` stays as it is. */
const midSentence = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** The counts as two small tables of one shape, now and in forecast: a row a directorate, a column a status. */
export function countsBlocks(
  counts: readonly StatusCount[],
  scheme: StatusScheme,
  notes: readonly string[],
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
      id: `counts-${when}`,
      caption,
      layout: 'plain',
      columns: [
        { key: 'directorate', heading: 'Directorate', width: 100 - countsWidth, align: 'start' },
        ...columns,
        { key: 'all', heading: 'All', width: countsWidth / (shown.length + 1), align: 'centre' },
      ],
      rows: countRows(counts, when, new Set(shown.map(([id]) => id))),
      empty: 'There is nothing to count.',
    },
  });
  return [
    { type: 'heading', level: 2, text: 'Measures by status', id: 'counts' },
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
): Row[] {
  const names = [...new Set(counts.map((each) => each.directorate))];
  return names.map((name) => {
    const numbers = counts
      .filter((each) => each.directorate === name && shown.has(each.outcome))
      .map((each) => each[when]);
    const all = numbers.reduce((sum, each) => sum + each, 0);
    return {
      id: `${when}-${name === null ? 'all' : slug(name)}`,
      ...(name === null ? { isTotal: true as const } : {}),
      cells: [
        { type: 'text', text: name ?? 'All directorates' },
        ...[...numbers, all].map((count) => ({ type: 'count' as const, count })),
      ],
    };
  });
}
