import { type MessageContents, messageSubject } from '../../domain/round/message.ts';
import { type Letter, letter, type Piece } from '../letter.tsx';
import { workList } from './work-list.ts';

/** What is said where the performance team has written nothing of its own: the text that they start to edit from. */
export const standardNudge =
  'The day on which these figures were due has passed. Please submit them today, or tell the performance team when they will come.';

/** When figures are late. */
export const nudge = (content: MessageContents['nudge']): Letter => {
  const own: Piece[] =
    content.message === null
      ? [{ kind: 'text', text: standardNudge }]
      : [
          { kind: 'text', text: `${content.from ?? 'The performance team'} writes:` },
          { kind: 'quotation', text: content.message },
        ];
  return letter(messageSubject({ kind: 'nudge', content }), [...own, ...workList(content)]);
};
