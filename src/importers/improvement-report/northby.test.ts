import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../domain/commentary/plain-text.ts';
import { derby } from '../../domain/status/presets/derby.ts';
import type { LegacyReport } from './legacy-report.ts';
import { readImprovementReport } from './read-improvement-report.ts';
import { toFacts } from './to-facts.ts';

const TEXT = readFileSync(
  new URL('../../../test/fixtures/legacy/northby-2019-06-30.txt', import.meta.url),
  'utf8',
);

function read(bytes: Uint8Array = Buffer.from(TEXT)) {
  const { document, problems } = readImprovementReport(bytes, { fileName: 'northby.txt' });
  if (document === null) throw new Error(JSON.stringify(problems, null, 1));
  return { document, problems };
}
const factsOf = (document: LegacyReport) =>
  toFacts(document, {
    fileName: 'northby.txt',
    scheme: derby,
    recordedAt: '2019-07-20T09:00:00Z',
    yearKind: 'financial',
  });

describe("another council's document in the same layout", () => {
  const { document, problems } = read();
  const measure = (code: string) => {
    const found = document.measures.find((each) => each.code === code);
    if (found === undefined) throw new Error(code);
    return found;
  };

  it('is read with its own title, date, directorates and codes', () => {
    expect(document).toMatchObject({
      title: 'Performance Exceptions',
      scopeLine: 'Corporate Plan',
      authorityName: 'Northby Borough Council',
      periodEnd: '2019-06-30',
      directorates: ['Place & Environment', 'People'],
    });
    expect(document.measures.map(({ code, title, aliases }) => [code, title, ...aliases])).toEqual([
      ['KPI 7', 'Bins missed per 100,000 collections'],
      ['ENV-014a', '% of streets graded “clean”'],
      ['NI 155', 'Homes completed'],
      ['waiting-time-for-a-first-visit', 'Waiting time for a first visit'],
      ['HR 4', 'Appraisals plan agreed', 'BV 12'],
      ['FIN 2', 'Invoices paid in 30 days'],
    ]);
  });

  it('keeps honest text, splits lists, and joins a wrapped row', () => {
    expect(plainText(measure('KPI 7').commentary.context.tree)).toBe(
      'Two crews were short, e.g. <name of depot>, and x<y & y<z.',
    );
    expect(plainText(measure('KPI 7').commentary.actions.tree)).toBe(
      'The rota has changed:\n\n- more relief crews\n- later starts\n- a spare vehicle',
    );
    expect(plainText(measure('ENV-014a').commentary.context.tree)).toBe(
      'Streets – see <name of survey> ’19.',
    );
    expect(plainText(measure('ENV-014a').commentary.actions.tree)).toBe(
      '- Sweepers moved to Monday - Friday working.\n- New barrows ordered\n- Leaves cleared 2018/19 - comparisons follow\n\nMore in autumn.',
    );
    expect(plainText(measure('NI 155').commentary.actions.tree)).toBe('- One site opened early');
    expect(plainText(measure('FIN 2').commentary.context.tree)).toBe(
      'This context goes on over the next line.',
    );
    expect(plainText(measure('FIN 2').commentary.intervention.tree)).toBe('Review text and its second line.');
  });

  it('takes statuses in the spelling of the scheme and directions as stated', () => {
    expect(
      document.measures.map(({ status, forecastStatus, direction }) => [status, forecastStatus, direction]),
    ).toEqual([
      ['Red', 'Amber', 'Declining'],
      ['Green', 'Red', 'Improving'],
      ['Blue', 'Green', 'Stabilised'],
      ['Amber', 'N/A', 'N/A'],
      ['Red', 'N/A', 'N/A'],
      ['Red', 'Red', 'Improving'],
    ]);
  });

  it('says what it was not sure of', () => {
    expect(problems.map(({ severity, row }) => `${severity} ${row}`)).toEqual([
      'warning 11',
      'warning 12',
      'warning 26',
      'warning 27',
      'warning 28',
    ]);
  });

  it('warns where a stated status is not what the rules give, and stores no polarity then', () => {
    const { facts, warnings, period } = factsOf(document);
    expect(period.code).toBe('2019-20/Q1');
    expect(facts.authority.code).toBe('northby');
    expect(facts.organisation.map(({ code, order }) => [code, order])).toEqual([
      ['place-and-environment', 1],
      ['people', 2],
    ]);
    const polarity = (code: string) => facts.measures.find((each) => each.code === code)?.polarity;
    expect(polarity('KPI 7')).toBe('lower');
    expect(polarity('ENV-014a')).toBe('higher');
    expect(polarity('waiting-time-for-a-first-visit')).toBe('lower');
    // 97.0% of 98.0% is Amber under Derby's rule; the document says Red.
    expect(polarity('FIN 2')).toBeNull();
    const doubt = warnings.find(({ message }) => message.startsWith('FIN 2'));
    expect(doubt?.row).toBe(28);
    expect(doubt?.message).toContain('If higher is better they give Amber where the document states Red');
    const milestone = warnings.find(({ message }) => message.startsWith('HR 4: the document'));
    expect(milestone?.message).toContain('states Red, and the rules of Derby 2018 give Amber');
  });

  it.each<[string, (text: string) => Uint8Array, string[]]>([
    ['CRLF', (text) => Buffer.from(text.replaceAll('\n', '\r\n')), []],
    ['CR alone', (text) => Buffer.from(text.replaceAll('\n', '\r')), []],
    ['a UTF-8 mark', (text) => Buffer.from(`\ufeff${text}`), []],
    ['UTF-16 as spreadsheets save it', (text) => Buffer.from(`\ufeff${text}`, 'utf16le'), []],
    ['Windows-1252', (text) => Buffer.from(text.replaceAll('–', '\x96'), 'latin1'), ['Windows-1252']],
    ['a form feed between pages', (text) => Buffer.from(text.replace('Page 1 of 2', 'Page 1 of 2\f')), []],
  ])('reads the same from %s', (_name, encode, said) => {
    const again = read(encode(TEXT));
    const withoutRaw = (report: LegacyReport) =>
      report.measures.map(({ commentary, line: _line, ...rest }) => ({
        ...rest,
        commentary: Object.values(commentary).map(({ tree }) => tree),
      }));
    expect(withoutRaw(again.document)).toEqual(withoutRaw(document));
    for (const words of said) expect(again.problems[0]?.message).toContain(words);
  });

  it.each(['30/06/2019', '2019-06-30', '30-Jun-2019', 'As at 30th June 2019', 'Period ending: 30 June 2019'])(
    'reads the date %s',
    (date) => {
      expect(read(Buffer.from(TEXT.replaceAll('30 June 2019', date))).document.periodEnd).toBe('2019-06-30');
    },
  );

  it('goes by the headings where the columns stand in another order', () => {
    const swapped = TEXT.split('\n')
      .map((line) => line.split('\t'))
      .map((cells) =>
        (cells.length === 7 ? [cells[0], cells[2], cells[1], ...cells.slice(3)] : cells).join('\t'),
      )
      .slice(0, 27)
      .join('\n');
    const { document: other } = read(Buffer.from(swapped));
    expect(other.measures[1]).toMatchObject({ status: 'Green', forecastStatus: 'Red' });
    expect(other.headings).toEqual(document.headings);
  });

  it('is corrected by what a person says of codes and titles', () => {
    const corrections = {
      'Waiting time for a first visit': { code: 'SC 9', title: 'Days to first visit', aliases: ['W1'] },
    };
    const { document: corrected } = readImprovementReport(Buffer.from(TEXT), { fileName: 'x', corrections });
    expect(corrected?.measures[3]).toMatchObject({
      code: 'SC 9',
      title: 'Days to first visit',
      aliases: ['W1'],
    });
  });
});
