import { type MessageContents, messageSubject, standardNudge } from '../../domain/round/message.ts';
import { type Letter, letter, type Piece } from '../letter.tsx';
import type { PageAddresses } from '../page-addresses.ts';
import { workList } from './work-list.ts';

/** When the performance team writes about what is outstanding. */
export const nudge = (content: MessageContents['nudge'], pages: PageAddresses): Letter => {
  const own: Piece[] =
    content.message === null
      ? [{ kind: 'text', text: standardNudge(content.late) }]
      : [
          { kind: 'text', text: `${content.from ?? 'The performance team'} writes:` },
          { kind: 'quotation', text: content.message },
        ];
  return letter(messageSubject({ kind: 'nudge', content }), [...own, ...workList(content.items, pages)]);
};
