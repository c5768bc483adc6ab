import { directionKey } from '../../domain/direction/basis-in-words.ts';
import type { Evaluation } from '../../domain/evaluate.ts';
import { keyNotesOf } from '../../domain/status/key.ts';
import { scorecardOverrides } from '../../domain/tolerances.ts';
import type { Report, ReportBlock } from './report.ts';
import { listed } from './sentence.ts';
import { signalNotes } from './signal-record.ts';

/** The key of the scheme, then how to read the report: what it shows, the direction of travel, how it was judged. */
export function keyBlocks(
  base: Pick<Report, 'scheme' | 'direction'>,
  evaluation: Evaluation,
  shown: string | null,
): ReportBlock[] {
  const { scheme, directionScheme, snapshot } = evaluation;
  const overrides = scorecardOverrides(snapshot.scorecard);
  // How the rules came to be known is for `outturn scheme key` and the auditor, not for every reader.
  const origins = [scheme.note, directionScheme.note];
  const notes = [...directionKey(directionScheme).notes, ...keyNotesOf(scheme, overrides)].filter(
    (note) => !origins.includes(note),
  );
  const statusWidth = widthOf(base.scheme.key.map(({ status }) => status.label));
  return [
    { type: 'heading', level: 2, text: 'What the statuses mean', id: 'key' },
    {
      type: 'table',
      table: {
        id: 'key-table',
        caption: `Key to the statuses: ${base.scheme.name}, version ${base.scheme.version}`,
        layout: 'plain',
        columns: [
          { key: 'status', heading: 'Status', width: statusWidth, align: 'start' },
          { key: 'meaning', heading: 'What earns it', width: 100 - statusWidth, align: 'start' },
        ],
        rows: base.scheme.key.map(({ status, sentence }) => ({
          id: `key-${status.outcome}`,
          cells: [
            { type: 'status', status },
            { type: 'text', text: sentence },
          ],
        })),
        empty: 'This scheme has no statuses.',
      },
    },
    { type: 'heading', level: 2, text: 'How to read this report', id: 'reading' },
    {
      type: 'list',
      items: [
        ...(shown === null ? [] : [shown]),
        `Direction of travel: ${lowerFirst(base.direction.basisInWords)}.`,
        ...notes,
        ...signalNotes(evaluation),
      ],
    },
  ];
}

/** Which measures an exception report shows, by the words of its scheme. */
export function exceptionsInWords({ scheme, snapshot }: Evaluation): string {
  if (snapshot.scorecard.exceptionsOnly) return 'The measures are those of the report as it was published.';
  const labels = scheme.outcomes.filter(({ isException }) => isException).map(({ label }) => label);
  return `A measure is in this report when its status is ${listed(labels, 'or')}, now or in the year-end forecast.`;
}

/** A share of the table in which the longest word of a status stands on one line, or on two if it is a phrase. */
function widthOf(labels: readonly string[]): number {
  const longest = Math.max(0, ...labels.map((label) => label.length));
  return longest <= 8 ? 20 : Math.min(34, 20 + longest - 8);
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
