import type { CommentaryText } from '../../domain/commentary/text-tree.ts';
import type { Commentary, Recorded } from '../../domain/facts.ts';
import { commentaryFrom } from '../../importers/commentary/commentary.ts';
import { commentaryRecordedAt, recordedOn } from '../calendar.ts';
import { adultTexts } from './adults.ts';
import { childrenTexts } from './children.ts';
import { firstQuarterTexts } from './first-quarter.ts';
import { learningTexts } from './learning.ts';
import { onTargetTexts } from './on-target.ts';
import { placeTexts } from './place.ts';
import { resourcesTexts } from './resources.ts';
import { afterRestatement, beforeRestatement } from './restated.ts';
import type { Texts } from './texts.ts';

/** `revisedOn` where a text was written anew after it had been approved. */
const written: readonly { period: string; texts: Texts; revisedOn?: string }[] = [
  { period: '2018-19/Q1', texts: firstQuarterTexts },
  { period: '2018-19/Q2', texts: placeTexts },
  { period: '2018-19/Q2', texts: resourcesTexts },
  { period: '2018-19/Q2', texts: childrenTexts },
  { period: '2018-19/Q2', texts: learningTexts },
  { period: '2018-19/Q2', texts: adultTexts },
  { period: '2018-19/Q2', texts: onTargetTexts },
  { period: '2018-19/Q2', texts: beforeRestatement },
  { period: '2018-19/Q2', texts: afterRestatement, revisedOn: '2018-11-20' },
];

/** Everything that officers wrote, as text trees. */
export function commentaries(): Recorded<Commentary>[] {
  return written.flatMap(({ period, texts, revisedOn }) =>
    Object.entries(texts).flatMap(([measure, parts]) =>
      (['context', 'actions', 'intervention'] as const).flatMap((part) => {
        const raw = parts[part];
        if (raw === undefined) return [];
        return [
          {
            measure,
            period,
            part,
            text: textOf(raw, `${measure}, ${part}`),
            source: 'Compiling officer',
            recordedAt: revisedOn === undefined ? commentaryRecordedAt(period) : recordedOn(revisedOn),
          },
        ];
      }),
    ),
  );
}

function textOf(raw: string, where: string): CommentaryText {
  const read = commentaryFrom(raw, 'markdown');
  if ('problem' in read) throw new RangeError(`${where}: ${read.problem.message}`);
  return read.text;
}
