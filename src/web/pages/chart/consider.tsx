import { periodLabel } from '../../../domain/period/label.ts';
import { FEWEST_POINTS } from '../../../domain/statistics/xmr/settings.ts';
import type { ChartView } from '../../../workflow/queries/chart-view.ts';
import { periodAddress } from '../../addresses.ts';
import { InsetText } from '../../components/inset-text/inset-text.tsx';

interface Props {
  view: ChartView;
  decides: boolean;
  address: string;
}

/** A change that has lasted is asked about; the chart is never drawn anew by itself. */
export function Consider({ view: { consider }, decides, address }: Props) {
  if (consider === null) return null;
  const { from, figures, side } = consider;
  const label = periodLabel(from);
  return (
    <InsetText>
      <h2 class="govuk-heading-m">{`Has the service run in another way since ${label}?`}</h2>
      <p class="govuk-body">
        {`The last ${figures} figures, from ${label} on, have all been ${side} the mean. If the service now runs in another way, and you know why, mean and limits can be worked out anew from there. If you do not know why, leave the chart as it is: it shows the change.`}
      </p>
      {figures >= FEWEST_POINTS ? null : (
        <p class="govuk-body">
          {`${FEWEST_POINTS} figures are needed for a signal: with ${figures}, the chart would say nothing until the next.`}
        </p>
      )}
      {decides ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`${address}?from=${periodAddress(from.code)}#from`}>
            {`Work mean and limits out anew from ${label}`}
          </a>
        </p>
      ) : (
        <p class="govuk-body">The performance team decides. Tell them what changed.</p>
      )}
    </InsetText>
  );
}
