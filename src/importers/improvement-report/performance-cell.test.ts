import { describe, expect, it } from 'vitest';
import { cellParagraphs } from './cell-text.ts';
import { readPerformance } from './performance-cell.ts';

const read = (cell: string) => {
  const found = readPerformance(cellParagraphs(cell));
  return (
    found && [
      found.quarterly.target,
      found.quarterly.actual,
      found.forecast.target,
      found.forecast.actual,
      found.direction,
    ]
  );
};

describe('a performance cell', () => {
  it.each<[cell: string, texts: string[] | null]>([
    [
      '<p>Quarterly data Target 375.0 Actual 366.0</p> <p>Forecast data Target 1,000.0 Actual 1,000.0</p> <p>Improving</p>',
      ['375.0', '366.0', '1,000.0', '1,000.0', 'Improving'],
    ],
    [
      '<p>Quarterly data</p> <p>Target 6.0</p> <p>Actual 4.0</p> <p>Forecast data</p> <p>Target 12</p> <p>Actual 11</p> <p>Stabilised</p>',
      ['6.0', '4.0', '12', '11', 'Stabilised'],
    ],
    [
      'Quarterly data Target 10.0 days Actual 15.1 days Forecast data Target 10.0 days Actual 15.0 days Deteriorating',
      ['10.0 days', '15.1 days', '10.0 days', '15.0 days', 'Deteriorating'],
    ],
    [
      '<p>Quarterly data Target Completed Actual Major Slippage</p> <p>Forecast data Target Completed Actual 2.0 N/A</p>',
      ['Completed', 'Major Slippage', 'Completed', '2.0', 'N/A'],
    ],
    [
      'Quarterly data Target: 81.10 per 10,000 population Actual: 84.80 per 10,000 population Forecast data Target: N/A Actual: N/A N/A',
      ['81.10 per 10,000 population', '84.80 per 10,000 population', 'N/A', 'N/A', 'N/A'],
    ],
    [
      'Quarterly data Target On Target Actual On Target Forecast data Target Completed Actual On Target No change',
      ['On Target', 'On Target', 'Completed', 'On Target', 'No change'],
    ],
    ['Monthly data Target 5 Actual 4 Year end forecast Target 10 Actual 9', ['5', '4', '10', '9', '']],
    ['Quarterly data Target 5 Actual 4 Improving', ['5', '4', '', '', 'Improving']],
    [
      'Quarterly data Target Actual 4 Forecast data Target 5 Actual Improving',
      ['', '4', '5', '', 'Improving'],
    ],
    [
      '<p>Quarterly data Target 5 Actual 4</p><p>Forecast data Target 5 Actual N/A</p>',
      ['5', '4', '5', 'N/A', ''],
    ],
    [
      '<p>Quarterly data Target 5 Actual 4</p><p>Forecast data Target 5 Actual 5</p><p>Much better</p>',
      ['5', '4', '5', '5', 'Much better'],
    ],
    ['Quarterly&nbsp;data Target&nbsp;&pound;5 Actual £4', ['£5', '£4', '', '', '']],
    ['', null],
    ['366 of 375', null],
    ['Quarterly data Target 5', null],
    ['Quarterly data Target 5 Actual 4 Forecast data 5', null],
  ])('%s', (cell, texts) => {
    expect(read(cell)).toEqual(texts);
  });
});

describe("a performance cell in another council's words", () => {
  it.each<[cell: string, texts: string[] | null]>([
    [
      'Quarterly data Actual 4 Target 5 Forecast data Actual 9 Target 10 Improving',
      ['5', '4', '10', '9', 'Improving'],
    ],
    [
      '<p>Forecast data Target 10 Actual 9</p><p>Quarterly data Target 5 Actual 4</p><p>Improving</p>',
      ['5', '4', '10', '9', 'Improving'],
    ],
    [
      '<p>Improving</p><p>Quarterly data Target 5 Actual 4</p><p>Forecast data Target 10 Actual 9</p>',
      ['5', '4', '10', '9', 'Improving'],
    ],
    [
      'Year to date data Target 5 Actual 4 Year end forecast data Target 10 Actual 9 No change',
      ['5', '4', '10', '9', 'No change'],
    ],
    ['Annual data: Target: 5 Actual: 4 Projected outturn Target: 10 Actual: 9', ['5', '4', '10', '9', '']],
    ['TARGET 5 ACTUAL 4 FORECAST DATA TARGET 10 ACTUAL 9 IMPROVING', ['5', '4', '10', '9', 'IMPROVING']],
    ['Target 5 Outturn 4 Forecast 9 Static', ['5', '4', '', '9', 'Static']],
    ['Q2 Target 5 Q2 Actual 4 Forecast Target 10 Forecast Actual 9 Up', ['5', '4', '10', '9', 'Up']],
    ['Quarterly data Target 5.0 Actual', ['5.0', '', '', '', '']],
    ['Quarterly data Target 5.0 Actual Forecast data Target 10 Actual', ['5.0', '', '10', '', '']],
    ['Quarterly data Target 5 Actual 4 Forecast data N/A', ['5', '4', '', '', 'N/A']],
    ['Quarterly data Target 5 Actual 4 Forecast data', ['5', '4', '', '', '']],
    [
      '<p>Quarterly data Target 5 Actual 4</p><p>No forecast</p><p>Declining</p>',
      ['5', '4', '', '', 'Declining'],
    ],
    [
      'Quarterly data Target N/A Actual N/A Forecast data Target N/A Actual N/A N/A',
      ['N/A', 'N/A', 'N/A', 'N/A', 'N/A'],
    ],
    [
      'Quarterly data Target 10.0 days Actual 12.0 days Forecast data Target 10.0 days Actual 9.0 days Going the right way',
      ['10.0 days', '12.0 days', '10.0 days', '9.0 days', 'Going the right way'],
    ],
    ['Quarterly data Target 5 homes Actual 4 homes', ['5 homes', '4 homes', '', '', '']],
    ['Quarterly data Target 5 Actual 4 Homes', ['5', '4', '', '', 'Homes']],
    [
      'Quarterly data Target 5 Actual 4 Improving Forecast data Target 10 Actual 9 Worse',
      ['5', '4', '10', '9', 'Improving / Worse'],
    ],
    ['Quarterly data Target 5 Actual 4 Forecast data Target 10 Actual 9 ↑', ['5', '4', '10', '9', '↑']],
    [
      'Quarterly data Target 5 Actual 4 Forecast data Target 10 Actual 9 ▲ Improving',
      ['5', '4', '10', '9', '▲ Improving'],
    ],
    [
      'Quarterly data Target 5 Actual 4 Forecast data Target 10 Actual 9 Direction of travel: Much better',
      ['5', '4', '10', '9', 'Much better'],
    ],
    [
      'Quarterly data Target On Target Actual Behind Target Forecast data Target On Target Actual On Target',
      ['On Target', 'Behind Target', 'On Target', 'On Target', ''],
    ],
    ['Target 5 Actual 4 Target 10 Actual 9', null],
    ['Quarterly data Target 5 Target 6 Actual 4', null],
  ])('%s', (cell, texts) => {
    expect(read(cell)).toEqual(texts);
  });

  it.each([
    ['Monthly data Target 5 Actual 4', 'month'],
    ['Quarterly data Target 5 Actual 4', 'quarter'],
    ['Target 5 Actual 4', null],
  ])('%s gives the span %s', (cell, span) => {
    expect(readPerformance(cellParagraphs(cell))?.span).toBe(span);
  });
});
