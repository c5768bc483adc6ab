import {
  BLOCK_NAMES,
  INLINE_NAMES,
  LIST_NAMES,
  OTHER_NAMES,
  SILENT_NAMES,
  UNNESTED_NAMES,
} from './html-names.ts';
import { type ScannedTag, scanTag } from './tag-scanner.ts';

export interface GatedMarkup {
  /** The text made safe to give to an HTML parser: whatever is not markup is escaped, so it comes out as typed. */
  html: string;
  /** Tags that were taken as markup. */
  tags: number;
  /** The deepest nesting, counted without a parser. */
  nesting: number;
  /** Lists that were opened and never closed. */
  unclosedLists: number;
}

/** Which tags count as markup. `declared`: the text is HTML. `legacy`: nobody said what it is. */
export type MarkupRule = 'declared' | 'legacy' | 'none';

const COMMON = [BLOCK_NAMES, INLINE_NAMES, LIST_NAMES];
const ALL = [...COMMON, SILENT_NAMES, OTHER_NAMES];

/**
 * Goes once through a text before any parser sees it. Escapes every `<` that opens no known tag and every `&`
 * that starts no complete entity: a browser's parser would swallow `<name of school>` and read `&copy=` as ©.
 */
export function gateMarkup(text: string, rule: MarkupRule): GatedMarkup {
  const out: string[] = [];
  const result = { tags: 0, nesting: 0, unclosedLists: 0 };
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    const textEnd = open < 0 ? text.length : open;
    out.push(escapeStrayAmpersands(text.slice(at, textEnd)));
    if (open < 0) break;
    const commentEnd = rule !== 'none' && text.startsWith('<!--', open) ? text.indexOf('-->', open + 4) : -1;
    const tag = commentEnd < 0 ? scanTag(text, open) : null;
    if (commentEnd >= 0) {
      at = commentEnd + 3;
    } else if (tag !== null && isMarkup(tag, rule)) {
      result.tags += 1;
      out.push(text.slice(open, tag.end));
      at = tag.end;
      if (!UNNESTED_NAMES.has(tag.name) && !tag.selfClosing) {
        depth = Math.max(0, depth + (tag.closing ? -1 : 1));
        result.nesting = Math.max(result.nesting, depth);
      }
      if (tag.name === 'ul' || tag.name === 'ol') result.unclosedLists += tag.closing ? -1 : 1;
    } else {
      out.push('&lt;');
      at = open + 1;
    }
  }
  return { ...result, unclosedLists: Math.max(0, result.unclosedLists), html: out.join('') };
}

function isMarkup(tag: ScannedTag, rule: MarkupRule): boolean {
  if (rule === 'none') return false;
  // `<o:p>` and its like are left by word processors.
  if (tag.name.includes(':')) return true;
  if (rule === 'declared') return ALL.some((names) => names.has(tag.name));
  return tag.attributesHaveValues && COMMON.some((names) => names.has(tag.name));
}

const ENTITY = /&(?!(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});)/g;

function escapeStrayAmpersands(text: string): string {
  return text.replace(ENTITY, '&amp;');
}
