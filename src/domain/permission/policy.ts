import type { Role } from '../organisation/person.ts';
import type { Action } from './action.ts';

/** Who acts: somebody signed in with a role, or the public. */
export type Actor = Role | 'public' | 'operator';

/** How a person stands to what they act on. `own`: they answer for it (owner, contributor, approver, or their deputy). */
export type Relation = 'own' | 'ownDirectorate' | 'other';

/** One row: this actor may do this to things so related, while the thing is in one of these states; no row, no right. */
export interface PolicyRow {
  actor: Actor;
  action: Action;
  relations: readonly Relation[];
  /** States of the update or round the action is about; null where its state does not matter. */
  states: readonly string[] | null;
  why: string;
}

const all = ['own', 'ownDirectorate', 'other'] as const;
const row = (
  actor: Actor,
  actions: readonly Action[],
  why: string,
  relations: readonly Relation[] = all,
  states: readonly string[] | null = null,
): PolicyRow[] => actions.map((action) => ({ actor, action, relations, states, why }));

const everybodySignedIn = ['viewer', 'contributor', 'approver', 'performanceTeam', 'internalAudit'] as const;
const putForward = ['proposed', 'approved', 'refused', 'withdrawn'] as const;
const unfinished = ['awaited', 'draft', 'submitted', 'sentBack'] as const;

/** The one policy table. Pages, commands, lists and the exhaustive test are all driven by it. */
export const policy: readonly PolicyRow[] = [
  ...row('public', ['readPublished', 'signIn'], 'what is published is for everybody'),
  ...(['public', 'administrator', ...everybodySignedIn] as const).flatMap((actor) =>
    row(
      actor,
      ['readOwnCalendar', 'readForumCalendar'],
      'calendar programs cannot sign in: the key in the address says whose it is',
    ),
  ),
  ...everybodySignedIn.flatMap((actor) => [
    ...row(actor, ['readPublished', 'signIn', 'changeOwnSettings'], 'everybody signed in'),
    ...row(actor, ['readScorecard'], 'approved figures are for everybody who works here'),
    ...row(actor, ['readCommitments'], 'what was promised is for everybody who works here'),
    ...row(
      actor,
      ['readTargetChanges'],
      'what was put forward and decided is for everybody who works here',
      all,
      putForward,
    ),
    ...row(actor, ['readEmbargoed'], 'named readers of an edition', ['own']),
  ]),
  ...(['viewer', 'contributor'] as const).flatMap((actor) =>
    row(actor, ['changeCommitment'], 'what they answer for: a director may own a commitment', ['own']),
  ),
  ...row(
    'administrator',
    ['readPublished', 'signIn', 'changeOwnSettings'],
    'everybody signed in; running the system gives no right to read drafts',
  ),

  ...row('contributor', ['readOwnWork', 'readEvidence', 'readUnapproved'], 'their own work', ['own']),
  ...row('contributor', ['enterUpdate', 'submitUpdate'], 'their own measures', ['own'], unfinished),
  ...row(
    'contributor',
    ['dismissFinding'],
    'about their own words, while they write them',
    ['own'],
    unfinished,
  ),
  ...row('contributor', ['makeCommitment'], 'for their own measures', ['own']),
  ...row('contributor', ['proposeTargetChange', 'withdrawTargetChange'], 'for their own measures', ['own']),
  ...row('contributor', ['proposeCorrection'], 'a published figure of theirs that is wrong', ['own']),
  ...row('contributor', ['readTargetChanges'], 'drafts of their own measures', ['own'], ['draft']),
  ...row('contributor', ['withdrawUpdate'], 'their own, until approval begins', ['own'], ['submitted']),
  ...row('contributor', ['readUnapproved', 'readEvidence'], 'colleagues see each other’s drafts', [
    'ownDirectorate',
  ]),
  ...row('contributor', ['readTrail'], 'how their figures came about', ['own', 'ownDirectorate']),

  ...row('approver', ['readOwnWork'], 'their own work', ['own']),
  ...row(
    'approver',
    ['readUnapproved', 'readEvidence', 'readTrail'],
    'their directorate’s figures before they are signed off',
    ['own', 'ownDirectorate'],
  ),
  ...row('approver', ['approveUpdate'], 'what they sign off', ['own'], ['submitted']),
  ...row('approver', ['sendBackUpdate'], 'what they sign off', ['own'], ['submitted', 'approved']),
  ...row(
    'approver',
    ['makeCommitment', 'changeCommitment', 'dropCommitment'],
    'what their directorate promises, and whether it is given up',
    ['own', 'ownDirectorate'],
  ),
  ...row(
    'approver',
    ['proposeTargetChange', 'withdrawTargetChange'],
    'what their directorate asks for; a forum decides',
    ['own', 'ownDirectorate'],
  ),
  ...row('approver', ['proposeCorrection'], 'a published figure of their directorate that is wrong', [
    'own',
    'ownDirectorate',
  ]),
  ...row(
    'approver',
    ['readTargetChanges'],
    'drafts of their directorate',
    ['own', 'ownDirectorate'],
    ['draft'],
  ),
  ...row('approver', ['readRound'], 'who is late'),

  ...row(
    'performanceTeam',
    [
      'readOwnWork',
      'readUnapproved',
      'readEvidence',
      'readTrail',
      'readEmbargoed',
      'readRound',
      'runRound',
      'nudge',
      'freezeRound',
      'buildReport',
      'writeCover',
      'publishEdition',
      'withdrawEdition',
      'readSetUp',
      'changeMeasures',
      'changeTargets',
      'changeSchemes',
      'changeChecks',
      'changePeers',
      'importFigures',
      'makeCommitment',
      'changeCommitment',
      'dropCommitment',
      'changeForums',
      'proposeTargetChange',
      'withdrawTargetChange',
      'decideTargetChange',
      'verifyAudit',
    ],
    'they run the round and the reports',
  ),
  ...(['performanceTeam', 'internalAudit', 'operator'] as const).flatMap((actor) =>
    row(actor, ['readTargetChanges'], 'drafts too: they answer for the whole', all, ['draft', ...putForward]),
  ),
  ...row(
    'performanceTeam',
    ['enterUpdate', 'submitUpdate', 'enterForOther'],
    'on an officer’s behalf',
    all,
    unfinished,
  ),
  ...row('performanceTeam', ['withdrawUpdate'], 'on an officer’s behalf', all, ['submitted']),
  ...row('performanceTeam', ['sendBackUpdate'], 'challenge', all, ['submitted', 'approved']),
  ...row('performanceTeam', ['dismissFinding'], 'they clear what holds up a release, with a reason'),
  ...row('performanceTeam', ['reopenUpdate'], 'a frozen measure, with a reason', all, ['approved']),
  ...row('performanceTeam', ['restateFigure'], 'what is published is corrected by those who publish it'),

  ...row(
    'performanceTeam',
    ['setChart', 'setChartRules'],
    'how a chart is drawn decides what it says: never whoever is judged by it',
  ),

  ...row('performanceTeam', ['readSamples'], 'what audit found is theirs to put right'),
  ...row(
    'internalAudit',
    ['readSamples', 'testFigures'],
    'audit records what its tests showed, and changes nothing else',
  ),
  ...row(
    'internalAudit',
    [
      'readUnapproved',
      'readEvidence',
      'readTrail',
      'readEmbargoed',
      'readRound',
      'readSetUp',
      'verifyAudit',
      'exportAudit',
    ],
    'audit reads everything, and changes none of it',
  ),

  ...row(
    'administrator',
    ['readSetUp', 'changeOrganisation', 'changeBranding', 'managePeople', 'setUpAuthority', 'verifyAudit'],
    'they look after the system and its people',
  ),

  ...row(
    'operator',
    [
      'readPublished',
      'readScorecard',
      'readUnapproved',
      'readTrail',
      'readCommitments',
      'readRound',
      'readSetUp',
      'runRound',
      'nudge',
      'freezeRound',
      'buildReport',
      'publishEdition',
      'withdrawEdition',
      'changeMeasures',
      'changeTargets',
      'changeSchemes',
      'changeOrganisation',
      'changeBranding',
      'managePeople',
      'importFigures',
      'setUpAuthority',
      'verifyAudit',
      'exportAudit',
      'backUp',
      'migrate',
      'serve',
    ],
    'whoever holds the database runs the command line',
  ),
  ...row('operator', ['restateFigure'], 'a file may correct what is published, with the reason beside it'),
];
