import { formatLongDate } from '../../../domain/number/date.ts';
import type { ChartView } from '../../../workflow/queries/chart-view.ts';
import { SummaryList } from '../../components/summary-list/summary-list.tsx';
import { periodNames } from './period-names.ts';

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
