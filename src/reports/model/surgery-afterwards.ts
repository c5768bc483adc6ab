import type { Afterwards } from '../../domain/commitment/afterwards.ts';
import { formatLongDate } from '../../domain/number/date.ts';
import { shortPeriodLabel } from '../../domain/period/label.ts';
import { directionMark } from './marks.ts';
import type { ReportBlock, Row } from './report.ts';
import { listed } from './sentence.ts';
import { type SurgeryPoint, seriesRow } from './surgery-series.ts';

interface Done {
  what: string;
  /** ISO day. */
  doneOn: string;
  afterwards: Afterwards<SurgeryPoint>;
}

/** Said wherever figures stand after something that was done. */
export const NO_CAUSE =
  'This says what came after. It does not say that the one made the other: many things change at the same time.';

/**
 * What happened after something was done, in a sentence with the basis of the direction of travel.
 *
 * @example afterwardsSentence({ doneOn: '2018-08-20', … })
 * // 'Done on 20 August 2018. Since then: Improving in Q3 2018-19. Direction of travel: previous period.'
 */
export function afterwardsSentence({ doneOn, afterwards: { following } }: Omit<Done, 'what'>): string {
  const done = `Done on ${formatLongDate(doneOn)}.`;
  if (following.length === 0) return `${done} No period has been reported since: it is too early to look.`;
  const said = following.map(
    ({ period, measure }) => `${directionMark(measure.direction).label} in ${shortPeriodLabel(period)}`,
  );
  const bases = [...new Set(following.map(({ measure }) => directionMark(measure.direction).basis))];
  return `${done} Since then: ${listed(said)}. Direction of travel: ${listed(bases.map(lowerFirst), 'or')}.`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Did performance turn? The figures before, at discharge and after, for each commitment that is done. */
export function afterwardsBlocks(done: readonly Done[], id: string): ReportBlock[] {
  if (done.length === 0) return [];
  return [
    { type: 'heading', level: 3, text: 'Afterwards: did performance turn?', id: `afterwards-${id}` },
    ...done.flatMap((one, index): ReportBlock[] => [
      { type: 'paragraph', role: 'plain', text: `${one.what}. ${afterwardsSentence(one)}` },
      {
        type: 'table',
        table: {
          id: `afterwards-${id}-${index + 1}`,
          caption: `Before, at discharge and after: ${one.what}`,
          layout: 'plain',
          isWide: true,
          columns: [
            { key: 'when', heading: 'When', width: 26, align: 'start' },
            { key: 'actual', heading: 'Actual', width: 12, align: 'end' },
            { key: 'target', heading: 'Target', width: 12, align: 'end' },
            { key: 'status', heading: 'Status', width: 12, align: 'start' },
            { key: 'forecast', heading: 'Year-end forecast', width: 12, align: 'end' },
            { key: 'forecastStatus', heading: 'Forecast status', width: 12, align: 'start' },
            { key: 'direction', heading: 'Direction of travel', width: 14, align: 'start' },
          ],
          rows: rowsOf(one.afterwards, `${id}-${index + 1}`),
          empty: 'No period around it has been reported.',
        },
      },
    ]),
    { type: 'paragraph', role: 'note', text: NO_CAUSE },
  ];
}

function rowsOf({ before, atDischarge, following }: Afterwards<SurgeryPoint>, id: string): Row[] {
  const row = (when: string, point: SurgeryPoint, key: string) =>
    seriesRow(point, `${id}-${key}`, `${when}: ${shortPeriodLabel(point.period)}`);
  return [
    ...(before === null ? [] : [row('When it was promised', before, 'before')]),
    ...(atDischarge === null ? [] : [row('When it was done', atDischarge, 'at')]),
    ...following.map((point, index) => row('After', point, `after-${index + 1}`)),
  ];
}
