import { Refusal, UsageError } from '../console.ts';

export const KINDS = ['improvement-report', 'updates', 'measures', 'targets', 'series', 'peers'] as const;
export type ImportKind = (typeof KINDS)[number];

/** What a file of each kind is called in a sentence. */
export const KIND_WORDS: Readonly<Record<ImportKind, string>> = {
  'improvement-report': 'an improvement report',
  updates: 'updates',
  measures: 'measures',
  targets: 'targets',
  series: 'series',
  peers: 'values of other councils',
};

/** What a file is, where nobody says: by its ending and its name. Never by guessing at its contents. */
export function importKindOf(name: string): ImportKind {
  const lower = name.toLowerCase();
  const named = KINDS.find((kind) => lower.includes(kind.replace(/s$/, '')));
  if (/\.(csv|tsv|xlsx)$/.test(lower)) {
    if (named !== undefined && named !== 'improvement-report') return named;
    throw new UsageError(
      `${name} does not say what it holds. Add --as updates, measures, targets, series or peers, or put the word in its name.`,
    );
  }
  if (/\.xls$/.test(lower))
    throw new Refusal(`${name} is in the old Excel format. Save it as XLSX or CSV, and import that.`);
  return 'improvement-report';
}
