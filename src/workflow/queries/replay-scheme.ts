import type { Direction } from '../../domain/direction/direction.ts';
import type { DirectionScheme } from '../../domain/direction/scheme.ts';
import { type Evaluation, evaluate } from '../../domain/evaluate.ts';
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

/** A measure's direction of travel as it is and as it would be, by their words. */
export interface DirectionReplayRow {
  measure: string;
  was: string;
  becomes: string;
  /** What it would be told by, or why there would be none. */
  because: string;
}

export interface DirectionReplay {
  rows: readonly DirectionReplayRow[];
  changes: readonly DirectionReplayRow[];
  /** Most frequent first. */
  movements: readonly { from: string; to: string; count: number }[];
}

/** What another direction of travel scheme would say of the same facts. Nothing is stored. */
export function replayDirection(evaluation: Evaluation, scheme: DirectionScheme): DirectionReplay {
  const other = evaluate(evaluation.snapshot, evaluation.scheme, scheme);
  const changes: DirectionReplayRow[] = [];
  const rows = evaluation.measures.flatMap(({ snapshot, direction: was }, at): DirectionReplayRow[] => {
    const now = other.measures[at]?.direction;
    if (now === undefined) return [];
    const because =
      now.kind === 'available' ? now.brief : now.kind === 'unavailable' ? now.reason : now.basisInWords;
    const row = { measure: snapshot.version.code, was: was.label, becomes: now.label, because };
    // Labels are a scheme's own: another word for the same outcome is no change.
    if (outcomeOf(was) !== outcomeOf(now)) changes.push(row);
    return [row];
  });
  const movements = new Map<string, { from: string; to: string; count: number }>();
  for (const { was, becomes } of changes) {
    const key = JSON.stringify([was, becomes]);
    const movement = movements.get(key) ?? { from: was, to: becomes, count: 0 };
    movement.count += 1;
    movements.set(key, movement);
  }
  return { rows, changes, movements: [...movements.values()].sort((a, b) => b.count - a.count) };
}

const outcomeOf = (direction: Direction) => (direction.kind === 'unavailable' ? null : direction.outcome);

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
