import { measureAddress } from '../../addresses.ts';

/** From the page of a measure to every forecast of it. */
export const ForecastsLink = ({ code }: { code: string }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={`/measures/${measureAddress(code)}/forecasts`}>
      Every forecast, and what came of it
    </a>
  </p>
);

/** From the scorecard to the forecasts of all measures. */
export const AllForecastsLink = () => (
  <p class="govuk-body">
    <a class="govuk-link" href="/forecasts">
      Forecasts: what is asked of the rest of the year, and what came of past ones
    </a>
  </p>
);
