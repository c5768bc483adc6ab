import { formatLongDate } from '../../domain/number/date.ts';
import { type CommitmentItem, type MessageContents, messageSubject } from '../../domain/round/message.ts';
import { type Letter, letter, type Piece } from '../letter.tsx';
import type { PageAddresses } from '../page-addresses.ts';

/** Five working days before commitments are due. */
export const commitmentDue = (content: MessageContents['commitmentDue'], pages: PageAddresses): Letter =>
  letter(messageSubject({ kind: 'commitmentDue', content }), [
    { kind: 'text', text: 'You have promised this, and it is due soon:' },
    ...itemList(content.items, pages),
    { kind: 'text', text: 'Say what came of it when it is done, or move the day with a reason.' },
  ]);

/** When their day has passed. */
export const commitmentOverdue = (
  content: MessageContents['commitmentOverdue'],
  pages: PageAddresses,
): Letter =>
  letter(messageSubject({ kind: 'commitmentOverdue', content }), [
    { kind: 'text', text: 'The day on which this was due has passed, and it is still open:' },
    ...itemList(content.items, pages),
    {
      kind: 'text',
      text: 'It is shown as overdue until you say what came of it, or move the day with a reason.',
    },
  ]);

const itemList = (items: readonly CommitmentItem[], pages: PageAddresses): Piece[] => [
  {
    kind: 'list',
    items: items.map((item) => ({
      words: item.what,
      address: pages.commitment(item.id),
      more: [
        `${item.measure} ${item.title}`,
        `due ${formatLongDate(item.due)}`,
        ...(item.forum === undefined ? [] : [item.forum]),
        ...(item.inPlaceOf === undefined ? [] : [`in place of ${item.inPlaceOf}, who is away`]),
      ].join(', '),
    })),
  },
  { kind: 'link', words: 'Everything that waits for you', address: pages.myWork },
];
