import { type MessageContents, messageSubject } from '../../domain/round/message.ts';
import { type Letter, letter } from '../letter.tsx';
import type { PageAddresses } from '../page-addresses.ts';
import { nameOf } from './work-list.ts';

/** When somebody says that a published figure is wrong. */
export const correctionProposed = (
  content: MessageContents['correctionProposed'],
  pages: PageAddresses,
): Letter => {
  const { item, by, was, is, reason, correction } = content;
  return letter(messageSubject({ kind: 'correctionProposed', content }), [
    {
      kind: 'text',
      text: `${by} says that the published figure of ${nameOf(item)} should be ${is} instead of ${was}:`,
    },
    { kind: 'quotation', text: reason },
    { kind: 'text', text: 'Nothing has changed. It waits for you to accept or refuse it.' },
    { kind: 'link', words: 'Look at it and decide', address: pages.correction(correction) },
  ]);
};

/** What became of it. */
export const correctionAnswered = (
  content: MessageContents['correctionAnswered'],
  pages: PageAddresses,
): Letter => {
  const { item, by, was, is, accepted, answer, correction } = content;
  const subject = messageSubject({ kind: 'correctionAnswered', content });
  const link = { kind: 'link', words: 'See the correction', address: pages.correction(correction) } as const;
  if (accepted) {
    return letter(subject, [
      {
        kind: 'text',
        text: `${by} has accepted the correction of ${nameOf(item)} that you proposed. The figure is now ${is}; ${was} was published. The next report lists it.`,
      },
      link,
    ]);
  }
  return letter(subject, [
    {
      kind: 'text',
      text: `${by} has refused the correction of ${nameOf(item)} that you proposed. The figure stays ${was}. The reason:`,
    },
    { kind: 'quotation', text: answer ?? '' },
    link,
  ]);
};
