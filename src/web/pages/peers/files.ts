import { toText } from '../../../domain/number/decimal.ts';
import type { TypedFigure } from '../../../domain/number/figure.ts';
import { formatFigure } from '../../../domain/number/format.ts';
import { funnelWords, noIntervalInWords, placeInWords } from '../../../domain/peers/sentence.ts';
import type { PeerRow } from '../../../domain/peers/standing.ts';
import { decimalOf } from '../../../domain/statistics/float-text.ts';
import { peerBars, peerFunnelChart } from '../../../reports/model/charts/peer-charts.ts';
import { seriesCsv } from '../../../reports/render/csv/series-csv.ts';
import { chartPng, chartSvg } from '../../../reports/render/picture/chart-file.ts';
import { type PeersCompared, readPeers } from '../../../workflow/queries/read-peers.ts';
import { measureAddress, periodAddress, periodAt } from '../../addresses.ts';
import type { Answer, Asked } from '../../route.ts';
import { measureOf } from '../../subject.ts';
import { notFoundPage } from '../problem/problem.tsx';

/** The comparison that an address asks for; null where there is none. */
async function comparedIn(asked: Asked) {
  const code = await measureOf(asked);
  const typed = asked.query.get('period');
  const period = typed === null ? null : periodAt(typed);
  if (code === null || (typed !== null && period === null)) return null;
  const group = asked.query.get('group');
  const view = await readPeers(asked.known, { measure: code, period, until: asked.today, group });
  if (view === null || view.compared === null) return null;
  const stem = [asked.authority.code, measureAddress(code), periodAddress(view.compared.period.code)].join(
    '-',
  );
  return { measure: view.measure, compared: view.compared, stem };
}

const headings = [
  ...[
    'Code',
    'Council',
    'This council',
    'Period',
    'Compared with',
    'Place',
    'Rank',
    'Among',
    'Quartile',
    'Value',
  ],
  ...['95% lower', '95% upper', 'No interval because', 'Cases', 'Of', 'In the funnel', 'Why not compared'],
  ...['Publication', 'Published on'],
];

/** `/measures/:measure/comparison/comparison.csv`: the councils by place, then averages and whoever is not compared. */
export async function comparisonFile(asked: Asked): Promise<Answer> {
  const found = await comparedIn(asked);
  if (found === null) return notFoundPage(asked);
  const { compared, measure, stem } = found;
  const { standing } = compared;
  const rest = standing.leftOut.map(({ area, value, reason }) => [
    area.code,
    area.name,
    'No',
    value?.period ?? compared.period.code,
    groupOf(compared),
    ...[null, null, null, null],
    value === null ? null : exact(value.figure, () => formatFigure(value.figure, measure.unit)),
    ...[null, null, null, null, null, null],
    reason,
    value?.publication ?? null,
    value?.publishedOn ?? null,
  ]);
  const rows = [...standing.rows.map((row) => rowOf(row, compared)), ...rest];
  return { kind: 'file', ...seriesCsv(`${stem}-comparison`, headings, rows) };
}

const groupOf = ({ group }: PeersCompared): string => group?.name ?? 'Every council with a value';

function rowOf(row: PeerRow, compared: PeersCompared) {
  const { standing, period, ownPublished } = compared;
  const { area, isOwn, figure, interval, counts, place, funnelPlace } = row;
  const source = isOwn ? (compared.own?.published === null ? null : ownPublished) : row.value;
  const whole = (value: number) => ({ number: String(value) });
  return [
    area.code,
    area.name,
    isOwn ? 'Yes' : 'No',
    period.code,
    groupOf(compared),
    placeInWords(row, standing.rows, standing.better),
    whole(place.rank),
    whole(place.among),
    place.quartile === null ? null : whole(place.quartile),
    exact(figure, () => ''),
    interval === null ? null : { number: toText(decimalOf(interval.lower)) },
    interval === null ? null : { number: toText(decimalOf(interval.upper)) },
    interval === null ? noIntervalInWords(row) : null,
    counts === null ? null : whole(counts.count),
    counts === null ? null : whole(counts.of),
    funnelPlace === null ? null : funnelWords[funnelPlace],
    null,
    source?.publication ?? null,
    source?.publishedOn ?? null,
  ];
}

const exact = (figure: TypedFigure, otherwise: () => string) =>
  figure.kind === 'number' ? { number: toText(figure.value) } : otherwise();

/** `/measures/:measure/comparison/councils.svg`, `funnel.svg` and the same as `.png`. */
export const comparisonPicture =
  (what: 'councils' | 'funnel', format: 'svg' | 'png') =>
  async (asked: Asked): Promise<Answer> => {
    const found = await comparedIn(asked);
    if (found === null) return notFoundPage(asked);
    const { compared, measure, stem } = found;
    const { standing } = compared;
    const chart =
      what === 'councils'
        ? peerBars(standing, measure.unit, `${measure.title}, among others`)
        : peerFunnelChart(standing, measure.unit, `${measure.title}, by size of council`);
    if (chart === null) return notFoundPage(asked);
    const file = format === 'svg' ? chartSvg(chart) : await chartPng(chart);
    return { kind: 'file', ...file, name: `${stem}-${what}.${format}` };
  };
