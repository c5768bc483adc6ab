import { type RawEntry, rawZip } from './raw-zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface RawWorkbook {
  /** Inside `<sheetData>`. */
  readonly rows?: string;
  /** The whole worksheet part, in place of `rows`. */
  readonly worksheet?: string | Uint8Array;
  readonly sheetName?: string;
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly contentTypes?: string;
  readonly leaveOut?: readonly string[];
  readonly extra?: readonly RawEntry[];
  readonly change?: (entries: RawEntry[]) => RawEntry[];
}

/** A workbook written as markup by hand, right or wrong. */
export function rawWorkbook(raw: RawWorkbook): Uint8Array {
  return rawZip((raw.change ?? ((same) => same))(rawParts(raw)));
}

function rawParts(raw: RawWorkbook): RawEntry[] {
  const sheet =
    raw.worksheet ?? `<worksheet xmlns="${MAIN}"><sheetData>${raw.rows ?? ''}</sheetData></worksheet>`;
  const parts: RawEntry[] = [
    { name: '[Content_Types].xml', content: raw.contentTypes ?? '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content: `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${raw.sheetName ?? 'Updates'}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'sharedStrings', 'sharedStrings.xml')}${relation(3, 'styles', '/xl/styles.xml')}</Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheet },
    ...(raw.sharedStrings === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', content: `<sst>${raw.sharedStrings}</sst>` }]),
    ...(raw.styles === undefined ? [] : [{ name: 'xl/styles.xml', content: raw.styles }]),
    ...(raw.extra ?? []),
  ];
  return parts.filter((part) => !(raw.leaveOut ?? []).includes(part.name));
}

const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;

/** A row of text cells as inline strings. */
export const textRow = (row: number, texts: readonly string[]): string =>
  `<row r="${row}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
