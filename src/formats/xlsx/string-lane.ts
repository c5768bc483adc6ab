import { asciiCodes, INCOMPLETE, isAt, type Lane, UNUSUAL } from './lane.ts';
import { TextRun } from './text-run.ts';

const [PLAIN, KEPT, END] = ['<si><t>', '<si><t xml:space="preserve">', '</t></si>'].map(asciiCodes) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];

/** Shared texts without a look of their own: `<si><t>On track.</t></si>`. */
export class StringLane implements Lane {
  readonly depth = 1;
  readonly closing = '</si>';
  readonly isOpen = true;
  readonly #strings: string[];
  readonly #most: number;
  readonly #run = new TextRun();

  constructor(strings: string[], most: number) {
    this.#strings = strings;
    this.#most = most;
  }

  take(bytes: Buffer, at: number, end: number): number {
    const plain = isAt(bytes, at, PLAIN);
    if (!plain && !isAt(bytes, at, KEPT)) return at + KEPT.length <= end ? UNUSUAL : INCOMPLETE;
    const close = this.#run.find(bytes, at + (plain ? PLAIN : KEPT).length, end);
    if (!isAt(bytes, close, END)) return close + END.length <= end ? UNUSUAL : INCOMPLETE;
    if (this.#strings.length >= this.#most) return UNUSUAL;
    this.#strings.push(this.#run.text(bytes, close));
    return close + END.length;
  }
}
