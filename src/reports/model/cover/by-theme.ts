import type { Evaluation } from '../../../domain/evaluate.ts';
import { countsBlocks, countsByGroup, type Grouping } from '../counts.ts';
import type { ReportBlock } from '../report.ts';
import { counted } from '../sentence.ts';

const grouping: Grouping = {
  id: 'themes',
  title: 'Measures by theme',
  heading: 'Theme',
  all: 'All measures',
};

/** Counts by theme, in the order in which the scorecard first names them; nothing where measures have none. */
export function themeBlocks({ measures, scheme }: Evaluation): ReportBlock[] {
  const themes = [...new Set(measures.flatMap(({ snapshot }) => snapshot.version.themes))];
  if (themes.length === 0) return [];
  const of = (theme: string) => measures.filter(({ snapshot }) => snapshot.version.themes.includes(theme));
  const several = measures.filter(({ snapshot }) => snapshot.version.themes.length > 1).length;
  const none = measures.filter(({ snapshot }) => snapshot.version.themes.length === 0).length;
  const counts = countsByGroup(scheme, [
    ...themes.map((name) => ({ name, measures: of(name) })),
    { name: null, measures },
  ]);
  const notes = [
    ...(several === 0
      ? []
      : [`${counted(several, 'measure')} with several themes counted under each of them.`]),
    ...(none === 0 ? [] : [`${counted(none, 'measure')} without a theme counted in the last line only.`]),
  ];
  return countsBlocks(counts, scheme, notes, grouping);
}
