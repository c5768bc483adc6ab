import { type MessageContents, messageSubject } from '../../domain/round/message.ts';
import { type Letter, letter, type Piece } from '../letter.tsx';
import type { PageAddresses } from '../page-addresses.ts';
import { nameOf } from './work-list.ts';

/** When an approver has a question. */
export const sentBack = (content: MessageContents['sentBack'], pages: PageAddresses): Letter => {
  const { item, by, question, about } = content;
  const words: Piece[] =
    about === null
      ? []
      : [
          { kind: 'text', text: 'It is about these words:' },
          { kind: 'quotation', text: about },
        ];
  return letter(messageSubject({ kind: 'sentBack', content }), [
    { kind: 'text', text: `${by} has sent ${nameOf(item)} back with a question:` },
    { kind: 'quotation', text: question },
    ...words,
    { kind: 'link', words: 'Answer and submit again', address: pages.update(item.period, item.code) },
  ]);
};
