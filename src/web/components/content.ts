import type { VNode } from 'preact';

/** What may stand where text stands. Strings are escaped; there is no way to pass HTML. */
export type Content = VNode | string | number | boolean | null | undefined | readonly Content[];

/** Further attributes of the outermost element, or of the control of a form field. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Content, or content with what the design system lets one set about it. */
export type OrOptions<Options extends { text: Content }> = Content | Options;

/** Turns plain content into options, so that each component reads one form only. */
export function optionsOf<Options extends { text: Content }>(
  given: OrOptions<Options>,
): Options | { text: Content } {
  return isOptions(given) ? given : { text: given as Content };
}

function isOptions<Options extends { text: Content }>(given: OrOptions<Options>): given is Options {
  return typeof given === 'object' && given !== null && !Array.isArray(given) && 'text' in given;
}

/** True where there is something to show: an empty text is no label, no hint and no mistake. */
export function isGiven(content: OrOptions<{ text: Content }>): boolean {
  const { text } = optionsOf(content);
  return text !== undefined && text !== null && text !== false && text !== '';
}

/** The class attribute, without those that do not apply. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => name !== '' && name).join(' ');
}

/** Texts for the script of a component in another language, as the data attributes it reads. */
export function translations(texts: Readonly<Record<string, Translation>>): Attributes {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) => {
      if (text === undefined || text === '') return [];
      if (typeof text === 'string') return [[`data-i18n.${key}`, text]];
      return Object.entries(text).map(([plural, words]) => [`data-i18n.${key}.${plural}`, words]);
    }),
  );
}

/** One text, or one for each plural rule. */
export type Translation = string | Readonly<Record<string, string>> | undefined;
