import { type MessageContents, messageSubject } from '../../domain/round/message.ts';
import { type Letter, letter, type Piece } from '../letter.tsx';

/** When an edition has been published. */
export const published = (content: MessageContents['published']): Letter => {
  const { report, period, edition, address, note } = content;
  const said: Piece[] = note === null ? [] : [{ kind: 'quotation', text: note }];
  return letter(messageSubject({ kind: 'published', content }), [
    { kind: 'text', text: `${report}, ${period}, edition ${edition} has been published.` },
    ...said,
    { kind: 'link', words: 'Read the report', address },
  ]);
};
