import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { areasOf, groupsOn } from '../../domain/peers/peer-group.ts';
import { measuresTemplate } from '../../importers/templates/measures-template.ts';
import { TEMPLATE_KINDS, type TemplateKind, templateFor } from '../../importers/templates/template-for.ts';
import type { Store } from '../../store/database.ts';
import { readPeerGroups } from '../../store/peers.ts';
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

export function templateCommand(console: Console): Command {
  const command = new Command('template')
    .description('an Excel workbook to fill in and import: typed cells, lists, the measures due written in')
    .argument('<kind>', TEMPLATE_KINDS.join(', '))
    .option('--period <code>', 'reporting period, such as 2018-19/Q2 (not needed for measures)')
    .option('--scorecard <name>', 'which scorecard, where there are several')
    .option('--out <dir>', 'folder to write to; made if it is not there', '.')
    .option('--json', 'print one JSON document about what was written');
  return withDatabaseOptions(command).action(async (kind: string, options: TemplateOptions) => {
    if (!TEMPLATE_KINDS.includes(kind as TemplateKind)) {
      throw new UsageError(`There is no template for "${kind}". Choose from ${TEMPLATE_KINDS.join(', ')}.`);
    }
    if (options.period !== undefined) readPeriod(options.period);
    else if (kind !== 'measures') {
      throw new UsageError(
        `A template for ${kind} is for a period. Add --period, such as --period 2018-19/Q2.`,
      );
    }
    const how = { toRead: kind !== 'measures' };
    const { name, bytes } = await withStore(
      options,
      (store) => build(store, kind as TemplateKind, options),
      how,
    );
    await writableFolder(options.out);
    const path = join(options.out, name);
    await writeFile(path, bytes);
    if (options.json) printJson(console, { template: kind, path, bytes: bytes.length });
    else console.out(path);
  });
}

async function build(
  store: Store,
  kind: TemplateKind,
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
  if (kind !== 'peers') return templateFor(kind, snapshot, madeAt);
  const groups = await readPeerGroups(store, snapshot.authority.code);
  return templateFor(kind, snapshot, madeAt, areasOf(groupsOn(groups, snapshot.period.end)));
}

/** A measures template needs a day only to know which versions are in force: today's month. */
function lastMonthOf(instant: string): string {
  const [year, month] = [Number(instant.slice(0, 4)), Number(instant.slice(5, 7))];
  const [begins, number] = month >= 4 ? [year, month - 3] : [year - 1, month + 9];
  return `${begins}-${String(begins + 1).slice(2)}/M${String(number).padStart(2, '0')}`;
}
