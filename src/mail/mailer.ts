import nodemailer from 'nodemailer';
import { oneLine, shortLine } from './one-line.ts';

/** One message on its way to one person. */
export interface Outgoing {
  /** Of the message: a repeat has the same, and so the same Message-ID. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
}

/** Why a message did not get through, on one line, and what that says of another attempt. */
export class MailTrouble extends Error {
  override name = 'MailTrouble';
  /** `message`: the server will not have this message, whenever; `server`: no message gets through now. */
  readonly reach: 'message' | 'server' | 'thisTime';

  constructor(message: string, reach: MailTrouble['reach'], options?: ErrorOptions) {
    super(message, options);
    this.reach = reach;
  }
}

/** Sends mail: resolves when the mail server has taken the message, and throws `MailTrouble` where it has not. */
export interface Mailer {
  send(message: Outgoing): Promise<void>;
  close(): void;
}

export interface SmtpSettings {
  /** `smtp://host:25`, `smtps://user:password@host:465`. */
  url: string;
  /** `Outturn <performance@example.gov.uk>`, or the address alone. */
  from: string;
  /** Milliseconds for each step of the conversation; all of them together stay within a claim (store/mail-messages.ts). */
  patience?: number;
}

const PATIENCE = 20_000;
const LONGEST_NAME = 100;
/** Shorter than servers wait: the line is put down by us and not by them while a message is on its way. */
const IDLE = 10_000;

/** Mail through an SMTP server: what is sent in one go goes over one connection, which then ends. */
export function smtpMailer({ url, from, patience = PATIENCE }: SmtpSettings): Mailer {
  const sender = addressIn(from);
  const transport = nodemailer.createTransport({
    url,
    // Servers make each connection wait before they greet it, some for seconds, and count how many there are.
    pool: true,
    maxConnections: 1,
    idleTimeout: IDLE,
    // A connection that closed between two messages is opened again once; whether to try later is the outbox's to say.
    maxRequeues: 1,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    // Nothing of what a person typed is ever fetched or read from a disk.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = sender.slice(sender.lastIndexOf('@') + 1) || 'outturn.invalid';
  return {
    async send({ id, to, subject, text, html }) {
      const message = {
        from,
        // As an object: a name that holds an address of its own stays a name.
        to: { name: shortLine(to.name, LONGEST_NAME), address: to.address },
        envelope: { from: sender, to: [to.address] },
        messageId: `<${id}@${domain}>`,
        subject: oneLine(subject),
        text,
        html,
        // So that holiday replies are not sent back to a machine (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
      };
      try {
        await transport.sendMail(message);
      } catch (error) {
        throw troubleOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/** What nodemailer says of an error: its own code, and the answer of the server to a command. */
interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** Nobody answers, or nobody lets us in: whatever the message. */
const OF_THE_SERVER = new Set([
  'ECONNECTION',
  'ECONNREFUSED',
  'ECONNRESET',
  'EDNS',
  'ETIMEDOUT',
  'ESOCKET',
  'ETLS',
  'EAUTH',
]);
/** A refusal for good (5xx) of a person, or of the words, is meant for this message. */
const OF_THE_MESSAGE = new Set(['RCPT TO', 'DATA']);
const FOR_GOOD = 500;

function troubleOf(error: unknown): MailTrouble {
  const { code = '', command = '', responseCode = 0, message } = error as SmtpError;
  const words = String(message).replace(/\s+/g, ' ').slice(0, 500);
  const refused = responseCode >= FOR_GOOD && OF_THE_MESSAGE.has(command);
  const reach = refused ? 'message' : OF_THE_SERVER.has(code) ? 'server' : 'thisTime';
  return new MailTrouble(words, reach, { cause: error });
}

const addressIn = (from: string): string => /<([^<>\s]+)>\s*$/.exec(from)?.[1] ?? from.trim();
