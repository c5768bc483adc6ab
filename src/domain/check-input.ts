import type {
  CheckedFigures,
  CheckedStatus,
  CheckInput,
  FormerTexts,
  NamedMeasure,
  Standing,
} from './commentary/checks/input.ts';
import { plainText } from './commentary/plain-text.ts';
import type { CommentaryPart } from './commentary/text-tree.ts';
import type { EvaluatedMeasure, JudgedStatus } from './evaluate.ts';
import type { Commentary, Facts, Observation, Recorded } from './facts.ts';
import { type Decimal, decimal } from './number/decimal.ts';
import type { Figure } from './number/figure.ts';
import type { ReportingPeriod } from './period/period.ts';
import { lastYearOf, predecessor } from './period/relate.ts';
import type { PastPosition } from './snapshot.ts';
import { commentaryParts } from './status/outcome.ts';
import type { StatusScheme } from './status/scheme.ts';

/** What the checks need beside one judged measure; the same for all measures of a round. */
export interface CheckSurroundings {
  period: ReportingPeriod;
  /** ISO day on which the texts are read. */
  asOf: string;
  scheme: StatusScheme;
  measures: { named: readonly NamedMeasure[]; complete: boolean };
  people: readonly string[];
  glossary: Readonly<Record<string, string>>;
  disclosureThreshold: number | null;
  lengthGuide: number | null;
}

/** What is recorded of the measure: all that a snapshot leaves out. */
export interface RecordedOfMeasure {
  observations: readonly Recorded<Observation>[];
  commentaries: readonly Recorded<Commentary>[];
  /** The status it was given in earlier periods, by period code, where somebody has judged them. */
  formerStatus: ReadonlyMap<string, CheckedStatus>;
}

/**
 * What is recorded of a measure among facts, where nobody has judged its earlier periods.
 * @example recordedOf(demoFacts(), 'CP 08f').observations.length // every figure of that measure, oldest first
 */
export function recordedOf(
  { observations, commentaries }: Pick<Facts, 'observations' | 'commentaries'>,
  code: string,
): RecordedOfMeasure {
  const own = <T extends { measure: string }>(all: readonly T[]) =>
    all.filter(({ measure }) => measure === code);
  return { observations: own(observations), commentaries: own(commentaries), formerStatus: new Map() };
}

/** How many earlier periods' texts are compared. */
const FORMER = 4;

/**
 * The input of the commentary checks for one measure, from how it was judged and what is recorded of it.
 *
 * In: an evaluated measure whose snapshot holds the texts and figures to check, everything recorded of it, and what is
 * around it. Out: plain data in the measure's unit; nothing is rounded, nothing is guessed.
 * @example checkCommentary(checkInputOf(measure, recorded, surroundings))
 */
export function checkInputOf(
  measure: EvaluatedMeasure,
  recorded: RecordedOfMeasure,
  around: CheckSurroundings,
): CheckInput {
  const { version, commentary } = measure.snapshot;
  const { code, aliases, title, unit, polarity, periodBasis } = version;
  const { scheme, ...surroundings } = around;
  return {
    ...surroundings,
    measure: { code, aliases, title, unit, polarity, periodBasis },
    texts: textsOf((part) => commentary[part]?.tree ?? null),
    figures: figuresOf(measure, recorded.observations, around.period),
    status: checkedStatus(measure.status, scheme),
    forecastStatus: checkedStatus(measure.forecastStatus, scheme),
    direction: measure.direction,
    former: formerTexts(recorded, around.period),
    required: measure.status.outcome.needsCommentary,
  };
}

/** A status as the checks see it. */
export function checkedStatus(
  { outcome }: Pick<JudgedStatus, 'outcome'>,
  scheme: StatusScheme,
): CheckedStatus {
  const judged = scheme.outcomes.some(({ id }) => id === outcome.id);
  const worst = Math.max(...scheme.outcomes.filter((one) => one.inDenominator).map(({ rank }) => rank));
  return {
    label: outcome.label,
    onTarget: judged ? outcome.countsAsOnTarget : null,
    isWorst: judged && !outcome.countsAsOnTarget && outcome.rank === worst,
  };
}

const textsOf = (tree: (part: CommentaryPart) => Parameters<typeof plainText>[0] | null) =>
  Object.fromEntries(commentaryParts.map((part) => [part, plainText(tree(part) ?? [])])) as Record<
    CommentaryPart,
    string
  >;

function formerTexts({ commentaries, formerStatus }: RecordedOfMeasure, now: ReportingPeriod): FormerTexts[] {
  const former: FormerTexts[] = [];
  for (let period = predecessor(now); former.length < FORMER; period = predecessor(period)) {
    const { code } = period;
    const texts = textsOf(
      (part) => commentaries.findLast((one) => one.period === code && one.part === part)?.text.tree ?? null,
    );
    former.push({ period, texts, status: formerStatus.get(code) ?? null });
  }
  return former;
}

function figuresOf(
  { snapshot }: EvaluatedMeasure,
  observations: readonly Recorded<Observation>[],
  period: ReportingPeriod,
): CheckedFigures {
  const newest = new Map<string, Observation>();
  for (const each of observations) newest.set(`${each.period}|${each.role}`, each);
  const find = (code: string, role: Observation['role']) => newest.get(`${code}|${role}`) ?? null;
  const standing = (at: Pick<PastPosition, 'period' | 'position' | 'target'>): Standing => {
    const actual = find(at.period.code, 'actual');
    const toDate = find(at.period.code, 'toDate');
    const cases = at.position.observation ?? actual ?? toDate;
    return {
      period: at.period,
      position: numberIn(at.position.figure),
      // Without a period basis nobody knows whether the figure is of the period alone.
      inPeriod: snapshot.version.periodBasis === null ? null : numberIn(actual?.figure),
      toDate:
        numberIn(toDate?.figure) ??
        (snapshot.version.periodBasis === 'toDate' ? numberIn(at.position.figure) : null),
      numerator: exact(cases?.numerator),
      denominator: exact(cases?.denominator),
      target: numberIn(at.target),
      forecast: numberIn(find(at.period.code, 'forecast')?.figure),
    };
  };
  const { periodTargets, yearTargets, amended } = snapshot;
  const others = [periodTargets, yearTargets].flatMap((targets) =>
    (['floor', 'stretch', 'low', 'high', 'benchmark', 'baseline'] as const).map(
      (role) => targets[role]?.figure,
    ),
  );
  return {
    now: {
      ...standing({ period, position: snapshot.position, target: periodTargets.target?.figure ?? null }),
      forecast: numberIn(snapshot.forecast?.figure),
    },
    past: comparablePast(snapshot.history.slice(0, -1)).map(standing),
    yearTarget: numberIn(yearTargets.target?.figure),
    otherTargets: [...others, ...amended.map(({ figure }) => figure)].flatMap((each) => {
      const value = numberIn(each);
      return value === null ? [] : [value];
    }),
    outturns: outturnsOf(snapshot.lastOutturn, period, find),
  };
}

/** Latest first, up to the last change of definition. */
function comparablePast(history: readonly PastPosition[]): PastPosition[] {
  const latest = [...history].reverse();
  const broken = latest.findIndex(
    ({ position: { figure } }) => figure.kind === 'missing' && figure.reason === 'notComparable',
  );
  return broken < 0 ? latest : latest.slice(0, broken);
}

/** Last year's, and those of the two years before it. */
function outturnsOf(
  last: Figure | null,
  period: ReportingPeriod,
  find: (code: string, role: Observation['role']) => Observation | null,
): CheckedFigures['outturns'] {
  const lastYear = lastYearOf(period);
  const earlier = [predecessor(lastYear), predecessor(predecessor(lastYear))];
  const known = [
    { year: lastYear.code, value: numberIn(last) },
    ...earlier.map(({ code }) => ({ year: code, value: numberIn(find(code, 'outturn')?.figure) })),
  ];
  return known.flatMap(({ year, value }) => (value === null ? [] : [{ year, value }]));
}

const exact = (text: string | null | undefined): Decimal | null => (text == null ? null : decimal(text));

const numberIn = (figure: Figure | null | undefined): Decimal | null =>
  figure?.kind === 'number' ? figure.value : null;
