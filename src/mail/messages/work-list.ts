import { formatLongDate } from '../../domain/number/date.ts';
import type { MessageItem } from '../../domain/round/message.ts';
import type { Piece } from '../letter.tsx';
import type { PageAddresses } from '../page-addresses.ts';

export const workList = (items: readonly MessageItem[], pages: PageAddresses): Piece[] => [
  {
    kind: 'list',
    items: items.map((item) => ({
      words: nameOf(item),
      address: addressOf(item, pages),
      more: moreOf(item),
    })),
  },
  { kind: 'link', words: 'Everything that waits for you', address: pages.myWork },
];

export const nameOf = ({ code, title, periodTitle }: MessageItem): string =>
  `${code} ${title}, ${periodTitle}`;

const addressOf = ({ toApprove, period, code }: MessageItem, pages: PageAddresses): string =>
  toApprove ? pages.approval(period, code) : pages.update(period, code);

const moreOf = ({ due, toApprove, inPlaceOf }: MessageItem): string =>
  [
    toApprove ? 'to approve' : '',
    due === undefined ? '' : `due ${formatLongDate(due)}`,
    inPlaceOf === undefined ? '' : `in place of ${inPlaceOf}, who is away`,
  ]
    .filter((words) => words !== '')
    .join(', ');
