import { Refusal } from './refusal.ts';
import { damaged } from './zip-directory.ts';

const [MARK, LESS] = [33, 60];
/** The longest opening that has to be seen whole: `<![CDATA[`. */
const CARRY = 9;

/**
 * Watches the bytes of an XML part go by, piece by piece, and refuses every `<!` but a comment or a CDATA
 * section: a document type is where entity bombs and files read from elsewhere begin, and no workbook has one.
 * A zero byte means an encoding other than UTF-8, which would hide the same thing from this watch.
 */
export function markupWatch(name: string): (piece: Uint8Array) => void {
  let carried = Buffer.alloc(0);
  return (piece) => {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    if (bytes.includes(0)) throw damaged(`its part "${name}" is not UTF-8 text`);
    if (carried.length > 0) inspect(Buffer.concat([carried, bytes.subarray(0, CARRY)]), carried.length);
    inspect(bytes, bytes.length - CARRY + 1);
    carried = Buffer.concat([carried, bytes.subarray(-CARRY)]).subarray(-CARRY + 1);
  };
}

/** Judges the openings that start before `until`; later ones are judged with the next piece. */
function inspect(bytes: Buffer, until: number): void {
  // The mark is looked for, not the two characters: one byte is found ten times as fast, and marks are rare.
  for (let at = bytes.indexOf(MARK); at !== -1 && at <= until; at = bytes.indexOf(MARK, at + 1)) {
    if (bytes[at - 1] !== LESS) continue;
    const rest = bytes.toString('latin1', at + 1, at + 8);
    if (rest.startsWith('--') || rest.startsWith('[CDATA[')) continue;
    throw new Refusal(
      'The workbook declares a document type or entities, which are never read.',
      'Open the file in Excel or LibreOffice and save it again as an Excel workbook (.xlsx).',
    );
  }
}
