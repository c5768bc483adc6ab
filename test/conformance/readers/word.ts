import { strFromU8, unzipSync } from 'fflate';
import { measureRead, type ReportRead } from './measure-read.ts';

/** The figures of a Word document by the styles of their paragraphs and runs. */
export function readWord(bytes: Uint8Array): ReportRead {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const read: ReportRead = new Map();
  for (const [row] of xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)) {
    const [name] = runs(row, 'MeasureCode');
    if (name === undefined) continue;
    const [target, actual, forecastTarget, forecast] = runs(row, 'Figure');
    const [status, forecastStatus] = paragraphs(row, 'Status-[^"]+').map(withoutSign);
    const [direction] = paragraphs(row, 'Direction').map(withoutSign);
    read.set(
      name,
      measureRead([target, actual, status, forecastTarget, forecast, forecastStatus, direction]),
    );
  }
  return read;
}

/** Shape and arrow stand before the word, with a space. */
const withoutSign = (words: string): string => words.replace(/^\P{L}+[\s\u00a0](?=\S)/u, '');

const runs = (xml: string, style: string): string[] =>
  [
    ...xml.matchAll(
      new RegExp(
        `<w:r><w:rPr><w:rStyle w:val="${style}"/></w:rPr>(.*?)</w:r>(?:<w:r><w:rPr><w:rStyle w:val="${style}Unit"/></w:rPr>(.*?)</w:r>)?`,
        'gs',
      ),
    ),
  ].map(([, run, unit]) => text(run) + text(unit));

const paragraphs = (xml: string, style: string): string[] =>
  [...xml.matchAll(new RegExp(`<w:p><w:pPr><w:pStyle w:val="${style}"/>(.*?)</w:p>`, 'gs'))].map(([, run]) =>
    text(run),
  );

const text = (xml: string | undefined): string =>
  (xml ?? '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
