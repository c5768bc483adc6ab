/** PDF/UA asks for words in every heading, title and text alternative; a dash says that there are none. */
export function visible(text: string): string {
  return /[^\s\p{Cf}\p{Cc}]/u.test(text) ? text : '–';
}
