import type { Evaluation } from '../../domain/evaluate.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { roundStanding } from '../../domain/round/round.ts';
import { type Replay, replay } from '../../domain/status/replay.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import type { Store } from '../../store/database.ts';
import { factsIn } from '../../store/read-facts.ts';
import { readRoundPeriods, readRoundRecords } from '../../store/rounds.ts';
import { readEvaluation } from './read-evaluation.ts';

/** What another scheme would change, for the status now and for the one forecast. */
export interface SchemeReplay {
  now: Replay;
  forecast: Replay;
}

export function replayScheme(evaluation: Evaluation, scheme: StatusScheme): SchemeReplay {
  const { code } = evaluation.snapshot.period;
  const subject = (name: 'status' | 'forecastStatus') =>
    replay(
      scheme,
      evaluation.measures.map((measure) => ({
        measure: measure.snapshot.version.code,
        period: code,
        inputs: measure[name].inputs,
        was: measure[name].outcome.label,
      })),
    );
  return { now: subject('status'), forecast: subject('forecastStatus') };
}

/** What is known of a period before the figures that a scheme is tried on. */
export interface SchemePreview extends SchemeReplay {
  evaluation: Evaluation;
  period: ReportingPeriod;
}

/** Tries a scheme on the last finished period; null where there are no figures to try it on. Nothing is stored. */
export async function previewScheme(
  store: Store,
  authority: string,
  scheme: StatusScheme,
): Promise<SchemePreview | null> {
  const code = await lastFinished(store, authority);
  if (code === null) return null;
  const period = periodOf(code);
  const evaluation = await readEvaluation(store, { authority, period, scorecard: null, asAt: null });
  return { evaluation, period, ...replayScheme(evaluation, scheme) };
}

/** The period of the last frozen or published round; before the first of them, the last with a figure. */
export async function lastFinished(store: Store, authority: string): Promise<string | null> {
  for (const period of await readRoundPeriods(store, authority)) {
    const round = roundStanding(await readRoundRecords(store, authority, period));
    if (round?.state === 'frozen' || round?.state === 'published') return period;
  }
  const { observations, scorecards } = await factsIn(store, { authority });
  if (scorecards.length === 0) return null;
  const quarters = observations
    .filter(({ role, period }) => role !== 'forecast' && /\/Q\d$/.test(period))
    .map(({ period }) => period);
  return quarters.sort().at(-1) ?? null;
}
