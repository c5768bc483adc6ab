import { type MessageContents, messageSubject } from '../../domain/round/message.ts';
import { type Letter, letter } from '../letter.tsx';
import type { PageAddresses } from '../page-addresses.ts';

/** Everything of a day in one message. */
export const digest = (content: MessageContents['digest'], pages: PageAddresses): Letter =>
  letter(messageSubject({ kind: 'digest', content }), [
    ...content.entries.flatMap(({ subject, text }) => [
      { kind: 'heading' as const, text: subject },
      { kind: 'letter' as const, text: text.trimEnd() },
    ]),
    { kind: 'link', words: 'Everything that waits for you', address: pages.myWork },
  ]);
