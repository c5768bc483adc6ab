import type { CoverWords } from '../../../domain/commentary/cover.ts';
import { type CoverPart, coverParts } from '../../../domain/commentary/cover.ts';
import type { TypedCover } from '../../../workflow/cover/save-cover.ts';
import type { FieldProblem } from '../../form-problems.tsx';
import { asSent } from '../../typed-form.ts';
import { typedDay } from '../../wording/typed-day.ts';

/** The form of a cover report: every field is text. */
export interface CoverForm extends Omit<TypedCover, 'meetsOn'> {
  meetsOn: string;
  /** The version that its author saw; empty for none. */
  version: string;
}

const MOST = { line: 200, text: 60_000 } as const;

/** What was typed, within a bound on each field. */
export function coverForm(form: URLSearchParams): CoverForm {
  const text = (name: string, most: number) => asSent((form.get(name) ?? '').slice(0, most));
  return {
    version: text('version', 40),
    meeting: text('meeting', MOST.line).trim(),
    meetsOn: text('meetsOn', 40).trim(),
    author: text('author', MOST.line).trim(),
    contact: text('contact', MOST.line).trim(),
    texts: textsOf(({ id }) => text(id, MOST.text)),
  };
}

/** The form as it is opened: what was last saved. */
export const formOf = (
  words: CoverWords,
  version: string | null,
  day: (iso: string) => string,
): CoverForm => ({
  version: version ?? '',
  meeting: words.meeting,
  meetsOn: words.meetsOn === null ? '' : day(words.meetsOn),
  author: words.author,
  contact: words.contact,
  texts: textsOf(({ id }) => words.texts[id]?.raw ?? ''),
});

function textsOf(of: (part: (typeof coverParts)[number]) => string): Record<CoverPart, string> {
  return Object.fromEntries(coverParts.map((part) => [part.id, of(part)])) as Record<CoverPart, string>;
}

/** What is to be kept, or what cannot be read of it. */
export function coverTyped({ meetsOn, version: _, ...form }: CoverForm): TypedCover | FieldProblem {
  const day = typedDay(meetsOn, 'The day of the meeting');
  return 'problem' in day ? { field: 'meetsOn', message: day.problem } : { ...form, meetsOn: day.day };
}
