/** What people call a choice. @example wordOf({ Monthly: 'month' }, 'month') // 'Monthly' */
export const wordOf = <T extends string>(words: Readonly<Record<string, T>>, value: T): string =>
  Object.entries(words).find(([, one]) => one === value)?.[0] ?? value;

/** The choices of a list. */
export const choicesOf = <T extends string>(words: Readonly<Record<string, T>>) =>
  Object.entries(words).map(([text, value]) => ({ text, value }));

/** One of the choices, as it came from a form; null for none of them. */
export const chosenOf = <T extends string>(words: Readonly<Record<string, T>>, typed: string): T | null =>
  Object.values(words).find((one) => one === typed) ?? null;
