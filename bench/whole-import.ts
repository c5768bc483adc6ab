import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCsv } from '../src/formats/csv-writer.ts';
import type { Case } from './case.ts';
import { OutturnProcess } from './outturn-process.ts';
import { codeOf, fileOf, MEASURES } from './update-file.ts';

/**
 * `outturn import` of the whole file: a new process, the embedded database, which holds the measures and no figures,
 * started and stopped, every row checked and written, with its commentary.
 */
export function wholeImportCase(): Case {
  const outturn = new OutturnProcess();
  const measures = join(outturn.folder, 'measures.csv');
  writeFileSync(measures, writeCsv(Object.keys(MEASURE), measureRows(), 'machine'));
  outturn.run('import', measures, '--as', 'measures', '--new-authority', 'Benchmark City');
  return {
    warm: 0,
    times: 1,
    processes: 3,
    run: async () => outturn.run('import', fileOf('xlsx'), '--as', 'updates'),
    peakMemory: () => outturn.peakMegabytes(),
    close: async () => outturn.remove(),
  };
}

const MEASURE = {
  Code: '',
  Title: '',
  Directorate: 'Place',
  Unit: '%',
  Decimals: '1',
  Polarity: 'Higher',
  Frequency: 'Month',
  'Period basis': 'Snapshot',
};

const measureRows = () =>
  Array.from({ length: MEASURES }, (_, index) =>
    Object.values({ ...MEASURE, Code: codeOf(index), Title: `Measure ${index}` }),
  );
