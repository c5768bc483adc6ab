import type { EvaluatedMeasure } from '../evaluate.ts';
import type { OrganisationUnit } from '../organisation/organisation.ts';
import { type Selected, selectAll, selectExceptions, selectPublished } from './selection.ts';

/** Which measures of a scorecard a report shows. */
export const shownKinds = ['exceptions', 'withStatus', 'all', 'chosen'] as const;
export const groupings = ['directorate', 'theme', 'none'] as const;
export const orderings = ['scorecard', 'worstFirst', 'code', 'title'] as const;

/** What whoever makes a report chose of a scorecard, and in which order it is printed. */
export interface ReportChoice {
  /**
   * `exceptions`: off target now or in forecast, as the scheme says; `withStatus`: judged now or in forecast;
   * `chosen`: those in `measures`, whatever their status or directorate.
   */
  show: (typeof shownKinds)[number];
  /** Codes of the directorates that it is narrowed to; empty for all. Not asked where measures are chosen. */
  directorates: readonly string[];
  /** Codes of the measures, where `show` is `chosen`. */
  measures: readonly string[];
  groupBy: (typeof groupings)[number];
  /** Within a group. */
  order: (typeof orderings)[number];
  /** Whether the forecasts to question are in; absent for what its kind of report always does. */
  forecasts?: boolean;
  /** False to leave out the charts of the measures off target; absent where they are drawn. */
  charts?: boolean;
}

/** A kind of report, or several of them as one document; a cover report and a pack are of the whole scorecard. */
type Kind = 'improvement' | 'scorecard' | 'cabinet' | 'pack' | 'amendments';

/** What each kind of report shows unless told otherwise. */
export const standardChoice = (kind: Kind): ReportChoice => ({
  show: kind === 'improvement' ? 'exceptions' : 'all',
  directorates: [],
  measures: [],
  groupBy: 'directorate',
  order: 'scorecard',
});

/** Whether a choice is that which its kind of report makes by itself. */
export const isStandard = (choice: ReportChoice, kind: Kind): boolean =>
  choice.show === standardChoice(kind).show &&
  !isNarrowed(choice) &&
  choice.groupBy === 'directorate' &&
  choice.order === 'scorecard';

/** Whether the forecasts to question are in: in a scorecard, unless told otherwise. */
export const asksForecasts = ({ forecasts }: Pick<ReportChoice, 'forecasts'>, kind: Kind): boolean =>
  kind === 'scorecard' ? forecasts !== false : kind === 'improvement' && forecasts === true;

/** Whether the measures off target are drawn: unless told otherwise. */
export const drawsCharts = ({ charts }: Pick<ReportChoice, 'charts'>): boolean => charts !== false;

/** Whether it leaves measures out by what they are, not by how they stand. */
export const isNarrowed = ({ show, directorates }: ReportChoice): boolean =>
  show === 'chosen' || directorates.length > 0;

/**
 * The measures that a choice is about before their status is looked at: those of its directorates, or those that were
 * ticked. Order is kept.
 */
export function inScope(measures: readonly EvaluatedMeasure[], choice: ReportChoice): EvaluatedMeasure[] {
  const wanted = new Set(choice.show === 'chosen' ? choice.measures : choice.directorates);
  return measures.filter(({ snapshot: { version, directorate } }) => {
    if (choice.show === 'chosen') return wanted.has(version.code);
    return wanted.size === 0 || wanted.has(directorate.code);
  });
}

/**
 * The measures of a scope that a choice shows, in the order of the scorecard, each with why.
 *
 * @param exceptionsOnly true where nothing but a published exception report is held: all that it printed is shown
 * @example selectShown(scope, { ...standardChoice('improvement'), show: 'withStatus' }, false)[0].because // 'has a status'
 */
export function selectShown(
  scope: readonly EvaluatedMeasure[],
  { show }: ReportChoice,
  exceptionsOnly: boolean,
): Selected[] {
  if (show === 'exceptions') return exceptionsOnly ? selectPublished(scope) : selectExceptions(scope);
  if (show === 'all') return selectAll(scope);
  if (show === 'chosen') return scope.map((measure) => ({ measure, because: 'chosen for this report' }));
  return scope
    .filter(({ status, forecastStatus }) =>
      [status, forecastStatus].some(({ outcome }) => outcome.inDenominator),
    )
    .map((measure) => ({ measure, because: 'has a status' }));
}

/** Measures that are printed together, under one heading; null for those that belong to none. */
export interface Group {
  name: string | null;
  selected: Selected[];
}

/**
 * Selected measures in groups, each in its order. Directorates come as they are declared; themes as the scorecard first
 * names them, a measure with several under its first; those without a theme come last.
 */
export function grouped(
  selected: readonly Selected[],
  { groupBy, order }: Pick<ReportChoice, 'groupBy' | 'order'>,
  directorates: readonly OrganisationUnit[],
): Group[] {
  const nameOf = ({ measure: { snapshot } }: Selected): string | null => {
    if (groupBy === 'none') return null;
    return groupBy === 'theme' ? (snapshot.version.themes[0] ?? null) : snapshot.directorate.name;
  };
  const found = [...new Set(selected.map(nameOf))];
  const declared = directorates.map(({ name }) => name as string | null);
  const names =
    groupBy === 'directorate'
      ? found.sort((one, other) => declared.indexOf(one) - declared.indexOf(other))
      : [...found.filter((name) => name !== null), ...found.filter((name) => name === null)];
  return names.map((name) => ({
    name,
    selected: ordered(
      selected.filter((each) => nameOf(each) === name),
      order,
    ),
  }));
}

/**
 * Worst first: by the status now, then by the status forecast, as the scheme ranks them; what has no status now comes
 * after what has one. How far a figure is from its target is not compared: percentages and pounds have no common
 * measure. Equals keep the order of the scorecard.
 */
function ordered(selected: readonly Selected[], order: ReportChoice['order']): Selected[] {
  if (order === 'scorecard') return [...selected];
  const compare: Record<typeof order, (one: Selected, other: Selected) => number> = {
    worstFirst: (one, other) =>
      badness(other.measure.status) - badness(one.measure.status) ||
      badness(other.measure.forecastStatus) - badness(one.measure.forecastStatus),
    code: (one, other) => inWords(codeOf(one), codeOf(other)),
    title: (one, other) => inWords(titleOf(one), titleOf(other)),
  };
  return [...selected].sort(compare[order]);
}

const badness = ({ outcome }: EvaluatedMeasure['status']): number =>
  outcome.inDenominator || outcome.isException ? outcome.rank : -1;

const codeOf = ({ measure }: Selected) => measure.snapshot.version.code;
const titleOf = ({ measure }: Selected) => measure.snapshot.version.title;

/** Numbers within a text count as numbers, so that `HOM 2` comes before `HOM 10`; capitals do not matter. */
function inWords(one: string, other: string): number {
  const [left, right] = [one, other].map((text) => text.toLowerCase().match(/\d+|\D+/g) ?? []);
  for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at++) {
    const [a, b] = [left?.[at] ?? '', right?.[at] ?? ''];
    if (a === b) continue;
    const [p, q] = [/^\d+$/.test(a), /^\d+$/.test(b)];
    if (p && q && BigInt(a) !== BigInt(b)) return BigInt(a) < BigInt(b) ? -1 : 1;
    return a < b ? -1 : 1;
  }
  return 0;
}

/**
 * What is asked for that is not there, each in a sentence.
 *
 * @example choiceProblems({ …, directorates: ['XX'] }, measures, directorates)
 *   // [{ field: 'directorates', message: 'There is no directorate "XX". There are: PL, PE' }]
 */
export function choiceProblems(
  { show, directorates: wanted, measures: ticked }: ReportChoice,
  measures: readonly EvaluatedMeasure[],
  directorates: readonly OrganisationUnit[],
): { field: 'directorates' | 'measures'; message: string }[] {
  if (show === 'chosen') {
    const known = new Set(measures.map(({ snapshot }) => snapshot.version.code));
    const unknown = ticked.filter((code) => !known.has(code));
    if (ticked.length === 0) return [{ field: 'measures', message: 'Choose at least one measure' }];
    return unknown.length === 0
      ? []
      : [{ field: 'measures', message: `Not on this scorecard in this period: ${unknown.join(', ')}` }];
  }
  const codes = directorates.map(({ code }) => code);
  return wanted
    .filter((code) => !codes.includes(code))
    .map((code) => ({
      field: 'directorates',
      message: `There is no directorate "${code}" in this period. There are: ${codes.join(', ')}`,
    }));
}
