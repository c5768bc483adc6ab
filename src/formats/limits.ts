import { Refusal } from './refusal.ts';

/** What a file may cost before it is refused. Settings; these are the defaults. */
export interface FileLimits {
  readonly fileBytes: number;
  /** Counted as the bytes come out of the inflater, whatever the archive's headers claim. */
  readonly unpackedBytes: number;
  readonly entries: number;
  /** Unpacked bytes for each packed byte, judged once an archive has unpacked `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly rows: number;
  readonly columns: number;
  /** Excel's own limit for one cell. */
  readonly cellCharacters: number;
  readonly sharedStrings: number;
}

const MEGABYTE = 1024 * 1024;

export const DEFAULT_LIMITS: FileLimits = {
  fileBytes: 20 * MEGABYTE,
  unpackedBytes: 100 * MEGABYTE,
  entries: 1_000,
  ratio: 100,
  ratioFrom: 10 * MEGABYTE,
  rows: 200_000,
  columns: 64,
  cellCharacters: 32_767,
  sharedStrings: 2_000_000,
};

/** @throws Refusal when the file itself is empty or larger than allowed. */
export function checkFileSize(bytes: Uint8Array, limits: FileLimits): void {
  if (bytes.length === 0) throw new Refusal('The file is empty.', 'Choose a file that has contents.');
  if (bytes.length > limits.fileBytes) {
    throw new Refusal(
      `The file is ${inMegabytes(bytes.length)}; the most allowed is ${inMegabytes(limits.fileBytes)}.`,
      'Split it into smaller files, or remove pictures and unused sheets.',
    );
  }
}

/** `20.0 MB`: whole arithmetic, so that the words never depend on a locale. */
export function inMegabytes(bytes: number): string {
  const tenths = Math.ceil((bytes * 10) / MEGABYTE);
  return `${Math.floor(tenths / 10)}.${tenths % 10} MB`;
}

/** `200,000`: grouped without a locale. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
