import type { FileLimits } from '../limits.ts';
import { damaged } from '../zip-directory.ts';
import type { Archive } from '../zip-gate.ts';
import { isBuiltInDateFormat, isDateFormat, isPercentFormat } from './date-text.ts';
import { feed } from './feed.ts';
import { MarkupReader } from './markup.ts';
import { attribute, unescaped, unescapedString } from './markup-text.ts';
import { StringLane } from './string-lane.ts';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface WorkbookPart {
  readonly sheets: readonly SheetPart[];
  readonly from1904: boolean;
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
}

/** How the cells of one style show their number. */
export type Shows = 'number' | 'percentage' | 'date';

const BASE = 'xl/';

export async function readWorkbookPart(archive: Archive): Promise<WorkbookPart> {
  const targets = new Map<string, { type: string; part: string }>();
  await scan(archive, 'xl/_rels/workbook.xml.rels', (name, attributes, opens) => {
    if (!opens || name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
    const target = attribute(attributes, 'Target') ?? '';
    const type = (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '';
    targets.set(attribute(attributes, 'Id') ?? '', { type, part: resolved(target) });
  });
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await scan(archive, 'xl/workbook.xml', (name, attributes, opens) => {
    if (!opens) return;
    if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '');
    if (name !== 'sheet') return;
    const target = targets.get(attribute(attributes, 'id') ?? '');
    if (target?.type !== 'worksheet') return;
    const state = attribute(attributes, 'state') ?? 'visible';
    sheets.push({
      name: attribute(attributes, 'name') ?? '',
      hidden: state !== 'visible',
      part: target.part,
    });
  });
  const partOf = (type: string) => [...targets.values()].find((target) => target.type === type)?.part;
  return { sheets, from1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') };
}

const resolved = (target: string): string => (target.startsWith('/') ? target.slice(1) : BASE + target);

/** What each cell style shows, by its index. */
export async function readStyles(archive: Archive, part: string | undefined): Promise<readonly Shows[]> {
  if (part === undefined || !archive.has(part)) return [];
  const custom = new Map<number, Shows>();
  const shows: Shows[] = [];
  let inCellStyles = false;
  await scan(archive, part, (name, attributes, opens) => {
    if (name === 'cellXfs') inCellStyles = opens;
    if (!opens) return;
    if (name === 'numFmt') {
      const code = attribute(attributes, 'formatCode') ?? '';
      custom.set(
        Number(attribute(attributes, 'numFmtId')),
        isPercentFormat(code) ? 'percentage' : isDateFormat(code) ? 'date' : 'number',
      );
    } else if (name === 'xf' && inCellStyles) {
      const id = Number(attribute(attributes, 'numFmtId') ?? '0');
      shows.push(custom.get(id) ?? builtIn(id));
    }
  });
  return shows;
}

/** 9 and 10 are the built-in percentage formats. */
const builtIn = (id: number): Shows =>
  id === 9 || id === 10 ? 'percentage' : isBuiltInDateFormat(id) ? 'date' : 'number';

/** The texts that cells share, read as they inflate; phonetic readings are left out. */
export async function readSharedStrings(
  archive: Archive,
  part: string | undefined,
  limits: FileLimits,
): Promise<readonly string[]> {
  if (part === undefined || !archive.has(part)) return [];
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = false;
  const reader = new MarkupReader({
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inText = !phonetic;
      else if (name === 'rPh') phonetic = true;
    },
    text(raw) {
      if (inText) text += unescaped(raw);
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        strings.push(unescapedString(text));
        if (strings.length > limits.sharedStrings)
          throw damaged(`it lists more than ${limits.sharedStrings} texts`);
      }
    },
  });
  await feed(archive, part, reader, new StringLane(strings, limits.sharedStrings));
  return strings;
}

async function scan(
  archive: Archive,
  part: string,
  visit: (name: string, attributes: string, opens: boolean) => void,
): Promise<void> {
  const reader = new MarkupReader({
    open: (name, attributes) => visit(name, attributes, true),
    close: (name) => visit(name, '', false),
    text: () => {},
  });
  reader.push(await archive.text(part));
  reader.end();
}
