import { CsvError, type Options, parse } from 'csv-parse/sync';
import { checkFileSize, DEFAULT_LIMITS, type FileLimits, grouped } from './limits.ts';
import { Refusal } from './refusal.ts';
import { decodeText, type TextEncodingName } from './text-encoding.ts';

export type Delimiter = ',' | ';' | '\t';

export interface CsvFile {
  readonly encoding: TextEncodingName;
  readonly delimiter: Delimiter;
}

/**
 * Reads comma, semicolon or tab separated text, calling `visit` with each record that has any text. `row` counts
 * records from 1, as a spreadsheet that opens the file shows them. Values are positions in an array, so a heading
 * such as `__proto__` is only a text. The formula guard of `writeCsv` stays on: see `unguarded`.
 *
 * @throws Refusal for what cannot be read, and over the limits.
 */
export function readCsv(
  bytes: Uint8Array,
  visit: (record: readonly string[], row: number) => void,
  limits: FileLimits = DEFAULT_LIMITS,
): CsvFile {
  checkFileSize(bytes, limits);
  const { text, encoding } = decodeText(bytes);
  const delimiter = delimiterOf(text);
  const options: Options = {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // One cell of the longest length in every column, and no more: an unclosed quote would swallow the file.
    max_record_size: limits.cellCharacters * 4 * limits.columns,
  };
  let row = 0;
  const take = (record: string[]): null => {
    row += 1;
    if (hasText(record)) {
      checkRecord(record, row, limits);
      visit(record, row);
    }
    return null;
  };
  for (const block of blocksOf(text)) {
    const records = recordsOf(block, options);
    if (records !== null) records.forEach(take);
    else {
      try {
        parse(block, { ...options, on_record: take });
      } catch (error) {
        if (error instanceof CsvError) throw unreadable(error, row + 1);
        throw error;
      }
    }
  }
  return { encoding, delimiter };
}

/** About this many characters are parsed at once: few enough to hold all their records. */
const BLOCK = 128 * 1024;

/**
 * The text in pieces that end with a line and an even number of quotation marks: there no text is open, or the file
 * is one that is refused. Handing over records one by one while they are parsed takes the library half as long again.
 */
function* blocksOf(text: string): Generator<string> {
  let from = 0;
  while (from < text.length) {
    let end = from;
    let quoted = false;
    do {
      const line = text.indexOf('\n', end + BLOCK);
      const next = line === -1 ? text.length : line + 1;
      const piece = text.slice(end, next);
      for (let at = piece.indexOf('"'); at !== -1; at = piece.indexOf('"', at + 1)) quoted = !quoted;
      end = next;
    } while (quoted && end < text.length);
    yield text.slice(from, end);
    from = end;
  }
}

/** All records of a block, or null where it is not CSV: then it is read one by one, to say where. */
function recordsOf(block: string, options: Options): string[][] | null {
  try {
    return parse(block, options) as unknown as string[][];
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

const hasText = (record: readonly string[]): boolean => {
  for (const value of record) if (value !== '' && value.trim() !== '') return true;
  return false;
};

function checkRecord(record: readonly string[], row: number, limits: FileLimits): void {
  if (row > limits.rows) {
    throw new Refusal(
      `The file has more than ${grouped(limits.rows)} rows, the most allowed.`,
      'Split it into smaller files.',
      { row },
    );
  }
  if (record.length > limits.columns && record.slice(limits.columns).some((value) => value !== '')) {
    throw new Refusal(
      `Row ${grouped(row)} has ${record.length} columns; the most allowed is ${limits.columns}.`,
      'Delete the columns that are not imported, and check that no quotation mark is missing.',
      { row },
    );
  }
  const long = record.find((value) => value.length > limits.cellCharacters);
  if (long !== undefined) {
    throw new Refusal(
      `Row ${grouped(row)} holds a value of more than ${grouped(limits.cellCharacters)} characters.`,
      'Shorten the text, and check that no quotation mark is missing.',
      { row, value: long.slice(0, 200) },
    );
  }
}

/** The separator that the first line uses most, outside quotation marks; a comma when it uses none. */
function delimiterOf(text: string): Delimiter {
  const counts: Record<Delimiter, number> = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  for (const character of text.slice(0, 100_000)) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === '\n') break;
    else if (!quoted && Object.hasOwn(counts, character)) counts[character as Delimiter] += 1;
  }
  const best = Math.max(...Object.values(counts));
  return best === 0 ? ',' : ((Object.keys(counts) as Delimiter[]).find((key) => counts[key] === best) ?? ',');
}

function unreadable(error: CsvError, row: number): Refusal {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new Refusal(
        'A quotation mark opens a text that never closes.',
        'Add the missing quotation mark.',
        { row },
      );
    case 'CSV_MAX_RECORD_SIZE':
      return new Refusal('A row is far too long.', 'Check that no quotation mark is missing.', { row });
    default:
      return new Refusal(
        'A quotation mark stands inside a text that is not written as CSV asks.',
        'Put the whole text between quotation marks and double each one inside it.',
        { row },
      );
  }
}
