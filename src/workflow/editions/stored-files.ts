import { createHash } from 'node:crypto';
import { measurePages } from '../../reports/model/measure-page.ts';
import type { RenderedFile, Renderer, Report, StatusMark } from '../../reports/model/report.ts';
import type { EditionFile } from '../../store/editions.ts';
import { renderAll } from '../produce-report.ts';
import { type FrozenInputs, frozen } from './frozen-inputs.ts';

/** Names under which an edition keeps what is not a report in a format. */
export const INPUTS = 'inputs';
export const PAGE = 'page';
export const measureFile = (address: string): string => `measures/${address}`;

/** What the page of an edition says, kept with it: so that no figure is looked up when it is read. */
export interface EditionPage {
  title: string;
  label: string;
  authority: { code: string; name: string };
  language: string;
  period: Report['period'];
  sentence: string;
  /** What was chosen of the scorecard; null where it shows what it always does, absent in editions of earlier releases. */
  shows?: string | null;
  note: string | null;
  changes: readonly string[];
  remarks: readonly string[];
  chainHead: string;
  files: readonly PageFile[];
  measures: readonly {
    address: string;
    code: string;
    title: string;
    directorate: string;
    actual: string;
    status: StatusMark;
    forecastStatus: StatusMark;
  }[];
}

export interface PageFile {
  /** Key in the edition: `pdf`. */
  format: string;
  /** File name: `borchester-scorecard-2018-19-Q2-edition-1.pdf`. */
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
}

/** Every file of an edition, rendered from one report: its formats, a page a measure, its inputs, its own page. */
export async function editionFiles(
  report: Report,
  inputs: FrozenInputs,
  renderers: Readonly<Record<string, Renderer>>,
): Promise<EditionFile[]> {
  const { html } = renderers;
  if (html === undefined || report.edition === null)
    throw new Error('an edition is rendered as HTML at least');
  const formats = Object.keys(renderers);
  const rendered = await renderAll(report, Object.values(renderers), () => {});
  const reports = rendered.map((file, index) => asEditionFile(formats[index] ?? '', file));
  const kept: EditionFile = {
    format: INPUTS,
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(frozen(inputs)),
  };
  const back = { text: `${report.title}, ${report.period.label}`, href: '../index.html' };
  const pages = measurePages(report, back);
  const measures = await Promise.all(
    pages.map(async ({ address, report: one }) => asEditionFile(measureFile(address), await html(one))),
  );
  const names = rendered.map(({ name }) => name);
  const page: EditionPage = {
    title: report.title,
    label: report.edition.label,
    authority: report.authority,
    language: report.language,
    period: report.period,
    sentence: report.summary.sentence,
    shows: inputs.chosen === undefined ? null : (report.summary.shows ?? null),
    note: report.edition.note,
    changes: report.edition.changes,
    remarks: report.edition.remarks,
    chainHead: report.edition.chainHead,
    files: [
      ...reports.map((file, index) => pageFile(file, names[index] ?? '')),
      pageFile(kept, `${report.fileStem}-inputs.json`),
    ],
    measures: pages.map(({ address, record }) => ({
      address,
      code: record.code,
      title: record.title,
      directorate: record.directorate,
      actual: record.actual.display,
      status: record.status,
      forecastStatus: record.forecastStatus,
    })),
  };
  const own: EditionFile = {
    format: PAGE,
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(JSON.stringify(page)),
  };
  return [...reports, kept, ...measures, own];
}

const asEditionFile = (format: string, { mediaType, bytes }: RenderedFile): EditionFile => ({
  format,
  mediaType,
  bytes,
});

const pageFile = ({ format, mediaType, bytes }: EditionFile, name: string): PageFile => ({
  format,
  name,
  mediaType,
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
