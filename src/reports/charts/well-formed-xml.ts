/** What XML 1.0 cannot hold in any form: most control characters, halves of surrogate pairs, two non-characters. */
const notXml =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Markup that was escaped for HTML, fit for a strict XML parser: drops the characters that XML cannot hold
 * and escapes `]]>`, which HTML allows in text and XML does not.
 */
export function wellFormedXml(markup: string): string {
  return markup.replace(notXml, '').replaceAll(']]>', ']]&gt;');
}
