import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  documentStyle,
  type ExpectedDocument,
  expectedDocument,
} from '../../../test/fixtures/legacy/document-arbitraries.ts';
import { type DocumentStyle, writeDocument } from '../../../test/fixtures/legacy/document-writer.ts';
import { plainText } from '../../domain/commentary/plain-text.ts';
import { derby } from '../../domain/status/presets/derby.ts';
import { presetScheme } from '../../domain/status/presets/index.ts';
import { allOutcomes, type StatusScheme } from '../../domain/status/scheme.ts';
import { formatProblem } from '../problem.ts';
import { readImprovementReport } from './read-improvement-report.ts';

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();
const wordsOf = (text: string) => oneLine(text).split(' ').join(' ');

/** What should be read, in the shape of `read`. */
function expected({ title: _, directorates, ...head }: ExpectedDocument, style: DocumentStyle) {
  return {
    authorityName: head.authority,
    periodEnd: head.periodEnd,
    directorates: directorates.map(({ name }) => name),
    measures: directorates.flatMap(({ name, measures }) =>
      measures.map((measure) => ({
        directorate: name,
        code: measure.code,
        aliases: measure.aliases,
        title: measure.title,
        status: measure.status,
        forecastStatus: measure.forecastStatus,
        quarterly: measure.quarterly,
        forecast: measure.forecast ?? { target: '', actual: '' },
        direction: measure.direction,
        texts: measure.texts.map((text) =>
          wordsOf(text.join(style.paragraphs === 'bare' && !style.quoted ? ' ' : '\n')),
        ),
      })),
    ),
  };
}

function read(text: string, scheme: StatusScheme) {
  const { document, problems } = readImprovementReport(Buffer.from(text), { fileName: 'other.txt', scheme });
  if (document === null) throw new Error(problems.map(formatProblem).join('\n'));
  return {
    authorityName: document.authorityName,
    periodEnd: document.periodEnd,
    directorates: document.directorates,
    measures: document.measures.map(({ quarterly, forecast, commentary, ...measure }) => ({
      directorate: measure.directorate,
      code: measure.code,
      aliases: measure.aliases,
      title: measure.title,
      status: measure.status,
      forecastStatus: measure.forecastStatus,
      quarterly: { target: oneLine(quarterly.target.typed), actual: oneLine(quarterly.actual.typed) },
      forecast: { target: oneLine(forecast.target.typed), actual: oneLine(forecast.actual.typed) },
      direction: measure.direction,
      texts: [commentary.context, commentary.actions, commentary.intervention].map(({ tree }) =>
        wordsOf(plainText(tree)),
      ),
    })),
  };
}

const wordsIn = (scheme: StatusScheme) => [
  ...new Set(
    allOutcomes(scheme)
      .filter(({ inDenominator }) => inDenominator)
      .map(({ label }) => label),
  ),
  'N/A',
];

describe("other councils' documents, written and read back", () => {
  it.each(['derby', 'kent', 'medway', 'lincoln'])('under the scheme %s', (id) => {
    const scheme = presetScheme(id) ?? derby;
    fc.assert(
      fc.property(expectedDocument(wordsIn(scheme)), documentStyle, (document, style) => {
        expect(read(writeDocument(document, style), scheme)).toEqual(expected(document, style));
      }),
      { numRuns: 150 },
    );
  });
});
