import type { Message } from '../../domain/round/message.ts';
import type { Letter } from '../letter.tsx';
import { approved } from './approved.ts';
import { digest } from './digest.ts';
import { due } from './due.ts';
import { nudge } from './nudge.ts';
import { published } from './published.ts';
import { reminder } from './reminder.ts';
import { sentBack } from './sent-back.ts';

/** The words of a message, whatever its kind. @throws RangeError for a kind that this outturn does not know */
export function letterFor(message: Message): Letter {
  switch (message.kind) {
    case 'due':
      return due(message.content);
    case 'reminder':
      return reminder(message.content);
    case 'nudge':
      return nudge(message.content);
    case 'sentBack':
      return sentBack(message.content);
    case 'approved':
      return approved(message.content);
    case 'published':
      return published(message.content);
    case 'digest':
      return digest(message.content);
    default:
      throw new RangeError(`There is no message of the kind ${JSON.stringify((message as Message).kind)}.`);
  }
}
