import { type MessageContents, messageSubject } from '../../domain/round/message.ts';
import { type Letter, letter, type Piece } from '../letter.tsx';
import type { PageAddresses } from '../page-addresses.ts';

/** When an edition has been published, or can be read early by those who are named. */
export const published = (content: MessageContents['published'], pages: PageAddresses): Letter => {
  const { report, periodTitle, number, edition, note, embargoedUntil } = content;
  const said: Piece[] = note === null ? [] : [{ kind: 'quotation', text: note }];
  const name = `${report}, ${periodTitle}`;
  return letter(messageSubject({ kind: 'published', content }), [
    {
      kind: 'text',
      text:
        embargoedUntil === undefined
          ? `${name}, edition ${number} has been published.`
          : `You may read ${name} before it is published. Please keep it to yourself until ${embargoedUntil}.`,
    },
    ...said,
    {
      kind: 'link',
      words: 'Read the report',
      address: embargoedUntil === undefined ? pages.edition(edition) : pages.earlyEdition(edition),
    },
  ]);
};
