/** Everything that somebody can do, each with what is said when they may not. The policy table has a row for each. */
export const actions = [
  // published things
  'readPublished',
  'readEmbargoed',
  // figures and texts
  'readScorecard',
  'readUnapproved',
  'readTrail',
  'readEvidence',
  // one's own
  'readOwnWork',
  'changeOwnSettings',
  'readOwnCalendar',
  // an update
  'enterUpdate',
  'enterForOther',
  'submitUpdate',
  'withdrawUpdate',
  'approveUpdate',
  'sendBackUpdate',
  'reopenUpdate',
  'dismissFinding',
  // figures that are published
  'restateFigure',
  'proposeCorrection',
  // commitments
  'readCommitments',
  'makeCommitment',
  'changeCommitment',
  'dropCommitment',
  'changeForums',
  'readForumCalendar',
  // changes of targets and measures
  'readTargetChanges',
  'proposeTargetChange',
  'withdrawTargetChange',
  'decideTargetChange',
  // a round
  'readRound',
  'runRound',
  'nudge',
  'freezeRound',
  // editions
  'buildReport',
  'writeCover',
  'publishEdition',
  'withdrawEdition',
  // set-up
  'readSetUp',
  'changeMeasures',
  'changeTargets',
  'changeSchemes',
  'changeChecks',
  'setChart',
  'setChartRules',
  'changeOrganisation',
  'changeBranding',
  'managePeople',
  'changePeers',
  'importFigures',
  'setUpAuthority',
  // trail
  'readSamples',
  'testFigures',
  'verifyAudit',
  'exportAudit',
  // upkeep
  'backUp',
  'migrate',
  'serve',
  'signIn',
] as const;
export type Action = (typeof actions)[number];
