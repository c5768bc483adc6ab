const MOST = 20_000;

/** The text of a field as it was typed, without the space around it. */
export const typedText = (form: URLSearchParams, name: string): string =>
  (form.get(name) ?? '').slice(0, MOST).replaceAll('\r\n', '\n').replaceAll('\0', '').toWellFormed().trim();

/** null where nothing was typed or chosen. */
export const typedOrNull = (form: URLSearchParams, name: string): string | null =>
  typedText(form, name) || null;

/** Every value of a field that may have several. */
export const typedAll = (form: URLSearchParams, name: string): string[] =>
  form.getAll(name).filter((value) => value !== '');
