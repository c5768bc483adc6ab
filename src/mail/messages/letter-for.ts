import type { Message } from '../../domain/round/message.ts';
import type { Letter } from '../letter.tsx';
import type { PageAddresses } from '../page-addresses.ts';
import { approved } from './approved.ts';
import { commitmentDue, commitmentOverdue } from './commitments.ts';
import { correctionAnswered, correctionProposed } from './corrections.ts';
import { digest } from './digest.ts';
import { due } from './due.ts';
import { nudge } from './nudge.ts';
import { published } from './published.ts';
import { reminder } from './reminder.ts';
import { sentBack } from './sent-back.ts';

/** The words of a message, whatever its kind, with the addresses of our pages. @throws RangeError for a kind that this outturn does not know */
export function letterFor(message: Message, pages: PageAddresses): Letter {
  switch (message.kind) {
    case 'due':
      return due(message.content, pages);
    case 'reminder':
      return reminder(message.content, pages);
    case 'nudge':
      return nudge(message.content, pages);
    case 'sentBack':
      return sentBack(message.content, pages);
    case 'approved':
      return approved(message.content, pages);
    case 'published':
      return published(message.content, pages);
    case 'correctionProposed':
      return correctionProposed(message.content, pages);
    case 'correctionAnswered':
      return correctionAnswered(message.content, pages);
    case 'commitmentDue':
      return commitmentDue(message.content, pages);
    case 'commitmentOverdue':
      return commitmentOverdue(message.content, pages);
    case 'digest':
      return digest(message.content, pages);
    default:
      throw new RangeError(`There is no message of the kind ${JSON.stringify((message as Message).kind)}.`);
  }
}
