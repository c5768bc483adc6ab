/** What a format says about one measure, read back out of its bytes. */
export interface MeasureRead {
  target: string;
  actual: string;
  status: string;
  forecastTarget: string;
  forecast: string;
  forecastStatus: string;
  direction: string;
}

/** By the code of the measure. */
export type ReportRead = Map<string, MeasureRead>;

/** The seven values in the order in which every format has them. */
export function measureRead(values: readonly (string | undefined)[]): MeasureRead {
  const [target, actual, status, forecastTarget, forecast, forecastStatus, direction] = values.map(
    (value) => value ?? 'not found',
  );
  return {
    target: target!,
    actual: actual!,
    status: status!,
    forecastTarget: forecastTarget!,
    forecast: forecast!,
    forecastStatus: forecastStatus!,
    direction: direction!,
  };
}
