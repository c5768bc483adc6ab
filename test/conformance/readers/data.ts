import { readCsv } from '../../../src/formats/csv.ts';
import { measureRead, type ReportRead } from './measure-read.ts';

/** Where there is no figure, both give the code of the reason: `missing: awaited`. */
const orReason = (value: string | null | undefined, missing: string | null | undefined): string =>
  value || `missing: ${missing}`;

export function readCsvReport(bytes: Uint8Array): ReportRead {
  const rows: (readonly string[])[] = [];
  readCsv(bytes, (row) => rows.push(row));
  const [headings = [], ...measures] = rows;
  return new Map(
    measures.map((row) => {
      const cell = (heading: string) => row[headings.indexOf(heading)];
      const figure = (heading: string) => orReason(cell(heading), cell(`${heading}_missing`));
      const read = measureRead([
        figure('target'),
        figure('actual'),
        cell('status'),
        figure('forecast_target'),
        figure('forecast'),
        cell('forecast_status'),
        cell('direction_of_travel'),
      ]);
      return [cell('code') ?? '', read];
    }),
  );
}

interface JsonFigure {
  value: string | null;
  display: string;
  missing: string | null;
}

type Figures = 'target' | 'actual' | 'forecastTarget' | 'forecast';
type Labels = 'status' | 'forecastStatus' | 'directionOfTravel';
type JsonMeasure = { code: string } & Record<Figures, JsonFigure> & Record<Labels, { label: string }>;

export function readJsonReport(bytes: Uint8Array): { printed: ReportRead; exact: ReportRead } {
  const { measures } = JSON.parse(new TextDecoder().decode(bytes)) as { measures: JsonMeasure[] };
  const read = (figure: (of: JsonFigure) => string): ReportRead =>
    new Map(
      measures.map((measure) => [
        measure.code,
        measureRead([
          figure(measure.target),
          figure(measure.actual),
          measure.status.label,
          figure(measure.forecastTarget),
          figure(measure.forecast),
          measure.forecastStatus.label,
          measure.directionOfTravel.label,
        ]),
      ]),
    );
  return {
    printed: read(({ display }) => display),
    exact: read(({ value, missing }) => orReason(value, missing)),
  };
}
