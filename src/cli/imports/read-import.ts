import type { DirectionScheme } from '../../domain/direction/scheme.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import type { CodeCorrections } from '../../importers/improvement-report/code-and-title.ts';
import type { Problem } from '../../importers/problem.ts';
import type { Delivery } from '../../workflow/record-facts.ts';
import type { DatabaseOptions } from '../database.ts';
import type { ImportKind } from './kind.ts';

export interface ReadImport {
  file: string;
  kind: ImportKind;
  period: string | null;
  delivery: Delivery | null;
  problems: readonly Problem[];
  /** What was read and decided, for the dry run. */
  notes: readonly string[];
}

export interface ReadContext extends DatabaseOptions {
  recordedAt: string;
  period?: string;
  /** How codes and titles of an improvement report are to be read, where the rule reads them wrongly. */
  corrections: CodeCorrections;
  newAuthority?: string;
  newDirectorates?: boolean;
  /** Status scheme of a new authority; null where none was named. */
  scheme: StatusScheme | null;
  /** The same of its direction of travel scheme. */
  direction: DirectionScheme | null;
  commentary: 'plain' | 'markdown' | 'html';
}

/** A file as it was found: named, whole, and of a kind. */
export interface NamedFile {
  name: string;
  bytes: Uint8Array;
  kind: ImportKind;
}
