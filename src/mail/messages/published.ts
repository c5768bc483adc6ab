import { type MessageContents, messageSubject } from '../../domain/round/message.ts';
import { type Letter, letter, type Piece } from '../letter.tsx';
import type { PageAddresses } from '../page-addresses.ts';

/** When an edition has been published. */
export const published = (content: MessageContents['published'], pages: PageAddresses): Letter => {
  const { report, periodTitle, number, edition, note } = content;
  const said: Piece[] = note === null ? [] : [{ kind: 'quotation', text: note }];
  return letter(messageSubject({ kind: 'published', content }), [
    { kind: 'text', text: `${report}, ${periodTitle}, edition ${number} has been published.` },
    ...said,
    { kind: 'link', words: 'Read the report', address: pages.edition(edition) },
  ]);
};
