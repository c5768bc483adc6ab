import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { Refusal as FileRefusal } from '../formats/refusal.ts';
import { auditCommand } from './commands/audit.ts';
import { backupCommand, restoreCommand, verifyCommand } from './commands/backup.ts';
import { checkCommand } from './commands/check.ts';
import { commitmentCommand } from './commands/commitment.ts';
import { compareCommand } from './commands/compare.ts';
import { demoCommand } from './commands/demo.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { forecastCommand } from './commands/forecast.ts';
import { importCommand } from './commands/import.ts';
import { intervalCommand } from './commands/interval.ts';
import { measureCommand } from './commands/measure.ts';
import { migrateCommand } from './commands/migrate.ts';
import { publishCommand } from './commands/publish.ts';
import { reportCommand } from './commands/report.ts';
import { roundCommand } from './commands/round.ts';
import { schemeCommand } from './commands/scheme.ts';
import { serveCommand } from './commands/serve.ts';
import { spcCommand } from './commands/spc.ts';
import { targetCommand } from './commands/target.ts';
import { templateCommand } from './commands/template.ts';
import { userCommand } from './commands/user.ts';
import { type Console, printJson, processConsole, Refusal, UsageError } from './console.ts';
import { systemProblem } from './system-problem.ts';
import { mustBeAllowedVerb, verbOf } from './verbs.ts';

/** Exit codes are part of the promise in docs/cli.md: 0 done, 1 refused with problems, 2 wrong usage. */
const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

/** Runs one command line and sets the exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  process.exitCode = await run(argv, processConsole());
}

export async function run(argv: readonly string[], console: Console): Promise<number> {
  const { program, wantsJson } = programFor(console);
  try {
    await program.parseAsync([...argv]);
    return DONE;
  } catch (error) {
    return exitCodeFor(error, console, wantsJson());
  }
}

/** Every command there is; each asks the policy table before it is run. */
export function programFor(console: Console): { program: Command; wantsJson: () => boolean } {
  const program = new Command('outturn')
    .description('Corporate performance management for councils that shows its working.')
    .version(packageJson.version)
    .exitOverride()
    // What follows a command is its own, whole.
    .enablePositionalOptions()
    .configureOutput({ writeOut: console.out, writeErr: console.err })
    .showHelpAfterError(SEE_HELP);
  // Known before the work begins, so that a refusal too is one JSON document where that was asked for.
  let json = false;
  program.hook('preAction', (_program, command) => {
    json = command.opts().json === true;
    mustBeAllowedVerb(console.who, verbOf(command));
  });
  const commands = [
    demoCommand,
    serveCommand,
    importCommand,
    reportCommand,
    publishCommand,
    checkCommand,
    evaluateCommand,
    spcCommand,
    intervalCommand,
    compareCommand,
    forecastCommand,
    schemeCommand,
    templateCommand,
    measureCommand,
    targetCommand,
    roundCommand,
    commitmentCommand,
    userCommand,
  ];
  const upkeep = [migrateCommand, backupCommand, restoreCommand, verifyCommand, auditCommand];
  for (const command of [...commands, ...upkeep]) {
    program.addCommand(withOverride(command(console), console));
  }
  return { program, wantsJson: () => json };
}

const SEE_HELP = '(outturn COMMAND --help shows what a command takes)';

function withOverride(command: Command, console: Console): Command {
  command
    .exitOverride()
    .configureOutput({ writeOut: console.out, writeErr: console.err })
    .showHelpAfterError(SEE_HELP);
  for (const child of command.commands) withOverride(child, console);
  return command;
}

function exitCodeFor(error: unknown, console: Console, json: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
  if (error instanceof UsageError) {
    console.err(error.message);
    return WRONG_USAGE;
  }
  const refusal = asRefusal(error);
  if (json && !refusal.documented) {
    const [message] = refusal.message.split('\n');
    const problems = refusal.problems ?? [{ severity: 'error', message }];
    printJson(console, { result: 'refused', problems });
  }
  console.err(refusal.message);
  return REFUSED;
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof FileRefusal) return new Refusal(`${error.message} ${error.remedy}`);
  const trace = process.env.OUTTURN_TRACE !== undefined && process.env.OUTTURN_TRACE !== '';
  const stack = trace && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  const system = systemProblem(error);
  if (system !== null) return new Refusal(`${system}${stack}`);
  // Not foreseen: say what happened, and keep the trace for whoever is asked to help.
  const what = error instanceof Error ? error.message : String(error);
  return new Refusal(`Outturn stopped: ${what}${stack || '\nSet OUTTURN_TRACE=1 to see where.'}`);
}
