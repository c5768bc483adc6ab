import { CHART_RULES_SETTING, measureOfChartSetting } from '../../../domain/signal/read-setting.ts';

/** What an event says was done, for a reader; an action that is not here is shown as it is. */
const actions: Readonly<Record<string, string>> = {
  'update.save': 'saved a draft',
  'update.submit': 'submitted an update',
  'update.withdraw': 'took an update back',
  'update.sendBack': 'sent an update back',
  'update.approve': 'approved an update',
  'update.reopen': 'reopened an update',
  'commitment.promise': 'made a commitment',
  'commitment.note': 'said how a commitment goes',
  'commitment.amend': 'changed a commitment',
  'commitment.discharge': 'discharged a commitment',
  'commitment.drop': 'dropped a commitment',
  'commitment.reopen': 'reopened a commitment',
  'suggestion.confirm': 'confirmed a suggested commitment',
  'suggestion.decline': 'said no to a suggested commitment',
  'finding.dismiss': 'dismissed a finding about the words of an update',
  'finding.restore': 'brought a dismissed finding back',
  'forumCalendarAddress.make': 'made a calendar address of a forum',
  'forumCalendarAddress.stop': 'stopped a calendar address of a forum',
  'proposal.save': 'saved a draft of a target change',
  'proposal.propose': 'proposed a target change',
  'proposal.attach': 'added evidence to a target change',
  'proposal.detach': 'removed evidence from a target change',
  'proposal.approve': 'recorded that a target change was approved',
  'proposal.refuse': 'recorded that a target change was refused',
  'proposal.withdraw': 'withdrew a target change',
  'figure.restate': 'corrected a published figure',
  'correction.propose': 'proposed a correction of a published figure',
  'correction.accept': 'accepted a proposed correction',
  'correction.refuse': 'refused a proposed correction',
  'correction.withdraw': 'withdrew a proposed correction',
  'figure.markProvisional': 'marked a published figure as provisional',
  'figure.makeFinal': 'marked a provisional figure as final',
  'evidence.add': 'added evidence',
  'evidence.remove': 'removed evidence',
  'round.open': 'opened the round',
  'round.plan': 'changed the plan of the round',
  'round.extend': 'gave more time',
  'round.nudge': 'sent a reminder',
  'round.exempt': 'marked as exempt, or no longer',
  'round.close': 'closed the round to entry',
  'round.openAgain': 'opened the round again',
  'round.freeze': 'froze the round',
  'round.reopenMeasure': 'reopened a frozen measure',
  'round.publish': 'published the round',
  'round.rollOver': 'rolled the year over',
  'edition.draft': 'made a draft edition',
  'edition.embargoed': 'made an embargoed edition',
  'edition.published': 'published an edition',
  'edition.readers': 'named readers of an edition',
  'edition.released': 'released an edition at the end of its embargo',
  'edition.withdrawn': 'withdrew an edition',
  'facts.write': 'recorded figures, texts, targets or measures',
  import: 'imported a file',
  'setting.write': 'changed a setting',
  'scheme.write': 'changed a scheme',
  'person.write': 'changed a person',
  'responsibility.write': 'changed who answers for a measure',
  'absence.write': 'passed work to a deputy, or took it back',
  'credential.write': 'set a password',
  'session.start': 'signed in',
  'session.end': 'signed out',
  'signIn.try': 'tried to sign in',
  'signIn.refused': 'was refused at sign-in',
  'peerGroup.write': 'changed a group of councils to compare with',
  'nationalData.write': 'said when national figures are expected',
  'mail.sendAgain': 'sent mail again',
  'cover.write': 'wrote the words of a cover report',
  'assurance.sample': 'drew a sample of figures to test',
  'assurance.result': 'recorded what a test showed',
  'audit.slippedIn': 'found events that came later than they say',
};

export const actionInWords = (action: string): string => actions[action] ?? action;

/** Kinds of things that events are about. */
export const kinds: Readonly<Record<string, string>> = {
  update: 'Update of a measure',
  round: 'Round',
  commitment: 'Commitment',
  edition: 'Edition',
  authority: 'Figures, targets and measures',
  proposal: 'Target change',
  measure: 'Measure',
  cover: 'Cover report',
  assurance: 'Figures tested by internal audit',
  peerGroup: 'Group of councils to compare with',
  nationalData: 'National figures',
  import: 'Imported file',
  person: 'Person',
  responsibility: 'Responsibility',
  setting: 'Setting',
  scheme: 'Scheme',
  mail: 'Mail',
  seal: 'Seal of the trail',
};

const settings: Readonly<Record<string, string>> = {
  [CHART_RULES_SETTING]: 'How control charts are drawn',
};

/** What an event is about: a setting by what it is for, and everything else by its own name. */
export function objectInWords({ kind, id }: { kind: string; id: string }): string {
  if (kind !== 'setting') return id;
  const measure = measureOfChartSetting(id);
  return measure === null ? (settings[id] ?? id) : `Control chart of ${measure}`;
}

export const kindInWords = (kind: string): string => kinds[kind] ?? kind;
