import { readFileSync } from 'node:fs';
import type { MeasureVersion } from '../src/domain/measure/measure.ts';
import { knownMeasures } from '../src/importers/table/known.ts';
import { importUpdates } from '../src/importers/updates/import-updates.ts';
import type { Case } from './case.ts';
import { codeOf, fileOf, MEASURES, ROWS } from './update-file.ts';

export const benchMeasures = (): MeasureVersion[] =>
  Array.from({ length: MEASURES }, (_, index) => measure(index));

/** Our importer, with every check it makes of a file and its rows; all rows are kept. */
export function importCase(format: 'xlsx' | 'csv'): Case {
  const known = { measures: knownMeasures(benchMeasures()) };
  return {
    warm: 0,
    times: 1,
    processes: 5,
    run: async () => {
      const bytes = new Uint8Array(readFileSync(fileOf(format)));
      const { rows, problems } = await importUpdates({ name: `updates.${format}`, bytes }, { known });
      if (rows.length !== ROWS) throw new Error(`${rows.length} rows; ${JSON.stringify(problems[0])}`);
      return rows;
    },
  };
}

function measure(index: number): MeasureVersion {
  return {
    code: codeOf(index),
    validFrom: '2010-04-01',
    title: `Measure ${index}`,
    aliases: [],
    unit: { kind: 'percentage', decimals: 1 },
    polarity: 'higher',
    frequency: 'month',
    periodBasis: 'snapshot',
    kind: 'targeted',
    directorate: 'place',
    service: null,
    owner: null,
    themes: [],
    definition: {},
    confidence: { polarity: 'confirmed', unit: 'confirmed', periodBasis: 'confirmed' },
    retiredAfter: null,
    note: null,
  };
}
