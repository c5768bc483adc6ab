import { emptyContent, type UpdateContent } from '../../../domain/round/update.ts';

/** What the form holds, as typed, within a bound on each field. */
export function contentOf(form: URLSearchParams): UpdateContent {
  const text = (name: string, most: number) => (form.get(name) ?? '').replaceAll('\r\n', '\n').slice(0, most);
  return {
    ...emptyContent,
    actual: text('actual', 200),
    toDate: text('toDate', 200),
    numerator: text('numerator', 60),
    denominator: text('denominator', 60),
    forecast: text('forecast', 200),
    noFigure: text('noFigure', 40),
    provisional: form.get('provisional') === 'yes',
    note: text('note', 1_000),
    texts: {
      context: text('context', 60_000),
      actions: text('actions', 60_000),
      intervention: text('intervention', 60_000),
    },
  };
}

/** "Start from this": last quarter's text goes into the box, in front of what is there. */
export function startFrom(
  content: UpdateContent,
  part: string,
  then: Readonly<Record<string, string>>,
): UpdateContent {
  const before = then[part];
  if (before === undefined || !(part in content.texts)) return content;
  const here = content.texts[part as keyof UpdateContent['texts']];
  return {
    ...content,
    texts: { ...content.texts, [part]: here.trim() === '' ? before : `${before}\n\n${here}` },
  };
}
