import { describe, expect, it } from 'vitest';
import {
  DIRECTORATE,
  FIGURES,
  HEAD,
  HEADINGS,
  PAGE,
  read,
  row,
} from '../../../test/fixtures/legacy/small-page.ts';
import { derby } from '../../domain/status/presets/derby.ts';
import { titlePattern } from './title-pattern.ts';
import { toFacts } from './to-facts.ts';

const START = `KPI 1 Homes\tRed\tAmber\t${FIGURES}`;

describe('the name of a directorate', () => {
  it.each([
    ['Directorate : People', 'People'],
    ['Directorate: People (cont.)', 'People'],
    ['DIRECTORATE – People - continued', 'People'],
    ['<b>Directorate : Health &amp; Care</b>\t\t\t\t\t\t', 'Health & Care'],
    ['Directorate\u00a0:\u00a0People', 'People'],
    ['Directorate :\tPeople\t\t\t\t\t', 'People'],
    ['Service Area: Housing', 'Housing'],
    ['Priority: A safer city\t\t\t\t\t\t', 'A safer city'],
    ['Cabinet member : Finance\t\t\t\t\t\t', 'Finance'],
    ['People\t\t\t\t\t\t', 'People'],
    ['Place Directorate', 'Place Directorate'],
  ])('%s', (line, name) => {
    expect(read([...PAGE, line, row('KPI 1')]).document?.directorates).toEqual([name]);
  });

  it('is one where it is spelt with "and" or "&"', () => {
    const { document } = read([
      ...PAGE,
      'Directorate : Health & Care',
      row('KPI 1'),
      'Directorate : Health and Care',
      row('KPI 2'),
    ]);
    expect(document?.directorates).toEqual(['Health & Care']);
  });

  it('is told from a measure that lacks its columns', () => {
    expect(read([...PAGE, DIRECTORATE, 'KPI 1 Homes\t\t\t\t\t\t']).errors.join()).toContain(
      'does not give a Target',
    );
  });
});

describe('what stands around the table', () => {
  it.each([
    ['Page 1 of 12', 'Page 2 of 12'],
    ['- 1 -', '- 2 -'],
    ['Printed on 01/07/2019 09:30', 'Printed on 01/07/2019 09:31'],
    ['Northby Performance Team, sheet 1', 'Northby Performance Team, sheet 2'],
    ['Produced by the performance team', 'Produced by the performance team'],
  ])('is left out: %s', (first, second) => {
    const { errors, measures } = read([
      ...PAGE,
      DIRECTORATE,
      row('KPI 1'),
      '',
      first,
      ...PAGE,
      row('KPI 2'),
      '',
      second,
    ]);
    expect(errors).toEqual([]);
    expect(measures).toEqual([
      'People | KPI 1 | Context. | Actions. | Review.',
      'People | KPI 2 | Context. | Actions. | Review.',
    ]);
  });

  it('is reported where it is no title, authority, date or page number', () => {
    const { said } = read([
      ...PAGE,
      DIRECTORATE,
      row('KPI 1'),
      'Produced by Jo',
      'OFFICIAL',
      ...PAGE,
      row('KPI 2'),
      'Produced by Jo',
      'OFFICIAL',
    ]);
    expect(said.filter((line) => line.includes('foot of a page'))).toHaveLength(2);
  });

  it('may be the only place of the date', () => {
    const { document } = read([
      'Performance Report - Quarter 2 2018/19',
      'Northby Council',
      HEADINGS,
      DIRECTORATE,
      row('KPI 1'),
    ]);
    expect(document).toMatchObject({
      title: 'Performance Report',
      authorityName: 'Northby Council',
      periodEnd: '2018-09-30',
    });
  });

  it('may be the date in a cell beside the title, on every page', () => {
    const page = ['Improvement Report\t\t\t\t\t\t30-Jun-2019', 'Northby Council', HEADINGS];
    const { document, errors } = read([...page, DIRECTORATE, row('KPI 1'), ...page, row('KPI 2')]);
    expect(errors).toEqual([]);
    expect(document).toMatchObject({ title: 'Improvement Report', periodEnd: '2019-06-30' });
  });

  it('may hold the day it was printed as well as the end of the period', () => {
    const { document } = read(['Report date: 12 July 2019', ...PAGE, DIRECTORATE, row('KPI 1')]);
    expect(document?.periodEnd).toBe('2019-06-30');
  });

  it.each([
    [
      ['Northby', 'Council Plan 2018 to 2022', '30-Jun-2019', 'Northby'],
      'Northby',
      'Council Plan 2018 to 2022',
    ],
    [
      ['Northby City Council', 'Delivering our plan', '30-Jun-2019'],
      'Northby City Council',
      'Delivering our plan',
    ],
    [['Royal Borough of Northby', 'Scorecard', '30-Jun-2019'], 'Royal Borough of Northby', 'Scorecard'],
    [['Cyngor Gogledd', 'Performance', '30-Jun-2019', 'Cyngor Gogledd'], 'Cyngor Gogledd', 'Performance'],
    [
      ['Council Scorecard', 'Northby Fire and Rescue Service', '30-Jun-2019'],
      'Northby Fire and Rescue Service',
      'Council Scorecard',
    ],
    [['Northby NHS Trust', 'Board Scorecard', '30-Jun-2019'], 'Northby NHS Trust', 'Board Scorecard'],
  ])('has the authority and the title: %s', (head, authorityName, title) => {
    expect(read([...head, HEADINGS, DIRECTORATE, row('KPI 1')]).document).toMatchObject({
      authorityName,
      title,
    });
  });
});

describe('cells as spreadsheets save them', () => {
  it('lose their quotation marks, and keep those within and their line breaks', () => {
    const cell = '"He said ""quick fixes"",\nthen:\n\n- one\n- two"';
    const { measures, said } = read([...PAGE, DIRECTORATE, `${START}\t${cell}\t"Yes, all"\tNone`]);
    expect(measures).toEqual([
      'People | KPI 1 | He said "quick fixes", then:\n\n- one\n- two | Yes, all | None',
    ]);
    expect(said.join()).toContain('Cells stand in quotation marks');
  });

  it.each([
    ['a text that begins and ends with one', '"Yes, minister" is "all" they said, "or not"'],
    ['a text in them, beside commas without', '"Yes, minister"'],
    ['one that never closes', '"Yes'],
  ])('keep %s', (_what, context) => {
    const { measures } = read([...PAGE, DIRECTORATE, `${START}\t${context}\tActions, and more\tReview`]);
    expect(measures).toEqual([`People | KPI 1 | ${context} | Actions, and more | Review`]);
  });

  it('are counted by the lines of the file', () => {
    const { errors } = read([...PAGE, DIRECTORATE, `${START}\t"a\nb ""c"""\tA\tB`, row('KPI 1')]);
    expect(errors.join()).toContain(
      'row 13, column "Measure Details": The code KPI 1 was used before, on line 11',
    );
  });

  it.each([
    ['a column of nothing before', (line: string) => `\t${line}`],
    ['a column of nothing after', (line: string) => `${line}\t`],
    ['two tabs between', (line: string) => line.replaceAll('\t', '\t\t')],
  ])('may have %s', (_what, change) => {
    const wide = [HEADINGS, row('KPI 1'), row('KPI 2', 'Context.', '', '')].map(change);
    const { errors, measures } = read([...HEAD, wide[0] as string, DIRECTORATE, ...wide.slice(1)]);
    expect(errors).toEqual([]);
    expect(measures).toEqual([
      'People | KPI 1 | Context. | Actions. | Review.',
      'People | KPI 2 | Context. |  | ',
    ]);
  });

  it('may hold tabs as entities', () => {
    expect(read([...PAGE, DIRECTORATE, row('KPI 1', 'one&#9;two&Tab;three')]).measures[0]).toContain(
      '| one two three |',
    );
  });

  it('may be of eight named columns, which is refused by name', () => {
    const { errors } = read([...HEAD, `${HEADINGS}\tLead officer`, DIRECTORATE, `${row('KPI 1')}\tJo`]);
    expect(errors.join()).toContain('There are 8 column headings. Not known: "Lead officer"');
  });
});

describe('the period and the scorecard', () => {
  const facts = (lines: readonly string[]) => {
    const { document } = read(lines);
    if (document === null) throw new Error('refused');
    const made = toFacts(document, {
      fileName: 'a',
      scheme: derby,
      recordedAt: '2019-08-01T00:00:00Z',
      yearKind: 'financial',
    });
    return {
      period: made.period.code,
      scorecard: made.facts.scorecards[0]?.name,
      title: titlePattern(document),
    };
  };
  const monthly = row('KPI 1').replace('Quarterly data', 'Monthly data');

  it.each<[string, readonly string[], string]>([
    ['a quarter end', [...PAGE, DIRECTORATE, row('KPI 1')], '2019-20/Q1'],
    [
      'a quarter end of a monthly report',
      [...HEAD, HEADINGS.replace('Quarterly', 'Monthly'), DIRECTORATE, monthly],
      '2019-20/M03',
    ],
    [
      'monthly figures alone',
      [...HEAD, HEADINGS.replace('Quarterly ', ''), DIRECTORATE, monthly],
      '2019-20/M03',
    ],
    [
      'monthly and quarterly figures',
      [...HEAD, HEADINGS.replace('Quarterly ', ''), DIRECTORATE, monthly, row('KPI 2')],
      '2019-20/Q1',
    ],
    [
      'a month end',
      [...PAGE.map((line) => line.replace('30-Jun', '31-May')), DIRECTORATE, monthly],
      '2019-20/M02',
    ],
    [
      'a year end',
      [...PAGE.map((line) => line.replace('30-Jun', '31-Mar')), DIRECTORATE, row('KPI 1')],
      '2018-19/Q4',
    ],
  ])('%s', (_what, lines, period) => {
    expect(facts(lines).period).toBe(period);
  });

  it.each([
    ['Improvement Report - Council Scorecard', 'Council Scorecard', 'Improvement Report - {scorecard}'],
    ['Performance Report – Quarter 1 2019/20', 'Performance Report', 'Performance Report'],
    ['Performance Report: Corporate Plan Q1 2019/20', 'Corporate Plan', 'Performance Report - {scorecard}'],
    ['Quarter 1 Exceptions', 'Exceptions', 'Exceptions'],
  ])('%s', (title, scorecard, pattern) => {
    const made = facts([title, ...HEAD.slice(1), HEADINGS, DIRECTORATE, row('KPI 1')]);
    expect(made).toMatchObject({ scorecard, title: pattern });
  });
});
