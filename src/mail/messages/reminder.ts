import { type MessageContents, messageSubject } from '../../domain/round/message.ts';
import { type Letter, letter } from '../letter.tsx';
import type { PageAddresses } from '../page-addresses.ts';
import { workList } from './work-list.ts';

/** On the last working day before figures or approvals are due. */
export const reminder = (content: MessageContents['reminder'], pages: PageAddresses): Letter =>
  letter(messageSubject({ kind: 'reminder', content }), [
    { kind: 'text', text: 'This waits for you and is due by the next working day:' },
    ...workList(content.items, pages),
    {
      kind: 'text',
      text: 'If it cannot be done in time, ask the performance team for an extension before it is late.',
    },
  ]);
