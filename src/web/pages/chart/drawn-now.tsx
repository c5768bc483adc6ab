import { formatLongDate } from '../../../domain/number/date.ts';
import { CHART_PERIODS, isOutOfReach, LONGEST_CHART } from '../../../domain/signal/chart-window.ts';
import type { ChartView } from '../../../workflow/queries/chart-view.ts';
import { SummaryList } from '../../components/summary-list/summary-list.tsx';
import { periodNames } from './period-names.ts';

/** Where the chart begins, and whether it stays there. */
function beginning({ drawn, period }: ChartView, named: (day: string) => string): string {
  const { begins, baseline, rebases } = drawn;
  if (begins === null) {
    const moves = `With the first of the last ${CHART_PERIODS} periods, which moves on`;
    if (baseline !== null) {
      return `${moves}: this was decided before Outturn kept the period that a chart begins with. Save the baseline again to hold it`;
    }
    return rebases.length === 0
      ? moves
      : `${moves}, but never beyond the first period from which it is worked out anew`;
  }
  const name = named(begins);
  return period !== null && isOutOfReach(drawn, period)
    ? `${name} was chosen, which is further back than a chart looks (${LONGEST_CHART} periods). Save the baseline again to hold a new one`
    : `${name}, and stays there while a baseline or new limits are decided`;
}

/** What has been decided about the chart, as it holds now. */
export function DrawnNow({ view }: { view: ChartView }) {
  const { seasonal, baseline, rebases } = view.drawn;
  const named = periodNames(view);
  return (
    <section aria-labelledby="drawn">
      <h2 class="govuk-heading-m" id="drawn">
        How it is drawn
      </h2>
      <SummaryList
        rows={[
          {
            key: 'Season',
            value: seasonal
              ? 'The same time of every year is alike: each point is the change on the year before'
              : 'None',
          },
          {
            key: 'Mean and limits',
            value:
              baseline === null
                ? 'From all figures of each stretch'
                : `From the first ${baseline} periods of each stretch, held for the rest`,
          },
          { key: 'Begins', value: beginning(view, named) },
          {
            key: 'Worked out anew',
            value:
              rebases.length === 0 ? (
                'Never'
              ) : (
                <ul class="govuk-list">
                  {rebases.map(({ from, reason, author, decidedOn }) => (
                    <li key={from}>
                      {`From ${named(from)}: ${reason}`}
                      <span class="ot-under">{`${author}, ${formatLongDate(decidedOn)}`}</span>
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </section>
  );
}
