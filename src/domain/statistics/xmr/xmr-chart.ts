import type { Polarity } from '../../measure/measure.ts';
import type { Decimal } from '../../number/decimal.ts';
import { floatOf } from '../float.ts';
import { inOrder } from '../series.ts';
import type { Icon, Rebase, XmrAsked, XmrChart, XmrPoint, XmrValue } from './chart.ts';
import {
  type Assurance,
  assuranceInWords,
  assuranceOf,
  assuranceOfConstant,
  goodSide,
  type Variation,
  variationInWords,
  variationOf,
} from './icons.ts';
import { constantOf, type JudgedSegment, judgeSegment } from './segment.ts';
import { FEWEST_BASELINE, usualXmr } from './settings.ts';

/**
 * The XmR chart of one series, as Making Data Count draws it: mean, limits and near limits of each segment, the rules
 * that each point meets, the variation of the latest reported figure, and whether the latest target can be met.
 *
 * In: points on different dates in any order, in one unit, null where nothing was reported (never taken for zero);
 * targets as steps; rebases with who decided them and why. Series to date, or with a season, go through `prepareSeries`
 * first. Out: everything that a picture, a table or a sentence needs; limits are not cut at 0 or 100%.
 * Fewer than 13 figures in a segment give no limits and no icons (8 to 12 give trial ones where the settings say
 * so); a constant has no limits and no signal, and is compared with its target directly.
 *
 * @throws RangeError for two points on one date, a date that is none, or a baseline of fewer than 12.
 * Source: Making Data Count (NHS England) and NHSRplotthedots 0.2.2; what differs is in docs/statistics.md.
 * @example
 * // thirteen figures, 10 and 12 in turn: mean 10.92, every moving range 2, limits 10.92 ± 5.32
 * xmrChart({ points, polarity: 'higher', targets: [{ from: '2024-04-01', value: decimal('20') }] })
 * // variation.icon 'common_cause', assurance.icon 'fail'
 */
export function xmrChart(asked: XmrAsked): XmrChart {
  const { polarity, targets = [], rebases = [], settings = usualXmr } = asked;
  const { baseline } = settings;
  if (baseline !== null && !(Number.isInteger(baseline) && baseline >= FEWEST_BASELINE)) {
    throw new RangeError(`a baseline has at least ${FEWEST_BASELINE} points, not ${baseline}`);
  }
  const points = inOrder(asked.points).map(({ date, value }) => ({ date, value: float(value) }));
  const steps = inOrder(targets.map(({ from, value }) => ({ date: from, value })));
  const judged = segmentsOf(points, rebases).map((part) => judgeSegment(part.points, part.rebase, settings));
  const floats = steps.map(({ value }) => float(value));
  let row = 0;
  let step = -1;
  const drawn: XmrPoint[] = [];
  judged.forEach((part, segment) => {
    part.estimate.movingRanges.forEach((movingRange, at) => {
      const point = points[row];
      if (point === undefined) return;
      row += 1;
      while ((steps[step + 1]?.date ?? '~') <= point.date) step += 1;
      const of = part.judged?.[at];
      const rules = of?.rules ?? [];
      const label = rules[0] ?? null;
      drawn.push({
        date: point.date,
        value: point.value,
        segment,
        target: floats[step] ?? null,
        movingRange,
        screened: part.estimate.screened[at] ?? false,
        side: of?.side ?? null,
        near: of?.near ?? false,
        rules,
        label,
        variation: of === undefined || point.value === null ? null : variationOf(label, polarity),
      });
    });
  });
  return {
    settings,
    points: drawn,
    segments: judged.map((part) => part.segment),
    variation: variationIcon(drawn, judged),
    assurance: assuranceIcon(drawn, judged.at(-1), polarity),
  };
}

const float = (value: Decimal | null): number | null => (value === null ? null : floatOf(value));

/** Cuts points in order of date at each rebase; one before the first point, or after the last, cuts nothing. */
function segmentsOf(points: readonly XmrValue[], rebases: readonly Rebase[]) {
  const cuts = inOrder(rebases.map((rebase) => ({ ...rebase, date: rebase.from })));
  const parts: { rebase: Rebase | null; points: XmrValue[] }[] = [];
  let next = 0;
  for (const point of points) {
    let rebase: Rebase | null = null;
    for (let cut = cuts[next]; cut !== undefined && cut.date <= point.date; cut = cuts[next]) {
      const { from, reason, author, decidedOn } = cut;
      rebase = { from, reason, author, decidedOn };
      next += 1;
    }
    if (parts.length === 0 || rebase !== null) parts.push({ rebase, points: [point] });
    else parts.at(-1)?.points.push(point);
  }
  return parts;
}

/** The state of the latest reported figure, with its date: a missing last period does not make a signal go away. */
function variationIcon(points: readonly XmrPoint[], judged: readonly JudgedSegment[]): Icon<Variation> {
  const latest = points.findLast(({ value }) => value !== null);
  const segment = judged.at(-1)?.segment;
  if (latest === undefined || segment === undefined) {
    return { icon: null, date: null, words: 'Nothing has been reported.' };
  }
  if (segment.limits === null || latest.variation === null) {
    return { icon: null, date: latest.date, words: segment.note ?? 'There are no limits.' };
  }
  return { icon: latest.variation, date: latest.date, words: variationInWords(latest.variation) };
}

function assuranceIcon(
  points: readonly XmrPoint[],
  latest: JudgedSegment | undefined,
  polarity: Polarity | null,
): XmrChart['assurance'] {
  const last = points.at(-1);
  const target = last?.target ?? null;
  const none = (words: string) => ({ icon: null, date: last?.date ?? null, target, words });
  if (last === undefined || latest === undefined || target === null) return none('There is no target.');
  if (goodSide(polarity) === 0) return none('Neither way is better, so there is nothing to assure.');
  const { segment } = latest;
  const given = (icon: Assurance, words: string) => ({ icon, date: last.date, target, words });
  if (segment.limits !== null) {
    const icon = assuranceOf(target, segment.limits, polarity);
    if (icon !== null) return given(icon, assuranceInWords(icon));
  }
  const own = points.filter((point) => point.segment === last.segment).map(({ value }) => value);
  const constant = segment.state === 'constant' ? constantOf(own) : null;
  if (constant === null) return none(segment.note ?? 'There are no limits.');
  const icon = assuranceOfConstant(target, constant, polarity);
  if (icon === null) return none('There are no limits.');
  return given(
    icon,
    `Every figure has been the same, and ${icon === 'pass' ? 'meets' : 'misses'} the target.`,
  );
}
