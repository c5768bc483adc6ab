/** The states of a round, in order. */
export const roundStates = ['open', 'closed', 'frozen', 'published'] as const;
export type RoundState = (typeof roundStates)[number];

export const roundStateNames: Readonly<Record<RoundState, string>> = {
  open: 'Open',
  closed: 'Closed to entry',
  frozen: 'Frozen',
  published: 'Published',
};

export type RoundVerb =
  | 'open'
  | 'plan'
  | 'extend'
  | 'nudge'
  | 'exempt'
  | 'close'
  | 'openAgain'
  | 'freeze'
  | 'reopenMeasure'
  | 'publish'
  | 'rollOver';

/** One thing that happened to a round. Never changed; the state is worked out from all of them in order. */
export interface RoundRecord {
  period: string;
  sequence: number;
  verb: RoundVerb;
  person: string;
  actingAs: string;
  at: string;
  reason: string | null;
  detail: RoundDetail;
}

/** Days on which something is due. ISO dates; null where the authority does not have that step. */
export interface RoundPlan {
  /** Officers' updates are due at the end of this day. */
  updatesDue: string;
  /** Each level of approval is due at the end of its day, by level id. */
  approvalsDue: Readonly<Record<string, string>>;
  freezeOn: string | null;
  leadershipTeamOn: string | null;
  clearanceBy: string | null;
  democraticServicesBy: string | null;
  agendaOn: string | null;
  cabinetOn: string | null;
  scrutinyOn: string | null;
  publishOn: string | null;
}

export interface RoundDetail {
  plan?: RoundPlan;
  /** Codes of the measures that are collected, when the round opens. */
  measures?: readonly string[];
  /** Of an extension, an exemption or a reopening: which measures. */
  of?: readonly string[];
  until?: string;
  /** Of an exemption that ends. */
  ends?: boolean;
  /** Of a nudge: who was written to, and the words. */
  people?: readonly string[];
  message?: string;
  /** Of a publication. */
  edition?: string;
}

/** Where a round stands, worked out from its records. */
export interface RoundStanding {
  period: string;
  state: RoundState;
  /** Sequence of the last record. */
  version: number;
  plan: RoundPlan;
  measures: readonly string[];
  /** Later due days by measure, with why. */
  extensions: ReadonlyMap<string, { until: string; reason: string; by: string; at: string }>;
  /** Measures that stay out of public editions, with why. */
  exempt: ReadonlyMap<string, { reason: string; by: string }>;
  /** Frozen measures that may be entered again, with why. */
  reopened: ReadonlyMap<string, { reason: string; by: string; at: string }>;
  openedAt: string;
  openedBy: string;
  frozenAt: string | null;
  rolledOver: boolean;
}

/**
 * Where a round stands after everything that happened to it.
 *
 * @param records in the order of their sequence; the first opens it
 * @returns null where there is no round
 * @example roundStanding([opened, closed])?.state // 'closed'
 */
export function roundStanding(records: readonly RoundRecord[]): RoundStanding | null {
  const [first] = records;
  if (first === undefined || first.verb !== 'open' || first.detail.plan === undefined) return null;
  const extensions = new Map<string, { until: string; reason: string; by: string; at: string }>();
  const exempt = new Map<string, { reason: string; by: string }>();
  const reopened = new Map<string, { reason: string; by: string; at: string }>();
  let standing: RoundStanding = {
    period: first.period,
    state: 'open',
    version: 0,
    plan: first.detail.plan,
    measures: first.detail.measures ?? [],
    extensions,
    exempt,
    reopened,
    openedAt: first.at,
    openedBy: first.person,
    frozenAt: null,
    rolledOver: false,
  };
  for (const { verb, detail, person, at, reason, sequence } of records) {
    const said = { reason: reason ?? '', by: person };
    const state = stateAfter[verb];
    standing = {
      ...standing,
      version: sequence,
      plan: detail.plan ?? standing.plan,
      ...(state === undefined ? {} : { state }),
      ...(verb === 'freeze' ? { frozenAt: at } : {}),
      ...(verb === 'rollOver' ? { rolledOver: true } : {}),
    };
    if (verb === 'freeze') reopened.clear();
    for (const measure of detail.of ?? []) {
      if (verb === 'extend') extensions.set(measure, { until: detail.until ?? '', at, ...said });
      if (verb === 'reopenMeasure') reopened.set(measure, { at, ...said });
      if (verb === 'exempt' && detail.ends) exempt.delete(measure);
      else if (verb === 'exempt') exempt.set(measure, said);
    }
  }
  return standing;
}

/**
 * A round that is only planned, as it will stand when it opens: for what tells people what is coming.
 *
 * @param measures codes of what would be collected if it opened now
 * @example standingAsPlanned('2018-19/Q4', plan, ['HB 01']).version // 0: nothing has happened to it
 */
export const standingAsPlanned = (
  period: string,
  plan: RoundPlan,
  measures: readonly string[],
): RoundStanding => ({
  period,
  state: 'open',
  version: 0,
  plan,
  measures,
  extensions: new Map(),
  exempt: new Map(),
  reopened: new Map(),
  openedAt: '',
  openedBy: '',
  frozenAt: null,
  rolledOver: false,
});

/** The state that a verb leads to; those that are not here leave it as it was. */
export const stateAfter: Partial<Record<RoundVerb, RoundState>> = {
  open: 'open',
  openAgain: 'open',
  close: 'closed',
  freeze: 'frozen',
  publish: 'published',
};

/** The day on which a measure's update is due: its extension, else the round's day. */
export const dueOn = ({ extensions, plan }: RoundStanding, measure: string): string =>
  extensions.get(measure)?.until ?? plan.updatesDue;
