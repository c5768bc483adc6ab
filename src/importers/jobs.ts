import type { LegacyReport } from './improvement-report/legacy-report.ts';
import type { ReadOptions } from './improvement-report/read-improvement-report.ts';
import type { MeasureOptions, MeasureRow } from './measures/import-measures.ts';
import type { PeerOptions, PeerRow } from './peers/import-peers.ts';
import type { SeriesOptions, SeriesRow } from './series/import-series.ts';
import type { SourceFile } from './table/read-table.ts';
import type { TargetOptions, TargetRow } from './targets/import-targets.ts';
import type { UpdateOptions } from './updates/import-updates.ts';
import type { UpdateRow } from './updates/row.ts';

/** What each kind of import needs to know, and the rows it yields. An improvement report yields one: the document. */
export interface ImportKinds {
  'improvement-report': { options: Omit<ReadOptions, 'fileName'>; row: LegacyReport };
  updates: { options: UpdateOptions; row: UpdateRow };
  measures: { options: MeasureOptions; row: MeasureRow };
  targets: { options: TargetOptions; row: TargetRow };
  series: { options: SeriesOptions; row: SeriesRow };
  peers: { options: PeerOptions; row: PeerRow };
}

export type ImportKind = keyof ImportKinds;

/** One file to read, as one of the kinds. */
export type ImportJob = {
  [Kind in ImportKind]: {
    readonly kind: Kind;
    readonly file: SourceFile;
    readonly options: ImportKinds[Kind]['options'];
  };
}[ImportKind];
