import { type MessageContents, messageSubject } from '../../domain/round/message.ts';
import { type Letter, letter } from '../letter.tsx';
import type { PageAddresses } from '../page-addresses.ts';
import { workList } from './work-list.ts';

/** Five working days before figures are due. */
export const due = (content: MessageContents['due'], pages: PageAddresses): Letter =>
  letter(messageSubject({ kind: 'due', content }), [
    { kind: 'text', text: 'These figures are still to be entered and submitted:' },
    ...workList(content.items, pages),
  ]);
