import type { Commitment } from '../../domain/commitment/commitment.ts';
import { formatDate } from '../../domain/number/date.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import type { Cell, MeasureRecord, Report } from './report.ts';

/** A commitment as a report prints it. */
export interface PrintedCommitment
  extends Pick<
    Commitment,
    'measure' | 'period' | 'what' | 'due' | 'firstDue' | 'moved' | 'state' | 'closed'
  > {
  forumName: string | null;
  overdue: boolean;
}

/** Notes under measures, by their code. */
export type CommitmentNotes = Readonly<Record<string, readonly string[]>>;

/**
 * What a report of a period says of commitments: those that are open, and those closed since the period began; each in a
 * sentence, and overdue said plainly. Promises of later rounds are left out.
 *
 * @example notesOf([overdue], periodOf('2018-19/Q3'))
 * // { 'SEND 6': ['Overdue since 30-Nov-2018: Fill the four vacant posts in the SEND team.'] }
 */
export function notesOf(
  all: readonly PrintedCommitment[],
  period: Pick<ReportingPeriod, 'start' | 'code'>,
  laterPeriods: ReadonlySet<string>,
): CommitmentNotes {
  const notes: Record<string, string[]> = {};
  for (const one of all) {
    if (laterPeriods.has(one.period)) continue;
    if (one.closed !== null && one.closed.at.slice(0, 10) < period.start) continue;
    const held = notes[one.measure] ?? [];
    held.push(noteOf(one));
    notes[one.measure] = held;
  }
  return notes;
}

function noteOf({
  what,
  due,
  firstDue,
  moved,
  state,
  closed,
  forumName,
  overdue,
}: PrintedCommitment): string {
  const before = forumName === null ? '' : ` (${forumName})`;
  const first = moved === 0 ? '' : `; first promised for ${formatDate(firstDue)}`;
  if (state === 'done') return `Done: ${what}${before}. ${sentence(closed?.words ?? '')}`.trim();
  if (state === 'dropped') return `Dropped: ${what}${before}. ${sentence(closed?.words ?? '')}`.trim();
  if (overdue) return `Overdue since ${formatDate(due)}: ${what}${before}${first}.`;
  return `Promised for ${formatDate(due)}: ${what}${before}${first}.`;
}

const sentence = (text: string): string => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`);

/** The report with those notes under its measures, in its tables and its data. */
export function withCommitmentNotes(report: Report, notes: CommitmentNotes): Report {
  if (Object.keys(notes).length === 0) return report;
  const ofRecord = (record: MeasureRecord): MeasureRecord => ({
    ...record,
    notes: [...record.notes, ...(notes[record.code] ?? [])],
  });
  const ofCell = (cell: Cell): Cell =>
    cell.type === 'measure' ? { ...cell, notes: [...cell.notes, ...(notes[cell.code] ?? [])] } : cell;
  return {
    ...report,
    measures: report.measures.map(ofRecord),
    blocks: report.blocks.map((block) =>
      block.type === 'table' && block.table.layout === 'measures'
        ? {
            ...block,
            table: {
              ...block.table,
              rows: block.table.rows.map((row) => ({ ...row, cells: row.cells.map(ofCell) })),
            },
          }
        : block,
    ),
  };
}
