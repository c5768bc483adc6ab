import { describe, expect, it } from 'vitest';
import { cpuTime } from '../../../test/tools/cpu-time.ts';
import { detailsOf, splitCodeAndTitle } from './code-and-title.ts';
import { familiesOf, splitLikeSiblings } from './sibling-codes.ts';

type Case = [cell: string, code: string, title: string, aliases?: string[]];

const CERTAIN: Case[] = [
  ['L&C PM28 Livewell: NHS Health Checks', 'L&C PM28', 'Livewell: NHS Health Checks'],
  ['YA&H PM08 (NI 155) Number of new homes (gross)', 'YA&H PM08', 'Number of new homes (gross)', ['NI 155']],
  ['Regen PM21 Number of new businesses', 'Regen PM21', 'Number of new businesses'],
  ['CM PM24a Average time (days) taken', 'CM PM24a', 'Average time (days) taken'],
  ['CP 08f Average working days', 'CP 08f', 'Average working days'],
  ['EI 12/EI 3 Percentage of cases', 'EI 12/EI 3', 'Percentage of cases', ['EI 12', 'EI 3']],
  ['EI 12 / EI 3 Percentage of cases', 'EI 12 / EI 3', 'Percentage of cases', ['EI 12', 'EI 3']],
  ['AHH 02D % of new clients (STMAX)', 'AHH 02D', '% of new clients (STMAX)'],
  ['AHH Local 2A (i) Adults aged 18 to 64', 'AHH Local 2A (i)', 'Adults aged 18 to 64'],
  ['C PM02a Takeup of 15 hour places', 'C PM02a', 'Takeup of 15 hour places'],
  ['L&I PM02a Percentage of Y6 pupils', 'L&I PM02a', 'Percentage of Y6 pupils'],
  ['SEND 6 (L&I PM26a) Percentage of EHCPs', 'SEND 6', 'Percentage of EHCPs', ['L&I PM26a']],
  [
    'SS PM07 - Children in Care per 10,000 (EIIS PM05)',
    'SS PM07',
    'Children in Care per 10,000',
    ['EIIS PM05'],
  ],
  ['EIIS PM04 Children per 10,000 (Snapshot)', 'EIIS PM04', 'Children per 10,000 (Snapshot)'],
  ['KPI 7 Bins collected', 'KPI 7', 'Bins collected'],
  ['KPI 7: bins collected', 'KPI 7', 'bins collected'],
  ['HSG-001a: Homes', 'HSG-001a', 'Homes'],
  ['NI 155 – Homes', 'NI 155', 'Homes'],
  ['CS/001 Calls answered', 'CS/001', 'Calls answered'],
  ['PM12 NHS checks', 'PM12', 'NHS checks'],
  ['Local 2A – adults in care', 'Local 2A', 'adults in care'],
  ['ENV 3.2 %\u00a0of waste recycled', 'ENV 3.2', '% of waste recycled'],
  ['HR 4 (formerly BV 12/HR 1) Days lost', 'HR 4', 'Days lost', ['BV 12', 'HR 1']],
  ['KPI 7/8 Bins and boxes', 'KPI 7/8', 'Bins and boxes'],
  ['PM22/PM23 Homes', 'PM22/PM23', 'Homes', ['PM22', 'PM23']],
];

const DOUBTFUL: Case[] = [
  ['BV 78a', 'BV 78a', 'BV 78a'],
  ['KPI 7 bins collected', 'KPI 7', 'bins collected'],
  ['KPI7 bins collected', 'KPI7', 'bins collected'],
  ['7. Bins collected', '7', 'Bins collected'],
  ['7) Bins collected', '7', 'Bins collected'],
  ['1.2 Homes built', '1.2', 'Homes built'],
  ['Corp 12 Homes built', 'Corp 12', 'Homes built'],
];

const WITHOUT: [cell: string, code: string][] = [
  ['Missed bins per 100,000 collections', 'missed-bins-per-100-000-collections'],
  ['NEET 16 to 18 year olds', 'neet-16-to-18-year-olds'],
  ['16-18 year olds in education', '16-18-year-olds-in-education'],
  ['Year 6 pupils at the expected level', 'year-6-pupils-at-the-expected-level'],
  ['CO2 emissions from council buildings', 'co2-emissions-from-council-buildings'],
  ['Average CO2 emissions', 'average-co2-emissions'],
  ['1st class post', '1st-class-post'],
  ['24/7 crisis line answered', '24-7-crisis-line-answered'],
  ['2018/19 budget delivered', '2018-19-budget-delivered'],
  ['Census 2021 forms returned', 'census-2021-forms-returned'],
  ['NHS 2018/19 budget', 'nhs-2018-19-budget'],
  ['% of calls answered', 'of-calls-answered'],
  ['1.5 million visits', '1-5-million-visits'],
  ['!!!', 'measure'],
];

describe('the code and title rule', () => {
  it.each(CERTAIN)('%s', (cell, code, title, aliases = []) => {
    expect(splitCodeAndTitle(cell)).toMatchObject({ code, title, aliases, splitDoubtful: false });
  });

  it.each(DOUBTFUL)('%s is split, and marked for a person', (cell, code, title, aliases = []) => {
    expect(splitCodeAndTitle(cell)).toMatchObject({ code, title, aliases, splitDoubtful: true });
  });

  it.each(WITHOUT)('%s has no code', (cell, code) => {
    expect(splitCodeAndTitle(cell)).toMatchObject({ code, title: cell, aliases: [], splitDoubtful: true });
  });

  it.each([
    ['PM10 Homes built (NI 5)', ['PM9', 'PM11a'], 'PM10', 'Homes built (NI 5)'],
    ['Regen PM10 - Homes built', ['Regen PM9', 'Regen PM21', 'PM3'], 'Regen PM10', 'Homes built'],
    ['H1: Homes built', ['H2', 'H3'], 'H1', 'Homes built'],
  ])('%s is split as the codes beside it are, and marked for a person', (cell, codes, code, title) => {
    expect(splitCodeAndTitle(cell).code).not.toBe(code);
    expect(splitLikeSiblings(cell, familiesOf(codes))).toMatchObject({ code, title, splitDoubtful: true });
    expect(splitLikeSiblings(cell, familiesOf(codes.slice(1)))).toBeNull();
  });

  it('says what it did', () => {
    expect(splitCodeAndTitle('SS PM07 - Children (EIIS PM05)').split).toBe(
      'code SS PM07; dropped "-"; alias EIIS PM05 taken from the end of the title',
    );
  });

  it('is overruled by a correction, by cell or by code', () => {
    const right = { code: 'X 1', title: 'Year 6 pupils', aliases: ['Y'] };
    expect(detailsOf('Year 6 Pupils', { 'Year 6 Pupils': right })).toMatchObject({
      ...right,
      splitDoubtful: false,
    });
    expect(detailsOf('KPI 7 Bins', { 'KPI 7': right })).toMatchObject(right);
    expect(detailsOf('constructor', {}).code).toBe('constructor');
  });

  it('is fast on anything', () => {
    const spent = cpuTime();
    for (const bomb of [
      'A&'.repeat(500_000),
      'A '.repeat(500_000),
      '1.'.repeat(500_000),
      `A 1 ${'('.repeat(1_000_000)}`,
    ])
      splitCodeAndTitle(bomb);
    expect(spent()).toBeLessThan(1_500);
  });
});
