import type { Command } from 'commander';
import type { Action } from '../domain/permission/action.ts';
import { can } from '../domain/permission/can.ts';
import { Refusal } from './console.ts';
import type { AtKeyboard } from './operator.ts';

/** For verbs that touch nothing of any authority: what ships with Outturn, rows on standard input, a file by itself. */
const nothingHeld: readonly Action[] = [];
/** A report or a replay is worked out from the figures as they stand, whether or not anybody has published them. */
const figuresAsTheyStand: readonly Action[] = ['readScorecard', 'readUnapproved'];

/**
 * What the policy table is asked before a verb is run, as the routes of the web application say it of pages. A verb
 * without a row stops every command.
 */
export const verbs: Readonly<Record<string, readonly Action[]>> = {
  demo: ['setUpAuthority', 'importFigures', 'serve'],
  serve: ['serve'],
  import: ['importFigures'],
  template: ['importFigures'],
  report: figuresAsTheyStand,
  'report compare': figuresAsTheyStand,
  check: figuresAsTheyStand,
  'publish improvement': ['buildReport', 'publishEdition'],
  'publish scorecard': ['buildReport', 'publishEdition'],
  'publish cabinet': ['buildReport', 'publishEdition'],
  'publish withdraw': ['withdrawEdition'],
  'publish export': ['readPublished', 'buildReport'],
  evaluate: nothingHeld,
  spc: nothingHeld,
  interval: nothingHeld,
  compare: nothingHeld,
  forecast: nothingHeld,
  'scheme list': nothingHeld,
  'scheme show': nothingHeld,
  'scheme key': nothingHeld,
  'scheme replay': figuresAsTheyStand,
  'measure list': ['readSetUp'],
  'measure show': ['readSetUp'],
  'measure owner': ['changeMeasures'],
  'measure retire': ['changeMeasures'],
  'target list': ['readSetUp'],
  'target history': ['readSetUp'],
  'target set': ['changeTargets'],
  'commitment list': ['readCommitments'],
  'commitment plan': ['readCommitments'],
  'round list': ['readRound'],
  'round show': ['readRound'],
  'round open': ['runRound'],
  'round close': ['runRound'],
  'round freeze': ['freezeRound'],
  'user list': ['readSetUp'],
  'user add': ['managePeople'],
  'user password': ['managePeople'],
  'user end': ['managePeople'],
  migrate: ['migrate'],
  backup: ['backUp'],
  restore: ['backUp', 'migrate'],
  verify: nothingHeld,
  'audit verify': ['verifyAudit'],
  'audit head': ['verifyAudit'],
  'audit export': ['exportAudit'],
};

/** The words by which a verb is called: `round open`. */
export function verbOf(command: Command): string {
  const words: string[] = [];
  for (let at: Command | null = command; at?.parent; at = at.parent) words.unshift(at.name());
  return words.join(' ');
}

/** Every verb below a command: those that have none below them, and those that take arguments of their own. */
export const verbsBelow = (command: Command): string[] => [
  ...(command.commands.length === 0 || command.registeredArguments.length > 0 ? [verbOf(command)] : []),
  ...command.commands.flatMap(verbsBelow),
];

/** Refuses a verb that the policy table has no row for, before anything is opened, read or done. */
export function mustBeAllowedVerb(who: AtKeyboard, verb: string): void {
  const actions = verbs[verb];
  if (actions === undefined) throw new Error(`nothing says who may "${verb}": add it to src/cli/verbs.ts`);
  mustBeAllowedTo(who, actions);
}

/** The same of actions that only what was given tells: an import may bring a council that is new here. */
export function mustBeAllowedTo(who: AtKeyboard, actions: readonly Action[]): void {
  if (actions.every((action) => can(who.actors, action, { relation: 'other', state: null }))) return;
  throw new Refusal('You do not have permission to do this.');
}
