import { parseScheme, type StatusScheme } from '../../domain/status/scheme.ts';
import type { SchemeProblem } from '../../domain/status/scheme-problem.ts';

/** A status scheme from JSON that somebody wrote or edited, or everything that is wrong with it. */
export function readScheme(text: string): { scheme: StatusScheme } | { problems: readonly SchemeProblem[] } {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const message = `This is not valid JSON.${placeOfMistake(text, error)}`;
    const remedy = 'Look for a comma or a quotation mark too many or too few.';
    return { problems: [{ path: 'scheme', value: null, message, remedy }] };
  }
  return parseScheme(json);
}

/** The parser gives the number of a character, or the text around it; an editor wants a line. */
export function placeOfMistake(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) {
    const before = text.slice(0, Number(position)).split('\n');
    return ` Look at line ${before.length}, character ${(before.at(-1)?.length ?? 0) + 1}.`;
  }
  const near = /"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message)?.[1];
  return near === undefined ? '' : ` Look near ${near.replace(/\s+/g, ' ').trim()}.`;
}
