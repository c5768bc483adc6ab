import { formatLongDate } from '../number/date.ts';

/** A measure that a message is about, with the address of its page. */
export interface MessageItem {
  title: string;
  code: string;
  /** Title of the period: `Quarter 2, 2018-19`. */
  period: string;
  /** Whole address of the page where it is done. */
  address: string;
  /** ISO day; absent where nothing is due. */
  due?: string;
  /** Of a measure whose owner is away: their name. */
  inPlaceOf?: string;
}

interface Work {
  items: readonly MessageItem[];
  /** Address of "My work". */
  address: string;
}

/** What each kind of message says. Instants and days are ISO; addresses are whole. */
export interface MessageContents {
  /** Figures are due in five working days. */
  due: Work;
  /** Figures are due on the next working day. */
  reminder: Work;
  /** Figures are late; with the words of the performance team, or ours. */
  nudge: Work & { from: string | null; message: string | null };
  sentBack: { item: MessageItem; by: string; question: string; about: string | null };
  approved: { item: MessageItem; by: string; level: string | null; finished: boolean };
  published: { report: string; period: string; edition: number; address: string; note: string | null };
  /** Everything of a day, for people who want one message a day. */
  digest: { day: string; entries: readonly DigestEntry[]; address: string };
}

export interface DigestEntry {
  subject: string;
  /** Lines of plain text. */
  text: string;
}

export type MessageKind = keyof MessageContents;

export const messageKinds = [
  'due',
  'reminder',
  'nudge',
  'sentBack',
  'approved',
  'published',
  'digest',
] as const satisfies readonly MessageKind[];

/** A message as it is written down to be sent. */
export type Message = { [Kind in MessageKind]: { kind: Kind; content: MessageContents[Kind] } }[MessageKind];

/**
 * The subject line of a message: what it is about, in few words.
 *
 * @example messageSubject({ kind: 'digest', content: { day: '2018-10-12', entries: [one, two], address } })
 * // '2 messages, 12 October 2018'
 */
export function messageSubject(message: Message): string {
  switch (message.kind) {
    case 'due':
      return `${figures(message.content)} due on ${firstDay(message.content)}`;
    case 'reminder':
      return `Reminder: ${figures(message.content)} due on ${firstDay(message.content)}`;
    case 'nudge':
      return `Late: ${figures(message.content)}`;
    case 'sentBack':
      return `Sent back with a question: ${name(message.content.item)}`;
    case 'approved':
      return `Approved: ${name(message.content.item)}`;
    case 'published':
      return `Published: ${message.content.report}, ${message.content.period}`;
    case 'digest': {
      const { entries, day } = message.content;
      return `${entries.length === 1 ? '1 message' : `${entries.length} messages`}, ${formatLongDate(day)}`;
    }
  }
}

const name = ({ code, title }: MessageItem) => `${code} ${title}`;

const figures = ({ items }: Work) => (items.length === 1 ? '1 measure' : `${items.length} measures`);

function firstDay({ items }: Work): string {
  const [first] = items.flatMap(({ due }) => due ?? []).sort();
  return first === undefined ? 'a day to be agreed' : formatLongDate(first);
}
