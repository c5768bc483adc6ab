import type { DefinitionSheet, MeasureVersion } from '../../domain/measure/measure.ts';
import { sameWords } from '../../domain/number/typed-text.ts';
import type { OrganisationUnit } from '../../domain/organisation/organisation.ts';
import type { FileLimits } from '../../formats/limits.ts';
import { type Imported, importTable, type RowReport, type TableKind } from '../table/import-table.ts';
import type { SourceFile } from '../table/read-table.ts';
import { DEFINITION_FIELDS, MEASURE_COLUMNS } from './columns.ts';
import { type MeasureFields, measureFields } from './fields.ts';
import { directorateOf } from './organisation.ts';
import { UNIT_WORDS, unitOf } from './unit-text.ts';

export interface MeasureRow {
  readonly row: number;
  readonly measure: MeasureVersion;
  /** The scorecard it belongs to by name; null for the import's own. */
  readonly scorecard: string | null;
  /** Its declared place as plain decimal text; null for the place in the file. */
  readonly order: string | null;
}

export interface MeasureOptions {
  /** The directorates and services held so far; where there are none, the file's own are taken as new. */
  readonly organisation?: readonly OrganisationUnit[];
  /** True where a directorate or service that is not held is taken as new, rather than as a slip. */
  readonly newDirectorates?: boolean;
  /** From when rows that do not say are valid (ISO date). */
  readonly validFrom: string;
  readonly limits?: FileLimits;
}

/** Reads a file of measures. All rows, or none and every problem. */
export function importMeasures(file: SourceFile, options: MeasureOptions): Promise<Imported<MeasureRow>> {
  return importTable(file, measuresTable(options), options.limits);
}

export function measuresTable(options: MeasureOptions): TableKind<MeasureFields, MeasureRow> {
  const claimed = new Map<string, string>();
  return {
    sheet: 'Measures',
    columns: MEASURE_COLUMNS,
    schema: measureFields,
    identity: ({ measure }) => [measure.code, measure.validFrom],
    rowOf: (fields, report, at) => {
      const unit = unitOf(fields.unit, fields.decimals ?? 0);
      if (unit === null) {
        report.error('unit', {
          message: `“${fields.unit.slice(0, 60)}” is not a known unit.`,
          remedy: `Use ${UNIT_WORDS.join(', ')}, a rate such as “Per 1,000 births”, or the steps of a scale, best first: “Completed > On track > Slipped”.`,
        });
      }
      claim([fields.code, ...(fields.aliases ?? [])], fields.code, claimed, report);
      const directorate = directorateOf(
        'directorate',
        fields.directorate,
        options.organisation ?? [],
        report,
        options.newDirectorates,
      );
      const service =
        fields.service === undefined
          ? null
          : directorateOf(
              'service',
              fields.service,
              options.organisation ?? [],
              report,
              options.newDirectorates,
            );
      if (unit === null || directorate === null) return null;
      const measure: MeasureVersion = {
        code: fields.code,
        validFrom: fields.validFrom ?? options.validFrom,
        title: fields.title,
        aliases: fields.aliases ?? [],
        unit,
        polarity: fields.polarity ?? null,
        frequency: fields.frequency ?? 'quarter',
        periodBasis: fields.periodBasis ?? null,
        kind: fields.kind ?? 'targeted',
        directorate,
        service,
        owner: fields.owner ?? null,
        themes: fields.themes ?? [],
        definition: definitionOf(fields),
        confidence: {
          polarity: fields.polarity === undefined ? 'unconfirmed' : 'confirmed',
          unit: 'confirmed',
          periodBasis: fields.periodBasis === undefined ? 'unconfirmed' : 'confirmed',
        },
        retiredAfter: fields.retiredAfter ?? null,
        note: fields.note ?? null,
      };
      warnOfGaps(measure, report);
      return { row: at.row, measure, scorecard: fields.scorecard ?? null, order: fields.order ?? null };
    },
  };
}

/** A code or alias belongs to one measure: otherwise an update could not say which it means. */
function claim(
  names: readonly string[],
  owner: string,
  claimed: Map<string, string>,
  report: RowReport,
): void {
  for (const name of names) {
    const key = sameWords(name);
    const other = claimed.get(key);
    if (other === undefined) claimed.set(key, owner);
    else if (other !== owner) {
      report.error(name === owner ? 'code' : 'aliases', {
        message: `“${name}” already names the measure ${other}.`,
        remedy: 'Give each code and alias to one measure only.',
      });
    }
  }
}

function definitionOf(fields: MeasureFields): DefinitionSheet {
  const texts = DEFINITION_FIELDS.flatMap((key) =>
    fields[key] === undefined ? [] : [[key, fields[key]] as const],
  );
  return {
    ...Object.fromEntries(texts),
    ...(fields.breaksSeries === undefined ? {} : { breaksSeries: fields.breaksSeries }),
  };
}

function warnOfGaps(measure: MeasureVersion, report: RowReport): void {
  if (measure.kind !== 'targeted' || measure.polarity !== null) return;
  report.warning('polarity', {
    message: `${measure.code} does not say which way is good, so it gets no status.`,
    remedy:
      'Fill in Polarity: Higher is better, Lower is better, Closest to target, Within a range or Information only.',
  });
}
