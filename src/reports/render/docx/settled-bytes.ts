import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { TABLE_STYLE_XML } from './table-style.ts';

/**
 * The library stamps the clock into the document and its archive, and draws random relationship ids and
 * running picture ids. Here the clock becomes the given day and the ids their order, so that the same report
 * gives the same bytes in every process, on any day, in any time zone.
 */
export function settledBytes(packed: Uint8Array, day: string, tableCaptions: readonly string[]): Uint8Array {
  const parts = unzipSync(packed);
  const settled: Record<string, Uint8Array> = {};
  for (const name of Object.keys(parts).sort(contentTypesFirst)) {
    settled[name] = settledPart(name, parts[name]!, parts, day, tableCaptions);
  }
  return zipSync(settled, { level: 6, mtime: `${day}T12:00:00`, os: 3 });
}

/** Readers look for the list of content types at the front of the archive. */
const contentTypesFirst = (left: string, right: string): number =>
  Number(right === '[Content_Types].xml') - Number(left === '[Content_Types].xml') || (left < right ? -1 : 1);

function settledPart(
  name: string,
  bytes: Uint8Array,
  parts: Record<string, Uint8Array>,
  day: string,
  tableCaptions: readonly string[],
): Uint8Array {
  if (name === 'docProps/core.xml') return edited(bytes, (xml) => withDates(xml, day));
  if (name === 'word/document.xml') {
    return edited(bytes, (xml) => withTableCaptions(withPictureIds(renamed(xml, parts)), tableCaptions));
  }
  if (name === 'word/styles.xml') {
    return edited(bytes, (xml) => xml.replace('</w:styles>', `${TABLE_STYLE_XML}</w:styles>`));
  }
  if (name === 'word/_rels/document.xml.rels') return edited(bytes, (xml) => renamed(xml, parts));
  return bytes;
}

const edited = (bytes: Uint8Array, edit: (xml: string) => string): Uint8Array =>
  strToU8(edit(strFromU8(bytes)));

const withDates = (xml: string, day: string): string =>
  xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${day}T12:00:00Z`);

const withPictureIds = (xml: string): string => {
  let last = 0;
  return xml.replace(/(<wp:docPr [^>]*?\bid=")[^"]*/g, (_, start: string) => {
    last += 1;
    return `${start}${last}`;
  });
};

/** Random relationship ids in the order in which the relationships are listed. */
function renamed(xml: string, parts: Record<string, Uint8Array>): string {
  const names = new Map<string, string>();
  for (const [, id] of strFromU8(parts['word/_rels/document.xml.rels']!).matchAll(/\bId="([^"]+)"/g)) {
    if (id && !/^rId\d+$/.test(id)) names.set(id, `link${names.size + 1}`);
  }
  return xml.replace(/\b(r:id|Id)="([^"]+)"/g, (all, key: string, id: string) =>
    names.has(id) ? `${key}="${names.get(id)}"` : all,
  );
}

/** What a table shows, as its alternative text, which the library has no words for. */
const withTableCaptions = (xml: string, captions: readonly string[]): string => {
  let next = 0;
  return xml.replace(/<w:tblLook [^>]*\/>/g, (look) => {
    const caption = captions[next];
    next += 1;
    return caption === undefined ? look : `${look}<w:tblCaption w:val="${attribute(caption)}"/>`;
  });
};

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
