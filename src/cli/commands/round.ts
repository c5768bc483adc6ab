import { Command } from 'commander';
import { formatDate } from '../../domain/number/date.ts';
import { periodLabel } from '../../domain/period/label.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { backPlan } from '../../domain/round/back-plan.ts';
import { roundStateNames } from '../../domain/round/round.ts';
import { updateStateNames, updateStates } from '../../domain/round/update.ts';
import { approvalLevels } from '../../workflow/queries/approval-levels.ts';
import { listRounds } from '../../workflow/queries/list-rounds.ts';
import { measuresOfRound } from '../../workflow/queries/measures-of-round.ts';
import { type RoundOverview, roundOverview } from '../../workflow/queries/round-overview.ts';
import { plannedRound } from '../../workflow/queries/rounds-calendar.ts';
import { changeRound } from '../../workflow/round/change-round.ts';
import type { Store } from '../../workflow/store.ts';
import { actingAt, refusing } from '../acting.ts';
import { type Console, printJson, Refusal, textTable, UsageError } from '../console.ts';
import { chosenAuthority, type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';
import { dayOf, readPeriod } from '../period.ts';

interface RoundOptions extends DatabaseOptions {
  period: string;
  cabinet?: string;
  scrutiny?: string;
  json?: boolean;
}

export function roundCommand(console: Console): Command {
  return new Command('round')
    .description('rounds of collection: list them, show who has what, open, close and freeze')
    .addCommand(listCommand(console))
    .addCommand(about(console, 'show', 'where each update of a round is, and who has it', show))
    .addCommand(openCommand(console))
    .addCommand(about(console, 'close', 'close a round to entry', (...given) => changed('close', ...given)))
    .addCommand(
      about(console, 'freeze', 'freeze the figures of a round', (...given) => changed('freeze', ...given)),
    );
}

type Work = (console: Console, store: Store, options: RoundOptions) => Promise<void>;

function about(console: Console, name: string, description: string, work: Work): Command {
  const command = new Command(name)
    .description(description)
    .requiredOption('--period <code>', 'reporting period, such as 2018-19/Q3')
    .option('--json', 'print one JSON document about the round');
  return withDatabaseOptions(command).action((options: RoundOptions) => {
    readPeriod(options.period);
    return withStore(options, (store) => work(console, store, options), { toRead: true });
  });
}

function listCommand(console: Console): Command {
  const command = new Command('list')
    .description('every round, latest first')
    .option('--json', 'print one JSON document');
  return withDatabaseOptions(command).action((options: RoundOptions) =>
    withStore(
      options,
      async (store) => {
        const { code } = await chosenAuthority(store, options);
        const rounds = await listRounds(store, code);
        if (options.json) {
          const said = rounds.map(({ period, state, measures, plan }) => ({
            period,
            state,
            measures: measures.length,
            updatesDue: plan.updatesDue,
          }));
          return printJson(console, { authority: code, rounds: said });
        }
        if (rounds.length === 0) return console.out('No round has been opened yet.');
        console.out(
          textTable(
            rounds.map(({ period, state, measures, plan }) => [
              period,
              roundStateNames[state],
              `${measures.length} measures`,
              `updates due ${formatDate(plan.updatesDue)}`,
            ]),
          ),
        );
      },
      { toRead: true },
    ),
  );
}

function openCommand(console: Console): Command {
  const command = about(console, 'open', 'open a round, its days worked back from its meetings', open);
  return command
    .option('--cabinet <date>', 'day on which Cabinet meets, such as 13-Feb-2019')
    .option('--scrutiny <date>', 'day on which scrutiny meets');
}

const open: Work = async (console, store, options) => {
  const [cabinetOn, scrutinyOn] = [
    dayOf(options.cabinet, '--cabinet'),
    dayOf(options.scrutiny, '--scrutiny'),
  ];
  const authority = await chosenAuthority(store, options);
  const period = periodOf(options.period);
  const planned =
    cabinetOn === null && scrutinyOn === null ? await plannedRound(store, authority.code, period.code) : null;
  if (cabinetOn === null && scrutinyOn === null && planned === null) {
    throw new UsageError(
      'Give the day of a meeting, from which the other days follow: --cabinet or --scrutiny. Or plan the round in the rounds calendar first.',
    );
  }
  const levels = (await approvalLevels(store, authority.code)).map(({ id }) => id);
  const { plan, problems } =
    planned === null
      ? backPlan({ cabinetOn, scrutinyOn, periodEnd: period.end, levels })
      : { plan: planned, problems: [] };
  if (problems.length > 0) throw new Refusal(problems.join('\n'));
  const measures = await measuresOfRound(store, authority.code, period.code);
  if (measures.length === 0) {
    throw new Refusal(`No measure is due in ${period.code}. Import measures and a scorecard first.`);
  }
  const change = { period: period.code, verb: 'open' as const, version: null, reason: null };
  const acting = actingAt(console, authority);
  await refusing(() => changeRound(store, acting, { ...change, detail: { plan, measures } }));
  await show(console, store, options);
};

async function changed(
  verb: 'close' | 'freeze',
  console: Console,
  store: Store,
  options: RoundOptions,
): Promise<void> {
  const authority = await chosenAuthority(store, options);
  const { period } = options;
  const change = { period, verb, version: null, reason: null, detail: {} };
  await refusing(() => changeRound(store, actingAt(console, authority), change));
  await show(console, store, options);
}

const show: Work = async (console, store, options) => {
  const authority = await chosenAuthority(store, options);
  const { today } = actingAt(console, authority);
  const overview = await roundOverview(store, authority.code, options.period, today);
  if (overview === null) {
    throw new Refusal(`There is no round for ${options.period}. Open one with "outturn round open".`);
  }
  if (options.json) return printJson(console, documentOf(authority.code, overview));
  const counts = updateStates.map(
    (state) =>
      `${overview.lines.filter((line) => line.standing.state === state).length} ${updateStateNames[state].toLowerCase()}`,
  );
  console.out(
    [
      `${periodLabel(periodOf(options.period))}: ${roundStateNames[overview.round.state].toLowerCase()}. ${counts.join(', ')}.`,
      textTable(
        overview.lines.map((line) => [
          line.code,
          updateStateNames[line.standing.state],
          line.standing.state === 'approved' ? '' : `due ${formatDate(line.due)}${line.late ? ', late' : ''}`,
          line.waitsFor?.name ?? '',
        ]),
      ),
    ].join('\n'),
  );
};

const documentOf = (authority: string, { round, lines }: RoundOverview) => ({
  authority,
  period: round.period,
  state: round.state,
  plan: round.plan,
  updates: lines.map((line) => ({
    measure: line.code,
    state: line.standing.state,
    due: line.due,
    late: line.late,
    waitsFor: line.waitsFor?.id ?? null,
  })),
});
