import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { sameWords } from '../../domain/number/typed-text.ts';
import { unitInWords } from '../../domain/number/unit-words.ts';
import type { RowReport } from '../table/import-table.ts';
import type { UpdateFields } from './fields.ts';
import type { UpdateRow } from './row.ts';

type Part = UpdateRow['part'];

/** Said of a measure and period as a whole, on its own row. */
const OF_THE_WHOLE = [
  'forecast',
  'outturn',
  'provisional',
  'flags',
  'dataPeriod',
  'context',
  'actions',
  'intervention',
  'note',
] as const;

/** Which part a row is of, in the spelling that the file uses first; undefined where the row was reported. */
export type PartReader = (
  fields: UpdateFields,
  measure: MeasureVersion,
  report: RowReport,
) => Part | undefined;

export function partReader(): PartReader {
  const spelt = new Map<string, string>();
  const asFirstSpelt = (kind: string, text: string) => {
    const key = JSON.stringify([sameWords(kind), sameWords(text)]);
    const first = spelt.get(key) ?? text;
    spelt.set(key, first);
    return first;
  };
  return (fields, measure, report) => {
    const { partOf, part } = fields;
    if (partOf === undefined && part === undefined) return null;
    if (partOf === undefined || part === undefined) {
      report.error(partOf === undefined ? 'partOf' : 'part', {
        message: 'The row says only half of what it is a part of.',
        remedy:
          'Fill in both Part of (directorate, ward, town) and Part (its name), or neither for the whole figure.',
      });
      return undefined;
    }
    if (!('decimals' in measure.unit)) {
      report.error('partOf', {
        message: `${measure.code} is ${unitInWords(measure.unit)}, which has no parts.`,
        remedy: 'Delete the row.',
      });
      return undefined;
    }
    for (const key of OF_THE_WHOLE) {
      if (fields[key] === undefined) continue;
      report.error(key, {
        message: 'A row for a part holds its figure alone; this is said of the whole.',
        remedy: `Move it to the row of ${measure.code} without a part.`,
      });
    }
    const kind = asFirstSpelt('', lowered(partOf));
    return { kind, name: asFirstSpelt(kind, part) };
  };
}

/** `Ward` is printed within a sentence, and so is `HRA estate`. */
const lowered = (text: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
