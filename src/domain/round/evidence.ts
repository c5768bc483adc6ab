/** What stands behind a figure: a document or a link. */
export interface Evidence {
  id: string;
  title: string;
  /** https: only. */
  url: string | null;
  /** size in bytes, sha256 in hex. */
  file: { name: string; mediaType: string; size: number; sha256: string } | null;
  person: string;
  at: string;
}

/** Kinds of document that are taken, by the ending of their name, with how they are served. */
export const evidenceTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv',
  txt: 'text/plain',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  msg: 'application/vnd.ms-outlook',
  eml: 'message/rfc822',
};

const LONGEST_NAME = 150;

/** Why a file is not taken, in words; null where it is. The ending decides how it is served, never what the browser said. */
export function fileProblem(name: string, size: number): string | null {
  const ending = endingOf(name);
  if (size === 0) return 'The file is empty';
  if (name.length > LONGEST_NAME) return `The name of the file must be ${LONGEST_NAME} characters or fewer`;
  if (!(ending in evidenceTypes)) {
    return `The file must be one of these: ${Object.keys(evidenceTypes).join(', ')}`;
  }
  return null;
}

/** @example endingOf('Survey results.PDF') // 'pdf' */
export const endingOf = (name: string): string =>
  name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : '';

/** Why a link is not taken, in words; null where it is. */
export function linkProblem(url: string): string | null {
  if (url.length <= 2_000 && URL.canParse(url) && new URL(url).protocol === 'https:') return null;
  return 'The link must be a whole address that begins with https://';
}
