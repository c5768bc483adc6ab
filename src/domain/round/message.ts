import { formatLongDate } from '../number/date.ts';

/** A measure that a message is about. Its page is named by period and code: whoever sends the message knows the address. */
export interface MessageItem {
  title: string;
  code: string;
  /** `2018-19/Q2` */
  period: string;
  /** `Quarter 2, 2018-19` */
  periodTitle: string;
  /** ISO day; absent where nothing is due. */
  due?: string;
  /** It waits for approval, not for figures. */
  toApprove?: true;
  /** Of a measure whose owner or approver is away: their name. */
  inPlaceOf?: string;
}

/** A commitment that a message is about. Its page is named by its id. */
export interface CommitmentItem {
  id: string;
  what: string;
  /** Code and title of its measure. */
  measure: string;
  title: string;
  /** ISO day. */
  due: string;
  /** Name of the forum; absent where it comes before none. */
  forum?: string;
  /** Of one whose owner is away: their name. */
  inPlaceOf?: string;
}

interface Promised {
  items: readonly CommitmentItem[];
}

interface Work {
  items: readonly MessageItem[];
}

/** What each kind of message says. Instants and days are ISO. */
export interface MessageContents {
  /** Figures are due in five working days. */
  due: Work;
  /** Figures, or approvals, are due on the next working day. */
  reminder: Work;
  /** What is outstanding, late or not; with the words of the performance team, or ours (null). */
  nudge: Work & { from: string | null; message: string | null; late: boolean };
  sentBack: { item: MessageItem; by: string; question: string; about: string | null };
  approved: { item: MessageItem; by: string; level: string | null; finished: boolean };
  published: PublishedContent;
  /** Somebody says that a published figure is wrong, to those who can correct it. */
  correctionProposed: CorrectionMessage;
  /** What became of it, to whoever said so. */
  correctionAnswered: CorrectionMessage & {
    accepted: boolean;
    /** Why it was refused; null where it was accepted without a word. */
    answer: string | null;
  };
  /** Commitments are due within five working days. */
  commitmentDue: Promised;
  /** The day of commitments has passed, and they are still open. */
  commitmentOverdue: Promised;
  /** Everything of a day, for people who want one message a day. */
  digest: { day: string; entries: readonly DigestEntry[] };
}

interface CorrectionMessage {
  item: MessageItem;
  /** Its number: its page is named by it. */
  correction: number;
  /** Who proposed or answered it. */
  by: string;
  /** As it is printed, and as it should be or is from now on. */
  was: string;
  is: string;
  reason: string;
}

export interface PublishedContent {
  /** Title of the report, and of its period. */
  report: string;
  periodTitle: string;
  number: number;
  /** Id of the edition. */
  edition: string;
  /** What a correction says of itself; null for a first edition. */
  note: string | null;
  /** Of an edition that named readers have early: when it is for everybody, in words. */
  embargoedUntil?: string;
}

export interface DigestEntry {
  subject: string;
  /** Lines of plain text. */
  text: string;
}

export type MessageKind = keyof MessageContents;

/** A message as it is written down to be sent. */
export type Message = { [Kind in MessageKind]: { kind: Kind; content: MessageContents[Kind] } }[MessageKind];

/** What a nudge says where the performance team has written nothing of its own. */
export const standardNudge = (late: boolean): string =>
  late
    ? 'The day on which this was due has passed. Please do it today, or tell the performance team when it will be done.'
    : 'This waits for you. Please do it by the day on which it is due, or tell the performance team if you cannot.';

/**
 * The subject line of a message: what it is about, in few words.
 *
 * @example messageSubject({ kind: 'digest', content: { day: '2018-10-12', entries: [one, two] } })
 * // '2 messages, 12 October 2018'
 */
export function messageSubject(message: Message): string {
  switch (message.kind) {
    case 'due':
      return `${measures(message.content)} due ${firstDay(message.content)}`;
    case 'reminder':
      return `Reminder: ${measures(message.content)} due ${firstDay(message.content)}`;
    case 'nudge':
      return message.content.late
        ? `Late: ${measures(message.content)}`
        : `Waiting for you: ${measures(message.content)} due ${firstDay(message.content)}`;
    case 'sentBack':
      return `Sent back with a question: ${name(message.content.item)}`;
    case 'approved':
      return `Approved: ${name(message.content.item)}`;
    case 'published':
      return `${message.content.embargoedUntil === undefined ? 'Published' : 'For you before publication'}: ${message.content.report}, ${message.content.periodTitle}`;
    case 'correctionProposed':
      return `Correction proposed: ${name(message.content.item)}`;
    case 'correctionAnswered':
      return `Correction ${message.content.accepted ? 'accepted' : 'refused'}: ${name(message.content.item)}`;
    case 'commitmentDue':
      return `${promises(message.content)} due ${firstDay(message.content)}`;
    case 'commitmentOverdue':
      return `Overdue: ${promises(message.content)}`;
    case 'digest': {
      const { entries, day } = message.content;
      return `${entries.length === 1 ? '1 message' : `${entries.length} messages`}, ${formatLongDate(day)}`;
    }
  }
}

const name = ({ code, title }: MessageItem) => `${code} ${title}`;

function measures({ items }: Work): string {
  const count = items.length === 1 ? '1 measure' : `${items.length} measures`;
  return items.every(({ toApprove }) => toApprove) ? `${count} to approve` : count;
}

const promises = ({ items }: Promised): string =>
  items.length === 1 ? '1 commitment' : `${items.length} commitments`;

function firstDay({ items }: { items: readonly { due?: string }[] }): string {
  const [first] = items.flatMap(({ due }) => due ?? []).sort();
  return first === undefined ? 'on a day to be agreed' : `on ${formatLongDate(first)}`;
}
