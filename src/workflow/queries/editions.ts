import { type Edition, isOfSameReport, isPublic, replacedBy, wasPublic } from '../../domain/round/edition.ts';
import type { Store } from '../../store/database.ts';
import { readEdition, readEditionFile, readEditions, type StoredFile } from '../../store/editions.ts';
import { type EditionPage, measureFile, PAGE } from '../editions/stored-files.ts';

export { readEdition } from '../../store/editions.ts';
export type { EditionPage, PageFile } from '../editions/stored-files.ts';

type Reader = Pick<Store, 'db'>;

/** An edition with all that its page says: read from what was kept with it, never from the figures. */
export interface EditionView {
  edition: Edition;
  page: EditionPage;
  /** Whether its page says that it is for everybody: it is, or was until it was withdrawn. */
  isOut: boolean;
  /** The edition to look at instead; null where this is the newest. */
  replacedBy: Edition | null;
  corrected: Edition | null;
}

export const listEditions = readEditions;

/** Those that everybody may read, or could until they were withdrawn; newest first. */
export const publicEditions = async (store: Reader, authority: string, now: string): Promise<Edition[]> =>
  (await readEditions(store, authority)).filter((each) => isPublic(each, now) || wasPublic(each, now));

export async function viewEdition(
  store: Reader,
  authority: string,
  id: string,
  now: string,
): Promise<EditionView | null> {
  const edition = await readEdition(store, authority, id);
  const page = edition === null ? null : await editionPage(store, authority, id);
  if (edition === null || page === null) return null;
  const same = (await readEditions(store, authority)).filter((each) => isOfSameReport(each, edition));
  return {
    edition,
    page,
    isOut: wasPublic(edition, now),
    replacedBy: replacedBy(edition, same, now),
    corrected: same.find((each) => each.id === edition.corrects) ?? null,
  };
}

/** What was kept of an edition's page; null for none. */
export async function editionPage(store: Reader, authority: string, id: string): Promise<EditionPage | null> {
  const file = await readEditionFile(store, authority, id, PAGE);
  return file === null ? null : (JSON.parse(new TextDecoder().decode(file.bytes)) as EditionPage);
}

/** A download of an edition by the name of its file. */
export async function editionDownload(
  store: Reader,
  authority: string,
  id: string,
  name: string,
): Promise<(StoredFile & { name: string }) | null> {
  const page = await editionPage(store, authority, id);
  const entry = page?.files.find((file) => file.name === name);
  const file = entry === undefined ? null : await readEditionFile(store, authority, id, entry.format);
  return file === null ? null : { ...file, name };
}

/** The page of a measure as it was made with the edition. */
export const editionMeasure = (store: Reader, authority: string, id: string, address: string) =>
  readEditionFile(store, authority, id, measureFile(address));

/** The name of an edition's file in a format; null where it has none. */
export async function frozenFile(
  store: Reader,
  authority: string,
  id: string,
  format: string,
): Promise<string | null> {
  const page = await editionPage(store, authority, id);
  return page?.files.find((one) => one.format === format)?.name ?? null;
}
