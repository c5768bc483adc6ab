import type { CommentaryPart } from '../commentary/text-tree.ts';

/** What an officer typed for one measure in one round, exactly as typed; it becomes figures when it is approved. */
export interface UpdateContent {
  /** In-period figure. */
  actual: string;
  /** Year-to-date figure; used by measures reported from the start of the year. */
  toDate: string;
  numerator: string;
  denominator: string;
  /** Year-end forecast; in the round of the year end, the outturn. */
  forecast: string;
  /** Code of the reason why there is no figure (`awaited`, `notApplicable`, `suppressed`, `withheld`), or ''. */
  noFigure: string;
  provisional: boolean;
  /** Said beside the figure: where it comes from, what to know. */
  note: string;
  /** Markdown, reduced to paragraphs, lists, bold and links. */
  texts: Readonly<Record<CommentaryPart, string>>;
}

export const emptyContent: UpdateContent = {
  actual: '',
  toDate: '',
  numerator: '',
  denominator: '',
  forecast: '',
  noFigure: '',
  provisional: false,
  note: '',
  texts: { context: '', actions: '', intervention: '' },
};

export const updateStates = ['awaited', 'draft', 'submitted', 'sentBack', 'approved'] as const;
export type UpdateState = (typeof updateStates)[number];

export const updateStateNames: Readonly<Record<UpdateState, string>> = {
  awaited: 'Not started',
  draft: 'Draft',
  submitted: 'With approver',
  sentBack: 'Sent back',
  approved: 'Approved',
};

export type UpdateVerb = 'save' | 'submit' | 'withdraw' | 'sendBack' | 'approve' | 'reopen';

/** What somebody did, after their name. @example updateVerbWords.sendBack // 'sent it back with a question' */
export const updateVerbWords: Readonly<Record<UpdateVerb, string>> = {
  save: 'saved a draft',
  submit: 'submitted it',
  withdraw: 'took it back',
  sendBack: 'sent it back with a question',
  approve: 'approved it',
  reopen: 'reopened it',
};

/** One thing that happened to an update. Never changed; the state is worked out from all of them in order. */
export interface UpdateRecord {
  period: string;
  measure: string;
  /** 1, 2, 3…: also the version an editor starts from. */
  sequence: number;
  verb: UpdateVerb;
  /** Person id. */
  person: string;
  actingAs: string;
  /** ISO instant. */
  at: string;
  reason: string | null;
  /** What the form held, for save and submit. */
  content: UpdateContent | null;
  detail: UpdateDetail;
}

export interface UpdateDetail {
  /** Set where somebody of the performance team entered it for this person. */
  onBehalfOf?: string;
  /** Of an approval: the level it was given at. */
  level?: string;
  /** Of an approval or a return: what was said. */
  note?: string;
  /** Of a return: the words the question is about, and where they stand. */
  about?: { part: CommentaryPart | 'actual' | 'forecast' | 'evidence'; words: string };
  /** Of an approval that was given with others in one go. */
  batch?: boolean;
}

/** Where an update stands, worked out from its records. */
export interface UpdateStanding {
  state: UpdateState;
  /** Sequence of the last record; 0 where there is none. */
  version: number;
  content: UpdateContent | null;
  /** Levels that have approved what stands, in order. */
  approvedBy: readonly { level: string; person: string; at: string }[];
  /** Those who typed any of what stands: none of them may approve it. */
  authors: readonly string[];
  submittedBy: string | null;
  submittedAt: string | null;
  /** The open question of a return; null unless sent back. */
  question: { note: string; about: UpdateDetail['about'] | null; by: string; at: string } | null;
  /** Of an update that was reopened after a freeze. */
  reopened: { by: string; at: string; reason: string } | null;
  lastAt: string | null;
}
