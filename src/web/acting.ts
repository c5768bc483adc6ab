import { commentaryFrom } from '../importers/commentary/commentary.ts';
import type { Acting, ReadText } from '../workflow/round/acting.ts';
import type { Asked } from './route.ts';

/** Commentary is typed as Markdown-like text. */
export const readText: ReadText = (raw) => commentaryFrom(raw, 'markdown');

/** Who asks, as the use cases want it. */
export const actingFor = ({ authority, person, actors, now, today }: Asked): Acting => ({
  authority: authority.code,
  person: { id: person?.id ?? 'public', directorate: person?.directorate ?? null },
  actors,
  now,
  today,
  readText,
});
