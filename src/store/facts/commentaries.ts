import type { Selectable } from 'kysely';
import type { CommentaryPart, CommentaryText, TextTree } from '../../domain/commentary/text-tree.ts';
import type { Commentary, Recorded } from '../../domain/facts.ts';
import { canonicalJson } from '../canonical.ts';
import type { Schema } from '../schema.ts';
import type { FactTable } from './fact-table.ts';

export const commentaryTable: FactTable<Commentary, 'commentary'> = {
  table: 'commentary',
  key: ['measure', 'period', 'part'],
  keyOf: (commentary) => [commentary.measure, commentary.period, commentary.part],
  content: ['tree', 'raw', 'format'],
  contentOf: ({ text }) => [canonicalJson(text.tree), text.raw, text.format],
  sourceOf: (commentary) => commentary.source,
};

export const commentaryFrom = (row: Selectable<Schema['commentary']>): Recorded<Commentary> => ({
  measure: row.measure,
  period: row.period,
  part: row.part as CommentaryPart,
  text: { tree: row.tree as TextTree, raw: row.raw, format: row.format as CommentaryText['format'] },
  source: row.source,
  recordedAt: row.recorded_at,
});
