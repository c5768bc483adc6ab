import { Command } from 'commander';
import {
  type Edition,
  type EditionStanding,
  editionName,
  editionStandings,
  type ReportKind,
} from '../../domain/round/edition.ts';
import { makeEdition, newEditionId } from '../../workflow/editions/make-edition.ts';
import { editionPage } from '../../workflow/queries/editions.ts';
import { type ReleaseView, releaseView } from '../../workflow/queries/release-view.ts';
import type { Store } from '../../workflow/store.ts';
import { actingAt, refusing } from '../acting.ts';
import { type Console, printJson, Refusal, UsageError } from '../console.ts';
import { chosenAuthority, type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';
import { readMoment, readPeriod } from '../period.ts';
import { allRenderers } from '../renderers.ts';
import { type ChoiceOptions, choiceFrom, withChoiceOptions } from '../report-choice.ts';
import { publishExportCommand } from './publish-export.ts';
import { publishWithdrawCommand } from './publish-withdraw.ts';

interface PublishOptions extends DatabaseOptions, ChoiceOptions {
  period: string;
  scorecard?: string;
  standing: string;
  releaseAt?: string;
  readers: string[];
  provisional: string[];
  acknowledge: string[];
  correction?: boolean;
  note?: string;
  json?: boolean;
}

export function publishCommand(console: Console): Command {
  return new Command('publish')
    .description('make a numbered edition of a report that is kept for ever; write all of them to a folder')
    .addCommand(reportOf(console, 'improvement', 'publish the improvement report'))
    .addCommand(reportOf(console, 'scorecard', 'publish a whole scorecard'))
    .addCommand(reportOf(console, 'cabinet', 'publish the cover report of a meeting'))
    .addCommand(publishWithdrawCommand(console))
    .addCommand(publishExportCommand(console));
}

const collect = (value: string, before: string[]) => [...before, value];

function reportOf(console: Console, kind: ReportKind, description: string): Command {
  const command = new Command(kind)
    .description(description)
    .requiredOption('--period <code>', 'reporting period, such as 2018-19/Q2')
    .option('--scorecard <name>', 'which scorecard, where there are several')
    .option('--standing <standing>', `for whom: ${editionStandings.join(', ')}`, 'published')
    .option('--release-at <instant>', 'when an embargo ends: 2018-11-06T09:00:00Z')
    .option('--readers <person>', 'who may read it before; may be repeated', collect, [])
    .option(
      '--provisional <code>',
      'measure to print although nobody has approved it; may be repeated',
      collect,
      [],
    )
    .option('--acknowledge <code=reason>', 'why a warning does not hold it up; may be repeated', collect, [])
    .option('--correction', 'correct the newest edition; --note says what of')
    .option('--note <text>', 'printed at the front')
    .option('--json', 'print one JSON document about the edition');
  return withDatabaseOptions(withChoiceOptions(command)).action((options: PublishOptions) =>
    publish(console, kind, options),
  );
}

async function publish(console: Console, kind: ReportKind, options: PublishOptions): Promise<void> {
  const period = readPeriod(options.period);
  const standing = editionStandings.find((one) => one === options.standing);
  if (standing === undefined) {
    throw new UsageError(
      `There is no standing "${options.standing}". Choose from ${editionStandings.join(', ')}.`,
    );
  }
  const choice = choiceFrom(options, kind);
  const acknowledged = Object.fromEntries(options.acknowledge.map(acknowledgement));
  const releaseAt = options.releaseAt === undefined ? null : readMoment(options.releaseAt, 'UTC');
  if (standing === 'embargoed' && releaseAt === null) {
    throw new UsageError('An embargoed edition needs --release-at.');
  }
  await withStore(
    options,
    async (store) => {
      const authority = await chosenAuthority(store, options);
      const acting = actingAt(console, authority);
      const question = {
        kind,
        period: period.code,
        scorecard: options.scorecard ?? null,
        standing: standing as EditionStanding,
        choice,
        provisional: options.provisional,
      };
      const renderers = await allRenderers();
      const view = await refusing(() => releaseView(store, acting, question));
      refuseUnready(view, acknowledged, standing);
      console.progress('Making the edition…');
      const edition = await refusing(() =>
        makeEdition(
          store,
          acting,
          {
            ...question,
            id: newEditionId(),
            releaseAt,
            readers: options.readers,
            corrects: options.correction ? (view.latest?.id ?? null) : null,
            note: options.note ?? null,
            acknowledged,
            tell: true,
          },
          renderers,
        ),
      );
      console.progress('');
      await say(console, store, authority.code, edition, options.json === true);
    },
    { toRead: true },
  );
}

function acknowledgement(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1 || text.slice(at + 1).trim() === '') {
    throw new UsageError(`--acknowledge is written CODE=REASON, not "${text}".`);
  }
  return [text.slice(0, at), text.slice(at + 1).trim()];
}

/** All that the checklist holds against it, each with what to do, before anything is rendered. */
function refuseUnready(
  { release }: ReleaseView,
  acknowledged: Readonly<Record<string, string>>,
  standing: EditionStanding,
): void {
  if (standing === 'draft') return;
  const open = release.checklist.filter(
    ({ code, severity }) =>
      severity === 'error' || (severity === 'warning' && acknowledged[code] === undefined),
  );
  if (open.length === 0) return;
  const problems = open.map(({ code, severity, sentence, remedy, measures }) => ({
    severity,
    path: code,
    message: `${sentence}${measures.length === 0 ? '' : ` ${measures.map((each) => each.code).join(', ')}.`}`,
    remedy: severity === 'error' ? remedy : `${remedy} Then add --acknowledge ${code}="the reason".`,
  }));
  const lines = problems.map(
    ({ severity, message, remedy }) =>
      `${severity === 'error' ? 'Error' : 'Warning'}: ${message}\n  ${remedy}`,
  );
  throw new Refusal(`Nothing was published.\n${lines.join('\n')}`, { problems });
}

async function say(console: Console, store: Store, authority: string, edition: Edition, json: boolean) {
  const page = await editionPage(store, authority, edition.id);
  const { id, report, title, period, scorecard, number, standing, releaseAt, corrects, chainHead } = edition;
  if (json) {
    const said = { id, report, title, period, scorecard, number, standing, releaseAt, corrects, chainHead };
    printJson(console, { authority, edition: said, files: page?.files ?? [], changes: page?.changes ?? [] });
    return;
  }
  console.out(
    [
      `${standing === 'embargoed' ? page?.label : editionName(edition)} of ${title}, ${page?.period.label}: ${page?.sentence}`,
      ...(page?.changes ?? []).map((change) => `  changed: ${change}`),
      ...(page?.files ?? []).map(({ name, sha256 }) => `  ${sha256}  ${name}`),
      `Audit trail ${chainHead}`,
      `Its page is /${standing === 'draft' ? 'reports' : 'published'}/${id}`,
    ].join('\n'),
  );
}
