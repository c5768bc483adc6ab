/** What an e-mail address may be for us: one address, no list, no name, no comment. */
export const isAddress = (text: string): boolean =>
  /^[^\s@<>()[\]\\,;:"\u0000-\u001f]{1,64}@[^\s@<>()[\]\\,;:"\u0000-\u001f]{1,255}$/.test(text);
