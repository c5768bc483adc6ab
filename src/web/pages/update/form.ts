import type { CommentaryPart } from '../../../domain/commentary/text-tree.ts';
import { emptyContent, type UpdateContent } from '../../../domain/round/update.ts';
import { commentaryParts } from '../../../domain/status/outcome.ts';
import { asSent } from '../../typed-form.ts';

/** Characters that each field may hold; far more than anybody needs. */
const MOST = { figure: 200, part: 60, reason: 40, note: 1_000, text: 60_000 } as const;

/** What each field is called where it stands alone. */
export const fieldNames: Readonly<Record<string, string>> = {
  actual: 'Actual',
  toDate: 'Actual, the year so far',
  numerator: 'Numerator',
  denominator: 'Denominator',
  forecast: 'Forecast',
  noFigure: 'Why there is no figure',
  provisional: 'Provisional',
  note: 'Note beside the figure',
  context: 'Context for current performance',
  actions: 'Improvement actions taken',
  intervention: 'Intervention or review',
};

/** What the form holds, as typed, within a bound on each field. */
export function contentOf(form: URLSearchParams): UpdateContent {
  const text = (name: string, most: number) => asSent(form.get(name) ?? '').slice(0, most);
  return {
    ...emptyContent,
    actual: text('actual', MOST.figure),
    toDate: text('toDate', MOST.figure),
    numerator: text('numerator', MOST.part),
    denominator: text('denominator', MOST.part),
    forecast: text('forecast', MOST.figure),
    noFigure: text('noFigure', MOST.reason),
    provisional: form.get('provisional') === 'yes',
    note: text('note', MOST.note),
    texts: {
      context: asTyped(text('context', MOST.text)),
      actions: asTyped(text('actions', MOST.text)),
      intervention: asTyped(text('intervention', MOST.text)),
    },
  };
}

/**
 * A text as it was meant: what is pasted from Word brings bullet characters, hard spaces and invisible marks, and should
 * look as if it had been typed here.
 *
 * @example asTyped('•\tFirst point') // '- First point'
 */
export const asTyped = (text: string): string =>
  text
    .replace(/[\u000b\u2028\u2029]/g, '\n')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replaceAll('\u00a0', ' ')
    .replace(/^[ \t]*[•·▪◦‣●○■\uf0b7\uf0a7][ \t]*/gm, '- ')
    .replace(/^([ \t]*\d{1,3}[.)])\t+/gm, '$1 ')
    .replace(/[ \t]+$/gm, '');

/** The content as the fields of a form. */
export const contentFields = ({ texts, provisional, ...figures }: UpdateContent): Record<string, string> => ({
  ...figures,
  provisional: provisional ? 'yes' : '',
  ...texts,
});

/** "Start from this": last quarter's text goes into the box, in front of what is there. */
export function startFrom(
  content: UpdateContent,
  part: string,
  then: Readonly<Record<CommentaryPart, string>>,
): UpdateContent {
  const which = commentaryParts.find((one) => one === part);
  if (which === undefined || then[which] === '') return content;
  const here = content.texts[which];
  const text = here.trim() === '' ? then[which] : `${then[which]}\n\n${here}`;
  return { ...content, texts: { ...content.texts, [which]: text } };
}
