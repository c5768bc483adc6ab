import { type MessageContents, messageSubject } from '../../domain/round/message.ts';
import { type Letter, letter } from '../letter.tsx';
import type { PageAddresses } from '../page-addresses.ts';
import { nameOf } from './work-list.ts';

/** When an update has been approved, by one level or by the last. */
export const approved = (content: MessageContents['approved'], pages: PageAddresses): Letter => {
  const { item, by, level, finished } = content;
  const as = level === null ? '' : ` (${level})`;
  return letter(messageSubject({ kind: 'approved', content }), [
    { kind: 'text', text: `${by}${as} has approved ${nameOf(item)}.` },
    { kind: 'text', text: finished ? 'There is nothing more to do.' : 'It goes on to the next approver.' },
    { kind: 'link', words: 'See it as approved', address: pages.update(item.period, item.code) },
  ]);
};
