import { readImprovementReport } from './improvement-report/read-improvement-report.ts';
import type { ImportJob } from './jobs.ts';
import { measuresTable } from './measures/import-measures.ts';
import { peersTable } from './peers/import-peers.ts';
import type { Problem } from './problem.ts';
import { seriesTable } from './series/import-series.ts';
import { streamTable } from './table/import-table.ts';
import { targetsTable } from './targets/import-targets.ts';
import { updatesTable } from './updates/import-updates.ts';

/** Reads the file of a job where it is called: its rows go to `emit`, its problems come back. */
export async function runJob(job: ImportJob, emit: (row: unknown) => void): Promise<readonly Problem[]> {
  switch (job.kind) {
    case 'improvement-report': {
      const { document, problems } = readImprovementReport(job.file.bytes, {
        ...job.options,
        fileName: job.file.name,
      });
      if (document !== null) emit(document);
      return problems;
    }
    case 'updates':
      return streamTable(job.file, updatesTable(job.options), emit, job.options.limits);
    case 'measures':
      return streamTable(job.file, measuresTable(job.options), emit, job.options.limits);
    case 'targets':
      return streamTable(job.file, targetsTable(job.options), emit, job.options.limits);
    case 'series':
      return streamTable(job.file, seriesTable(job.options), emit, job.options.limits);
    case 'peers':
      return streamTable(job.file, peersTable(job.options), emit, job.options.limits);
  }
}
