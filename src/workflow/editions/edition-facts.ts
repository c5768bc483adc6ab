import type { Facts, Observation, Recorded } from '../../domain/facts.ts';
import type { Person } from '../../domain/organisation/person.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { RoundOverview } from '../queries/round-overview.ts';
import type { Acting } from '../round/acting.ts';
import { observationsOf } from '../round/facts-of-update.ts';

/**
 * The facts of one scorecard's measures; what stays out leaves no trace. Of a measure that another was made from, and
 * that this scorecard had before, the figures up to the change stay in: they stand beside those of the other.
 */
export function onlyOf(facts: Facts, scorecard: string, measures: ReadonlySet<string>): Facts {
  const own = <T extends { measure: string }>(all: readonly T[]) =>
    all.filter(({ measure }) => measures.has(measure));
  const before = beforeThem(facts, scorecard, measures);
  const isBefore = (code: string, end: string) => end < (before.get(code) ?? '');
  return {
    ...facts,
    measures: facts.measures.filter(({ code, validFrom }) => measures.has(code) || isBefore(code, validFrom)),
    targets: own(facts.targets),
    observations: facts.observations.filter(
      ({ measure, period }) => measures.has(measure) || isBefore(measure, periodOf(period).end),
    ),
    commentaries: own(facts.commentaries),
    statements: own(facts.statements),
    ...(facts.tested === undefined ? {} : { tested: own(facts.tested) }),
    ...(facts.charts === undefined ? {} : { charts: own(facts.charts) }),
    scorecards: facts.scorecards
      .filter(({ code }) => code === scorecard)
      .map((each) => ({ ...each, measures: each.measures.filter((code) => measures.has(code)) })),
  };
}

/** The day from which others count what a measure of the scorecard counted before. */
function beforeThem(
  { measures, scorecards }: Facts,
  scorecard: string,
  staying: ReadonlySet<string>,
): Map<string, string> {
  const had = new Set(scorecards.filter(({ code }) => code === scorecard).flatMap((each) => each.measures));
  const until = new Map<string, string>();
  for (const { code, validFrom, definition } of measures) {
    if (!staying.has(code)) continue;
    for (const from of definition.change?.from ?? []) {
      if (had.has(from) && !staying.has(from)) until.set(from, validFrom);
    }
  }
  return until;
}

/** Who typed a figure is for the trail: an edition names the post. */
export function withoutPeople(facts: Facts, people: readonly Person[]): Facts {
  const posts = new Map(people.map(({ id, post }) => [id, post ?? 'An officer of the authority']));
  const told = <T extends { source: string }>(all: readonly T[]) =>
    all.map((each) => ({ ...each, source: posts.get(each.source) ?? each.source }));
  return {
    ...facts,
    observations: told(facts.observations),
    commentaries: told(facts.commentaries),
    statements: told(facts.statements),
  };
}

/** Texts of the period itself, of the measures that are printed: an edition publishes no others by the way. */
export const onlyTexts = (facts: Facts, period: string, printed: ReadonlySet<string>): Facts => ({
  ...facts,
  commentaries: facts.commentaries.filter((each) => each.period === period && printed.has(each.measure)),
});

/** Lays figures that were restated after the freeze over those that were frozen. */
export const withRestated = (
  facts: Facts,
  restated: readonly Recorded<Observation>[],
  knownAt: string,
): Facts => ({
  ...facts,
  observations: [...facts.observations, ...restated.map((each) => ({ ...each, recordedAt: knownAt }))],
});

/** Said with the measure itself: a figure that is worked out from others does not carry their flags. */
const NOT_APPROVED = 'Provisional: not yet approved by the service';

/** Lays what has been typed over what is approved, with the flag that says so. */
export function withProvisional(
  facts: Facts,
  overview: RoundOverview | null,
  entered: readonly string[],
  { acting, period, knownAt }: { acting: Acting; period: string; knownAt: string },
): Facts {
  const lines = (overview?.lines ?? []).filter(({ code }) => entered.includes(code));
  const typed = lines.flatMap(({ version, standing }) =>
    standing.content === null
      ? []
      : [
          observationsOf(
            { version },
            { ...standing.content, provisional: true },
            period,
            { ...acting, now: knownAt },
            version.owner ?? 'provisional',
          ),
        ],
  );
  return {
    ...facts,
    measures: facts.measures.map((each) =>
      entered.includes(each.code)
        ? { ...each, note: [each.note, NOT_APPROVED].filter(Boolean).join('. ') }
        : each,
    ),
    observations: [...facts.observations, ...typed.flatMap(({ observations }) => observations)],
    commentaries: [...facts.commentaries, ...typed.flatMap(({ commentaries }) => commentaries)],
  };
}
