import { type CoverPart, type CoverWords, coverParts } from '../../../domain/commentary/cover.ts';
import type { TextTree } from '../../../domain/commentary/text-tree.ts';
import { formatLongDate } from '../../../domain/number/date.ts';
import type { ReportBlock } from '../report.ts';

/** Who the report goes to and from whom it comes; nothing while nobody has said. */
export function addressBlocks({ meeting, meetsOn, author, contact }: CoverWords): ReportBlock[] {
  const day = meetsOn === null ? '' : formatLongDate(meetsOn);
  const to = [meeting, day].filter((each) => each !== '').join(', ');
  const items = [
    to === '' ? '' : `To: ${to}`,
    author === '' ? '' : `From: ${author}`,
    contact === '' ? '' : `Contact: ${contact}`,
  ].filter((each) => each !== '');
  return items.length === 0 ? [] : [{ type: 'list', items }];
}

/** The author's parts that stand ahead of the figures or behind them; a part never written says so. */
export function wordsBlocks(
  words: CoverWords,
  place: 'before' | 'after',
  suggested: Partial<Record<CoverPart, TextTree>>,
): ReportBlock[] {
  return coverParts
    .filter((part) => part.place === place)
    .flatMap(({ id, title }): ReportBlock[] => {
      const written = words.texts[id]?.tree ?? [];
      const tree = written.length > 0 ? written : (suggested[id] ?? []);
      return [
        { type: 'heading', level: 2, text: title, id: `cover-${id}` },
        tree.length === 0
          ? { type: 'paragraph', role: 'plain', text: 'None stated.' }
          : { type: 'text', tree },
      ];
    });
}
