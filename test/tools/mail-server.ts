import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What a mail server says instead of taking a message. */
export interface Answer {
  code: number;
  words: string;
}

/** A real SMTP server that keeps what it takes. */
export class MailServer {
  readonly received: { to: string[]; mail: ParsedMail; raw: string }[] = [];
  /** How often somebody has connected. */
  connections = 0;
  /** Asked for each recipient: null takes the message. */
  answer: (to: string) => Answer | null = () => null;
  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onConnect: (_session, done) => {
      this.connections += 1;
      done();
    },
    onRcptTo: ({ address }, _session, done) => {
      const answer = this.answer(address);
      done(answer === null ? null : Object.assign(new Error(answer.words), { responseCode: answer.code }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks);
        const to = session.envelope.rcptTo.map(({ address }) => address);
        this.received.push({ to, mail: await simpleParser(raw), raw: raw.toString('latin1') });
        done();
      });
    },
  });

  /** Begins to answer. @returns its address, as settings give it */
  begin(): Promise<string> {
    return new Promise((resolve) => {
      const listening = this.#server.listen(0, '127.0.0.1', () => {
        resolve(`smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`);
      });
    });
  }

  end(): Promise<void> {
    return new Promise((resolve) => this.#server.close(resolve));
  }

  /** Subjects of what somebody got, in order of arrival. */
  subjectsTo = (address: string): string[] =>
    this.received.filter(({ to }) => to.includes(address)).map(({ mail }) => mail.subject ?? '');
}
