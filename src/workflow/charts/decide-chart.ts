import { signalDrawn } from '../../domain/evaluate.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import type { ChartSetting } from '../../domain/signal/chart-setting.ts';
import { CHART_PERIODS, isOutOfReach } from '../../domain/signal/chart-window.ts';
import { chartSettingName } from '../../domain/signal/read-setting.ts';
import { FEWEST_BASELINE } from '../../domain/statistics/xmr/settings.ts';
import type { Store } from '../../store/database.ts';
import { readPeople } from '../../store/people.ts';
import { writeSetting } from '../../store/settings.ts';
import { inTransaction, type Transaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { type ChartView, readChartSetting, readChartView } from '../queries/chart-view.ts';
import { Refused } from '../refused.ts';
import { knownNow } from '../remembered/known-now.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';

type Problem = { field: string; message: string };
type Drawn = Omit<ChartSetting, 'measure'>;

/** A decision as typed; `field` of its reason is where a form shows what is wrong with it. */
export type ChartDecided =
  | { verb: 'draw'; seasonal: string; baseline: string; reason: string }
  /** `period`: the code of the first period of the new stretch. */
  | { verb: 'rebase'; period: string; reason: string }
  /** `from`: the first day of the stretch. */
  | { verb: 'withdraw'; from: string; reason: string };

/** The fields of the forms, one name each on their page. */
const reasonField = { draw: 'reason', rebase: 'rebaseReason', withdraw: 'withdrawReason' } as const;

/** It is printed beside the chart. */
const LONGEST_REASON = 300;

/**
 * Decides how the control chart of a measure is drawn from now on: what was decided before stays in the trail, and a
 * report as known on an earlier day is drawn as it was decided then.
 */
export async function decideChart(
  store: Store,
  acting: Acting,
  measure: string,
  decided: ChartDecided,
): Promise<void> {
  mustBeAllowed(acting, 'setChart', null, null);
  const { authority, now, person } = acting;
  const view = await readChartView(await knownNow(store, authority), measure);
  if (view === null) throw new Refused('notNow', 'There is no such measure.');
  await inTransaction(store, async (tx) => {
    await openAuthority(tx, authority, now);
    const held = await readChartSetting(tx, authority, measure);
    const problems = reasonProblems(decided);
    const next = await drawnBy(tx, acting, view, held, decided, problems);
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    const { seasonal, baseline, begins, rebases } = { ...next, begins: beginsWith(view, held, next) };
    await writeSetting(
      tx,
      authority,
      chartSettingName(measure),
      { seasonal, baseline, begins, rebases },
      {
        recordedAt: now,
        actor: person.id,
        actingAs: roleFor(acting, 'setChart', null, null),
        reason: decided.reason.trim(),
      },
    );
  });
}

function reasonProblems({ verb, reason }: ChartDecided): Problem[] {
  const field = reasonField[verb];
  const typed = reason.trim();
  if (typed === '') return [{ field, message: 'Enter the reason' }];
  if (typed.length <= LONGEST_REASON) return [];
  return [{ field, message: `The reason must be ${LONGEST_REASON} characters or fewer` }];
}

async function drawnBy(
  tx: Transaction,
  acting: Acting,
  view: ChartView,
  held: ChartSetting,
  decided: ChartDecided,
  problems: Problem[],
): Promise<Drawn> {
  switch (decided.verb) {
    case 'draw':
      return redrawn(view, held, decided, problems);
    case 'rebase': {
      const { period, problem } = beginningOf(view, held, decided.period);
      if (problem !== null) problems.unshift({ field: 'from', message: problem });
      const { person, today, authority } = acting;
      const author = (await readPeople(tx, authority)).find(({ id }) => id === person.id)?.name ?? person.id;
      const rebase = {
        from: period?.start ?? '',
        reason: decided.reason.trim(),
        author,
        decidedOn: today,
      };
      const rebases = [...held.rebases, rebase].sort((a, b) => (a.from < b.from ? -1 : 1));
      return { ...held, rebases };
    }
    case 'withdraw': {
      const rebases = held.rebases.filter(({ from }) => from !== decided.from);
      if (rebases.length === held.rebases.length) {
        problems.unshift({ field: 'withdraw', message: 'Choose which of them is withdrawn' });
      }
      return { ...held, rebases };
    }
  }
}

function redrawn(
  { version, period }: ChartView,
  held: ChartSetting,
  { seasonal: chosen, baseline: typed }: Extract<ChartDecided, { verb: 'draw' }>,
  problems: Problem[],
): Drawn {
  const found: Problem[] = [];
  const seasonal = chosen === 'yes';
  if (!seasonal && chosen !== 'no') {
    found.push({ field: 'seasonal', message: 'Say whether the same time of every year is alike' });
  }
  if (seasonal && version.frequency === 'year') {
    found.push({ field: 'seasonal', message: 'A measure with one figure a year has no season' });
  }
  const number = typed.trim();
  const baseline = number === '' ? null : Number(number);
  if (
    baseline !== null &&
    (!/^\d{1,3}$/.test(number) || baseline < FEWEST_BASELINE || baseline > CHART_PERIODS)
  ) {
    found.push({
      field: 'baseline',
      message: `The number of periods must be from ${FEWEST_BASELINE} to ${CHART_PERIODS}, or blank for all of them`,
    });
  }
  const isHeld = baseline === null || isReached(held, period);
  if (found.length === 0 && seasonal === held.seasonal && baseline === held.baseline && isHeld) {
    found.push({ field: 'seasonal', message: 'Nothing is changed: the chart is drawn like this already' });
  }
  problems.unshift(...found);
  return { ...held, seasonal, baseline };
}

/** Whether the day with which the chart begins is kept, and can still be drawn. */
const isReached = ({ begins }: Drawn, period: ReportingPeriod | null): boolean =>
  begins !== null && (period === null || !isOutOfReach({ begins }, period));

/**
 * The day with which the chart begins from now on: the one that is kept, or that of its first figure as it is drawn under
 * the decision; null where nothing is to be held.
 */
function beginsWith({ measure, period }: ChartView, held: ChartSetting, next: Drawn): string | null {
  if (next.baseline === null && next.rebases.length === 0) return null;
  if (isReached(held, period)) return held.begins;
  if (measure === null) return null;
  const { chart, periods } = signalDrawn(measure, { ...next, baseline: null, begins: null });
  const first = chart?.points.findIndex(({ value }) => value !== null) ?? -1;
  return periods[first]?.start ?? null;
}

function beginningOf(
  { signal }: ChartView,
  { rebases }: ChartSetting,
  code: string,
): { period: ReportingPeriod | null; problem: string | null } {
  const [first, ...others] = signal?.periods ?? [];
  if (others.length === 0) {
    return { period: null, problem: 'There are not enough figures to draw a chart of two stretches' };
  }
  if (first?.code === code) {
    return { period: null, problem: 'The chart begins with that period: choose a later one' };
  }
  const period = others.find((one) => one.code === code) ?? null;
  if (period === null) return { period, problem: 'Choose one of the periods of the chart' };
  const isHeld = rebases.some(({ from }) => from === period.start);
  return { period, problem: isHeld ? 'Mean and limits are worked out anew from that period already' : null };
}
