import type { Recorded, Scorecard } from '../facts.ts';
import type { MeasureVersion } from '../measure/measure.ts';
import { listedCodes, type SeriesChange } from '../measure/series-change.ts';
import { formatLongDate } from '../number/date.ts';
import { sameFigure } from '../number/same-figure.ts';
import { periodLabel } from '../period/label.ts';
import { periodOf } from '../period/parse.ts';
import type { ReportingPeriod } from '../period/period.ts';
import { predecessor, yearOf } from '../period/relate.ts';
import { newestBySlot, promisedPeriods, promisedRoles, targetSlot } from '../target/slots.ts';
import type { TargetRole, TargetVersion } from '../target/target.ts';
import type { Decision, ProposalContent } from './proposal.ts';
import { typedValues } from './typed-values.ts';

/** What is held of the measures that a proposal is about. */
export interface HeldForProposal {
  /** Every version of every measure. */
  versions: readonly MeasureVersion[];
  /** Every version of every promise of the measures concerned, oldest first. */
  targets: readonly Recorded<TargetVersion>[];
  scorecards: readonly Scorecard[];
  /** Codes of the periods whose round is frozen or published. */
  finished: readonly string[];
}

/** What an approval records. */
export interface PlannedFacts {
  targets: TargetVersion[];
  measures: MeasureVersion[];
  scorecards: Scorecard[];
}

/** The version of a measure on a day; null where there is none. */
export const versionOn = (
  versions: readonly MeasureVersion[],
  code: string,
  day: string,
): MeasureVersion | null =>
  versions
    .filter((each) => each.code === code && each.validFrom <= day)
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    .at(-1) ?? null;

/** The promises that a change from a quarter on can alter: those of periods that end in it or later, and the year end. */
export function slotsFrom(
  version: Pick<MeasureVersion, 'frequency' | 'periodBasis' | 'polarity' | 'unit'>,
  from: ReportingPeriod,
  targets: readonly Recorded<TargetVersion>[],
): { period: ReportingPeriod; role: TargetRole; slot: string }[] {
  return promisedPeriods(version, from.year, newestBySlot(targets))
    .filter(({ end }) => end >= from.end)
    .flatMap((period) =>
      promisedRoles(version).map((role) => ({ period, role, slot: targetSlot(period.code, role) })),
    );
}

/**
 * The measure whose targets the proposal names: the one it amends, or the one that comes of it. null where there is none.
 */
export function valuedMeasure(content: ProposalContent, held: HeldForProposal): MeasureVersion | null {
  const { kind, measures, from, results } = content;
  if (from === '') return null;
  const day = periodOf(from).start;
  const [first] = measures.map((code) => versionOn(held.versions, code, day));
  if (first === undefined || first === null) return null;
  if (kind === 'amend') return first;
  const [result] = results;
  if ((kind === 'combine' || kind === 'new') && result !== undefined) {
    return { ...(versionOn(held.versions, result.code, day) ?? first), ...result };
  }
  return null;
}

/**
 * What an approved proposal records: the targets in the place of those held, the measures that begin or end, and the
 * scorecards they stand on. Nothing of a period before `from` changes, and what is replaced is kept.
 *
 * @param decision who decided, when, and where it can be looked up
 * @example plannedFacts({ kind: 'amend', measures: ['A'], from: '2018-19/Q3', values: { '2018-19 target': '11.5' }, … })
 * // targets: one version 2 of the year end, in effect from 2018-10-01
 */
export function plannedFacts(
  content: ProposalContent,
  held: HeldForProposal,
  decision: Decision,
): PlannedFacts {
  const period = periodOf(content.from);
  const begun = begunMeasures(content, held, decision, period);
  const ended = endedMeasures(content, held, decision, period);
  return {
    targets: plannedTargets(content, held, decision, period),
    measures: [...ended, ...begun],
    scorecards: plannedScorecards(content, held, begun, period),
  };
}

function plannedTargets(
  content: ProposalContent,
  held: HeldForProposal,
  decision: Decision,
  from: ReportingPeriod,
): TargetVersion[] {
  const version = valuedMeasure(content, held);
  if (version === null) return [];
  const own = held.targets.filter(({ measure }) => measure === version.code);
  const newest = newestBySlot(own);
  const hasFinished =
    content.kind === 'amend' &&
    held.finished.map(periodOf).some(({ year, end }) => year === from.year && end < from.start);
  return slotsFrom(version, from, own).flatMap(({ period, role, slot }) => {
    const figure = typedValues(content.values, version).get(slot);
    const before = newest.get(slot);
    if (figure === undefined || (before !== undefined && sameFigure(before.figure, figure))) return [];
    return [
      {
        measure: version.code,
        period: period.code,
        role,
        figure,
        version: (before?.version ?? 0) + 1,
        approvedBy: decision.by,
        approvedOn: decision.on,
        reason: content.reason.trim(),
        decision: decision.reference,
        // What was promised for the first time holds for as long as its period does, but for quarters that were frozen without.
        ...(before === undefined && !hasFinished ? {} : { effectiveFrom: from.start }),
      },
    ];
  });
}

const decidedInWords = ({ by, on, reference }: Decision): string =>
  `${by}, ${formatLongDate(on)}, ${reference}`;

/** The measures that go on in another way, or begin. */
function begunMeasures(
  content: ProposalContent,
  held: HeldForProposal,
  decision: Decision,
  from: ReportingPeriod,
): MeasureVersion[] {
  const { kind, measures, results, comparable, meaning } = content;
  const change = (of: SeriesChange['kind'], more: Partial<SeriesChange> = {}): SeriesChange => ({
    kind: of,
    comparable,
    note: content.reason.trim(),
    from: [],
    into: [],
    decided: decidedInWords(decision),
    ...more,
  });
  const [first = ''] = measures;
  if (kind === 'define') {
    const now = versionOn(held.versions, first, from.start);
    if (now === null) return [];
    const definition = { ...sheetOf(now), meaning: meaning.trim(), change: change('defined') };
    return [{ ...now, validFrom: from.start, definition }];
  }
  const of = { combine: 'combined', split: 'split', new: 'begun' }[kind as string] as SeriesChange['kind'];
  return results.flatMap(({ code, title }): MeasureVersion[] => {
    const goesOn = measures.includes(code) ? versionOn(held.versions, code, from.start) : null;
    const model = goesOn ?? versionOn(held.versions, first, from.start);
    if (model === null) return [];
    const made = kind === 'new' ? change(of, { comparable: 'yes' }) : change(of, { from: measures });
    return [
      {
        ...model,
        code,
        title,
        aliases: goesOn?.aliases ?? [],
        validFrom: from.start,
        retiredAfter: null,
        definition: { ...(goesOn === null ? {} : sheetOf(goesOn)), change: made },
        note: noteOf(kind, measures, from),
      },
    ];
  });
}

const noteOf = (
  kind: ProposalContent['kind'],
  measures: readonly string[],
  from: ReportingPeriod,
): string | null => {
  const when = `from ${periodLabel(from)}`;
  if (kind === 'combine') return `Combines ${listedCodes(measures)} ${when}`;
  return kind === 'split' ? `Split from ${listedCodes(measures)} ${when}` : null;
};

/** The measures that end with the period before: they stay in every report on an earlier period. */
function endedMeasures(
  { kind, measures, results, reason }: ProposalContent,
  held: HeldForProposal,
  decision: Decision,
  from: ReportingPeriod,
): MeasureVersion[] {
  if (kind !== 'retire' && kind !== 'combine' && kind !== 'split') return [];
  const into = results.map(({ code }) => code);
  return measures.flatMap((code): MeasureVersion[] => {
    const now = versionOn(held.versions, code, from.start);
    if (now === null || into.includes(code)) return [];
    const what = { retire: 'Retired', combine: 'Combined into', split: 'Split into' }[kind];
    const note = [what, ...(into.length === 0 ? [] : [listedCodes(into)]), `from ${periodLabel(from)}`].join(
      ' ',
    );
    const change: SeriesChange = {
      kind: 'retired',
      comparable: 'yes',
      note: reason.trim(),
      from: [],
      into,
      decided: decidedInWords(decision),
    };
    const retiredAfter = predecessor(from).end;
    return [{ ...now, validFrom: from.start, retiredAfter, definition: { ...sheetOf(now), change }, note }];
  });
}

/** What a sheet says of itself: an earlier break in the series stays with the version that made it. */
function sheetOf({ definition }: MeasureVersion): MeasureVersion['definition'] {
  const { breaksSeries: _, change: __, ...sheet } = definition;
  return sheet;
}

/** What begins takes the place of what it comes from, on every scorecard where that stands, from the same day on. */
function plannedScorecards(
  { kind, measures }: ProposalContent,
  { scorecards }: HeldForProposal,
  begun: readonly MeasureVersion[],
  from: ReportingPeriod,
): Scorecard[] {
  const codes = begun.map(({ code }) => code);
  if (codes.length === 0 || kind === 'define') return [];
  const latest = new Map<string, Scorecard>();
  const later: Scorecard[] = [];
  for (const card of [...scorecards].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    if (card.validFrom <= from.start) latest.set(card.code, card);
    else later.push(card);
  }
  const current = [...latest.values()].map((card) => ({ ...card, validFrom: from.start }));
  return [...current, ...later].flatMap((card) => {
    const at = card.measures.findIndex((code) => measures.includes(code));
    const added = codes.filter((code) => !card.measures.includes(code));
    if (at < 0 || added.length === 0) return [];
    return [
      { ...card, measures: [...card.measures.slice(0, at + 1), ...added, ...card.measures.slice(at + 1)] },
    ];
  });
}

/** The year whose promises a proposal is about. */
export const yearFor = ({ from }: Pick<ProposalContent, 'from'>): ReportingPeriod => yearOf(periodOf(from));
