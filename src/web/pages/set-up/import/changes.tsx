import type { Counts as ImportCounts } from '../../../../workflow/set-up/import-deliveries.ts';
import { Table } from '../../../components/table/table.tsx';

/** What the facts of a file are called, in the order of the table. */
const words: readonly (readonly [kind: keyof ImportCounts, words: string])[] = [
  ['authority', 'the council itself'],
  ['organisation', 'directorates and services'],
  ['measures', 'measures'],
  ['scorecards', 'scorecards'],
  ['targets', 'targets'],
  ['observations', 'actuals and forecasts'],
  ['commentaries', 'texts'],
  ['statements', 'statuses and directions as published'],
  ['peerValues', 'values of other councils'],
];

/** How many facts are new, changed, or held already: worked out by recording them and taking all of it back. */
export function Changes({ counts }: { counts: ImportCounts }) {
  const kinds = words.filter(([kind]) => {
    const { added, changed, unchanged } = counts[kind];
    return kind === 'authority' ? added + changed > 0 : added + changed + unchanged > 0;
  });
  return (
    <Table
      caption="What would change"
      columns={[
        { heading: 'What', label: '' },
        { heading: 'New', label: 'New', numeric: true },
        { heading: 'Changed', label: 'Changed', numeric: true },
        { heading: 'As before', label: 'As before', numeric: true },
      ]}
      rows={kinds.map(([kind, text]) => ({
        key: kind,
        cells: [
          text.charAt(0).toUpperCase() + text.slice(1),
          counts[kind].added,
          counts[kind].changed,
          counts[kind].unchanged,
        ],
      }))}
      empty="Nothing would change."
    />
  );
}

/** @example countsInWords(counts) // '3 new and 1 changed measures' */
export function countsInWords(counts: ImportCounts): string {
  const said = words.flatMap(([kind, text]) => {
    const { added, changed } = counts[kind];
    if (added + changed === 0) return [];
    const parts = [added > 0 ? `${added} new` : '', changed > 0 ? `${changed} changed` : ''];
    return [`${text} ${parts.filter((part) => part !== '').join(', ')}`];
  });
  return said.length === 0 ? 'nothing was different' : said.join('; ');
}
