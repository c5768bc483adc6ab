import { formatLongDate } from '../../domain/number/date.ts';
import type { MessageItem } from '../../domain/round/message.ts';
import type { Piece } from '../letter.tsx';

export const workList = (content: { items: readonly MessageItem[]; address: string }): Piece[] => [
  {
    kind: 'list',
    items: content.items.map((item) => ({ words: nameOf(item), address: item.address, more: moreOf(item) })),
  },
  { kind: 'link', words: 'Everything that waits for you', address: content.address },
];

export const nameOf = ({ code, title, period }: MessageItem): string => `${code} ${title}, ${period}`;

const moreOf = ({ due, inPlaceOf }: MessageItem): string =>
  [
    due === undefined ? '' : `due ${formatLongDate(due)}`,
    inPlaceOf === undefined ? '' : `in place of ${inPlaceOf}, who is away`,
  ]
    .filter((words) => words !== '')
    .join(', ');
