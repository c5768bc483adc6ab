/** How an authority's pages look: colours as `#rrggbb`. */
export interface Branding {
  /** Of the band at the top, and of the text on it. */
  band: string;
  bandText: string;
  /** Of lines and of what is chosen, on white. */
  accent: string;
}

const HEX = /^#[0-9a-f]{6}$/;

/** What a setting holds, where it is branding; null for anything else. */
export function brandingFrom(value: unknown): Branding | null {
  if (typeof value !== 'object' || value === null) return null;
  const { band, bandText, accent } = value as Record<string, unknown>;
  const all = [band, bandText, accent];
  return all.every((one) => typeof one === 'string' && HEX.test(one)) ? (value as Branding) : null;
}
