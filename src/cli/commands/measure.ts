import { Command } from 'commander';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { formatDate } from '../../domain/number/date.ts';
import { readDefinitionHistory } from '../../store/read-set-up-history.ts';
import { readSetUp, type SetUp } from '../../workflow/queries/set-up.ts';
import { nobodyFor, saveResponsibility } from '../../workflow/set-up/answer-for-measures.ts';
import { retireMeasure } from '../../workflow/set-up/change-measure.ts';
import type { Store } from '../../workflow/store.ts';
import { actingAt, refusing } from '../acting.ts';
import { type Console, printJson, textTable, UsageError } from '../console.ts';
import { chosenAuthority, type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';
import { measureNamed } from '../measure-named.ts';
import { definitionHistory, historyLine, summaryOf } from '../measure-words.ts';
import { readPeriod } from '../period.ts';

interface MeasureOptions extends DatabaseOptions {
  retired?: boolean;
  contributor: string[];
  approver: string[];
  period?: string;
  note?: string;
  undo?: boolean;
  json?: boolean;
}

export function measureCommand(console: Console): Command {
  return new Command('measure')
    .description('measures: list them, show what one is and was, who answers for it, retire it')
    .addCommand(listCommand(console))
    .addCommand(
      one(console, 'show', 'what a measure is, who answers for it, and every change of its definition'),
    )
    .addCommand(ownerCommand(console))
    .addCommand(retireCommand(console));
}

const collect = (value: string, before: string[]) => [...before, value];

function one(console: Console, name: string, description: string): Command {
  const command = new Command(name)
    .description(description)
    .argument('<code>', 'the measure, by its code or another name it is known by')
    .option('--json', 'print one JSON document about the measure');
  if (name !== 'show') return withDatabaseOptions(command);
  return withDatabaseOptions(command).action((code: string, options: MeasureOptions) =>
    withStore(options, (store) => show(console, store, code, options), { toRead: true }),
  );
}

function listCommand(console: Console): Command {
  const command = new Command('list')
    .description('the measures that are collected, in the order of the scorecard')
    .option('--retired', 'those too that have been retired')
    .option('--json', 'print one JSON document');
  return withDatabaseOptions(command).action((options: MeasureOptions) =>
    withStore(options, (store) => list(console, store, options), { toRead: true }),
  );
}

async function list(console: Console, store: Store, options: MeasureOptions): Promise<void> {
  const authority = await chosenAuthority(store, options);
  const setUp = await readSetUp(store, authority.code, actingAt(console, authority).today);
  const measures = options.retired ? withRetired(setUp) : setUp.measures;
  if (options.json) {
    return printJson(console, {
      authority: authority.code,
      measures: measures.map((version) => summaryOf(version, setUp)),
    });
  }
  if (measures.length === 0)
    return console.out('There is no measure yet. Bring them in with "outturn import".');
  console.out(
    textTable(
      measures.map((version) => [
        version.code,
        version.title,
        version.directorate,
        setUp.responsibilities.get(version.code)?.owner ?? 'no owner',
        version.retiredAfter === null ? '' : `retired after ${formatDate(version.retiredAfter)}`,
      ]),
    ),
  );
}

function withRetired({ measures, versions }: SetUp): MeasureVersion[] {
  const listed = new Set(measures.map(({ code }) => code));
  const newest = new Map(versions.map((version) => [version.code, version]));
  return [...measures, ...[...newest.values()].filter(({ code }) => !listed.has(code))];
}

async function show(console: Console, store: Store, typed: string, options: MeasureOptions): Promise<void> {
  const authority = await chosenAuthority(store, options);
  const setUp = await readSetUp(store, authority.code, actingAt(console, authority).today);
  const last = measureNamed(setUp, typed);
  const version = setUp.measures.find(({ code }) => code === last.code) ?? last;
  const answers = setUp.responsibilities.get(version.code) ?? nobodyFor(version.code);
  const history = definitionHistory(await readDefinitionHistory(store, authority.code, version.code));
  const on = setUp.scorecards.filter((card) => card.measures.includes(version.code));
  const scorecards = [...new Set(on.map(({ code }) => code))];
  if (options.json) {
    const { themes, definition, note } = version;
    const { owner, contributors, approvers } = answers;
    return printJson(console, {
      authority: authority.code,
      measure: { ...summaryOf(version, setUp), themes, definition, note, scorecards },
      answersFor: { owner, contributors, approvers },
      history,
    });
  }
  const levels = setUp.levels.map(({ id, name }) => [`  ${name}`, answers.approvers[id] ?? 'nobody']);
  const sheet = Object.entries(version.definition).map(([field, said]) => [`  ${field}`, String(said)]);
  console.out(
    [
      `${version.code}: ${version.title}`,
      textTable([
        ['  directorate', [version.directorate, version.service].filter((part) => part !== null).join(', ')],
        ['  polarity', version.polarity ?? 'not said'],
        ['  frequency', version.frequency],
        ['  owner', answers.owner ?? 'nobody'],
        ...answers.contributors.map((id) => ['  contributor', id]),
        ...levels,
        ...sheet,
      ]),
      ...history.map((entry) => historyLine(entry, authority.timeZone)),
    ].join('\n'),
  );
}

function ownerCommand(console: Console): Command {
  return one(console, 'owner', 'say who answers for a measure, enters its figures and signs them off')
    .argument('<person>', 'user name of the owner, such as tom.venables')
    .option('--contributor <person>', 'who else enters its figures; may be repeated', collect, [])
    .option('--approver <level=person>', 'who signs off at a level; may be repeated', collect, [])
    .action((code: string, owner: string, options: MeasureOptions) => {
      const approvers = Object.fromEntries(options.approver.map(levelAndPerson));
      return withStore(
        options,
        async (store) => {
          const authority = await chosenAuthority(store, options);
          const acting = actingAt(console, authority);
          const setUp = await readSetUp(store, authority.code, acting.today);
          const measure = measureNamed(setUp, code).code;
          const unknown = Object.keys(approvers).find(
            (level) => !setUp.levels.some(({ id }) => id === level),
          );
          if (unknown !== undefined) {
            const levels = setUp.levels.map(({ id }) => id).join(', ');
            throw new UsageError(`There is no level of approval "${unknown}". There is: ${levels}.`);
          }
          const before = setUp.responsibilities.get(measure) ?? nobodyFor(measure);
          const contributors = options.contributor.length > 0 ? options.contributor : before.contributors;
          const given = { measure, owner, contributors, approvers: { ...before.approvers, ...approvers } };
          await refusing(() => saveResponsibility(store, acting, given));
          await show(console, store, measure, options);
        },
        { toRead: true },
      );
    });
}

function levelAndPerson(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) {
    throw new UsageError(`--approver is written LEVEL=PERSON, not "${text}".`);
  }
  return [text.slice(0, at), text.slice(at + 1)];
}

function retireCommand(console: Console): Command {
  return one(console, 'retire', 'end a measure with the last period it reports on; what it reported stays')
    .option('--period <code>', 'the last period it reports on, such as 2018-19/Q4')
    .option('--note <text>', 'why, as it is printed with the measure')
    .option('--undo', 'it is not retired: collect it again')
    .action((code: string, options: MeasureOptions) => {
      if ((options.undo === true) === (options.period !== undefined)) {
        throw new UsageError('Give the last period with --period, or --undo to collect it again.');
      }
      const lastPeriod = options.period === undefined ? null : readPeriod(options.period).code;
      return withStore(
        options,
        async (store) => {
          const authority = await chosenAuthority(store, options);
          const acting = actingAt(console, authority);
          const measure = measureNamed(await readSetUp(store, authority.code, acting.today), code).code;
          const retiring = { code: measure, lastPeriod, note: options.note ?? null };
          await refusing(() => retireMeasure(store, acting, retiring));
          await show(console, store, measure, options);
        },
        { toRead: true },
      );
    });
}
