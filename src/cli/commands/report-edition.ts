import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Edition,
  isPublic,
  type ReportKind,
  reportKinds,
  wasPublic,
} from '../../domain/round/edition.ts';
import { editionDownload, editionPage, listEditions } from '../../workflow/queries/editions.ts';
import type { Store } from '../../workflow/store.ts';
import { type Console, printJson, Refusal, UsageError } from '../console.ts';
import { chosenAuthority, type DatabaseOptions, withStore } from '../database.ts';
import { writableFolder } from '../folder.ts';
import { readPeriod } from '../period.ts';
import { scorecardNamed } from '../scorecard-named.ts';

export interface EditionOptions extends DatabaseOptions {
  period: string;
  scorecard?: string;
  edition: string;
  out: string;
  json?: boolean;
}

/** What `--json` calls each report. */
const documents: Readonly<Record<ReportKind, string>> = {
  improvement: 'improvement-report',
  scorecard: 'scorecard',
  cabinet: 'cover-report',
};

/** Writes the files of a published edition as they were stored: byte for byte, and never made again. */
export async function writeEdition(
  console: Console,
  kindText: string,
  formats: readonly string[],
  options: EditionOptions,
): Promise<void> {
  const kind = reportKinds.find((one) => one === kindText);
  if (kind === undefined) throw new UsageError(`There are editions of ${reportKinds.join(', ')} alone.`);
  if (!/^[1-9]\d{0,5}$/.test(options.edition))
    throw new UsageError(`--edition is the number of an edition, like 1, not "${options.edition}".`);
  const period = readPeriod(options.period);
  await withStore(
    options,
    async (store) => {
      const authority = await chosenAuthority(store, options);
      const edition = await editionAsked(store, authority.code, { ...options, kind, period: period.code });
      const page = await editionPage(store, authority.code, edition.id);
      if (page === null) throw new Refusal(`Nothing was stored of edition ${edition.number}.`);
      const files = page.files.filter(({ format }) => formats.includes(format));
      await writableFolder(options.out);
      const written: { path: string; mediaType: string; bytes: number }[] = [];
      for (const { name, mediaType } of files) {
        const file = await editionDownload(store, authority.code, edition.id, name);
        if (file === null) continue;
        const path = join(options.out, name);
        await writeFile(path, file.bytes);
        written.push({ path, mediaType, bytes: file.bytes.length });
        if (!options.json) console.out(path);
      }
      if (!options.json) return;
      printJson(console, {
        report: documents[kind],
        title: page.title,
        authority: page.authority,
        period: period.code,
        measures: page.measures.length,
        summary: page.sentence,
        files: written,
      });
    },
    { toRead: true },
  );
}

interface Asked {
  kind: ReportKind;
  period: string;
  edition: string;
  scorecard?: string;
}

async function editionAsked(store: Store, authority: string, asked: Asked): Promise<Edition> {
  const period = readPeriod(asked.period);
  const scorecard = await scorecardNamed(store, authority, { scorecard: asked.scorecard, period });
  const now = new Date().toISOString();
  // What was made under an embargo is an edition like any other once that has ended, and not there before.
  const same = (await listEditions(store, authority)).filter(
    (each) =>
      each.report === asked.kind &&
      each.period === asked.period &&
      each.scorecard === scorecard &&
      wasPublic(each, now),
  );
  const found = same.find(({ number }) => number === Number(asked.edition));
  if (found?.withdrawn) {
    throw new Refusal(
      `Edition ${found.number} was withdrawn: ${found.withdrawn.reason} Ask for another, or read it on the page Reports.`,
    );
  }
  if (found !== undefined && isPublic(found, now)) return found;
  const there = same.map(({ number }) => number).sort((a, b) => a - b);
  throw new Refusal(
    there.length === 0
      ? `No edition of this report has been published for ${asked.period}.`
      : `There is no edition ${asked.edition} of this report for ${asked.period}. There ${there.length === 1 ? 'is' : 'are'}: ${there.join(', ')}.`,
  );
}
