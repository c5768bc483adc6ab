import type { Corrections } from '../../model/corrections.ts';
import type { ForecastQuestion } from '../../model/forecast-questions.ts';
import type { EditionMark, Renderer, Report, Table } from '../../model/report.ts';
import { measureDocument } from './measure-document.ts';

/** Names the shape of the document; its schema is `docs/schemas/report.schema.json`. */
export const REPORT_SCHEMA = 'urn:outturn:schema:report:1';

/** The report as one JSON document: figures as exact decimal text beside the text to show, keys in a fixed order. */
export const renderJson: Renderer = async (report) => ({
  name: `${report.fileStem}.json`,
  mediaType: 'application/json',
  bytes: new TextEncoder().encode(`${JSON.stringify(reportDocument(report), null, 2)}\n`),
});

const editionDocument = ({ number, standing, label, chainHead, note, changes, remarks }: EditionMark) => ({
  number,
  standing,
  label,
  chainHead,
  note,
  changes,
  remarks,
});

/** One object a row, its keys those of the columns. */
const listingDocument = ({ caption, columns, rows }: Table) => ({
  caption,
  rows: rows.map(({ cells }) =>
    Object.fromEntries(
      columns.map(({ key }, index) => {
        const cell = cells[index];
        // A figure by its exact value: what is printed of it is for those who read.
        const value = cell?.type === 'figure' ? (cell.figure.exact ?? '') : '';
        return [key, cell?.type === 'text' ? cell.text : value];
      }),
    ),
  ),
});

const questionDocument = (each: ForecastQuestion) => ({
  code: each.measure,
  title: each.title,
  directorate: each.directorate,
  statusNow: each.now,
  forecastStatus: each.forecastStatus,
  forecast: each.forecast,
  workedOut: each.computed,
  prospect: each.prospect,
  restOfYear: each.pace,
  pastForecasts: each.record,
  why: [...each.why],
});

/** Its keys in the order in which a reader asks for them. */
const correctionsDocument = ({ edition, items }: Corrections) => ({
  edition: { ...edition },
  items: items.map((each) => ({
    code: each.measure,
    title: each.title,
    directorate: each.directorate,
    period: each.period,
    figure: each.figure,
    change: each.change,
    was: each.was,
    is: each.is,
    statusWas: each.statusWas,
    statusIs: each.statusIs,
    why: each.why,
    by: each.by,
    on: each.on,
  })),
});

function reportDocument(report: Report) {
  const { code, label, end, endLabel } = report.period;
  const { sentence, shows, denominators, counts } = report.summary;
  return {
    $schema: REPORT_SCHEMA,
    kind: report.kind,
    title: report.title,
    authority: { code: report.authority.code, name: report.authority.name },
    language: report.language,
    period: { code, label, end, endLabel },
    asAt: report.asAt,
    edition: report.edition === null ? null : editionDocument(report.edition),
    scheme: {
      id: report.scheme.id,
      name: report.scheme.name,
      version: report.scheme.version,
      key: report.scheme.key.map(({ status, sentence: meaning }) => ({
        outcome: status.outcome,
        label: status.label,
        letter: status.letter,
        isStatus: status.isStatus,
        shape: status.shape,
        background: status.background,
        foreground: status.foreground,
        meaning,
      })),
    },
    directionOfTravel: { scheme: report.direction.scheme, basis: report.direction.basisInWords },
    sources: report.sources,
    contact: report.contact ?? [],
    summary: {
      sentence,
      shows,
      denominators,
      counts: counts.map(({ directorate, outcome, label: status, now, forecast }) => ({
        directorate,
        outcome,
        label: status,
        now,
        forecast,
      })),
    },
    measures: report.measures.map(measureDocument),
    ...(report.listing === undefined ? {} : { listing: listingDocument(report.listing) }),
    ...(report.questions === undefined ? {} : { questions: report.questions.map(questionDocument) }),
    ...(report.corrections === undefined ? {} : { corrections: correctionsDocument(report.corrections) }),
  };
}
