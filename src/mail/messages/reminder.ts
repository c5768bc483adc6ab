import { type MessageContents, messageSubject } from '../../domain/round/message.ts';
import { type Letter, letter } from '../letter.tsx';
import { workList } from './work-list.ts';

/** On the last working day before figures are due. */
export const reminder = (content: MessageContents['reminder']): Letter =>
  letter(messageSubject({ kind: 'reminder', content }), [
    { kind: 'text', text: 'These figures are due on the next working day and have not been submitted:' },
    ...workList(content),
    {
      kind: 'text',
      text: 'If they cannot be there in time, ask the performance team for an extension before they are late.',
    },
  ]);
