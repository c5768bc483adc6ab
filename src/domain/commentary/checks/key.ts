import type { Finding } from './finding.ts';

/**
 * A fingerprint of what a finding is about: its rule, section, words and figures. Two runs over the same words and figures
 * give the same key wherever the words stand, so a dismissal outlives a re-save; any change of words or figures gives
 * another. 64-bit FNV-1a over UTF-16 units, as 16 hexadecimal digits: a name, not a secret.
 *
 * @example keyOf({ rule: 'datePassed', section: 'intervention', quote: 'in August 2018', figures: [] }).length // 16
 */
export function keyOf({
  rule,
  section,
  quote,
  figures,
}: Pick<Finding, 'rule' | 'section' | 'quote' | 'figures'>): string {
  const words = quote.replace(/\s+/gu, ' ').trim();
  const held = figures.map(({ label, display, exact }) => `${label}=${exact ?? display}`);
  const text = [rule, section, words, ...held].join('\u0000');
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let i = 0; i < text.length; i += 1) {
    low ^= text.charCodeAt(i);
    // hash × 0x100000001b3 in two halves of 32 bits.
    const product = (low >>> 0) * 0x1b3;
    const carried = Math.floor(product / 0x1_0000_0000);
    high = (Math.imul(high, 0x1b3) + Math.imul(low, 0x100) + carried) | 0;
    low = product | 0;
  }
  const hex = (half: number) => (half >>> 0).toString(16).padStart(8, '0');
  return hex(high) + hex(low);
}
