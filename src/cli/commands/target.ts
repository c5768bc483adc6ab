import { Command } from 'commander';
import { formatDate } from '../../domain/number/date.ts';
import { dayIn } from '../../domain/period/of-day.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { readTargetActs } from '../../store/read-set-up-history.ts';
import { readSetUp } from '../../workflow/queries/set-up.ts';
import { type HeldTarget, targetSlot, targetsOfYear } from '../../workflow/queries/targets-of-year.ts';
import { setTargets } from '../../workflow/set-up/set-targets.ts';
import type { Store } from '../../workflow/store.ts';
import { actingAt, refusing } from '../acting.ts';
import { type Console, printJson, Refusal, textTable, UsageError } from '../console.ts';
import { chosenAuthority, type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';
import { measureNamed } from '../measure-named.ts';
import { dayOf, readPeriod } from '../period.ts';
import { promisedHere, promisesIn, type TypedPromise } from '../typed-promises.ts';

interface TargetOptions extends DatabaseOptions {
  year: string;
  approvedBy?: string;
  approvedOn?: string;
  reason?: string;
  decision?: string;
  json?: boolean;
}

export function targetCommand(console: Console): Command {
  return new Command('target')
    .description('targets: list those of a year, set them, show every version and who set it')
    .addCommand(listCommand(console))
    .addCommand(setCommand(console))
    .addCommand(historyCommand(console));
}

function listCommand(console: Console): Command {
  const command = new Command('list')
    .description('what each measure is promised for a year and its periods')
    .requiredOption('--year <code>', 'the year, such as 2018-19')
    .option('--json', 'print one JSON document');
  return withDatabaseOptions(command).action((options: TargetOptions) => {
    const year = yearNamed(options.year);
    return withStore(options, (store) => list(console, store, year, options), { toRead: true });
  });
}

function yearNamed(text: string): ReportingPeriod {
  const period = readPeriod(text);
  if (period.span === 'year') return period;
  throw new UsageError(`--year takes a year, such as ${period.year}, not "${text}".`);
}

async function list(console: Console, store: Store, year: ReportingPeriod, options: TargetOptions) {
  const authority = await chosenAuthority(store, options);
  const { measures } = await readSetUp(store, authority.code, actingAt(console, authority).today);
  const held = await targetsOfYear(store, authority.code, year.code);
  const targets = measures.flatMap(({ code }) => [...(held.get(code)?.values() ?? [])]);
  if (options.json) {
    return printJson(console, { authority: authority.code, year: year.code, targets: targets.map(shown) });
  }
  if (targets.length === 0) return console.out(`No target is set for ${year.code}.`);
  console.out(
    textTable(
      targets.map(({ measure, period, role, figure, version, approvedBy }) => [
        measure,
        period,
        role === 'target' ? figure.typed : `${role} ${figure.typed}`,
        [version > 1 ? `version ${version}` : '', approvedBy === null ? '' : `approved by ${approvedBy}`]
          .filter((part) => part !== '')
          .join(', '),
      ]),
    ),
  );
}

const shown = ({
  measure,
  period,
  role,
  figure,
  version,
  approvedBy,
  approvedOn,
  reason,
  recordedAt,
}: HeldTarget) => ({
  measure,
  period,
  role,
  value: figure.typed,
  version,
  approvedBy,
  approvedOn,
  reason,
  recordedAt,
});

function historyCommand(console: Console): Command {
  const command = new Command('history')
    .description('every version of what a measure was promised, and who set it')
    .argument('<code>', 'the measure, by its code or another name it is known by')
    .option('--json', 'print one JSON document');
  return withDatabaseOptions(command).action((code: string, options: TargetOptions) =>
    withStore(
      options,
      async (store) => {
        const authority = await chosenAuthority(store, options);
        const setUp = await readSetUp(store, authority.code, actingAt(console, authority).today);
        const measure = measureNamed(setUp, code).code;
        await say(console, store, authority, measure, null, options.json === true);
      },
      { toRead: true },
    ),
  );
}

function setCommand(console: Console): Command {
  const command = new Command('set')
    .description('set targets of a measure; each that differs becomes a version beside the earlier ones')
    .argument('<code>', 'the measure, by its code or another name it is known by')
    .argument(
      '<period=value...>',
      '2018-19/Q2=94.5%, 2018-19=95% for the year end; low:2018-19=4 for a range',
    )
    .option('--approved-by <text>', 'who approved them: Cabinet')
    .option('--approved-on <date>', 'when, such as 14-Mar-2018')
    .option('--reason <text>', 'why one that was set is changed')
    .option('--decision <text>', 'the decision’s reference, for a year that has begun: CAB/18/112')
    .option('--json', 'print one JSON document about the measure’s targets');
  return withDatabaseOptions(command).action((code: string, typed: string[], options: TargetOptions) => {
    const promises = promisesIn(typed);
    const approvedOn = dayOf(options.approvedOn, '--approved-on');
    return withStore(options, (store) => set(console, store, { code, promises, approvedOn }, options), {
      toRead: true,
    });
  });
}

async function set(
  console: Console,
  store: Store,
  {
    code,
    promises,
    approvedOn,
  }: { code: string; promises: readonly TypedPromise[]; approvedOn: string | null },
  options: TargetOptions,
): Promise<void> {
  const authority = await chosenAuthority(store, options);
  const acting = actingAt(console, authority);
  const version = measureNamed(await readSetUp(store, authority.code, acting.today), code);
  const year = (promises[0] as TypedPromise).period.year;
  const held = (await targetsOfYear(store, authority.code, year)).get(version.code);
  const problems = promisedHere(promises, version, year, held);
  if (problems.length > 0) {
    throw new Refusal(problems.join('\n'), {
      problems: problems.map((message) => ({ severity: 'error', message })),
    });
  }
  const changed = await refusing(() =>
    setTargets(store, acting, {
      measure: version.code,
      year,
      values: Object.fromEntries(
        promises.map(({ period, role, typed }) => [targetSlot(period.code, role), typed]),
      ),
      approvedBy: options.approvedBy ?? null,
      approvedOn,
      reason: options.reason ?? null,
      decision: options.decision ?? null,
    }),
  );
  await say(console, store, authority, version.code, changed, options.json === true);
}

/** Every version of a measure's targets; after some were set, how many were new. */
async function say(
  console: Console,
  store: Store,
  authority: { code: string; timeZone: string },
  measure: string,
  changed: number | null,
  json: boolean,
): Promise<void> {
  const acts = await readTargetActs(store, authority.code, measure);
  if (json) {
    const versions = acts.map((act) => ({ ...shown(act), by: act.by }));
    return printJson(console, {
      authority: authority.code,
      measure,
      ...(changed === null ? {} : { changed }),
      versions,
    });
  }
  if (changed !== null) {
    const what = changed === 1 ? '1 target was set' : `${changed} targets were set`;
    return console.out(`${measure}: ${changed === 0 ? 'nothing was different' : what}.`);
  }
  if (acts.length === 0) return console.out(`${measure} has never had a target.`);
  console.out(
    textTable(
      acts.map(({ period, role, figure, version, recordedAt, approvedBy, reason, decision, by }) => [
        period,
        role === 'target' ? figure.typed : `${role} ${figure.typed}`,
        `version ${version}`,
        formatDate(dayIn(recordedAt, authority.timeZone)),
        by?.actor ?? '',
        [approvedBy === null ? null : `approved by ${approvedBy}`, decision, reason ?? by?.reason]
          .filter((part) => part !== null && part !== undefined)
          .join(', '),
      ]),
    ),
  );
}
