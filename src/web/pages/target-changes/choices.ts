import type { MeasureVersion } from '../../../domain/measure/measure.ts';
import { periodHolding } from '../../../domain/period/of-day.ts';
import type { ReportingPeriod } from '../../../domain/period/period.ts';
import { successor } from '../../../domain/period/relate.ts';
import { can } from '../../../domain/permission/can.ts';
import { type ProposalKind, proposalKinds } from '../../../domain/proposal/proposal.ts';
import { finishedPeriods } from '../../../workflow/proposals/held.ts';
import { readStandings, relationToMeasures } from '../../../workflow/proposals/open-proposal.ts';
import { readSetUp } from '../../../workflow/queries/set-up.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress, periodAddress, periodAt } from '../../addresses.ts';
import type { Asked } from '../../route.ts';

/** What a proposal may be about, for whoever asks. */
export interface Offered {
  /** Measures that the person may propose for, in the order of the scorecard. */
  measures: readonly MeasureVersion[];
  /** Quarters that are not finished, from this one to the end of next year. */
  quarters: readonly ReportingPeriod[];
}

const QUARTERS = 8;

export async function offeredTo(asked: Asked): Promise<Offered> {
  const { store, authority, actors, today } = asked;
  const setUp = await readSetUp(store, authority.code, today);
  const standings = await readStandings(store, authority.code, null);
  const finished = await finishedPeriods(store, authority.code);
  const acting = actingFor(asked);
  const measures = setUp.measures.filter(({ code }) =>
    can(actors, 'proposeTargetChange', {
      relation: relationToMeasures(acting, [code], standings),
      state: null,
    }),
  );
  // The quarter that is collected now is the one before today's, and may still be changed.
  const now = periodHolding(today, 'quarter', authority.yearKind);
  const year = periodHolding(today, 'year', authority.yearKind);
  const first = periodHolding(year.start, 'quarter', authority.yearKind);
  const quarters = [first];
  while (quarters.length < QUARTERS) quarters.push(successor(quarters.at(-1) ?? now));
  return { measures, quarters: quarters.filter(({ code }) => !finished.includes(code)) };
}

/** What was chosen first: of which kind, about which measures, from when. */
export interface Chosen {
  kind: ProposalKind | null;
  /** Codes. */
  measures: readonly string[];
  from: ReportingPeriod | null;
}

/** Most measures that are combined on one form. */
export const MEASURE_FIELDS = 4;

/** From the address of the form: `?kind=amend&measure=cp-08f-1a2b3c&from=2018-19-Q3`. */
export function chosenIn(query: URLSearchParams, { measures }: Offered): Chosen {
  const kind = proposalKinds.find((one) => one === query.get('kind')) ?? null;
  const byAddress = new Map(measures.map(({ code }) => [measureAddress(code), code]));
  const wanted = query
    .getAll('measure')
    .slice(0, MEASURE_FIELDS)
    .flatMap((address) => byAddress.get(address) ?? []);
  const from = periodAt(query.get('from') ?? '');
  return { kind, measures: kind === 'combine' ? wanted : wanted.slice(0, 1), from };
}

/** The address at which the second part of the form is filled in. */
export function formAddress({ kind, measures, from }: Chosen, path = '/target-changes/new'): string {
  const query = new URLSearchParams();
  if (kind !== null) query.set('kind', kind);
  for (const code of measures) query.append('measure', measureAddress(code));
  if (from !== null) query.set('from', periodAddress(from.code));
  return `${path}?${query}`;
}
