/** What XML 1.0 cannot hold in any form: most control characters, two non-characters, halves of surrogate pairs. */
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const halfPairs = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Markup that was escaped for HTML, fit for a strict XML parser: drops the characters that XML cannot hold
 * and escapes `]]>`, which HTML allows in text and XML does not.
 */
export function wellFormedXml(markup: string): string {
  const whole = markup.isWellFormed() ? markup : markup.replace(halfPairs, '');
  return whole.replace(notXml, '').replaceAll(']]>', ']]&gt;');
}
