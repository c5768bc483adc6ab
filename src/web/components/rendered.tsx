import { randomUUID } from 'node:crypto';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/**
 * A part of a page as markup, so that it need not be made again while it says the same. Made of components alone, which
 * escape what they show: nothing else can make one.
 */
export class Rendered {
  #markup: string | null;
  #bytes: Buffer | null = null;
  /** What it is made of, where it is made of others. */
  readonly #parts: readonly Rendered[];

  private constructor(markup: string | null, parts: readonly Rendered[] = []) {
    this.#markup = markup;
    this.#parts = parts;
  }

  get markup(): string {
    this.#markup ??= this.#parts.map(({ markup }) => markup).join('');
    return this.#markup;
  }

  static of(part: VNode): Rendered {
    return new Rendered(rendered(part, null));
  }

  /** Parts one after another as one. Of a long list with a few other parts only what is around those is made again. */
  static joined(parts: readonly Rendered[]): Rendered {
    const all: Rendered[] = [];
    for (let from = 0; from < parts.length; from += RUN)
      all.push(Rendered.#run(parts.slice(from, from + RUN)));
    return new Rendered(null, all);
  }

  static #run(parts: readonly Rendered[]): Rendered {
    const first = parts[0] as Rendered;
    const before = runs.get(first);
    if (before?.parts.length === parts.length && before.parts.every((part, at) => part === parts[at]))
      return before.run;
    const run = new Rendered(parts.map(({ markup }) => markup).join(''));
    runs.set(first, { parts, run });
    return run;
  }

  /**
   * Markup with other parts in it every time, made once: each call of the answer only puts them in their places.
   *
   * @param part the markup around as many parts; it takes each of them `within` an element
   */
  static around(count: number, part: (places: readonly Rendered[]) => VNode): Around {
    const places = Array.from({ length: count }, (_, at) => new Rendered(`${PLACE}${at};`));
    const [first = '', ...rest] = rendered(part(places), null).split(PLACE);
    const pieces = rest.map((text) => {
      const end = text.indexOf(';');
      return { at: Number(text.slice(0, end)), after: text.slice(end + 1) };
    });
    return (parts) =>
      new Rendered(
        pieces.reduce((markup, { at, after }) => markup + (parts[at]?.markup ?? '') + after, first),
      );
  }

  get bytes(): Buffer {
    this.#bytes ??=
      this.#markup === null
        ? Buffer.concat(this.#parts.map(({ bytes }) => bytes))
        : Buffer.from(this.#markup);
    return this.#bytes;
  }

  /** What an element takes for its content: this part; where bytes are made, the place to put them. */
  get within(): { __html: string } {
    if (placed === null) return { __html: this.markup };
    return { __html: `${PLACE}${placed.push(this) - 1};` };
  }
}

/** So many parts are joined at once. */
const RUN = 50;
/** What was joined last, by its first part. */
const runs = new WeakMap<Rendered, { parts: readonly Rendered[]; run: Rendered }>();

export type Around = (parts: readonly Rendered[]) => Rendered;

/** The parts of the page that is being made; null where it is made as text. Rendering does not wait for anything. */
let placed: Rendered[] | null = null;

/** Nobody can have typed it. */
const PLACE = `${randomUUID()}:`;

function rendered(page: VNode, parts: Rendered[] | null): string {
  const outer = placed;
  placed = parts;
  try {
    return renderToString(page);
  } finally {
    placed = outer;
  }
}

/** A page as it is sent: the parts that are kept are neither joined nor encoded again. */
export function bytesOf(page: VNode, before: string): Buffer {
  const parts: Rendered[] = [];
  const [first = '', ...rest] = `${before}${rendered(page, parts)}`.split(PLACE);
  const pieces = rest.flatMap((text) => {
    const end = text.indexOf(';');
    return [parts[Number(text.slice(0, end))]?.bytes ?? Buffer.alloc(0), Buffer.from(text.slice(end + 1))];
  });
  return Buffer.concat([Buffer.from(first), ...pieces]);
}

/** The part on a page, within an element of its own. */
export const Again = ({ part }: { part: Rendered }) => <div dangerouslySetInnerHTML={part.within} />;
