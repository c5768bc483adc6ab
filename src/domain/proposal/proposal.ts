import type { Comparability } from '../measure/series-change.ts';

/** What may be proposed. `define`: another definition of the same measure. */
export const proposalKinds = ['amend', 'combine', 'split', 'retire', 'new', 'define'] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export const proposalKindNames: Readonly<Record<ProposalKind, string>> = {
  amend: 'Amend a target',
  combine: 'Combine measures',
  split: 'Split a measure',
  retire: 'Retire a measure',
  new: 'New measure',
  define: 'Change a definition',
};

/** A measure that a proposal leaves behind: a new one, or one of those concerned that goes on under its code. */
export interface ResultingMeasure {
  code: string;
  title: string;
}

/** What is proposed, as it was typed. */
export interface ProposalContent {
  kind: ProposalKind;
  /** Codes of the measures concerned; of a new measure the one it is counted like. */
  measures: readonly string[];
  /** Code of the first quarter for which it would hold; '' while nobody has chosen. */
  from: string;
  /** What was typed for each target, by `targetSlot`; a blank leaves what is held. */
  values: Readonly<Record<string, string>>;
  /** What comes of combining, splitting or adding; empty for the other kinds. */
  results: readonly ResultingMeasure[];
  /** Of a change of definition: the new meaning. */
  meaning: string;
  /** Whether earlier figures may be compared with later ones: of a definition, of measures combined or split. */
  comparable: Comparability;
  reason: string;
  /** Who decides: a forum or a person, by name, and the day on which the forum meets. */
  decider: { kind: 'forum' | 'person'; name: string; meets: string | null };
}

export const emptyProposal: ProposalContent = {
  kind: 'amend',
  measures: [],
  from: '',
  values: {},
  results: [],
  meaning: '',
  comparable: 'no',
  reason: '',
  decider: { kind: 'forum', name: '', meets: null },
};

export type ProposalVerb = 'save' | 'propose' | 'attach' | 'detach' | 'approve' | 'refuse' | 'withdraw';

export const proposalStates = ['draft', 'proposed', 'approved', 'refused', 'withdrawn'] as const;
export type ProposalState = (typeof proposalStates)[number];

export const proposalStateNames: Readonly<Record<ProposalState, string>> = {
  draft: 'Draft',
  proposed: 'Proposed',
  approved: 'Approved',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};

/** What was decided: by whom, on which day, and where it can be looked up. */
export interface Decision {
  by: string;
  /** ISO day. */
  on: string;
  /** `CAB/18/112`, a minute, the date of a letter. */
  reference: string;
}

/** A document or a link beside a proposal. */
export interface ProposalEvidence {
  id: string;
  title: string;
  url: string | null;
  file: { name: string; mediaType: string; size: number; sha256: string } | null;
}

export interface ProposalDetail {
  decision?: Decision;
  evidence?: ProposalEvidence;
  /** Id of evidence that was taken off the list. */
  removes?: string;
}

/** One thing that happened to a proposal. Never changed; where it stands is worked out from all of them in order. */
export interface ProposalRecord {
  /** 1, 2, 3…: how people call it, "proposal 12". */
  proposal: number;
  sequence: number;
  verb: ProposalVerb;
  /** Person id. */
  person: string;
  actingAs: string;
  /** ISO instant. */
  at: string;
  reason: string | null;
  content: ProposalContent | null;
  detail: ProposalDetail;
}

/** Where a proposal stands, worked out from its records. */
export interface Proposal extends ProposalContent {
  number: number;
  state: ProposalState;
  /** Sequence of the last record. */
  version: number;
  /** Who wrote it, and who put it forward where somebody has. */
  writtenBy: string;
  proposedBy: string | null;
  /** ISO instant; of a draft when it was begun. */
  proposedAt: string;
  evidence: readonly (ProposalEvidence & { person: string; at: string })[];
  /** Of one that was approved or refused. */
  decision: (Decision & { recordedBy: string; recordedAt: string; note: string | null }) | null;
  /** Of one that was withdrawn. */
  withdrawn: { by: string; at: string; reason: string } | null;
}

/**
 * Where a proposal stands after its records, which are in order; null where there are none.
 *
 * @example proposalOf([propose, attach, approve])?.state // 'approved'
 */
export function proposalOf(records: readonly ProposalRecord[]): Proposal | null {
  const [first] = records;
  if (first === undefined || first.content === null) return null;
  let one: Proposal = {
    ...first.content,
    number: first.proposal,
    state: 'draft',
    version: 0,
    writtenBy: first.person,
    proposedBy: null,
    proposedAt: first.at,
    evidence: [],
    decision: null,
    withdrawn: null,
  };
  for (const record of records) one = { ...after(one, record), version: record.sequence };
  return one;
}

function after(one: Proposal, record: ProposalRecord): Proposal {
  const { verb, person, at, reason, content, detail } = record;
  const typed = content === null ? one : { ...one, ...content };
  switch (verb) {
    case 'save':
      return typed;
    case 'propose':
      return { ...typed, state: 'proposed', proposedBy: person, proposedAt: at };
    case 'attach':
      return detail.evidence === undefined
        ? one
        : { ...one, evidence: [...one.evidence, { ...detail.evidence, person, at }] };
    case 'detach':
      return { ...one, evidence: one.evidence.filter(({ id }) => id !== detail.removes) };
    case 'approve':
    case 'refuse': {
      const state = verb === 'approve' ? 'approved' : 'refused';
      if (detail.decision === undefined) return one;
      return {
        ...one,
        state,
        decision: { ...detail.decision, recordedBy: person, recordedAt: at, note: reason },
      };
    }
    case 'withdraw':
      return { ...one, state: 'withdrawn', withdrawn: { by: person, at, reason: reason ?? '' } };
  }
}
