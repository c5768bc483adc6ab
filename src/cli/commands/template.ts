import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { isDue } from '../../domain/measure/position.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { lastPeriods, periodsIn, yearOf } from '../../domain/period/relate.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { seriesTemplate, targetsTemplate } from '../../importers/templates/figures-template.ts';
import { measuresTemplate } from '../../importers/templates/measures-template.ts';
import { updatesTemplate } from '../../importers/templates/updates-template.ts';
import type { Store } from '../../store/database.ts';
import { listAuthorities } from '../../store/read-authorities.ts';
import { readSnapshot } from '../../workflow/queries/read-evaluation.ts';
import { type Console, printJson, UsageError } from '../console.ts';
import { type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';
import { writableFolder } from '../folder.ts';
import { readPeriod } from '../period.ts';
import { asking } from '../question.ts';

interface TemplateOptions extends DatabaseOptions {
  period?: string;
  scorecard?: string;
  out: string;
  json?: boolean;
}

const KINDS = ['updates', 'measures', 'targets', 'series'] as const;
type Kind = (typeof KINDS)[number];

/** How far back a template for past values goes: three years of quarters. */
const SERIES_PERIODS = 12;

export function templateCommand(console: Console): Command {
  const command = new Command('template')
    .description('an Excel workbook to fill in and import: typed cells, lists, the measures due written in')
    .argument('<kind>', KINDS.join(', '))
    .option('--period <code>', 'reporting period, such as 2018-19/Q2 (not needed for measures)')
    .option('--scorecard <name>', 'which scorecard, where there are several')
    .option('--out <dir>', 'folder to write to; made if it is not there', '.')
    .option('--json', 'print one JSON document about what was written');
  return withDatabaseOptions(command).action(async (kind: string, options: TemplateOptions) => {
    if (!KINDS.includes(kind as Kind)) {
      throw new UsageError(`There is no template for "${kind}". Choose from ${KINDS.join(', ')}.`);
    }
    if (options.period !== undefined) readPeriod(options.period);
    else if (kind !== 'measures') {
      throw new UsageError(
        `A template for ${kind} is for a period. Add --period, such as --period 2018-19/Q2.`,
      );
    }
    const how = { toRead: kind !== 'measures' };
    const { name, bytes } = await withStore(options, (store) => build(store, kind as Kind, options), how);
    await writableFolder(options.out);
    const path = join(options.out, name);
    await writeFile(path, bytes);
    if (options.json) printJson(console, { template: kind, path, bytes: bytes.length });
    else console.out(path);
  });
}

async function build(
  store: Store,
  kind: Kind,
  options: TemplateOptions,
): Promise<{ name: string; bytes: Uint8Array }> {
  const madeAt = new Date().toISOString();
  const isEmpty = (await listAuthorities(store)).length === 0;
  if (kind === 'measures' && isEmpty) {
    const bytes = await measuresTemplate({ authorityName: 'Your council', madeAt, directorates: [] });
    return { name: 'measures-template.xlsx', bytes };
  }
  const asked = { ...options, period: options.period ?? lastMonthOf(madeAt) };
  const snapshot = await asking(store, asked, (question) => readSnapshot(store, question));
  const { authority, period } = snapshot;
  const who = { authorityName: authority.name, madeAt };
  const measures = snapshot.measures.map((each) => each.version);
  const stem = `${authority.code}-${kind}-template`;
  switch (kind) {
    case 'measures': {
      const directorates = snapshot.directorates.map(({ name }) => name);
      return { name: `${stem}.xlsx`, bytes: await measuresTemplate({ ...who, directorates, measures }) };
    }
    case 'updates':
      return {
        name: `${stem}-${dashed(period)}.xlsx`,
        bytes: await updatesTemplate({ ...who, period, due: dueIn(snapshot) }),
      };
    case 'targets': {
      const year = yearOf(period);
      const periods = period.span === 'year' ? [year] : [...periodsIn(period.year, period.span), year];
      return {
        name: `${stem}-${year.code}.xlsx`,
        bytes: await targetsTemplate({ ...who, measures, periods }),
      };
    }
    case 'series': {
      const periods = lastPeriods(period, SERIES_PERIODS);
      return {
        name: `${stem}-${dashed(period)}.xlsx`,
        bytes: await seriesTemplate({ ...who, measures, periods }),
      };
    }
  }
}

const dashed = (period: ReportingPeriod) => period.code.replaceAll('/', '-');

/** A measures template needs a day only to know which versions are in force: today's month. */
function lastMonthOf(instant: string): string {
  const [year, month] = [Number(instant.slice(0, 4)), Number(instant.slice(5, 7))];
  const [begins, number] = month >= 4 ? [year, month - 3] : [year - 1, month + 9];
  return `${begins}-${String(begins + 1).slice(2)}/M${String(number).padStart(2, '0')}`;
}

/** The measures due in the period, with what an officer wants beside the cell to fill in. */
function dueIn({ measures, period }: Snapshot) {
  return measures
    .filter(({ version }) => isDue(version, period))
    .map(({ version, directorate, previous, periodTargets, yearTargets, position, forecast }) => ({
      measure: version,
      directorateName: directorate.name,
      previous: previous.figure,
      target: periodTargets.target ?? null,
      yearTarget: yearTargets.target ?? null,
      actual: position.observation?.figure ?? null,
      forecast: forecast?.figure ?? null,
      parts:
        [position, previous].find(({ observation }) => observation?.parts.length)?.observation?.parts ?? [],
    }));
}
