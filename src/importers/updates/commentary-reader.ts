import { COMMENTARY_LIMITS } from '../../domain/commentary/schema.ts';
import type { CommentaryPart, CommentaryText } from '../../domain/commentary/text-tree.ts';
import { type CommentaryLimits, commentaryFrom } from '../commentary/commentary.ts';
import type { RowReport } from '../table/import-table.ts';

/** How the commentary columns of a file are written, declared and never guessed. */
export interface CommentaryColumns {
  /** Plain text where not said. */
  readonly commentaryFormat?: Partial<Record<CommentaryPart, CommentaryText['format']>>;
  readonly commentaryLimits?: CommentaryLimits;
}

/** Short texts such as "On track." come many times in one file; each is read once. */
const SHORT = 40;
const MOST_REMEMBERED = 1_000;

/** Reads one cell of commentary; null where it is blank or was reported. */
export type CommentaryReader = (
  raw: string | undefined,
  part: CommentaryPart,
  report: RowReport,
) => CommentaryText | null;

export function commentaryReader(columns: CommentaryColumns): CommentaryReader {
  const remembered = new Map<string, CommentaryText>();
  return (raw, part, report) => {
    if (raw === undefined) return null;
    const format = columns.commentaryFormat?.[part] ?? 'plain';
    const key = raw.length <= SHORT ? `${format}\n${raw}` : null;
    const before = key === null ? undefined : remembered.get(key);
    if (before !== undefined) return before;
    const read = commentaryFrom(raw, format, columns.commentaryLimits ?? COMMENTARY_LIMITS);
    if ('problem' in read) {
      report.error(part, read.problem);
      return null;
    }
    if (key !== null && remembered.size < MOST_REMEMBERED) remembered.set(key, read.text);
    return read.text;
  };
}
