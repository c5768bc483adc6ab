import type { Found } from '../finding.ts';
import { part, type Reading } from '../reading.ts';

/** A place may bear the name of a person: "Grace Park tip". */
const PLACE =
  /^ (?:lane|road|street|avenue|close|way|drive|tip|depot|school|academy|college|centre|center|library|house|court|park|hall|ward|estate|site|building|hospital|clinic|nursery|gardens|square)\b/i;

/** Names of people in the directory, first name and surname together: the report names posts and teams. */
export function personNamed({ input, sentences }: Reading): Found[] {
  const written = Object.values(input.texts).join('\n');
  const names = input.people
    .map((name) => name.trim())
    .filter((name) => name.includes(' ') && written.includes(name));
  if (names.length === 0) return [];
  return sentences.flatMap((sentence) =>
    names.flatMap((name): Found[] => {
      const { text } = sentence;
      const at = text.indexOf(name);
      const end = at + name.length;
      if (
        at < 0 ||
        /[\p{L}\d]/u.test(`${text[at - 1] ?? ''}${text[end] ?? ''}`) ||
        PLACE.test(text.slice(end))
      )
        return [];
      return [
        {
          ...part(sentence, at, name.length),
          says: 'This is the name of somebody in the directory, and the report is published. Name the post or the team instead.',
          severity: 'advice',
        },
      ];
    }),
  );
}
