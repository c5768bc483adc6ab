import { formatDate } from '../../../domain/number/date.ts';
import type { ReportBlock } from '../report.ts';
import { counted } from '../sentence.ts';

/** An open commitment as a cover report prints it: papers name a post, never a person. */
export interface DueCommitment {
  measure: string;
  measureTitle: string;
  what: string;
  /** ISO day. */
  due: string;
  forumName: string | null;
  ownerPost: string | null;
  overdue: boolean;
}

/** What was promised and is overdue or due before the next report, the oldest first; nothing where none are kept. */
export function commitmentsDueBlocks(due: readonly DueCommitment[] | null): ReportBlock[] {
  if (due === null) return [];
  const overdue = due.filter((one) => one.overdue).length;
  const text =
    due.length === 0
      ? 'No commitment is overdue or due before the next report.'
      : `${counted(due.length, 'commitment')} ${due.length === 1 ? 'is' : 'are'} open and due before the next report; ` +
        `${overdue === 0 ? 'none is' : overdue === 1 ? '1 is' : `${overdue} are`} overdue.`;
  const heading: ReportBlock = { type: 'heading', level: 2, text: 'Commitments due', id: 'commitments' };
  const said: ReportBlock = { type: 'paragraph', role: 'plain', text };
  if (due.length === 0) return [heading, said];
  return [
    heading,
    said,
    {
      type: 'table',
      table: {
        id: 'commitments-due',
        caption: 'Improvement actions and interventions that were promised and are not yet done',
        layout: 'plain',
        isWide: true,
        columns: [
          { key: 'due', heading: 'Due', width: 13, align: 'start' },
          { key: 'what', heading: 'What was promised', width: 34, align: 'start' },
          { key: 'measure', heading: 'Measure', width: 27, align: 'start' },
          { key: 'forum', heading: 'Comes to', width: 13, align: 'start' },
          { key: 'owner', heading: 'Who answers for it', width: 13, align: 'start' },
        ],
        rows: due.map((one, index) => ({
          id: `commitment-${index + 1}`,
          cells: [
            { type: 'text', text: `${formatDate(one.due)}${one.overdue ? ', overdue' : ''}` },
            { type: 'text', text: one.what },
            { type: 'text', text: `${one.measure} ${one.measureTitle}` },
            { type: 'text', text: one.forumName ?? 'No meeting' },
            { type: 'text', text: one.ownerPost ?? 'An officer of the authority' },
          ],
        })),
        empty: '',
      },
    },
  ];
}
