import type { Decoder } from './cell-text.ts';
import { takeCode } from './code-grammar.ts';

/** A row that names a directorate; `doubtful` where it says so by its place alone. */
export interface SectionRow {
  name: string;
  doubtful: boolean;
}

/** Only "Directorate" may be followed by a dash: "Division - see below" may be a line of commentary. */
const LABELLED =
  /^(?:directorates?\s*(?=[:–—-])|(?:departments?|service areas?|portfolios?|divisions?)\s*(?=:))([:–—-])\s*(\S[^\n]*)$/iu;
/** In a row of the table nothing else can be meant, so more labels are known there. */
const LABEL =
  /^(?:directorates?|departments?|service(?: area| group| unit)?s?|portfolios?|divisions?|clusters?|groups?|teams?|themes?|priorit(?:y|ies)|corporate priority|outcomes?|objectives?|aims?|cabinet member|committees?)$/i;
const NAMED_SO = /^\p{Lu}[^.:;!?]{2,80} (?:directorate|department)$/iu;
const LABEL_WORD =
  /directorate|department|service|portfolio|division|cluster|group|team|theme|priorit|outcome|objective|aim|cabinet|committee/i;
const CONTINUED =
  /\s*(?:\(\s*(?:cont(?:inued|inues|'d|’d|d)?\.?|ctd\.?)\s*\)|[-–—,:]\s*(?:cont(?:inued|inues|'d|’d|d)\.?|cont\.|ctd\.?)|\b(?:continued|cont'd|cont’d|contd)\.?)\s*[.…]*$/iu;
const LONGEST = 200;
const ROW_CELLS = 7;

/** The directorate that a line names, or null where it is something else. */
export function sectionOf(cells: readonly string[], decode: Decoder): SectionRow | null {
  const isRow = cells.length >= ROW_CELLS;
  if (!isRow && cells.length > 2 && !LABEL_WORD.test(cells[0] as string)) return null;
  const filled = cells.filter((cell) => cell.trim() !== '');
  const [first = '', second] = filled;
  // Further along it is a text that goes on in its column; an empty column may stand before the table.
  if (cells.indexOf(first) > 1) return null;
  if (filled.length > 2 || first.length > LONGEST || (second ?? '').length > LONGEST) return null;
  if (!isRow && !LABEL_WORD.test(first)) return null;
  const text = decode(first);
  if (second !== undefined) return labelBeside(text, decode(second));
  const labelled = LABELLED.exec(text);
  // With some tabs after it, it may be the rest of a text that a page broke: there only a colon is sure.
  const isSure = isRow || cells.length === 1 || labelled?.[1] === ':';
  if (labelled !== null && isSure) return found(labelled[2] as string, false);
  const colon = text.indexOf(':');
  if (isRow && colon > 0 && LABEL.test(text.slice(0, colon).trim())) {
    const name = text.slice(colon + 1).trim();
    return name === '' ? null : found(name, false);
  }
  if (cells[0] === first && (isRow || cells.length === 1) && NAMED_SO.test(text)) return found(text, true);
  return isRow && cells[0] === first && couldBeName(text) ? found(text, true) : null;
}

/** `Directorate :` in the first column and its name in the second, as spreadsheets have it. */
function labelBeside(label: string, name: string): SectionRow | null {
  return /:$/.test(label) && LABEL.test(label.replace(/\s*:$/, '')) && name !== ''
    ? found(name, false)
    : null;
}

/** A row with one short text alone is no measure, for those have figures; a code at its start says it was meant for one. */
function couldBeName(text: string): boolean {
  return /^\p{Lu}[^.;!?]{2,80}$/u.test(text) && takeCode(text) === null;
}

function found(name: string, doubtful: boolean): SectionRow | null {
  const whole = name.replace(CONTINUED, '').trim();
  return whole === '' ? null : { name: whole, doubtful };
}
