import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { oneLine, shortLine } from './one-line.ts';

/** A message ready to be sent: the same words twice, as plain text and as simple HTML. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

/** One piece of a letter. Text from outside is only ever a value here, so that it is escaped once and for all. */
export type Piece =
  | { kind: 'text'; text: string }
  /** The text of another letter, line by line as that one has made it. */
  | { kind: 'letter'; text: string }
  /** Somebody's own words, kept apart from ours. */
  | { kind: 'quotation'; text: string }
  | { kind: 'list'; items: readonly ListItem[] }
  | { kind: 'link'; words: string; address: string }
  | { kind: 'heading'; text: string };

export interface ListItem {
  words: string;
  address: string;
  /** Said after it: when it is due. */
  more?: string;
}

/** More than mail programs show. */
const LONGEST_SUBJECT = 150;

/** @param subject one line; also the heading of the HTML */
export function letter(subject: string, pieces: readonly Piece[]): Letter {
  const line = shortLine(subject, LONGEST_SUBJECT);
  return {
    subject: line,
    text: `${pieces.map(asText).join('\n\n')}\n`,
    html: `<!DOCTYPE html>\n${renderToString(
      <Frame subject={line}>
        {pieces.map((piece, at) => (
          <Html key={at} piece={piece} />
        ))}
      </Frame>,
    )}`,
  };
}

function asText(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
      return oneLine(piece.text);
    case 'letter':
      return piece.text;
    case 'heading':
      return `${oneLine(piece.text)}\n${'-'.repeat(Math.min(72, oneLine(piece.text).length))}`;
    case 'quotation':
      return piece.text
        .split(LINES)
        .map((line) => `> ${line}`)
        .join('\n');
    case 'link':
      return `${piece.words}:\n${piece.address}`;
    case 'list':
      return piece.items
        .map(
          ({ words, more, address }) =>
            `* ${oneLine(words)}${more ? ` (${oneLine(more)})` : ''}\n  ${address}`,
        )
        .join('\n');
  }
}

function Html({ piece }: { piece: Piece }) {
  switch (piece.kind) {
    case 'text':
      return <p style={paragraph}>{oneLine(piece.text)}</p>;
    case 'letter':
      return <Lines text={piece.text} />;
    case 'heading':
      return <h2 style={{ fontSize: '19px', margin: '24px 0 8px' }}>{oneLine(piece.text)}</h2>;
    case 'quotation':
      return (
        <blockquote style={{ margin: '0 0 16px', padding: '0 0 0 12px', borderLeft: '4px solid #b1b4b6' }}>
          <Lines text={piece.text} />
        </blockquote>
      );
    case 'link':
      return (
        <p style={paragraph}>
          <Link address={piece.address}>{piece.words}</Link>
        </p>
      );
    case 'list':
      return (
        <ul style={{ margin: '0 0 16px', padding: '0 0 0 20px' }}>
          {piece.items.map(({ words, more, address }, at) => (
            <li key={at} style={{ margin: '0 0 4px' }}>
              <Link address={address}>{oneLine(words)}</Link>
              {more ? ` (${oneLine(more)})` : ''}
            </li>
          ))}
        </ul>
      );
  }
}

/** Whatever some mail program takes for the end of a line. */
const LINES = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/;

const paragraph = { margin: '0 0 16px' };

const Lines = ({ text }: { text: string }) => (
  <p style={paragraph}>
    {text.split(LINES).map((line, at) => (
      <>
        {at === 0 ? null : <br />}
        {line}
      </>
    ))}
  </p>
);

/** Only the addresses of pages are links: anything else (`javascript:`) is shown as the words alone. */
const Link = ({ address, children }: { address: string; children: ComponentChildren }) =>
  /^https?:\/\//.test(address) ? <a href={address}>{children}</a> : children;

/** Styles stand on the elements: mail programs drop style sheets. */
const Frame = ({ subject, children }: { subject: string; children: ComponentChildren }) => (
  <html lang="en-GB">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{subject}</title>
    </head>
    <body style={{ margin: '0', padding: '16px', color: '#0b0c0c', backgroundColor: '#ffffff' }}>
      <div
        style={{ maxWidth: '600px', fontFamily: 'Arial, sans-serif', fontSize: '16px', lineHeight: '1.4' }}
      >
        <h1 style={{ fontSize: '24px', margin: '0 0 16px' }}>{subject}</h1>
        {children}
      </div>
    </body>
  </html>
);
