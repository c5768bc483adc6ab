import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPeople } from '../../src/demo/people/people.ts';
import type { CommitmentItem, Message, MessageItem, MessageKind } from '../../src/domain/round/message.ts';
import { deliverMail } from '../../src/jobs/deliver.ts';
import { smtpMailer } from '../../src/mail/mailer.ts';
import { letterFor } from '../../src/mail/messages/letter-for.ts';
import type { Store } from '../../src/store/database.ts';
import { writeMessage } from '../../src/store/mail-messages.ts';
import { openStore } from '../../src/store/open-store.ts';
import { writePeople } from '../../src/store/people.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { pageAddresses } from '../../src/web/page-addresses.ts';
import { embedded } from '../contracts/databases.ts';
import { elements, parseHtml, textOf } from '../tools/html-tree.ts';
import { MailServer } from '../tools/mail-server.ts';

const site = 'https://outturn.example';
const now = '2019-01-09T09:00:00.000Z';
const to = demoPeople.find(({ id }) => id === 'raymond.tuck')!;

/** Would be more than text in a header, in a line of plain text, or in HTML. */
const texts = {
  headers: 'Flats\r\nBcc: all@evil.example\r\nContent-Type: text/html\r\n\r\n<h1>Read this</h1>',
  html: '<script data-hostile>1</script><a data-hostile href="https://evil.example">press</a> &lt;b&gt; &amp;',
  attribute: "\"><img data-hostile src=x onerror=1> ' onclick=1 data-hostile='",
  addresses:
    'javascript:alert(1) https://evil.example/?a=1&b=2 [press](https://evil.example) mailto:x@evil.example',
  lines:
    'Flats\n\nAnswer and submit again:\nhttps://evil.example/sign-in\u2028https://evil.example/next\u0085more',
  backwards: '\u202egnihton\u202c \u2066left\u2069 שלום‏ «é» 漢字',
  pictures: '👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 e\u0301 “quoted” "straight" O\'Brien, (comment) <x@evil.example>',
  encoded: '=?utf-8?q?Bcc:_all@evil.example?= =0D=0ABcc: %0d%0aBcc:',
  dots: '.\r\n.\r\nQUIT\r\n..\r\nMAIL FROM:<x@evil.example>',
  long: `${'long '.repeat(90)}${'x'.repeat(1_200)}`,
} as const;

const item = (text: string): MessageItem => ({
  title: text,
  code: text,
  period: '2018-19/Q3',
  periodTitle: text,
  due: '2019-01-14',
  inPlaceOf: text,
});

const promised = (text: string): CommitmentItem => ({
  id: '0190a5f0-0000-7000-8000-000000000000',
  what: text,
  measure: text,
  title: text,
  due: '2019-01-14',
  forum: text,
  inPlaceOf: text,
});

const correction = (text: string) => ({
  item: item(text),
  correction: 1,
  by: text,
  was: text,
  is: text,
  reason: text,
});

/** Every kind, with the text in every field that somebody typed. */
const messages = (text: string): { [Kind in MessageKind]: Extract<Message, { kind: Kind }> } => ({
  due: { kind: 'due', content: { items: [item(text)] } },
  reminder: { kind: 'reminder', content: { items: [item(text), { ...item(text), toApprove: true }] } },
  nudge: { kind: 'nudge', content: { items: [item(text)], from: text, message: text, late: true } },
  sentBack: { kind: 'sentBack', content: { item: item(text), by: text, question: text, about: text } },
  approved: { kind: 'approved', content: { item: item(text), by: text, level: text, finished: true } },
  correctionProposed: { kind: 'correctionProposed', content: correction(text) },
  correctionAnswered: {
    kind: 'correctionAnswered',
    content: { ...correction(text), accepted: false, answer: text },
  },
  published: {
    kind: 'published',
    content: { report: text, periodTitle: text, number: 1, edition: 'e1', note: text, embargoedUntil: text },
  },
  commitmentDue: { kind: 'commitmentDue', content: { items: [promised(text)] } },
  commitmentOverdue: { kind: 'commitmentOverdue', content: { items: [promised(text), promised(text)] } },
  digest: { kind: 'digest', content: { day: '2019-01-09', entries: [{ subject: text, text }] } },
});

const kind = embedded();
const server = new MailServer();
let store: Store;

beforeAll(async () => {
  await kind.begin();
  store = await openStore(await kind.demo('round'));
  // What the demonstration has written already is no matter of this.
  await store.pool.query(`update outturn.mail_message set state = 'sent'`);
});
afterAll(async () => {
  await store?.close();
  await server.end();
  await kind.end();
});

const plain = (text: string) =>
  text.replace(/[\s\u0085\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();

describe.each(Object.entries(texts))('a text that would be more, in a message: %s', (called, text) => {
  let received: MailServer['received'];
  const kinds = Object.keys(messages(text)) as MessageKind[];
  beforeAll(async () => {
    const mailer = smtpMailer({
      url: await begun(),
      from: 'Outturn <performance@borchester.example>',
    });
    const from = server.received.length;
    await inTransaction(store, async (tx) => {
      const settings = { recordedAt: now, actor: 'test', reason: null };
      await writePeople(tx, 'borchester', [{ ...to, name: text, mail: 'each' as typeof to.mail }], settings);
      for (const message of Object.values(messages(text))) {
        const more = { person: to.id, onceKey: `${called}:${message.kind}` };
        await writeMessage(tx, 'borchester', { ...message, ...more }, now);
      }
    });
    const log: string[] = [];
    const post = {
      store,
      authority: 'borchester',
      mailer,
      pages: pageAddresses(site),
      log: (line: string) => void log.push(line),
    };
    await deliverMail(post, () => now);
    mailer.close();
    expect(log).toEqual([]);
    received = server.received.slice(from);
  });

  it('reaches the one person it is for, once a kind, under headers of ours alone', () => {
    expect(received.map((one) => one.to)).toEqual(kinds.map(() => [to.email]));
    for (const { mail, raw } of received) {
      const headers = raw.slice(0, raw.indexOf('\r\n\r\n'));
      const names = headers
        .replace(/\r\n[ \t]+/g, ' ')
        .split('\r\n')
        .map((line) => line.split(':')[0]!.toLowerCase());
      expect(names.sort()).toEqual([
        'auto-submitted',
        'content-type',
        'date',
        'from',
        'message-id',
        'mime-version',
        'subject',
        'to',
      ]);
      expect(mail.attachments).toEqual([]);
      expect([mail.to].flat().flatMap((one) => one!.value.map(({ address }) => address))).toEqual([to.email]);
      for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
    }
  });

  it('has a subject of one line that nothing turns round', () => {
    for (const { mail } of received) {
      expect(mail.subject).not.toMatch(/[\r\n\u0085\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
      expect(mail.subject!.length).toBeLessThanOrEqual(200);
    }
  });

  it('makes nothing in the HTML, and no link but those to our pages', () => {
    for (const { mail } of received) {
      const tree = parseHtml(new TextEncoder().encode(String(mail.html)));
      const allowed = new Set('html head meta title body div h1 h2 p a ul li blockquote br'.split(' '));
      const all = elements(tree);
      expect(all.map(({ tagName }) => tagName).filter((name) => !allowed.has(name))).toEqual([]);
      expect(all.filter(({ properties }) => 'dataHostile' in properties)).toEqual([]);
      expect(
        all.flatMap(({ properties }) => Object.keys(properties)).filter((name) => /^on/.test(name)),
      ).toEqual([]);
      for (const link of elements(tree, 'a'))
        expect(String(link.properties.href)).toMatch(/^https:\/\/outturn\.example\/[\w/-]+$/);
    }
  });

  it('stays within its own line of the plain text, or is marked as somebody’s words', () => {
    for (const { mail } of received.filter((one) => !/^\d+ message/.test(one.mail.subject ?? ''))) {
      const own = mail.text!.split(/[\n\u0085\u2028\u2029]/).filter((line) => !line.startsWith('> '));
      const forged = own.filter((line) =>
        /^\s*(https:\/\/evil|Bcc:|Answer and submit again: *https)/.test(line),
      );
      expect(forged).toEqual([]);
      expect(own.join('\n')).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }
  });

  it('is read as it was typed in both parts', () => {
    const nudge = received.find(({ mail }) => mail.subject?.startsWith('Late'))!.mail;
    const html = plain(textOf(parseHtml(new TextEncoder().encode(String(nudge.html)))));
    const typed = plain(text);
    // Lines of plain text begin with the mark of a quotation; in HTML they are broken without a space.
    expect(plain(nudge.text!.replace(/^> ?/gm, ''))).toContain(typed);
    expect(html.replaceAll(' ', '')).toContain(typed.replaceAll(' ', ''));
  });
});

it('every kind of message is among them', () => {
  const unknown = { kind: 'party', content: {} } as unknown as Message;
  expect(() => letterFor(unknown, pageAddresses(site))).toThrow(RangeError);
  expect(Object.keys(messages('')).sort()).toEqual([
    'approved',
    'commitmentDue',
    'commitmentOverdue',
    'correctionAnswered',
    'correctionProposed',
    'digest',
    'due',
    'nudge',
    'published',
    'reminder',
    'sentBack',
  ]);
});

let address: Promise<string> | null = null;
const begun = (): Promise<string> => {
  address ??= server.begin();
  return address;
};
