import { createHash } from 'node:crypto';
import type { Branding } from '../../domain/organisation/branding.ts';
import type { StyleSheet } from './style-sheet.ts';

/** The council's colours as a sheet of its own: pages allow no inline style. Colours were checked when they were stored. */
export function brandSheet({ band, bandText, accent }: Branding): StyleSheet {
  const text = `:root{--ot-band:${band};--ot-band-text:${bandText};--ot-accent:${accent}}.govuk-footer{border-top-color:${accent}}`;
  return { text, hash: createHash('sha256').update(text).digest('hex').slice(0, 12) };
}
