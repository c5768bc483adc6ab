import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { documentStyle, expectedDocument } from '../fixtures/legacy/document-arbitraries.ts';
import { FOUNDING_STYLE, writeDocument } from '../fixtures/legacy/document-writer.ts';
import { type JsonReport, roundTrip } from './legacy-report.ts';

const FOUNDING = new URL('../../../shared/data/improvement-report-2018-09-30.txt', import.meta.url);
const NORTHBY = new URL('../fixtures/legacy/northby-2019-06-30.txt', import.meta.url);
const OUTTURN = fileURLToPath(new URL('../../bin/outturn.js', import.meta.url));

const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Words as a reader counts them: the marks of lists are layout. */
const words = (text: string): string[] =>
  text
    .replace(/<\/?(?:p|ul)(?: [^>]*)?>/g, ' ')
    .replace(/(^|\s)\d\)/g, '$1')
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '-' && !/^\d\.$/.test(word));

const counts = (all: readonly string[]): Record<string, number> => {
  const found: Record<string, number> = {};
  for (const each of all) found[each] = (found[each] ?? 0) + 1;
  return found;
};

const textsOf = ({ commentary }: JsonReport['measures'][number]) => [
  commentary.context.text,
  commentary.improvementActions.text,
  commentary.interventionReview.text,
];

/** A status is shown as stated, or the difference is said in its explanation. */
const saysStatus = (
  { label, explanation }: { label: string; explanation: string },
  stated: string,
): boolean => label === stated || explanation.includes(`Published as ${stated}`);

describe("another council's document, imported and reported again", () => {
  it('has all that it states in the report', async () => {
    await fc.assert(
      fc.asyncProperty(
        expectedDocument(['Blue', 'Green', 'Amber', 'Red', 'N/A']),
        documentStyle,
        async (model, style) => {
          const { json } = await roundTrip(Buffer.from(writeDocument(model, style)));
          const stated = model.directorates.flatMap(({ name, measures }) =>
            measures.map((measure) => ({ ...measure, directorate: name })),
          );
          expect(json.measures.map(({ code, title, directorate }) => [code, title, directorate])).toEqual(
            stated.map(({ code, title, directorate }) => [code, title, directorate]),
          );
          json.measures.forEach((measure, at) => {
            const of = stated[at] as (typeof stated)[number];
            expect(measure.aliases).toEqual(of.aliases);
            expect([measure.status, of.status]).toSatisfy(() => saysStatus(measure.status, of.status));
            expect([measure.forecastStatus, of.forecastStatus]).toSatisfy(() =>
              saysStatus(measure.forecastStatus, of.forecastStatus),
            );
            expect(measure.directionOfTravel).toMatchObject({ label: of.direction, asPublished: true });
            const joined = style.paragraphs === 'bare' && !style.quoted ? ' ' : '\n';
            expect(textsOf(measure).map(flat)).toEqual(of.texts.map((text) => flat(text.join(joined))));
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps its title and headings', async () => {
    const { report } = await roundTrip(readFileSync(NORTHBY));
    expect(report.title).toBe('Performance Exceptions - Corporate Plan');
    expect(report.authority.name).toBe('Northby Borough Council');
    expect(report.measures).toHaveLength(6);
  });
});

describe.skipIf(!existsSync(FOUNDING))(
  'the founding document, imported and reported again (needs ../shared/data, which is not part of this repository)',
  () => {
    const trip = existsSync(FOUNDING) ? roundTrip(readFileSync(FOUNDING)) : null;
    const made = async () => (await trip) as NonNullable<Awaited<typeof trip>>;
    const lines = existsSync(FOUNDING) ? readFileSync(FOUNDING, 'utf8').split('\n') : [];
    const rowOf = (line: number): string[] => (lines[line - 1] as string).split('\t');

    it('has its title, authority, date and headings', async () => {
      const { report } = await made();
      expect(report).toMatchObject({
        title: 'Improvement Report - Council Scorecard',
        authority: { name: 'Derby City Council' },
        period: { code: '2018-19/Q2', endLabel: '30-Sep-2018' },
        columns: {
          measure: 'Measure Details',
          status: 'Quarterly Target Status',
          forecastStatus: 'Forecast Year End Status',
          performance: 'Performance VS Target',
          context: 'Context for Current Performance',
          actions: 'Improvement Actions Taken',
          intervention: 'Intervention / Review',
        },
      });
    });

    it('has its 25 measures in their order, with every word of their first cell', async () => {
      const { document, json } = await made();
      expect(json.measures).toHaveLength(25);
      expect(json.measures.map(({ code }) => code)).toEqual(document.measures.map(({ code }) => code));
      json.measures.forEach(({ code, aliases, title }, at) => {
        const printed = words(rowOf(document.measures[at]?.line as number)[0] as string).join(' ');
        const said = [code, ...aliases, title].flatMap(words);
        for (const word of printed.split(' ')) {
          expect(
            said.some((each) => word.includes(each)),
            `${word} of ${printed}`,
          ).toBe(true);
        }
      });
    });

    it('has all 50 statuses and 25 directions as published, with the counts of the domain notes', async () => {
      const { document, json } = await made();
      const stated = document.measures.map(({ line }) => rowOf(line).slice(1, 3));
      expect(json.measures.map(({ status, forecastStatus }) => [status.label, forecastStatus.label])).toEqual(
        stated,
      );
      expect(counts(json.measures.map(({ status }) => status.label))).toEqual({
        Red: 15,
        Amber: 7,
        Blue: 2,
        Green: 1,
      });
      expect(counts(json.measures.map(({ forecastStatus }) => forecastStatus.label))).toEqual({
        Red: 13,
        Green: 7,
        Amber: 3,
        Blue: 1,
        'N/A': 1,
      });
      expect(counts(json.measures.map(({ directionOfTravel }) => directionOfTravel.label))).toEqual({
        Improving: 13,
        Deteriorating: 8,
        Stabilised: 2,
        'N/A': 2,
      });
      expect(counts(json.measures.map(({ directionOfTravel }) => directionOfTravel.basis))).toEqual({
        'as published; basis not stated': 25,
      });
      expect(counts(json.measures.map(({ directorate }) => directorate))).toEqual({
        'Communities & Place': 3,
        'Corporate Resources': 7,
        'People Services': 15,
      });
    });

    it('prints its figures character for character', async () => {
      const { document, json } = await made();
      json.measures.forEach((measure, at) => {
        const cell = flat(
          (rowOf(document.measures[at]?.line as number)[3] as string).replace(/<\/?p>/g, ' '),
        );
        const { target, actual, forecastTarget, forecast, directionOfTravel } = measure;
        const last = measure.code === 'FPA PM22b' ? '2.0' : forecast.display;
        expect(cell).toBe(
          `Quarterly data Target ${target.display} Actual ${actual.display} ` +
            `Forecast data Target ${forecastTarget.display} Actual ${last} ${directionOfTravel.label}`,
        );
      });
      const find = (code: string) => json.measures.find((measure) => measure.code === code);
      expect(find('L&C PM28')?.forecast.display).toBe('1,000.0');
      expect(find('SS PM07')?.target.display).toBe('81.10 per 10,000 population');
      expect(find('L&D PM07b')?.target.display).toBe('10.0 days');
    });

    it('has no usable forecast of its milestone measure, and says what the source printed', async () => {
      const { json } = await made();
      expect(json.measures.find(({ code }) => code === 'FPA PM22b')).toMatchObject({
        status: { label: 'Red' },
        forecast: { display: 'no usable forecast (source: 2.0)' },
        forecastStatus: { label: 'N/A' },
      });
    });

    it('has every word of every commentary', async () => {
      const { document, json } = await made();
      json.measures.forEach((measure, at) => {
        const cells = rowOf(document.measures[at]?.line as number).slice(4);
        expect(textsOf(measure).map(words)).toEqual(cells.map(words));
      });
    });

    it('reads the same however the same measures are laid out over pages', async () => {
      const { document, json } = await made();
      const paragraphs = (cell: string) =>
        cell.startsWith('<p>')
          ? [...cell.matchAll(/<p>(.*?)<\/p>/g)].map((found) => found[1] as string)
          : [cell];
      const model = {
        title: 'Improvement Report - Council Scorecard',
        authority: document.authorityName,
        date: '30-Sep-2018',
        directorates: document.directorates.map((name) => ({
          name,
          measures: document.measures
            .filter(({ directorate, code }) => directorate === name && code !== 'FPA PM22b')
            .map(({ line, quarterly, forecast, direction }) => {
              const [
                details = '',
                status = '',
                forecastStatus = '',
                ,
                context = '',
                actions = '',
                review = '',
              ] = rowOf(line);
              return {
                details,
                status,
                forecastStatus,
                quarterly: { target: quarterly.target.typed, actual: quarterly.actual.typed },
                forecast: { target: forecast.target.typed, actual: forecast.actual.typed },
                direction,
                texts: [paragraphs(context), paragraphs(actions), paragraphs(review)] as [
                  string[],
                  string[],
                  string[],
                ],
              };
            }),
        })),
      };
      const style = {
        ...FOUNDING_STYLE,
        rowsPerPage: 3,
        break: 'in columns',
        directorateAgain: 'continued',
      } as const;
      const again = await roundTrip(Buffer.from(writeDocument(model, style)));
      const facts = ({
        code,
        status,
        forecastStatus,
        actual,
        forecast,
        directionOfTravel,
      }: JsonReport['measures'][number]) => [
        code,
        status.label,
        forecastStatus.label,
        actual.display,
        forecast.display,
        directionOfTravel.label,
      ];
      expect(again.json.measures.map(facts)).toEqual(
        json.measures.filter(({ code }) => code !== 'FPA PM22b').map(facts),
      );
    });
  },
);

describe('the command line, from file to report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-legacy-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [OUTTURN, ...args, '--data', join(folder, 'data')], {
      cwd: folder,
    });

  it('imports a document that a page breaks everywhere, and reports what it states', async () => {
    const model = fc.sample(expectedDocument(['Green', 'Amber', 'Red']), { numRuns: 1, seed: 7 })[0];
    if (model === undefined) throw new Error('no document was made');
    const style = {
      ...FOUNDING_STYLE,
      break: 'in columns',
      directorateAgain: 'continued',
      footer: 'page of',
      quoted: true,
    } as const;
    const file = join(folder, 'northby.txt');
    writeFileSync(file, writeDocument(model, style));
    const dry = await run('import', file, '--dry-run');
    expect(dry.stdout).toContain('Nothing was changed (dry run)');
    const { stdout } = await run('import', file, '--json');
    const { files } = JSON.parse(stdout) as { files: { period: string }[] };
    const period = files[0]?.period as string;
    await run(
      'report',
      'improvement',
      '--period',
      period,
      '--format',
      'html,json',
      '--out',
      folder,
      '--json',
    );
    const { json } = await roundTrip(readFileSync(file));
    const written = JSON.parse(
      (await run('report', 'improvement', '--period', period, '--format', 'json', '--out', folder, '--json'))
        .stdout,
    ) as { files: { path: string }[] };
    const report = JSON.parse(readFileSync(written.files[0]?.path as string, 'utf8')) as JsonReport;
    expect(report.measures).toEqual(json.measures);
  });
});
