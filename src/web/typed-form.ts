/** Characters that a field may hold where nothing else is said; far more than anybody needs. */
const MOST = 20_000;

/** As it came from a browser, which ends lines with two characters; the database holds neither U+0000 nor half a character. */
export const asSent = (text: string): string =>
  text.replaceAll('\r\n', '\n').replaceAll('\0', '').toWellFormed();

/** The text of a field as it was typed, without the space around it. */
export const typedText = (form: URLSearchParams, name: string, most = MOST): string =>
  asSent((form.get(name) ?? '').slice(0, most)).trim();

/** null where nothing was typed or chosen. */
export const typedOrNull = (form: URLSearchParams, name: string): string | null =>
  typedText(form, name) || null;

/** Every value of a field that may have several. */
export const typedAll = (form: URLSearchParams, name: string): string[] =>
  form.getAll(name).filter((value) => value !== '');
