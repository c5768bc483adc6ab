import type { MeasureSnapshot } from '../../domain/snapshot.ts';
import type { MeasureRecord, PredecessorRecord, ReportBlock } from './report.ts';
import { seriesNote } from './series-note.ts';
import { lineOf } from './sparkline.ts';

/** The measures that one was made from, as its record keeps them; nothing where it was made from none. */
export function predecessorRecords({
  predecessors,
}: MeasureSnapshot): Pick<MeasureRecord, 'predecessors'> | Record<string, never> {
  const records = predecessors.flatMap(({ code, title, unit, change, history }): PredecessorRecord[] => {
    const last = history.at(-1);
    if (last === undefined) return [];
    const figures = { ...lineOf(history, unit), target: null, better: 'neither' as const };
    return [{ code, title, note: seriesNote(change, last.period), figures }];
  });
  return records.length === 0 ? {} : { predecessors: records };
}

/** Each as a line of its own: what the measure stood at before under another code is no part of its own line. */
export function predecessorBlocks(
  { code, predecessors = [] }: MeasureRecord,
  { level, id }: { level: 2 | 3; id: string },
): ReportBlock[] {
  const under = level === 2 ? 3 : 4;
  if (predecessors.length === 0) return [];
  const notes = [...new Set(predecessors.map(({ note }) => note))];
  return [
    { type: 'heading', level, text: `Before ${code}`, id },
    ...notes.map((text): ReportBlock => ({ type: 'paragraph', role: 'plain', text })),
    ...predecessors.flatMap((each, index): ReportBlock[] => [
      { type: 'heading', level: under, text: `As ${each.code}: ${each.title}`, id: `${id}-${index + 1}` },
      { type: 'chart', chart: each.figures },
    ]),
  ];
}
