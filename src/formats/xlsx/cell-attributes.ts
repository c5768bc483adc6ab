import { attribute } from './markup-text.ts';

/** The three attributes of a cell that matter: where it is, what kind it is, how it is shown. */
export interface CellAttributes {
  reference: string;
  type: string;
  style: number;
}

const found: CellAttributes = { reference: '', type: 'n', style: 0 };

/**
 * Reads ` r="B2" s="3" t="s"` in any order, cut out by position; null for anything else (spaces around the equals
 * sign, a prefix, another attribute). Every writer quotes these three plainly. The object is the same each time.
 */
function usualAttributes(raw: string): CellAttributes | null {
  found.reference = '';
  found.type = 'n';
  found.style = 0;
  let at = 0;
  while (at < raw.length) {
    const name = raw.charCodeAt(at + 1);
    const close = raw.indexOf('"', at + 4);
    if (raw.charCodeAt(at) !== 32 || raw.charCodeAt(at + 2) !== 61 || raw.charCodeAt(at + 3) !== 34)
      return null;
    if (close === -1) return null;
    if (name === 114) found.reference = raw.slice(at + 4, close);
    else if (name === 115) found.style = Number(raw.slice(at + 4, close));
    else if (name === 116) found.type = raw.slice(at + 4, close);
    else return null;
    at = close + 1;
  }
  return found;
}

/** The same for a cell written in any way that XML allows. */
export function cellAttributes(raw: string): CellAttributes {
  const usual = usualAttributes(raw);
  if (usual !== null) return usual;
  found.reference = attribute(raw, 'r') ?? '';
  found.type = attribute(raw, 't') ?? 'n';
  found.style = Number(attribute(raw, 's') ?? '0');
  return found;
}
