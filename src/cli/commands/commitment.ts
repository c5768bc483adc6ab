import { Command } from 'commander';
import { commitmentStateNames } from '../../domain/commitment/commitment.ts';
import { formatDate } from '../../domain/number/date.ts';
import { type CommitmentLine, readCommitments } from '../../workflow/queries/commitments.ts';
import { readForwardPlanReport } from '../../workflow/queries/forward-plan.ts';
import type { Store } from '../../workflow/store.ts';
import { actingAt } from '../acting.ts';
import { type Console, printJson, Refusal, textTable, UsageError } from '../console.ts';
import { chosenAuthority, type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';
import { RENDERERS } from '../renderers.ts';
import { chosenFormats, writeReportFiles } from '../write-report.ts';

const STATES = ['open', 'overdue', 'done', 'dropped', 'all'] as const;

interface ListOptions extends DatabaseOptions {
  state: string;
  measure?: string;
  forum?: string;
  json?: boolean;
}

interface PlanOptions extends DatabaseOptions {
  forum?: string;
  format: string;
  out: string;
  json?: boolean;
}

export function commitmentCommand(console: Console): Command {
  return new Command('commitment')
    .description('what was promised for measures: list it, and write the forward plan of a forum')
    .addCommand(listCommand(console))
    .addCommand(planCommand(console));
}

function listCommand(console: Console): Command {
  const command = new Command('list')
    .description('commitments, the earliest due first')
    .option('--state <state>', `which: ${STATES.join(', ')}`, 'open')
    .option('--measure <code>', 'only those of one measure')
    .option('--forum <id>', 'only those that come before one forum')
    .option('--json', 'print one JSON document');
  return withDatabaseOptions(command).action((options: ListOptions) => {
    if (!(STATES as readonly string[]).includes(options.state)) {
      throw new UsageError(`There is no state "${options.state}". Choose from ${STATES.join(', ')}.`);
    }
    return withStore(options, (store) => list(console, store, options), { toRead: true });
  });
}

async function list(console: Console, store: Store, options: ListOptions): Promise<void> {
  const authority = await chosenAuthority(store, options);
  const { today } = actingAt(console, authority);
  const measures = options.measure === undefined ? {} : { measures: [options.measure] };
  const all = await readCommitments(store, authority.code, today, measures);
  const found = all.filter(
    (line) => fits(line, options.state) && (options.forum === undefined || line.forum === options.forum),
  );
  if (options.json) {
    return printJson(console, { authority: authority.code, commitments: found.map(documentOf) });
  }
  if (found.length === 0) return console.out('No commitment fits.');
  console.out(
    textTable(
      found.map((line) => [
        line.measure,
        line.overdue ? 'Overdue' : commitmentStateNames[line.state],
        formatDate(line.due),
        line.ownerName,
        line.what,
      ]),
    ),
  );
}

const fits = ({ state, overdue }: CommitmentLine, wanted: string): boolean =>
  wanted === 'all' || (wanted === 'overdue' ? overdue : state === wanted);

const documentOf = (line: CommitmentLine) => ({
  id: line.id,
  measure: line.measure,
  period: line.period,
  kind: line.kind,
  what: line.what,
  owner: line.owner,
  due: line.due,
  firstDue: line.firstDue,
  forum: line.forum,
  meeting: line.meeting,
  state: line.state,
  overdue: line.overdue,
  outcome: line.state === 'done' ? (line.closed?.words ?? null) : null,
  droppedBecause: line.state === 'dropped' ? (line.closed?.words ?? null) : null,
});

function planCommand(console: Console): Command {
  const command = new Command('plan')
    .description('write the forward plan: what comes to which meeting of which forum')
    .option('--forum <id>', 'only one forum, such as executive-scrutiny-board')
    .option('--format <list>', `comma-separated: ${Object.keys(RENDERERS).join(',')}`, 'html,docx')
    .option('--out <dir>', 'folder to write to; made if it is not there', '.')
    .option('--json', 'print one JSON document about what was written');
  return withDatabaseOptions(command).action((options: PlanOptions) => writePlan(console, options));
}

async function writePlan(console: Console, options: PlanOptions): Promise<void> {
  const formats = chosenFormats(options.format);
  const report = await withStore(
    options,
    async (store) => {
      const authority = await chosenAuthority(store, options);
      const { today } = actingAt(console, authority);
      return readForwardPlanReport(store, authority, today, options.forum ?? null);
    },
    { toRead: true },
  );
  if (report === null) throw new Refusal(`There is no forum "${options.forum}". Set-up lists them.`);
  await writeReportFiles(console, report, formats, options);
}
